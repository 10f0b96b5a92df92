import { counter } from "./shared";

if (process.argv[2] === "break") throw new Error("broken at once");
export const name = "alpha";
export const lone = "\ud800x";
export let calls = 0;
export class Point {
  constructor(public x: number, public y: number) {}
  get length() {
    return Math.hypot(this.x, this.y);
  }
}
export function add(a: number, b: number): number {
  calls++;
  return a + b;
}
export function shout(text: string): string {
  return text.toUpperCase() + "!";
}
export function fail(message: string): never {
  throw new RangeError(message);
}
export function outcome(f: () => unknown): string {
  try {
    return `gave ${String(f())}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : `threw ${String(error)}`;
  }
}
export function visit(list: unknown[], f: (value: unknown, index: number) => unknown): string {
  return list.map((value, index) => f(value, index)).join(",");
}
export async function later(value: number): Promise<number> {
  await null;
  return value * 2;
}
export async function waitFor(promise: Promise<unknown>, done: (text: string) => void) {
  try {
    done(`resolved ${String(await promise)}`);
  } catch (reason) {
    done(`rejected ${String(reason)}`);
  }
}
export function repeat(times: number, milliseconds: number, f: (left: number) => void) {
  const timer = setInterval(() => {
    times--;
    if (times === 0) clearInterval(timer);
    f(times);
  }, milliseconds);
}
export function rejectUnheard() {
  void Promise.reject(new Error("nobody hears"));
}
export function grow(depth: number): unknown {
  return depth === 0 ? null : { depth, next: grow(depth - 1), text: `at ${depth}` };
}
export function depthOf(value: any): number {
  return value === null ? 0 : 1 + depthOf(value.next);
}
export function deepen(): number {
  return 1 + deepen();
}
export const count = () => ++counter.value;
