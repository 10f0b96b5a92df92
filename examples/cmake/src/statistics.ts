export function total(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

export function mean(values: number[]): number {
  return total(values) / values.length;
}
