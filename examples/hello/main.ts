import { basename } from "node:path";

interface Greeting {
  readonly name: string;
  readonly times: number;
}

export function greet({ name, times }: Greeting): string {
  return Array.from({ length: times }, (_, index) => `${index + 1}: hello, ${name}`).join("\n");
}

const name = process.argv[2] ?? basename("/usr/share/world");
console.log(greet({ name, times: 3 }));
