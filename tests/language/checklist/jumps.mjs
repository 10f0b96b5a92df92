// L15: break, continue and return out of catch and finally, in loops of generators of both kinds.
const log = [];
async function* events(fail) {
  let attempt = 0;
  outer: for (;;) {
    attempt++;
    try {
      for (const item of [1, 2, 3]) {
        if (fail(attempt, item)) throw new Error(`at ${attempt}.${item}`);
        const sent = yield `${attempt}.${item}`;
        if (sent === "skip") continue outer;
        if (sent === "stop") break outer;
      }
      return "done";
    } catch (e) {
      log.push(e.message);
      if (attempt < 3) continue;
      if (attempt === 3) break;
    } finally {
      log.push("finally " + attempt);
    }
  }
  yield "after";
}
for await (const v of events((attempt, item) => attempt < 3 && item === 2)) log.push(v);
for await (const v of events((attempt) => attempt <= 3)) log.push(v);
const stream = events(() => false);
log.push((await stream.next()).value, (await stream.throw(new Error("thrown in"))).value);
log.push((await stream.next("skip")).value, (await stream.next("stop")).value, (await stream.next()).done);
const left = events(() => false);
await left.next();
log.push(JSON.stringify(await left.return("early")));
console.log(log.join("\n"));

function* numbers() {
  let i = 0;
  while (true) {
    try {
      try {
        if (i++ > 4) return "end";
        if (i % 2) throw i;
        yield i;
      } finally {
        if (i === 3) continue;
      }
    } catch (e) {
      yield "caught " + e;
      do { if (e === 5) break; } while (false);
      continue;
    }
    yield "behind " + i;
  }
}
console.log([...numbers()]);
const g = numbers();
console.log(g.next(), g.next(), g.throw("x"), g.next(), g.return("r"), g.next());
