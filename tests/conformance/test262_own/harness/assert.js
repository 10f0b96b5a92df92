// As much of test262's harness as the tests of the runner need.
function assert(condition, message) {
  if (condition !== true) throw new Test262Error(message);
}
var harnessStrictness = (function () { return this === undefined; })();
