function name(n) {
  switch (n) {
    case 0:
      return "zero";
    case 1:
    case 2:
      n += 10;
    case "s":
      return "fell " + n;
    default:
      return "else";
  }
}
console.log([0, 1, 2, "s", 3].map(name).join());
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
let n = 0;
do n++;
while (n < 5);
while (true) if (n-- < 0) break;
console.log(n);
for (const key in { a: 1, b: 2, 1: 3 }) console.log(key);
for (const x of new Set([1, 2, 2])) console.log(x);
console.log(null ?? "a", 0 || "b", 1 && "c", undefined?.x);
let u;
u ??= 5;
u &&= u + 1;
console.log(u, (1, 2), void 0, n ? "yes" : "no");
