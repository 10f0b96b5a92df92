// The product of matrices that are arrays of rows.
function matrix(n, seed) {
  const rows = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) row.push(seed * (i - j) * (i + j));
    rows.push(row);
  }
  return rows;
}

function product(a, b) {
  const n = a.length;
  const transposed = [];
  for (let j = 0; j < n; j++) {
    const column = [];
    for (let i = 0; i < n; i++) column.push(b[i][j]);
    transposed.push(column);
  }
  const rows = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    const left = a[i];
    for (let j = 0; j < n; j++) {
      const right = transposed[j];
      let sum = 0;
      for (let k = 0; k < n; k++) sum += left[k] * right[k];
      row.push(sum);
    }
    rows.push(row);
  }
  return rows;
}

const size = 600;
const result = product(matrix(size, 1 / size / size), matrix(size, 2 / size / size));
console.log(result[size / 2][size / 2].toFixed(6), result[1][size - 1].toFixed(6));
