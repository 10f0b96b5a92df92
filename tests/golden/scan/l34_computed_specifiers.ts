// L34: what is computed throws when it is reached, and is said beforehand.
// --- main.ts
export async function load(name: string) {
  await import("./a");
  await import(name);
  await import(`./plugins/${name}.js`);
  try { await import("./not-there"); } catch {}
}
// --- a.ts
export const a = 1;
// --- stdout
main.ts (module)
  dynamic-import "./a": a.ts
  dynamic-unknown: when it runs
  dynamic-pattern "./plugins/*.js": when it runs
  dynamic-import "./not-there": missing
  exports load = load of main.ts
a.ts (module)
  exports a = a of a.ts
// --- stderr
warning[P5105]: this specifier is known only when the program runs; it finds modules that the program has anyway
 --> main.ts:3:16
  |
3 |   await import(name);
  |                ^^^^

warning[P5105]: this specifier is known only when the program runs; it finds modules that the program has anyway
 --> main.ts:4:16
  |
4 |   await import(`./plugins/${name}.js`);
  |                ^^^^^^^^^^^^^^^^^^^^^^
