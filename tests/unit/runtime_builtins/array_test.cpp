#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/runtime_builtins/values.h"

// Expected values are what Node prints.
namespace perry::runtime::test {
namespace {

Value greater_than_two(Isolate&, const Arguments& arguments) {
  return Value::boolean(arguments[0].as_number() > 2);
}
Value times_ten(Isolate&, const Arguments& arguments) {
  return Value::number(arguments[0].as_number() * 10);
}
Value difference(Isolate&, const Arguments& arguments) {
  return Value::number(arguments[0].as_number() - arguments[1].as_number());
}
Value by_first(Isolate& isolate, const Arguments& arguments) {
  const PropertyKey first = PropertyKey::from_index(0);
  return Value::number(get(isolate, arguments[0].as<Object>(), first).as_number() -
                       get(isolate, arguments[1].as<Object>(), first).as_number());
}
Value nonsense(Isolate&, const Arguments&) {
  static uint32_t state = 1;
  state = state * 1664525 + 1013904223;
  return Value::number(static_cast<double>(state >> 16 & 3) - 1);
}
Value sum_of_two(Isolate&, const Arguments& arguments) {
  return Value::number(arguments[0].as_number() + arguments[1].as_number());
}

TEST_CASE("array methods read, copy and search") {
  for (const uint32_t stress : {0u, 7u}) {
    Values v(stress);
    const Value undefined = Value::undefined();
    const Value a = v.numbers({1, 2, 3, 4});
    CHECK(v.shown(v.send(a, "at", {v.n(-1)})) == "4");
    CHECK(v.shown(v.send(a, "slice", {v.n(1), v.n(-1)})) == "[2,3]");
    CHECK(v.shown(v.send(a, "concat", {v.numbers({5}), v.n(6), v.s("x")})) == "[1,2,3,4,5,6,'x']");
    CHECK(v.shown(v.send(a, "includes", {v.n(3)})) == "true");
    CHECK(v.shown(v.send(v.numbers({NAN}), "includes", {v.n(NAN)})) == "true");
    CHECK(v.shown(v.send(v.numbers({NAN}), "indexOf", {v.n(NAN)})) == "-1");
    CHECK(v.shown(v.send(a, "indexOf", {v.n(3)})) == "2");
    CHECK(v.shown(v.send(a, "lastIndexOf", {v.n(3), v.n(-3)})) == "-1");
    CHECK(v.shown(v.send(a, "join", {v.s("-")})) == "'1-2-3-4'");
    CHECK(v.shown(v.send(v.list({Value::null(), undefined, v.s("x")}), "toString")) == "',,x'");
    CHECK(v.shown(v.send(a, "toReversed")) == "[4,3,2,1]");
    CHECK(v.shown(v.send(a, "with", {v.n(-1), v.s("w")})) == "[1,2,3,'w']");
    CHECK(v.shown(v.send(a, "toSpliced", {v.n(1), v.n(2), v.s("y")})) == "[1,'y',4]");
    const Value nested = v.list({v.n(1), v.list({v.n(2), v.list({v.n(3), v.list({v.n(4)})})})});
    CHECK(v.shown(v.send(nested, "flat")) == "[1,2,[3,[4]]]");
    CHECK(v.shown(v.send(nested, "flat", {v.n(INFINITY)})) == "[1,2,3,4]");
    CHECK(v.shown(a) == "[1,2,3,4]");
  }
}

TEST_CASE("array methods call back") {
  Values v;
  const Value a = v.numbers({1, 2, 3, 4});
  const Value big = v.function(greater_than_two);
  CHECK(v.shown(v.send(a, "map", {v.function(times_ten)})) == "[10,20,30,40]");
  CHECK(v.shown(v.send(a, "filter", {big})) == "[3,4]");
  CHECK(v.shown(v.send(a, "some", {big})) == "true");
  CHECK(v.shown(v.send(a, "every", {big})) == "false");
  CHECK(v.shown(v.send(a, "find", {big})) == "3");
  CHECK(v.shown(v.send(a, "findLast", {big})) == "4");
  CHECK(v.shown(v.send(a, "findIndex", {big})) == "2");
  CHECK(v.shown(v.send(a, "findLastIndex", {big})) == "3");
  CHECK(v.shown(v.send(a, "reduce", {v.function(sum_of_two)})) == "10");
  CHECK(v.shown(v.send(a, "reduceRight", {v.function(sum_of_two), v.n(5)})) == "15");
  // Holes are left out, and stay holes.
  const Value holey = v.list({v.n(1), Value(), v.n(3)});
  CHECK(v.shown(v.send(holey, "map", {v.function(times_ten)})) == "[10,,30]");
  CHECK(v.shown(v.send(holey, "filter", {big})) == "[3]");
  // What map fills from its beginning has no holes.
  CHECK(v.send(a, "map", {v.function(times_ten)}).as<Array>()->elements_kind() ==
        ElementsKind::PackedDouble);
}

TEST_CASE("array methods change in place") {
  for (const uint32_t stress : {0u, 5u}) {
    Values v(stress);
    const Value a = v.numbers({1, 2, 3});
    CHECK(v.shown(v.send(a, "push", {v.n(4), v.s("x")})) == "5");
    CHECK(v.shown(v.send(a, "pop")) == "'x'");
    CHECK(v.shown(v.send(a, "shift")) == "1");
    CHECK(v.shown(v.send(a, "unshift", {v.s("a"), v.s("b")})) == "5");
    CHECK(v.shown(a) == "['a','b',2,3,4]");
    CHECK(v.shown(v.send(a, "splice", {v.n(1), v.n(2), v.n(7), v.n(8), v.n(9)})) == "['b',2]");
    CHECK(v.shown(a) == "['a',7,8,9,3,4]");
    CHECK(v.shown(v.send(a, "splice", {v.n(-2)})) == "[3,4]");
    CHECK(v.shown(v.send(a, "reverse")) == "[9,8,7,'a']");
    CHECK(v.shown(v.send(a, "copyWithin", {v.n(1), v.n(0), v.n(2)})) == "[9,9,8,'a']");
    CHECK(v.shown(v.send(a, "fill", {Value::null(), v.n(-1)})) == "[9,9,8,null]");
    const Value holey = v.list({Value(), v.n(2), Value(), v.n(1), Value::undefined()});
    CHECK(v.shown(v.send(holey, "sort")) == "[1,2,undefined,,]");
    // A packed array of objects, long enough to be a large cell, survives being moved about.
    const Value large = v.list({});
    for (int i = 0; i < 3000; ++i) v.send(large, "push", {v.object({{"i", v.n(i)}})});
    for (int i = 0; i < 10; ++i) {
      v.send(large, "unshift", {v.object({{"i", v.n(-1 - i)}})});
      v.send(large, "splice", {v.n(100), v.n(1), v.object({{"i", v.n(i)}})});
    }
    CHECK(v.shown(v.property(v.send(large, "at", {v.n(-1)}), "i")) == "2999");
    CHECK(v.shown(v.property(v.send(large, "shift"), "i")) == "-10");
    CHECK(v.shown(v.property(large, "length")) == "3009");
  }
}

TEST_CASE("sort is stable, and survives comparators without sense") {
  Values v;
  Isolate& isolate = v.isolate();
  CHECK(v.shown(v.send(v.numbers({10, 9, 1, 100, 2}), "sort")) == "[1,10,100,2,9]");
  CHECK(v.shown(v.send(v.numbers({10, 9, 1, 100, 2}), "sort", {v.function(difference)})) ==
        "[1,2,9,10,100]");
  CHECK(v.shown(v.send(v.list({v.s("b"), Value::undefined(), v.s("a")}), "toSorted")) ==
        "['a','b',undefined]");
  const Value pairs = v.list({});
  uint32_t state = 7;
  for (int i = 0; i < 1000; ++i) {
    state = state * 1664525 + 1013904223;
    v.send(pairs, "push", {v.numbers({static_cast<double>(state >> 28), static_cast<double>(i)})});
  }
  v.send(pairs, "sort", {v.function(by_first)});
  double last_key = -1;
  double last_index = -1;
  for (uint32_t i = 0; i < 1000; ++i) {
    auto* pair = get(isolate, pairs.as<Object>(), PropertyKey::from_index(i)).as<Object>();
    const double key = get(isolate, pair, PropertyKey::from_index(0)).as_number();
    const double index = get(isolate, pair, PropertyKey::from_index(1)).as_number();
    CHECK((key > last_key || (key == last_key && index > last_index)));
    last_key = key;
    last_index = index;
  }
  const Value chaos = v.list({});
  for (int i = 0; i < 500; ++i) v.send(chaos, "push", {v.n(i)});
  v.send(chaos, "sort", {v.function(nonsense)});
  v.send(chaos, "sort", {v.function(difference)});
  for (uint32_t i = 0; i < 500; ++i) {
    CHECK(get(isolate, chaos.as<Object>(), PropertyKey::from_index(i)).as_number() == i);
  }
}

TEST_CASE("array methods work on array-likes of any length") {
  Values v;
  const Value huge =
      v.object({{"length", v.n(9007199254740991.0)}, {"9007199254740990", v.s("last")}});
  CHECK(v.shown(v.on("Array", "at", huge, {v.n(-1)})) == "'last'");
  CHECK(v.shown(v.on("Array", "pop", huge)) == "'last'");
  CHECK(v.shown(v.property(huge, "length")) == "9007199254740990");
  CHECK(v.error_of([&] { v.on("Array", "push", huge, {v.n(1), v.n(2)}); }) ==
        "TypeError: Pushing 2 elements on an array-like of length 9007199254740990 is disallowed, "
        "as the total surpasses 2**53-1");
  CHECK(v.error_of([&] { v.on("Array", "map", Value::null(), {v.n(1)}); }) ==
        "TypeError: Array.prototype.map called on null or undefined");
  CHECK(v.error_of([&] { v.send(v.list({}), "map", {v.s("abc")}); }) ==
        "TypeError: abc is not a function");
  CHECK(v.error_of([&] { v.send(v.list({}), "reduce", {v.function(sum_of_two)}); }) ==
        "TypeError: Reduce of empty array with no initial value");
  CHECK(v.error_of([&] { v.send(v.list({}), "with", {v.n(1), v.n(2)}); }) ==
        "RangeError: Invalid index : 1");
  CHECK(v.error_of([&] { v.send(v.list({}), "sort", {v.n(1)}); }) ==
        "TypeError: The comparison function must be either a function or undefined");
}

TEST_CASE("Array makes arrays") {
  Values v;
  const Value array = v.global("Array");
  CHECK(v.shown(v.send(array, "of", {v.n(7), v.s("x")})) == "[7,'x']");
  CHECK(v.shown(v.send(array, "from", {v.s("a\U0001F600b")})) == "['a','\U0001F600','b']");
  const Value like = v.object({{"length", v.n(3)}, {"1", v.n(5)}});
  CHECK(v.shown(v.send(array, "from", {like})) == "[undefined,5,undefined]");
  CHECK(v.shown(v.send(array, "from", {v.numbers({1, 2}), v.function(times_ten)})) == "[10,20]");
  CHECK(v.error_of([&] { v.send(array, "from", {Value::null()}); }) ==
        "TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))");
  CHECK(v.error_of([&] { construct(v.isolate(), array, {v.n(-1)}); }) ==
        "RangeError: Invalid array length");
  CHECK(v.shown(v.property(v.property(array, "from"), "length")) == "1");
  CHECK(v.shown(v.property(v.property(array, "from"), "name")) == "'from'");
}

}  // namespace
}  // namespace perry::runtime::test
