#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

namespace {

std::string names(std::string text, const SourceOptions& options = kModule) {
  return BoundSource(std::move(text), options).names();
}

}  // namespace

TEST_CASE("in the same function the text's order decides") {
  CHECK(names("x; let x = 1; x;") == "x=Module.Let!, x=Module.Let");
  CHECK(names("let x = x;") == "x=Module.Let!");
  CHECK(names("let [a, b = a] = c;") == "a=Module.Let!, c=-");
  CHECK(names("const a = 1, b = a;") == "a=Module.Const");
  CHECK(names("x = 1; let x;") == "x=Module.Let!*");
  CHECK(names("{ x; } let x; { x; }") == "x=Module.Let!, x=Module.Let");
  CHECK(names("new C; class C {} new C;") == "C=Module.Class!, C=Module.Class");
  CHECK(names("while (1) { x; let x; x; }") == "x=Block.Let!, x=Block.Let");
  CHECK(names("var x = x; function f() { f; }") == "x=Module.Var, f=Module.Function");
  CHECK(names("function f(a = b, b = a) {}") == "b=Function.Parameter!, a=Function.Parameter");
  CHECK(names("import { x } from 'y'; import * as z from 'y'; x; z;") ==
        "x=Module.Import!, z=Module.ImportNamespace");
}

TEST_CASE("a closure counts where it is made") {
  CHECK(names("const f = () => x; let x; const g = () => x;") == "x=Module.Let!, x=Module.Let");
  CHECK(names("const f = () => f();") == "f=Module.Const");
  CHECK(names("const f = function () { f(); };") == "f=Module.Const");
  CHECK(names("const f = wrap(() => f());") == "wrap=-, f=Module.Const!");
  CHECK(names("let x; class C { m() { x; } y = x; static { x; } }") ==
        "x=Module.Let, x=Module.Let, x=Module.Let");
  CHECK(names("class C { m() { x; } } let x;") == "x=Module.Let!");
}

TEST_CASE("a function declaration counts where it can first be called") {
  CHECK(names("let x; function f() { x; } f();") == "x=Module.Let, f=Module.Function");
  CHECK(names("function f() { x; } let x; f();") == "x=Module.Let, f=Module.Function");
  CHECK(names("f(); function f() { x; } let x;") == "f=Module.Function, x=Module.Let!");
  CHECK(names("g(); function f() { x; } function g() { f(); } let x;") ==
        "g=Module.Function, x=Module.Let!, f=Module.Function");
  CHECK(names("let x; g(); function f() { x; } function g() { f(); }") ==
        "g=Module.Function, x=Module.Let, f=Module.Function");
  CHECK(names("h(() => f()); let x; function f() { x; }") ==
        "h=-, f=Module.Function, x=Module.Let!");
  CHECK(names("function f() { g(); x; } function g() { f(); } let x; f();") ==
        "g=Module.Function, x=Module.Let, f=Module.Function, f=Module.Function");
  CHECK(names("{ f(); function f() { x; } let x; }") == "f=Block.BlockFunction, x=Block.Let!");
  CHECK(names("let x; { f(); function f() { x; } }") == "f=Block.BlockFunction, x=Module.Let");
}

TEST_CASE("functions that can be called unseen") {
  CHECK(names("export function f() { x; } let x;") == "x=Module.Let!");
  CHECK(names("function f() { x; } let x; export { f };") == "x=Module.Let!, f=Module.Function");
  CHECK(names("export default function () { x; } let x;") == "x=Module.Let!");
  CHECK(names("let x; function f() { x; }", kScript) == "x=Global.Let!");
  CHECK(names("function g() { eval(''); let x; function f() { x; } }", kScript) ==
        "eval=-~, x=Function.Let!");
  CHECK(names("function g() { { function f() { x; } let x; } }", kScript) == "x=Block.Let!");
  CHECK(names("function g() { { let x; function f() { x; } } }", kScript) == "x=Block.Let");
}

TEST_CASE("a function among the arguments") {
  CHECK(names("function g(f) { arguments[0](); let x; function f() { x; } }", kScript) ==
        "arguments=Function.Implicit, x=Function.Let!");
}

TEST_CASE("switch clauses") {
  CHECK(names("switch (1) { case 0: let x; x; () => x; case 1: x; () => x; }") ==
        "x=Switch.Let, x=Switch.Let, x=Switch.Let!, x=Switch.Let!");
  CHECK(names("switch (1) { case 0: let x; f(); case 1: function f() { x; } }") ==
        "f=Switch.BlockFunction, x=Switch.Let!");
}

}  // namespace perry::frontend::test
