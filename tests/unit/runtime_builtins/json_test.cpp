#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "tests/unit/runtime_builtins/values.h"

// Expected values are what Node prints.
namespace perry::runtime::test {
namespace {

std::string parsed(Values& v, std::string_view text) {
  const Value json = v.global("JSON");
  return v.shown(v.send(json, "stringify", {v.send(json, "parse", {v.s(text)})}));
}

TEST_CASE("JSON texts are read and written") {
  for (const uint32_t stress : {0u, 3u}) {
    Values v(stress);
    CHECK(parsed(v, R"( {"b":[1,2.5,-0,1e3,{"x":null}],"a":"\u00e9\n\ud83d\ude00","1":true} )") ==
          R"('{"1":true,"b":[1,2.5,0,1000,{"x":null}],"a":"é\n😀"}')");
    CHECK(parsed(v, R"({"a":1,"a":{"b":[]}})") == R"('{"a":{"b":[]}}')");
    CHECK(parsed(v, R"("\ud800")") == R"('"\ud800"')");
    CHECK(parsed(v, "[[[[]]],{}]") == "'[[[[]]],{}]'");
  }
}

TEST_CASE("errors of JSON.parse are V8's") {
  constexpr std::pair<const char*, const char*> kCases[] = {
      {"", "Unexpected end of JSON input"},
      {"{", "Expected property name or '}' in JSON at position 1 (line 1 column 2)"},
      {"{\"a\"", "Expected ':' after property name in JSON at position 4 (line 1 column 5)"},
      {"{\"a\":1",
       "Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7)"},
      {"{\"a\":1,}",
       "Expected double-quoted property name in JSON at position 7 (line 1 column 8)"},
      {"[1 2]", "Expected ',' or ']' after array element in JSON at position 3 (line 1 column 4)"},
      {"[1,]", "Unexpected token ']', \"[1,]\" is not valid JSON"},
      {"trux", "Unexpected token 'x', \"trux\" is not valid JSON"},
      {"tru", "Unexpected end of JSON input"},
      {"-a", "No number after minus sign in JSON at position 1 (line 1 column 2)"},
      {"1.", "Unterminated fractional number in JSON at position 2 (line 1 column 3)"},
      {"1e+", "Exponent part is missing a number in JSON at position 3 (line 1 column 4)"},
      {"01", "Unexpected number in JSON at position 1 (line 1 column 2)"},
      {"1 2", "Unexpected non-whitespace character after JSON at position 2 (line 1 column 3)"},
      {"\"abc", "Unterminated string in JSON at position 4 (line 1 column 5)"},
      {"\"a\nb\"",
       "Bad control character in string literal in JSON at position 2 (line 1 column 3)"},
      {"\"\\u12G4\"", "Bad Unicode escape in JSON at position 5 (line 1 column 6)"},
      {"\"\\q\"", "Bad escaped character in JSON at position 2 (line 1 column 3)"},
      {"\"\\", "Unexpected end of JSON input"},
      {"undefined", "\"undefined\" is not valid JSON"},
      {"this is a long string which fails",
       "Unexpected token 'h', \"this is a l\"... is not valid JSON"},
      {"[1,2,3,4,5,6,7,8,9,10,x,1,2,3,4,5,6,7]",
       "Unexpected token 'x', ...\",7,8,9,10,x,1,2,3,4,\"... is not valid JSON"},
      {"[1,2,3,4,5,6,7,8,9,10,11,12,13,14,x",
       "Unexpected token 'x', ...\",12,13,14,x\" is not valid JSON"},
  };
  Values v;
  for (const auto& [text, message] : kCases) {
    CHECK(v.error_of([&] { v.send(v.global("JSON"), "parse", {v.s(text)}); }) ==
          "SyntaxError: " + std::string(message));
  }
}

Value show_source(Isolate& isolate, const Arguments& arguments) {
  const Value source = get(isolate, arguments[2].as<Object>(), names::source);
  return source.is_undefined() ? arguments[1] : source;
}

TEST_CASE("a reviver sees the source of primitives") {
  Values v;
  const Value json = v.global("JSON");
  const Value value = v.send(
      json, "parse", {v.s("{\"a\":1.0,\"b\":[-0,\"x\"],\"a\":2.50}"), v.function(show_source)});
  CHECK(v.shown(v.send(json, "stringify", {value})) == R"('{"a":"2.50","b":["-0","\"x\""]}')");
}

TEST_CASE("JSON.stringify indents, selects and refuses") {
  Values v;
  const Value json = v.global("JSON");
  const Value object =
      v.object({{"a", v.numbers({1, 2})}, {"b", Value::undefined()}, {"c", v.s("x")}});
  CHECK(v.shown(v.send(json, "stringify", {object})) == R"('{"a":[1,2],"c":"x"}')");
  CHECK(v.shown(v.send(json, "stringify", {object, Value::null(), v.n(2)})) ==
        "'{\n  \"a\": [\n    1,\n    2\n  ],\n  \"c\": \"x\"\n}'");
  CHECK(v.shown(v.send(json, "stringify", {object, v.list({v.s("c"), v.s("c")})})) ==
        R"('{"c":"x"}')");
  CHECK(v.shown(v.send(json, "stringify", {Value::undefined()})) == "undefined");
  CHECK(v.shown(v.send(json, "stringify", {v.numbers({NAN, INFINITY, -0.0})})) ==
        "'[null,null,0]'");
  const Value raw = v.send(json, "rawJSON", {v.s("1e1000")});
  CHECK(v.shown(v.send(json, "stringify", {v.list({raw})})) == "'[1e1000]'");
  const Value inner = v.list({});
  const Value outer = v.object({{"x", v.object({{"y", inner}})}});
  v.send(inner, "push", {outer});
  CHECK(v.error_of([&] { v.send(json, "stringify", {outer}); }) ==
        "TypeError: Converting circular structure to JSON\n"
        "    --> starting at object with constructor 'Object'\n"
        "    |     property 'x' -> object with constructor 'Object'\n"
        "    |     property 'y' -> object with constructor 'Array'\n"
        "    --- index 0 closes the circle");
}

TEST_CASE("global functions") {
  Values v;
  const auto run = [&](const char* name, const char* text) {
    return v.shown(call(v.isolate(), v.global(name), Value::undefined(), {v.s(text)}));
  };
  CHECK(run("parseInt", " 0x1fz") == "31");
  CHECK(run("parseFloat", "3.5e2abc") == "350");
  CHECK(run("isNaN", "x") == "true");
  CHECK(run("encodeURIComponent", "a b&\u00e9\U0001F600") == "'a%20b%26%C3%A9%F0%9F%98%80'");
  CHECK(run("encodeURI", "a b&#;") == "'a%20b&#;'");
  CHECK(run("decodeURIComponent", "%F0%9F%98%80%26") == "'\U0001F600&'");
  CHECK(run("decodeURI", "%26%20") == "'%26 '");
  CHECK(run("escape", "\u00e9\u20ac+ ") == "'%E9%u20AC+%20'");
  CHECK(run("unescape", "%E9%u20AC%zz") == "'\u00e9\u20ac%zz'");
  for (const char* bad : {"%", "%C3", "%ED%A0%80", "%FF", "%C0%80"}) {
    CHECK(v.error_of([&] {
      call(v.isolate(), v.global("decodeURIComponent"), Value::undefined(), {v.s(bad)});
    }) == "URIError: URI malformed");
  }
}

}  // namespace
}  // namespace perry::runtime::test
