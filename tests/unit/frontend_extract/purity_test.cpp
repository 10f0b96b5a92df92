#include "frontend/extract/purity.h"

#include <doctest/doctest.h>

#include "tests/unit/frontend_extract/record_of.h"

using namespace perry::frontend;

namespace {

bool is_pure(std::string_view text) { return record_of(text).side_effect_free; }

TEST_CASE("expressions without effects") {
  for (const char* text : {"1",
                           "-1",
                           "+'1'",
                           "~1",
                           "!f",
                           "void 0",
                           "typeof unknownName",
                           "'a' + 1 * 2",
                           "1n",
                           "1n < 2n",
                           "a === b; var a, b",
                           "null ?? {}",
                           "[1, , [2]]",
                           "({ a: 1, b() {}, get c() {}, ['d']: 2 })",
                           "/x/u",
                           "`a${1}`",
                           "function f() { g() }",
                           "() => g()",
                           "class { }",
                           "this",
                           "import.meta.url",
                           "Math.PI",
                           "Number.MAX_SAFE_INTEGER",
                           "Array.prototype",
                           "Symbol.iterator",
                           "Symbol()",
                           "Symbol.for('x')",
                           "new Set",
                           "new Map([[1, 2]])",
                           "Object.freeze([1])",
                           "Object.create(null)",
                           "0 && f()",
                           "/* @__PURE__ */ f(1)",
                           "/* @__PURE__ */ new F"})
    CHECK_MESSAGE(is_pure(std::string("var x = ") + text + ";var f;"), text);
}

TEST_CASE("expressions with effects") {
  for (const char* text : {"f()",
                           "new F",
                           "unknownName",
                           "a.b",
                           "a[0]",
                           "a = 1",
                           "a++",
                           "delete a.b",
                           "-{}",
                           "+1n",
                           "1n + 1",
                           "`${{}}`",
                           "'' + {}",
                           "[] == 1",
                           "[...a]",
                           "({ ...a })",
                           "({ [{}]: 1 })",
                           "a in b",
                           "a instanceof b",
                           "import('x')",
                           "tag`x`",
                           "a?.b",
                           "new Set(a)",
                           "new Map([a])",
                           "Object.freeze(a)",
                           "Object.create(a)",
                           "Symbol({})",
                           "Math.max",
                           "Math.max(1)",
                           "eval",
                           "globalThis.x",
                           "class extends a {}",
                           "class { static x = f() }",
                           "class { static { f() } }",
                           "class { [a] = 1 }",
                           "new Array(-1)",
                           "/* @__PURE__ */ f(g())",
                           "/* @__PURE__ */ f(...a)"})
    CHECK_MESSAGE(!is_pure(std::string("var x = ") + text + "; var a, f;"), text);
}

TEST_CASE("names before their initialisation") {
  CHECK(is_pure("const a = 1, b = a;"));
  CHECK(!is_pure("const b = a, a = 1;"));
  CHECK(is_pure("const b = () => a, a = 1;"));
  CHECK(is_pure("const b = f; function f() {}"));
  CHECK(!is_pure("class B extends A {} class A {}"));
  CHECK(is_pure("class A {} class B extends A {}"));
}

TEST_CASE("what a CommonJS module gives") {
  const auto is_pure_commonjs = [](std::string_view text) {
    return commonjs_record_of(text).side_effect_free;
  };
  CHECK(is_pure_commonjs("exports.a = 1; module.exports.b = 2;"));
  CHECK(is_pure_commonjs("module.exports = function () {};"));
  CHECK(!is_pure_commonjs("module.exports = f();"));
  CHECK(!is_pure_commonjs("exports.__proto__ = {};"));
  CHECK(!is_pure_commonjs("exports.a += 1;"));
  CHECK(!is_pure_commonjs("const a = require('a');"));
  CHECK(!is_pure_commonjs("exports = {}; exports.a = 1;"));
  CHECK(!is_pure_commonjs("this.a = 1;"));
}

TEST_CASE("reading imports is told apart") {
  CHECK(!record_of("import { a } from 'a'; export const f = () => a;").reads_imports);
  const ModuleRecord record = record_of("import { a } from 'a'; export const b = a;");
  CHECK(record.reads_imports);
  CHECK(record.side_effect_free);
}

TEST_CASE("deep expressions") {
  std::string sum = "var x = 1";
  for (int i = 0; i < 20'000; i++) sum += " + 1";
  CHECK(is_pure(sum));
}

}  // namespace
