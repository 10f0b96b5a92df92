import { discountOf } from "./discounts";

const prices: Record<string, number> = { apple: 0.5, pear: 1.25, plum: 0.2 };

export interface Item {
  name: string;
  count: number;
}

export function total(items: Item[], report: (line: string) => void): number {
  let sum = 0;
  for (const { name, count } of items) {
    const price = prices[name];
    if (price === undefined) throw new RangeError(`nobody sells ${name}`);
    const cost = count * price * (1 - discountOf(count));
    report(`${count} ${name}: ${cost.toFixed(2)}`);
    sum += cost;
  }
  return sum;
}
