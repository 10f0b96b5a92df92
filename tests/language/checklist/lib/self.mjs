export * as Self from "./self.mjs";
export const value = 42;
