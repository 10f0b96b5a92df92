#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; i++) out += text;
  return out;
}

constexpr size_t kMany = 100'000;

}  // namespace

TEST_CASE("long chains are bound without recursion") {
  CHECK(BoundSource("let a = 1; x = a" + repeat(" + a", kMany) + ";").errors() == "");
  CHECK(BoundSource(repeat("if (a) b; else ", kMany) + "c;").errors() == "");
  CHECK(BoundSource("a" + repeat(".b(c)", kMany)).errors() == "");
}

TEST_CASE("many declarations and uses in one scope") {
  std::string text;
  for (size_t i = 0; i < kMany; i++) {
    std::string name = "v" + std::to_string(i);
    text += "let " + name + " = 1; { " + name + "; { var w; } } function f" + name + "() {}\n";
  }
  CHECK(BoundSource(text, kModule).errors() == "");
}

TEST_CASE("deep scopes with the same names") {
  std::string deep = repeat("{ let x; ", 2000) + repeat("x; var y; ", 2000) + repeat("}", 2000);
  CHECK(BoundSource(deep).errors() == "");
  std::string catches =
      repeat("try {} catch (x) { var x; function f() {} ", 1000) + repeat("}", 1000);
  CHECK(BoundSource(catches).errors() == "");
  std::string functions =
      repeat("function f() { f(); let x; ", 1000) + repeat("x; f(); ", 1000) + repeat("}", 1000);
  CHECK(BoundSource(functions, kModule).errors() == "");
}

TEST_CASE("types hidden by many values") {
  std::string text =
      repeat("{ let A = 1; ", 2000) + repeat("{ let z: A; }", 20'000) + repeat("}", 2000);
  CHECK(BoundSource(text, kTypeScript).errors() == "");
}

}  // namespace perry::frontend::test
