export function discountOf(count: number): number {
  return count >= 3 ? 0.25 : 0;
}
