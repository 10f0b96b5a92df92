const log = [];
function run(f) {
  try {
    log.push(f());
  } catch (e) {
    log.push("caught " + (e.message ?? e));
  } finally {
    log.push("finally");
  }
}
run(() => 1);
run(() => {
  throw new Error("thrown");
});
run(() => {
  throw 5;
});
run(() => undefined.x);
run(() => (0)());
function result() {
  for (const x of [1, 2, 3]) {
    try {
      if (x === 2) return "two";
    } finally {
      log.push("left " + x);
      if (x === 1) continue;
    }
  }
}
log.push(result());
function nested() {
  try {
    try {
      throw new TypeError("inner");
    } finally {
      log.push("inner finally");
    }
  } catch (e) {
    return e.name + " " + e.message;
  }
}
log.push(nested());
function overrides() {
  try {
    throw new Error("lost");
  } finally {
    return "kept";
  }
}
log.push(overrides());
let where = 0;
try {
  where = 1;
  log.length.x.y;
  where = 2;
} catch {
  log.push("at " + where);
}
console.log(log.join("\n"));
