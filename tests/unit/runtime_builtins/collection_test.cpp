#include <doctest/doctest.h>

#include <string>

#include "tests/unit/runtime_builtins/values.h"

// Expected values are what Node prints.
namespace perry::runtime::test {
namespace {

Value made(Values& v, const char* name, Value argument = Value::undefined()) {
  return construct(v.isolate(), v.global(name), {argument});
}
std::string all(Values& v, Value iterable) {
  return v.shown(v.send(v.global("Array"), "from", {iterable}));
}
Value is_odd(Isolate&, const Arguments& arguments) {
  return Value::cell(static_cast<int>(arguments[0].as_number()) % 2 == 1 ? names::add.get()
                                                                         : names::and_.get());
}
Value add_ten(Isolate&, const Arguments& arguments) {
  return Value::number(arguments[0].as_number() + 10);
}
Value pair_of(Isolate& isolate, const Arguments& arguments) {
  const Value pair[] = {arguments[0], arguments[0]};
  return Value::cell(new_array(isolate, pair, 2));
}

TEST_CASE("maps keep the order of insertion") {
  for (const uint32_t stress : {0u, 11u}) {
    Values v(stress);
    const Value map =
        made(v, "Map", v.list({v.list({v.s("a"), v.n(1)}), v.list({v.s("b"), v.n(2)})}));
    v.send(map, "set", {v.s("c"), v.n(3)});
    v.send(map, "set", {v.s("a"), v.n(9)});
    CHECK(v.shown(v.send(map, "delete", {v.s("b")})) == "true");
    v.send(map, "set", {v.s("b"), v.n(4)});
    CHECK(all(v, map) == "[['a',9],['c',3],['b',4]]");
    CHECK(v.shown(v.property(map, "size")) == "3");
    v.send(map, "set", {v.n(-0.0), v.s("zero")});
    CHECK(v.shown(v.send(map, "get", {v.n(0)})) == "'zero'");
    v.send(map, "set", {v.n(NAN), v.s("nan")});
    CHECK(v.shown(v.send(map, "get", {v.n(NAN)})) == "'nan'");
    // Equal text in different cells is one key.
    CHECK(v.shown(v.send(map, "has", {v.send(v.s("xa"), "slice", {v.n(1)})})) == "true");
    const Value key = v.object({});
    v.send(map, "set", {key, v.n(7)});
    CHECK(v.shown(v.send(map, "get", {key})) == "7");
    CHECK(v.shown(v.send(map, "get", {v.object({})})) == "undefined");
  }
}

TEST_CASE("a cursor stays right while its map changes") {
  Values v;
  const Value map = made(v, "Map");
  for (int i = 0; i < 10; ++i) v.send(map, "set", {v.n(i), v.n(i)});
  const Value keys = v.send(map, "keys");
  for (int i = 0; i < 5; ++i) v.send(keys, "next");
  for (int i = 0; i < 8; ++i) v.send(map, "delete", {v.n(i)});
  for (int i = 100; i < 200; ++i) v.send(map, "set", {v.n(i), v.n(i)});
  CHECK(v.shown(v.property(v.send(keys, "next"), "value")) == "8");
  CHECK(v.shown(v.property(v.send(keys, "next"), "value")) == "9");
  CHECK(v.shown(v.property(v.send(keys, "next"), "value")) == "100");
  v.send(map, "clear");
  v.send(map, "set", {v.s("new"), v.n(1)});
  CHECK(v.shown(v.property(v.send(keys, "next"), "value")) == "'new'");
  CHECK(v.shown(v.property(v.send(keys, "next"), "done")) == "true");
  v.send(map, "set", {v.s("late"), v.n(1)});
  CHECK(v.shown(v.property(v.send(keys, "next"), "done")) == "true");
}

TEST_CASE("sets combine") {
  Values v;
  const Value a = made(v, "Set", v.numbers({1, 2, 3, 4}));
  const Value b = made(v, "Set", v.numbers({6, 4, 2}));
  CHECK(all(v, v.send(a, "union", {b})) == "[1,2,3,4,6]");
  CHECK(all(v, v.send(a, "intersection", {b})) == "[4,2]");
  CHECK(all(v, v.send(b, "intersection", {a})) == "[4,2]");
  CHECK(all(v, v.send(a, "difference", {b})) == "[1,3]");
  CHECK(all(v, v.send(a, "symmetricDifference", {b})) == "[1,3,6]");
  CHECK(v.shown(v.send(a, "isDisjointFrom", {b})) == "false");
  CHECK(v.shown(v.send(made(v, "Set", v.numbers({2})), "isSubsetOf", {b})) == "true");
  CHECK(v.shown(v.send(b, "isSupersetOf", {made(v, "Set", v.numbers({6}))})) == "true");
  const Value groups =
      v.send(v.global("Map"), "groupBy", {v.numbers({1, 2, 3}), v.function(is_odd)});
  CHECK(all(v, groups) == "[['add',[1,3]],['and',[2]]]");
}

TEST_CASE("collections refuse what is none") {
  Values v;
  CHECK(v.error_of([&] { v.on("Map", "get", v.object({}), {v.n(1)}); }) ==
        "TypeError: Method Map.prototype.get called on incompatible receiver #<Object>");
  CHECK(v.error_of([&] { made(v, "Map", v.numbers({1})); }) ==
        "TypeError: Iterator value 1 is not an entry object");
  CHECK(v.error_of([&] { made(v, "Set", v.n(1)); }) ==
        "TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))");
  CHECK(v.error_of([&] { call(v.isolate(), v.global("Map"), Value::undefined()); }) ==
        "TypeError: Constructor Map requires 'new'");
}

TEST_CASE("iterators map, filter, take and drop lazily") {
  Values v;
  const auto values = [&] { return v.send(v.numbers({1, 2, 3, 4, 5}), "values"); };
  CHECK(v.shown(v.send(v.send(values(), "map", {v.function(add_ten)}), "toArray")) ==
        "[11,12,13,14,15]");
  CHECK(v.shown(v.send(v.send(v.send(values(), "drop", {v.n(1)}), "take", {v.n(3)}), "toArray")) ==
        "[2,3,4]");
  CHECK(v.shown(v.send(v.send(v.send(values(), "take", {v.n(2)}), "flatMap", {v.function(pair_of)}),
                       "toArray")) == "[1,1,2,2]");
  CHECK(v.error_of([&] { v.send(values(), "take", {v.n(-1)}); }) ==
        "RangeError: -1 must be positive");
  const Value helper = v.send(values(), "take", {v.n(9)});
  v.send(helper, "next");
  CHECK(v.shown(v.property(v.send(helper, "return"), "done")) == "true");
  CHECK(v.shown(v.property(v.send(helper, "next"), "done")) == "true");
  const Value next = v.function([](Isolate& isolate, const Arguments&) {
    Object* result = new_object(isolate);
    create_data_property(isolate, result, names::value, Value::number(5));
    return Value::cell(result);
  });
  const Value wrapped = v.send(v.global("Iterator"), "from", {v.object({{"next", next}})});
  CHECK(v.shown(v.send(v.send(wrapped, "take", {v.n(2)}), "toArray")) == "[5,5]");
}

}  // namespace
}  // namespace perry::runtime::test
