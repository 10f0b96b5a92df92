// Permutations: small integers in plain arrays.
function fannkuch(n) {
  const current = [], flipped = [], counts = [];
  for (let i = 0; i < n; i++) {
    current[i] = i;
    flipped[i] = 0;
    counts[i] = 0;
  }
  let most = 0, checksum = 0, sign = 1, left = n;
  for (;;) {
    for (; left !== 1; left--) counts[left - 1] = left;
    for (let i = 0; i < n; i++) flipped[i] = current[i];
    let flips = 0;
    for (let first = flipped[0]; first !== 0; first = flipped[0]) {
      for (let low = 0, high = first; low < high; low++, high--) {
        const kept = flipped[low];
        flipped[low] = flipped[high];
        flipped[high] = kept;
      }
      flips++;
    }
    most = Math.max(most, flips);
    checksum += sign * flips;
    sign = -sign;
    for (;;) {
      if (left === n) return `${checksum} ${most}`;
      const kept = current[0];
      for (let i = 0; i < left; i++) current[i] = current[i + 1];
      current[left] = kept;
      counts[left]--;
      if (counts[left] > 0) break;
      left++;
    }
  }
}

console.log(fannkuch(10));
