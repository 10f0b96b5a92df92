#include <doctest/doctest.h>

#include <string>

#include "tests/unit/runtime_builtins/values.h"

// Expected values are what Node prints.
namespace perry::runtime::test {
namespace {

TEST_CASE("numbers are formatted") {
  Values v;
  CHECK(v.shown(v.send(v.n(1.005), "toFixed", {v.n(2)})) == "'1.00'");
  CHECK(v.shown(v.send(v.n(123.456), "toPrecision", {v.n(4)})) == "'123.5'");
  CHECK(v.shown(v.send(v.n(0), "toExponential")) == "'0e+0'");
  CHECK(v.shown(v.send(v.n(255), "toString", {v.n(16)})) == "'ff'");
  CHECK(v.shown(v.send(v.n(1234567.8915), "toLocaleString")) == "'1,234,567.892'");
  CHECK(v.shown(v.send(v.n(1e21), "toLocaleString")) == "'1,000,000,000,000,000,000,000'");
  CHECK(v.shown(v.send(v.n(-0.0004), "toLocaleString")) == "'-0'");
  CHECK(v.error_of([&] { v.send(v.n(1), "toFixed", {v.n(101)}); }) ==
        "RangeError: toFixed() digits argument must be between 0 and 100");
  CHECK(v.error_of([&] { v.send(v.n(1), "toString", {v.n(1)}); }) ==
        "RangeError: toString() radix argument must be between 2 and 36");
  CHECK(v.error_of([&] { v.on("Number", "valueOf", v.s("a")); }) ==
        "TypeError: Number.prototype.valueOf requires that 'this' be a Number");
}

TEST_CASE("Math") {
  Values v;
  const Value math = v.global("Math");
  const auto run = [&](const char* name, std::initializer_list<Value> arguments) {
    return v.shown(v.send(math, name, arguments));
  };
  CHECK(run("round", {v.n(-0.5)}) == "-0");
  CHECK(run("round", {v.n(2.5)}) == "3");
  CHECK(run("round", {v.n(0.49999999999999994)}) == "0");
  CHECK(run("round", {v.n(4503599627370495.5)}) == "4503599627370496");
  CHECK(run("max", {}) == "-Infinity");
  CHECK(run("max", {v.n(-0.0), v.n(0)}) == "0");
  CHECK(run("min", {v.n(0), v.n(-0.0)}) == "-0");
  CHECK(run("hypot", {v.n(3), v.n(4)}) == "5");
  CHECK(run("hypot", {v.n(NAN), v.n(INFINITY)}) == "Infinity");
  CHECK(run("clz32", {v.n(1)}) == "31");
  CHECK(run("imul", {v.n(0xffffffff), v.n(5)}) == "-5");
  CHECK(run("fround", {v.n(5.05)}) == "5.050000190734863");
  CHECK(run("f16round", {v.n(5.05)}) == "5.05078125");
  CHECK(run("f16round", {v.n(65519)}) == "65504");
  CHECK(run("f16round", {v.n(65520)}) == "Infinity");
  CHECK(run("f16round", {v.n(2.9802322387695312e-8)}) == "0");
  CHECK(run("f16round", {v.n(5e-8)}) == "5.960464477539063e-8");
  CHECK(run("pow", {v.n(1), v.n(INFINITY)}) == "NaN");
  CHECK(run("sign", {v.n(-3)}) == "-1");
  CHECK(run("cbrt", {v.n(-27)}) == "-3");
  CHECK(run("cbrt", {v.n(1e-310)}) == "4.641588833612774e-104");
  CHECK(run("cbrt", {v.n(100)}) == "4.641588833612779");
  CHECK(run("sumPrecise", {v.numbers({1e20, 0.1, -1e20})}) == "0.1");
  CHECK(run("sumPrecise", {v.numbers({})}) == "-0");
  CHECK(run("sumPrecise", {v.numbers({1e308, 1e308, 0.1, 0.1, 1e30, 0.1, -1e30, -1e308,
                                      -1e308})}) == "0.30000000000000004");
  CHECK(run("sumPrecise", {v.numbers({5e-324, 5e-324, -5e-324})}) == "5e-324");
  CHECK(run("sumPrecise", {v.numbers({1.7976931348623157e308, 1.7976931348623157e308})}) ==
        "Infinity");
  CHECK(run("sumPrecise", {v.numbers({9007199254740992, 1, 5e-324})}) == "9007199254740994");
  CHECK(run("sumPrecise", {v.numbers({9007199254740992, 1, -5e-324})}) == "9007199254740992");
  const double random = v.send(math, "random").as_number();
  CHECK((random >= 0 && random < 1));
}

TEST_CASE("BigInt") {
  Values v;
  const Value bigint = v.global("BigInt");
  const Value big = call(v.isolate(), bigint, Value::undefined(), {v.s("0xffffffffffffffff")});
  CHECK(v.shown(big) == "18446744073709551615n");
  CHECK(v.shown(v.send(bigint, "asIntN", {v.n(64), big})) == "-1n");
  CHECK(v.shown(v.send(big, "toLocaleString")) == "'18,446,744,073,709,551,615'");
  CHECK(v.error_of([&] { construct(v.isolate(), bigint, {v.n(1)}); }) ==
        "TypeError: BigInt is not a constructor");
  CHECK(v.error_of([&] { call(v.isolate(), bigint, Value::undefined(), {v.n(1.5)}); }) ==
        "RangeError: The number 1.5 cannot be converted to a BigInt because it is not an integer");
}

TEST_CASE("Reflect and Proxy") {
  Values v;
  const Value reflect = v.global("Reflect");
  const Value object = v.object({{"b", v.n(1)}, {"1", v.n(2)}});
  CHECK(v.shown(v.send(reflect, "ownKeys", {object})) == "['1','b']");
  CHECK(v.shown(v.send(reflect, "has", {object, v.s("b")})) == "true");
  CHECK(v.error_of([&] { v.send(reflect, "get", {v.n(1)}); }) ==
        "TypeError: Reflect.get called on non-object");
  const Value pair = v.send(v.global("Proxy"), "revocable", {object, v.object({})});
  const Value proxy = v.property(pair, "proxy");
  CHECK(v.shown(v.property(proxy, "b")) == "1");
  v.send(pair, "revoke");
  CHECK(v.error_of([&] { v.property(proxy, "b"); }) ==
        "TypeError: Cannot perform 'get' on a proxy that has been revoked");
}

}  // namespace
}  // namespace perry::runtime::test
