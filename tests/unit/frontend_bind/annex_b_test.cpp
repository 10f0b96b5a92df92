#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

TEST_CASE("a function in a sloppy block is also a variable of the function") {
  BoundSource s("{ function f() {} f; } f;");
  CHECK(s.scopes() ==
        "Global(Var f+Reassigned+AnnexBFunction, "
        "Block(BlockFunction f+AnnexBFunction, Function()))");
  CHECK(s.names() == "f=Block.BlockFunction, f=Global.Var");
  REQUIRE(s.all().annex_b_functions().size() == 1);
  CHECK(s.all().binding(s.all().annex_b_functions()[0].var).kind == BindingKind::Var);
  CHECK(BoundSource("if (x) function f() {} f;").names() == "x=-, f=Global.Var");
  CHECK(BoundSource("switch (1) { case 1: function f() {} } f;").names() == "f=Global.Var");
  CHECK(BoundSource("function f() {} { function f() {} }").errors() == "");
  CHECK(BoundSource("function g() { { function f() {} } f; }").names() == "f=Function.Var");
  CHECK(BoundSource("{ function f() {} function f() {} } f;").names() == "f=Global.Var");
  CHECK(BoundSource("{ { function f() {} } } f;").names() == "f=Global.Var");
}

TEST_CASE("unless it is strict, async or a generator") {
  CHECK(BoundSource("'use strict'; { function f() {} } f;").names() == "f=-");
  CHECK(BoundSource("{ async function f() {} function* g() {} } f; g;").names() == "f=-, g=-");
  SourceOptions plain = kScript;
  plain.annex_b = false;
  CHECK(BoundSource("{ function f() {} } f;", plain).names() == "f=-");
}

TEST_CASE("unless the variable would conflict") {
  CHECK(BoundSource("let f; { function f() {} } f;").names() == "f=Global.Let");
  CHECK(BoundSource("{ function f() {} } let f; f;").names() == "f=Global.Let");
  CHECK(BoundSource("function g(f) { { function f() {} } f; }").names() == "f=Function.Parameter");
  CHECK(BoundSource("function g(f = 1) { { function f() {} } f; }").names() ==
        "f=Function.Parameter");
  CHECK(BoundSource("{ let f; { function f() {} } } f;").names() == "f=-");
  CHECK(BoundSource("{ { function f() {} } let f; } f;").names() == "f=-");
  CHECK(BoundSource("{ { function f() {} } { let f; } } f;").names() == "f=Global.Var");
  CHECK(BoundSource("for (let f of x) { function f() {} } f;").names() == "x=-, f=-");
  CHECK(BoundSource("{ function f() {} { function f() {} } } f;").scopes() ==
        "Global(Var f+Reassigned+AnnexBFunction, Block(BlockFunction f+AnnexBFunction, "
        "Function(), Block(BlockFunction f, Function())))");
  CHECK(BoundSource("{ { function f() {} } function f() {} } f;").names() == "f=Global.Var");
  CHECK(BoundSource("try {} catch (f) { { function f() {} } } f;").names() == "f=Global.Var");
  CHECK(BoundSource("try {} catch ({f}) { { function f() {} } } f;").names() == "f=-");
  // What an inner function declares is no concern of this one.
  CHECK(BoundSource("{ function f() {} () => { let f; }; } f;").names() == "f=Global.Var");
  CHECK(BoundSource("function g() { let f; return () => { { function f() {} } f; }; }").names() ==
        "f=Arrow.Var");
}

}  // namespace perry::frontend::test
