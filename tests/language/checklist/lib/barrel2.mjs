export * from "./barrel3.mjs";
export default "not kept";
