export const value = "dynamic";
