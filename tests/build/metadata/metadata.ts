const store: string[] = [];
function show(value: any): string {
  return Array.isArray(value) ? `[${value.map(show).join(", ")}]` : value === undefined ? "undefined" : value.name;
}
(Reflect as any).metadata = (key: string, value: any) => (target: any, member?: any) => {
  const owner = typeof target === "function" ? target.name : target.constructor.name + "#";
  store.push(`${owner} ${String(member)} ${key} ${show(value)}`);
};
export function report() { for (const line of store) console.log(line); }
export function dec(...all: any[]): any {}
