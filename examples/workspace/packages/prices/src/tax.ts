export function withTax(cents: number): number {
  return Math.round(cents * 1.2);
}
