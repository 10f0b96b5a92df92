// Random choices that a seed repeats exactly.
export class Random {
  constructor(seed) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
    for (let round = 0; round < 4; round++) this.next();
  }

  // 32 random bits: a Weyl sequence through two rounds of multiply and shift.
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let bits = this.state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }

  below(limit) {
    return this.next() % limit;
  }

  chance(percent) {
    return this.below(100) < percent;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // One of the functions of [weight, function] pairs.
  weighted(pairs) {
    let left = this.below(pairs.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, choice] of pairs) {
      if (left < weight) return choice;
      left -= weight;
    }
    throw new Error("weights do not add up");
  }
}
