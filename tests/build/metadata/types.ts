console.log("types.ts is evaluated");
export interface Shape { x: number }
export type Id = string;
