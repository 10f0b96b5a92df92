#include <doctest/doctest.h>

#include "tests/unit/runtime_builtins/values.h"

namespace perry::runtime::test {
namespace {

Value count_of(Isolate&, const Arguments& arguments) {
  return Value::number(static_cast<double>(arguments.count()));
}

TEST_CASE("functions are called and bound with as many arguments as there are") {
  Values v;
  const Value function = v.function(count_of);
  const auto run = [&](Value called, std::initializer_list<Value> arguments) {
    return v.shown(call(v.isolate(), called, Value::undefined(), arguments));
  };
  CHECK(v.shown(v.send(function, "call")) == "0");
  CHECK(v.shown(v.send(function, "call", {v.n(1), v.n(2), v.n(3)})) == "2");
  CHECK(run(v.send(function, "bind"), {}) == "0");
  CHECK(run(v.send(function, "bind", {v.n(1)}), {v.n(2)}) == "1");
  CHECK(run(v.send(function, "bind", {v.n(1), v.n(2)}), {v.n(3)}) == "2");
  // Without a callback a promise is rejected, not an error thrown.
  CHECK(v.error_of([&] { v.send(v.global("Promise"), "try"); }).empty());
}

}  // namespace
}  // namespace perry::runtime::test
