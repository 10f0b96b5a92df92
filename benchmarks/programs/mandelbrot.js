// Doubles in local variables, nothing else.
function iterations(cr, ci, limit) {
  let zr = 0, zi = 0, count = 0;
  while (count < limit && zr * zr + zi * zi <= 4) {
    const next = zr * zr - zi * zi + cr;
    zi = 2 * zr * zi + ci;
    zr = next;
    count++;
  }
  return count;
}

function checksum(size, limit) {
  let sum = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      sum = (sum * 31 + iterations((2 * x) / size - 1.5, (2 * y) / size - 1, limit)) | 0;
  return sum;
}

console.log(checksum(1000, 200));
