function l() { return "l"; }
const a = "private a", s = "s";
export { l as a, s as b };
export function inner() { return a; }
