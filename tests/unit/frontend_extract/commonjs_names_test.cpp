#include "frontend/extract/commonjs_names.h"

#include <doctest/doctest.h>

#include <string>

using namespace perry::frontend;
using namespace std::string_literals;

namespace {

std::string join(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

std::string exports_of(std::string_view text) {
  return join(find_commonjs_names(text, {}).exports);
}
std::string reexports_of(std::string_view text) {
  return join(find_commonjs_names(text, {}).reexports);
}

TEST_CASE("where a name may stand") {
  CHECK(exports_of("exports.a=1") == "a");
  CHECK(exports_of("\u00A0exports.a = 1") == "a");
  CHECK(exports_of("x.exports.a = 1") == "");
  CHECK(exports_of("x. exports.a = 1") == "a");
  CHECK(exports_of("myexports.a = 1") == "");
  CHECK(exports_of("\u00E0exports.a = 1") == "");
  CHECK(exports_of("exports.\u00E4\u00F6 = 1") == "\u00E4\u00F6");
  CHECK(exports_of("exports.a == 1") == "a");
  CHECK(exports_of("exports.a.b = 1") == "");
  CHECK(exports_of("exports\n//x\n.a/**/=1") == "a");
  CHECK(exports_of("#!exports.no = 1\nexports.a = 1") == "a");
  CHECK(exports_of("\uFEFF#!exports.no = 1\nexports.a = 1") == "a");
  CHECK(exports_of("<!-- exports.no = 1\nexports.a = 1") == "a");
}

TEST_CASE("string names") {
  CHECK(exports_of(R"(exports["\x61\u0062\u{63}"] = 1)") == "abc");
  CHECK(exports_of(R"(exports["\ud83d\ude00"] = 1)") == "\U0001F600");
  CHECK(exports_of(R"(exports["\ud83d"] = 1)") == "");
  CHECK(exports_of(R"(exports["\u{110000}"] = 1)") == "");
  CHECK(exports_of(R"(exports['\'"'] = 1)") == "'\"");
  CHECK(exports_of("exports['a\n] = 1; exports.c = 1") == "c");
}

TEST_CASE("text that is no code") {
  CHECK(exports_of("'exports.no = 1' + \"exports.no = 1\"") == "");
  CHECK(exports_of("`exports.no = 1${ exports.a = `${exports.b = {}}` }exports.no = 1`") == "a b");
  const std::string text = "/'/; exports.a = 1; /'/";
  const perry::support::Span opaque[] = {{0, 3}, {20, 23}};
  CHECK(join(find_commonjs_names(text, opaque).exports) == "a");
}

TEST_CASE("object literals end where they become difficult") {
  CHECK(exports_of("module.exports = { a, 'b': c, d: e, ...f, g }") == "a b d g");
  CHECK(exports_of("module.exports = { a, }") == "a");
  CHECK(exports_of("module.exports = { a, [b]: c, d }") == "a");
  CHECK(exports_of("module.exports = { get a() {} }") == "get");
  CHECK(exports_of("module.exports = { 1: a, b }") == "");
  CHECK(exports_of("exports = { a }") == "");
}

TEST_CASE("re-exports") {
  CHECK(reexports_of("module.exports = require('a'); module.exports = require('b')") == "b");
  CHECK(reexports_of("module.exports = {...require('a'), ...require(\"b\")}") == "a b");
  CHECK(reexports_of("module.exports = require('a').b") == "a");
  CHECK(reexports_of("__exportStar(require('a'), exports)") == "a");
  CHECK(reexports_of("{ __exportStar(require('a'), exports) }") == "");
  CHECK(reexports_of("var a = require('x'); Object.keys(a).forEach(function (k) {"
                     "if (k !== 'default') exports[k] = a[k]; });") == "x");
  // The variable must be one.
  CHECK(reexports_of("a = require('x'); Object.keys(a).forEach(function (k) {"
                     "if (k !== 'default') exports[k] = a[k]; });") == "");
}

TEST_CASE("a getter that may do something takes its name back") {
  CHECK(exports_of("exports.a = 1; Object.defineProperty(exports, 'a', { get() { f(); } })") == "");
}

TEST_CASE("hostile text ends") {
  for (const std::string& text :
       {"exports["s, "exports['"s, "module.exports = {"s, "module.exports = {..."s, "`${"s, "`\\"s,
        "Object.defineProperty(exports, 'a', {"s, "Object.keys(a"s, "}}))"s, "/*"s, "'\\"s,
        "exports.\xFF = 1"s, "\xED\xA0\x80"s, std::string("exports\0.a", 10)})
    CHECK(exports_of(text) == "");
  CHECK(exports_of(std::string(100'000, '{') + "exports.a = 1").size() == 1);
}

}  // namespace
