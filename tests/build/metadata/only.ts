console.log("only.ts is evaluated");
export class Only {}
