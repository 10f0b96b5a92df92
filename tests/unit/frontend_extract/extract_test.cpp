#include "frontend/extract/extract.h"

#include <doctest/doctest.h>

#include <string>

#include "frontend/module/codec.h"
#include "frontend/module/names.h"
#include "tests/unit/frontend_extract/record_of.h"

using namespace perry::frontend;

namespace {

// `kind:specifier` for each request, `?` behind those that may fail.
std::string requests_of(const ModuleRecord& record) {
  std::string result;
  for (const ModuleRequest& r : record.requests) {
    if (!result.empty()) result += ' ';
    result += std::string(to_string(r.kind)) + ":" + r.specifier;
    if (r.optional) result += '?';
  }
  return result;
}

std::string repeat(std::string_view text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; i++) result += text;
  return result;
}

TEST_CASE("spans are those of specifiers") {
  const std::string text = "import a from 'x'; export * from \"yy\"; import(`z`);";
  const ModuleRecord record = record_of(text);
  REQUIRE(record.requests.size() == 3);
  CHECK(text.substr(record.requests[0].span.start, record.requests[0].span.size()) == "'x'");
  CHECK(text.substr(record.requests[1].span.start, record.requests[1].span.size()) == "\"yy\"");
  CHECK(text.substr(record.requests[2].span.start, record.requests[2].span.size()) == "`z`");
}

TEST_CASE("indices survive requests in between") {
  const ModuleRecord record =
      record_of("import(c ? 'a' : 'b'); import x from 'y'; export { z } from 'w'; f(x);");
  REQUIRE(record.imports.size() == 1);
  REQUIRE(record.exports.size() == 1);
  CHECK(record.requests[record.imports[0].request].specifier == "y");
  CHECK(record.requests[record.exports[0].request].specifier == "w");
  CHECK(requests_of(record) == "dynamic-import:a dynamic-import:b import:y export-from:w");
}

TEST_CASE("constants that refer to themselves or double end") {
  CHECK(requests_of(record_of("const a = a + 'x'; import(a);")) == "dynamic-unknown:");
  std::string text = "const a0 = 'x' + 'y';";
  for (int i = 1; i < 40; i++) {
    const std::string before = "a" + std::to_string(i - 1);
    text += "const a" + std::to_string(i) + " = " + before + " + " + before + ";";
  }
  CHECK(requests_of(record_of(text + "import(a39);")) == "dynamic-unknown:");
  CHECK(requests_of(record_of("let a = 'x'; import(a);")) == "dynamic-unknown:");
}

TEST_CASE("a long conditional is cut off") {
  const std::string text = "import(" + repeat("c ? 'a' : ", 100) + "'b');";
  const ModuleRecord record = record_of(text);
  CHECK(record.requests.size() < 20);
  CHECK(record.requests.back().kind == RequestKind::DynamicUnknown);
}

TEST_CASE("require where it is the module's") {
  CHECK(requests_of(commonjs_record_of("require('a')")) == "require:a");
  CHECK(requests_of(commonjs_record_of("function f(require) { require('a') }")) == "");
  CHECK(requests_of(commonjs_record_of("try { require('a') } catch {}")) == "require:a?");
  CHECK(requests_of(commonjs_record_of("try { } catch { require('a') }")) == "require:a");
  CHECK(requests_of(record_of("require('a')")) == "");
}

TEST_CASE("facts") {
  CHECK(record_of("export {}").has_module_syntax);
  CHECK(record_of("import.meta").has_module_syntax);
  CHECK(record_of("await 0").has_module_syntax);
  CHECK(!record_of("import('x')").has_module_syntax);
  CHECK(record_of("class A { [await 0] = 1 }").has_top_level_await);
  CHECK(!record_of("async () => await 0").has_top_level_await);
  CHECK(record_of("__dirname").uses_commonjs_globals);
  CHECK(!record_of("a.__dirname; ({ __dirname: 1 })").uses_commonjs_globals);
  CHECK(record_of("() => { eval('x') }").uses_direct_eval);
  CHECK(!record_of("a.eval('x')").uses_direct_eval);
}

TEST_CASE("type-only facts need TypeScript") {
  const std::string text = "import { a } from 'x';";
  CHECK(!record_of(text).requests[0].elidable);
  CHECK(typescript_record_of(text).requests[0].elidable);
}

TEST_CASE("deep and long inputs") {
  const ModuleRecord deep = record_of(repeat("[", 20'000) + "import('x')" + repeat("]", 20'000));
  CHECK(deep.requests.size() <= 1);
  CHECK(record_of("import('a'" + repeat(" + 'b'", 50'000) + ")").requests.size() == 1);
  CHECK(record_of("x" + repeat(".then(a).catch(b)", 20'000)).requests.empty());
}

TEST_CASE("broken files give a record, and always the same") {
  const std::string text =
      "import { a as , b } from ; export { c as } ; export default ; import x = require(; new "
      "URL(, "
      "import.meta.url); class A { @d [x = y } ; enum E { = } export = ; import(`a${`; try { "
      "require(";
  for (size_t size = 0; size <= text.size(); size++) {
    const std::string part = text.substr(0, size);
    const ModuleRecord record = typescript_record_of(part);
    REQUIRE(decode_record(encode_record(record)) == record);
    REQUIRE(commonjs_record_of(part) == commonjs_record_of(part));
  }
}

}  // namespace
