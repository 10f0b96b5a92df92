#include <doctest/doctest.h>

#include <string>

#include "tests/unit/runtime_builtins/values.h"

// Expected values are what Node prints.
namespace perry::runtime::test {
namespace {

Value bracketed(Isolate& isolate, const Arguments& arguments) {
  return string_value(isolate, '<' + to_utf8(to_string(isolate, arguments[0])) + '>');
}

TEST_CASE("string methods take pieces and search") {
  for (const uint32_t stress : {0u, 3u}) {
    Values v(stress);
    const Value s = v.s("hello world");
    CHECK(v.shown(v.send(s, "at", {v.n(-1)})) == "'d'");
    CHECK(v.shown(v.send(s, "charCodeAt", {v.n(99)})) == "NaN");
    CHECK(v.shown(v.send(v.s("\U0001F600"), "codePointAt", {v.n(0)})) == "128512");
    CHECK(v.shown(v.send(s, "slice", {v.n(-5), v.n(-1)})) == "'worl'");
    CHECK(v.shown(v.send(s, "substring", {v.n(5), v.n(0)})) == "'hello'");
    CHECK(v.shown(v.send(s, "substr", {v.n(-5), v.n(3)})) == "'wor'");
    CHECK(v.shown(v.send(s, "indexOf", {v.s("o"), v.n(5)})) == "7");
    CHECK(v.shown(v.send(s, "lastIndexOf", {v.s("o")})) == "7");
    CHECK(v.shown(v.send(s, "includes", {v.s("wor")})) == "true");
    CHECK(v.shown(v.send(s, "startsWith", {v.s("world"), v.n(6)})) == "true");
    CHECK(v.shown(v.send(s, "endsWith", {v.s("hello"), v.n(5)})) == "true");
    CHECK(v.shown(v.send(s, "split", {v.s("o")})) == "['hell',' w','rld']");
    CHECK(v.shown(v.send(s, "split", {v.s("o"), v.n(2)})) == "['hell',' w']");
    CHECK(v.shown(v.send(v.s("ab"), "split", {v.s("")})) == "['a','b']");
    CHECK(v.shown(v.send(v.s(""), "split", {v.s(",")})) == "['']");
    CHECK(v.shown(v.send(v.s("ab"), "padStart", {v.n(7), v.s("123")})) == "'12312ab'");
    CHECK(v.shown(v.send(v.s("ab"), "padEnd", {v.n(4)})) == "'ab  '");
    CHECK(v.shown(v.send(v.s("ab"), "repeat", {v.n(3)})) == "'ababab'");
    CHECK(v.shown(v.send(v.s(" \t\u3000x\u00a0\n"), "trim")) == "'x'");
    CHECK(v.shown(v.send(v.s("a.b.c"), "replaceAll", {v.s("."), v.s("$$[$&$`$']")})) ==
          "'a$[.ab.c]b$[.a.bc]c'");
    CHECK(v.shown(v.send(v.s("aXbX"), "replace", {v.s("X"), v.function(bracketed)})) == "'a<X>bX'");
    CHECK(v.shown(v.send(v.s("abc"), "replaceAll", {v.s(""), v.s("-")})) == "'-a-b-c-'");
    CHECK(v.shown(v.send(v.s("x"), "anchor", {v.s("\"q\"")})) ==
          "'<a name=\"&quot;q&quot;\">x</a>'");
  }
}

TEST_CASE("a long pattern is found in a long text") {
  Values v;
  const std::string filler(5000, 'a');
  const Value text = v.s(filler + "\u20ac needle in it" + filler);
  CHECK(v.shown(v.send(text, "indexOf", {v.s("needle in it")})) == "5002");
  CHECK(v.shown(v.send(text, "indexOf", {v.s("needle on it")})) == "-1");
  const Value repeated = v.send(v.s("abc"), "repeat", {v.n(100000)});
  CHECK(v.shown(v.property(repeated, "length")) == "300000");
  CHECK(v.shown(v.send(repeated, "lastIndexOf", {v.s("abc")})) == "299997");
}

TEST_CASE("case mapping and normalisation follow Unicode") {
  Values v;
  CHECK(v.shown(v.send(v.s("Stra\u00dfe \u00ff \u00b5"), "toUpperCase")) ==
        "'STRASSE \u0178 \u039c'");
  CHECK(v.shown(v.send(v.s("\u00c4\u00d6\u00dc\u00d7"), "toLowerCase")) ==
        "'\u00e4\u00f6\u00fc\u00d7'");
  CHECK(v.shown(v.send(v.s("\u0130"), "toLowerCase")) == "'i\u0307'");
  CHECK(v.shown(v.send(v.s("\u039f\u0394\u039f\u03a3 \u03a3"), "toLowerCase")) ==
        "'\u03bf\u03b4\u03bf\u03c2 \u03c3'");
  CHECK(v.shown(v.send(v.s("\U00010428"), "toUpperCase")) == "'\U00010400'");
  CHECK(v.shown(v.send(v.s("\ufb03"), "toUpperCase")) == "'FFI'");
  CHECK(v.shown(v.send(v.s("a\u0301\u0323"), "normalize")) == "'\u1ea1\u0301'");
  CHECK(v.shown(v.send(v.s("\u1e9b\u0323"), "normalize", {v.s("NFKC")})) == "'\u1e69'");
  CHECK(v.shown(v.send(v.s("\u1e9b\u0323"), "normalize", {v.s("NFD")})) == "'\u017f\u0323\u0307'");
  CHECK(v.shown(v.send(v.s("\ud55c\uae00"), "normalize", {v.s("NFD")})) ==
        "'\u1112\u1161\u11ab\u1100\u1173\u11af'");
  CHECK(v.shown(v.send(v.s("\u1112\u1161\u11ab"), "normalize")) == "'\ud55c'");
  CHECK(v.error_of([&] { v.send(v.s(""), "normalize", {v.s("x")}); }) ==
        "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.");
}

TEST_CASE("localeCompare orders letters before their case") {
  Values v;
  const auto order = [&](const char* a, const char* b) {
    return v.shown(v.send(v.s(a), "localeCompare", {v.s(b)}));
  };
  CHECK(order("a", "A") == "-1");
  CHECK(order("\u00e1", "A") == "1");
  CHECK(order("ab", "Aa") == "1");
  CHECK(order("_", "a") == "-1");
  CHECK(order("a", "a") == "0");
  CHECK(order("a\u0301", "\u00e1") == "0");
  CHECK(order("\u0001", "") == "0");
}

TEST_CASE("String constructs and refuses") {
  Values v;
  const Value string = v.global("String");
  CHECK(v.shown(v.send(string, "fromCharCode", {v.n(65), v.n(0x20ac)})) == "'A\u20ac'");
  CHECK(v.shown(v.send(string, "fromCodePoint", {v.n(0x1f600)})) == "'\U0001F600'");
  CHECK(v.error_of([&] { v.send(string, "fromCodePoint", {v.n(1.5)}); }) ==
        "RangeError: Invalid code point 1.5");
  CHECK(v.error_of([&] { v.send(v.s("a"), "repeat", {v.n(-1)}); }) ==
        "RangeError: Invalid count value: -1");
  CHECK(v.error_of([&] { v.send(v.s("a"), "padEnd", {v.n(1073741824)}); }) ==
        "RangeError: Invalid string length");
  CHECK(v.error_of([&] { v.on("String", "at", Value::null()); }) ==
        "TypeError: String.prototype.at called on null or undefined");
  CHECK(v.error_of([&] { v.on("String", "valueOf", v.n(1)); }) ==
        "TypeError: String.prototype.valueOf requires that 'this' be a String");
  const Value trim_left = v.property(v.property(string, "prototype"), "trimLeft");
  CHECK(v.shown(v.property(trim_left, "name")) == "'trimStart'");
}

}  // namespace
}  // namespace perry::runtime::test
