#include "support/json/json.h"

#include <doctest/doctest.h>

#include <string>

using namespace perry::support;

namespace {

std::string text_of(const JsonDocument& json, JsonId id) {
  std::string out;
  bool is_first = true;
  auto separate = [&] {
    if (!is_first) out += ',';
    is_first = false;
  };
  switch (json.kind(id)) {
    case JsonKind::Null:
      return "null";
    case JsonKind::Boolean:
      return json.boolean(id) ? "true" : "false";
    case JsonKind::Number:
      return std::string(json.string(id));
    case JsonKind::String:
      return "'" + std::string(json.string(id)) + "'";
    case JsonKind::Array:
      for (JsonId item = json.first_child(id); item; item = json.next(item)) {
        separate();
        out += text_of(json, item);
      }
      return "[" + out + "]";
    case JsonKind::Object:
      for (JsonId item = json.first_child(id); item; item = json.next(item)) {
        separate();
        out += std::string(json.key(item)) + ":" + text_of(json, item);
      }
      return "{" + out + "}";
  }
  return out;
}

// The values, or "offset: message".
std::string parse(std::string_view text, JsonDialect dialect = JsonDialect::Strict) {
  JsonDocument json;
  if (const std::optional<JsonError> error = json.parse(std::string(text), dialect)) {
    CHECK(json.root().is_none());
    CHECK(error->span.start <= error->span.end);
    CHECK(error->span.end <= text.size());
    return std::to_string(error->span.start) + ": " + error->message;
  }
  return text_of(json, json.root());
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST_CASE("JSON as it is defined") {
  const Row rows[] = {
      {"null", "null"},
      {" [ ] ", "[]"},
      {"{}", "{}"},
      {"[1,-0,2.5e-3,0.1E+9]", "[1,-0,2.5e-3,0.1E+9]"},
      {R"({"a":{"b":[true,false,null]},"c":"d"})", "{a:{b:[true,false,null]},c:'d'}"},
      {R"("\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00\uD83Dx")",
       "'\"\\/\b\f\n\r\tA\xF0\x9F\x98\x80\xEF\xBF\xBDx'"},
      {"\xEF\xBB\xBF{}", "{}"},
      {R"({"a":1,"b":2,"a":3})", "{a:3,b:2}"},
      {R"({"a":1,"a":2,"a":3,"b":4})", "{a:3,b:4}"},
      {R"({"x":0,"a":[1],"a":[2],"b":4,"b":5})", "{x:0,a:[2],b:5}"},
      {"", "0: expected a value, found the end of the file"},
      {"[1,]", "3: expected a value, found `]`"},
      {"[,]", "1: expected a value, found `,`"},
      {R"({"a":1,})", "7: expected a name in double quotes, found `}`"},
      {"{a:1}", "1: expected a name in double quotes, found `a`"},
      {R"({"a" 1})", "5: expected `:`, found `1`"},
      {R"({"a":1 "b":2})", "7: expected `,` or `}`, found `\"`"},
      {"[1 2]", "3: expected `,` or `]`, found `2`"},
      {"[1}", "2: expected `,` or `]`, found `}`"},
      {"{} x", "3: expected the end of the file, found `x`"},
      {"01", "1: expected the end of the file, found `1`"},
      {"1.", "2: expected a digit, found the end of the file"},
      {"-", "0: expected a value, found `-`"},
      {"tru", "0: expected a value, found `t`"},
      {"\"a", "0: this string does not end on its line"},
      {"\"a\nb\"", "0: this string does not end on its line"},
      {R"("\x")", "1: this is no escape of JSON"},
      {R"("\u12")", "1: `\\u` needs four hexadecimal digits"},
      {"// a\n1", "0: expected a value, found `/`"},
      {"[1\x01]", "2: expected `,` or `]`, found a byte that is no character of JSON"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(parse(row.text) == row.expected);
  }
}

TEST_CASE("comments and trailing commas where they are allowed") {
  const Row rows[] = {
      {"// a\n{ /* b */ \"a\" /**/ : /*x*/ 1, // c\n }", "{a:1}"},
      {"[1,2,]", "[1,2]"},
      {"[1,/* */]//", "[1]"},
      {"[,]", "1: expected a value, found `,`"},
      {"[1,,]", "3: expected a value, found `,`"},
      {"{,}", "1: expected a name in double quotes, found `,`"},
      {"{} /* x", "3: this comment does not end"},
      {R"("// no comment")", "'// no comment'"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(parse(row.text, JsonDialect::WithComments) == row.expected);
  }
}

TEST_CASE("values know where they stand") {
  JsonDocument json;
  const std::string text = R"({"a": ["x", 12], "b": {"c": null}})";
  REQUIRE_FALSE(json.parse(text, JsonDialect::Strict));
  auto at = [&](JsonId id) {
    const perry::support::Span span = json.span(id);
    return text.substr(span.start, span.size());
  };
  const JsonId a = json.find(json.root(), "a");
  CHECK(at(json.root()) == text);
  CHECK(at(a) == R"(["x", 12])");
  CHECK(at(json.next(json.first_child(a))) == "12");
  const JsonId b = json.find(json.root(), "b");
  CHECK(at(b) == R"({"c": null})");
  CHECK(text.substr(json.key_span(b).start, json.key_span(b).size()) == "\"b\"");
  CHECK(json.find(a, "x").is_none());
  CHECK(json.find(json.root(), "c").is_none());
  JsonDocument moved = std::move(json);
  CHECK(moved.string(moved.first_child(moved.find(moved.root(), "a"))) == "x");
}

TEST_CASE("hostile JSON: nesting, duplicates, every prefix") {
  CHECK(parse(std::string(1'000'000, '[')).ends_with("found the end of the file"));
  std::string deep(300'000, '[');
  deep.append(300'000, ']');
  JsonDocument json;
  CHECK_FALSE(json.parse(deep, JsonDialect::Strict));
  std::string many = "{";
  for (int i = 0; i < 100'000; i++)
    many += "\"k" + std::to_string(i % 50'000) + "\":" + std::to_string(i) + ",";
  many += "\"end\":0}";
  REQUIRE_FALSE(json.parse(many, JsonDialect::Strict));
  CHECK(json.string(json.find(json.root(), "k7")) == "50007");
  size_t count = 0;
  for (JsonId member = json.first_child(json.root()); member; member = json.next(member)) count++;
  CHECK(count == 50'001);
  const std::string sample = R"({"a": [1, {"b": "\u00e9\n"}], "c": -1.5e3, "d": tru})";
  for (size_t size = 0; size <= sample.size(); size++) {
    for (JsonDialect dialect : {JsonDialect::Strict, JsonDialect::WithComments})
      CHECK(parse(std::string_view(sample).substr(0, size), dialect).find(": ") !=
            std::string::npos);
  }
}

}  // namespace
