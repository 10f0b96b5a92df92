#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

namespace {

std::string errors(std::string text, const SourceOptions& options = kScript) {
  return BoundSource(std::move(text), options).errors();
}

}  // namespace

TEST_CASE("lexical names are declared once") {
  for (const char* first : {"let x;", "const x = 1;", "class x {}", "var x;", "function x() {}"})
    for (const char* second : {"let x;", "const x = 1;", "class x {}"}) {
      CAPTURE(first);
      CAPTURE(second);
      BoundSource s(std::string(first) + second);
      CHECK(s.errors().starts_with("P2501@"));
    }
  CHECK(errors("let x; var x;") == "P2502@11 x");
  CHECK(errors("let x; function x() {}") == "P2501@16 x");
  CHECK(errors("let x; { let x; { let x; } } () => { let x; };") == "");
  CHECK(errors("let [a, {b, ...a}] = c;") == "P2501@15 a");
  CHECK(errors("let x; let x; let x;") == "P2501@11 x, P2501@18 x");
  CHECK(errors("for (let x of y) { let x; var z; }") == "");
  CHECK(errors("for (let x, x;;);") == "P2501@12 x");
  CHECK(errors("switch (1) { case 1: let x; case 2: let x; }") == "P2501@40 x");
}

TEST_CASE("var crosses blocks") {
  CHECK(errors("{ let x; { var x; } }") == "P2502@15 x");
  CHECK(errors("{ { var x; } let x; }") == "P2503@17 x");
  CHECK(errors("{ var x; { let x; } }") == "");
  CHECK(errors("var x; { let x; }") == "");
  CHECK(errors("{ { var x; } } let x;") == "P2501@19 x");
  CHECK(errors("for (let x;;) { var x; }") == "P2502@20 x");
  CHECK(errors("{ let x; () => { var x; }; }") == "");
  CHECK(errors("{ () => { var x; }; let x; }") == "");
  CHECK(errors("{ var x; } { let x; }") == "");
  CHECK(errors("{ function x() {} var x; }") == "P2502@22 x");
  CHECK(errors("{ var x; function x() {} }") == "P2503@18 x");
  CHECK(errors("class C { static { var x; { let x; } let y; var y; } }") == "P2502@48 y");
}

TEST_CASE("functions") {
  CHECK(errors("function f() {} function f() {} var f;") == "");
  CHECK(errors("function f() {} function f() {}", kModule) == "P2504@25 f");
  CHECK(errors("var f; function f() {}", kModule) == "P2501@16 f");
  CHECK(errors("function f() {} var f;", kModule) == "P2501@20 f");
  CHECK(errors("{ function f() {} function f() {} }") == "");
  CHECK(errors("'use strict'; { function f() {} function f() {} }") == "P2504@41 f");
  CHECK(errors("{ function f() {} async function f() {} }") == "P2504@33 f");
  CHECK(errors("{ function f() {} let f; }") == "P2501@22 f");
  CHECK(errors("() => { function f() {} function f() {} }", kModule) == "");
}

TEST_CASE("parameters") {
  CHECK(errors("function f(a, a) {}") == "");
  CHECK(errors("function f(a, a) { 'use strict'; }") == "P2505@14 a");
  CHECK(errors("(a, a) => 1;") == "P2505@4 a");
  CHECK(errors("function f(a, [a]) {}") == "P2505@15 a");
  CHECK(errors("function f(a, a = 1) {}") == "P2505@14 a");
  CHECK(errors("({ m(a, a) {} })") == "P2505@8 a");
  CHECK(errors("function f(a) { let a; }") == "P2506@20 a");
  CHECK(errors("function f(a = 1) { let a; }") == "P2506@24 a");
  CHECK(errors("(a) => { const a = 1; };") == "P2506@15 a");
  CHECK(errors("function f(a = 1) { var a; function b() {} { let a; } }") == "");
  CHECK(errors("function f(a) { function a() {} var a; }") == "");
  CHECK(errors("function f() { let arguments; }") == "");
}

TEST_CASE("catch parameters") {
  CHECK(errors("try {} catch (e) { let e; }") == "P2507@23 e");
  CHECK(errors("try {} catch ({e}) { let e; }") == "P2507@25 e");
  CHECK(errors("try {} catch (e) { function e() {} }") == "P2507@28 e");
  CHECK(errors("try {} catch (e) { { let e; } }") == "");
  CHECK(errors("try {} catch (e) { var e; for (var e of x); }") == "");
  CHECK(errors("try {} catch ([e]) { var e; }") == "P2509@25 e");
  CHECK(errors("try {} catch ([e]) { { var e; } }") == "P2509@27 e");
  CHECK(errors("try {} catch ([e, e]) {}") == "P2508@18 e");
}

}  // namespace perry::frontend::test
