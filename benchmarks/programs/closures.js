// Closures that are made and called in loops, with variables that change and ones that don't.
function counter(step) {
  let count = 0;
  return { add: () => (count += step), get: () => count };
}

function compose(...functions) {
  return (x) => {
    for (let i = 0; i < functions.length; i++) x = functions[i](x);
    return x;
  };
}

function run(rounds) {
  let total = 0;
  for (let i = 0; i < rounds; i++) {
    const one = counter(i & 7);
    for (let k = 0; k < 10; k++) one.add();
    total += one.get();
  }
  const steps = [];
  for (let i = 1; i <= 5; i++) steps.push((x) => (x * i + 1) % 1000003);
  const all = compose(...steps);
  for (let i = 0; i < rounds; i++) total += all(i);
  return total;
}

console.log(run(1500000));
