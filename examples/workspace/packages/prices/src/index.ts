export interface Item {
  name: string;
  cents: number;
}

export const items: Item[] = [
  { name: "apple", cents: 45 },
  { name: "bread", cents: 310 },
];

export function format(cents: number): string {
  return (cents / 100).toFixed(2);
}
