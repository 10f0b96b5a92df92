const log = (...args) => console.log(...args);
async function f(x) {
  log("start", x);
  const y = await x;
  log("after", y);
  try {
    await Promise.reject(new Error("no"));
  } catch (e) {
    log("caught", e.message);
  }
  return y * 2;
}
function* numbers(n) {
  for (let i = 0; i < n; i++) {
    try {
      const sent = yield i;
      if (sent) log("sent", sent);
    } finally {
      log("step", i);
    }
  }
  return "done";
}
const p = f(21);
log("between");
p.then((v) => log("result", v));
const g = numbers(3);
log(g.next().value, g.next("hello").value, g.return(9).value, g.next().done);
log([...numbers(2)].join());
async function* stream() {
  yield 1;
  yield Promise.resolve(2);
}
for await (const v of stream()) log("stream", v);
setTimeout(() => log("timeout"), 0);
await null;
log("end");
