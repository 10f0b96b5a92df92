#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

TEST_CASE("var and functions belong to the function, lexical names to their block") {
  CHECK(BoundSource("var a; let b; const c = 1; function d() {}").scopes() ==
        "Global(Var a, Let b, Const c, Function d, Function())");
  CHECK(BoundSource("{ var a; let b; { const c = 1; } }").scopes() ==
        "Global(Var a, Block(Let b, Block(Const c)))");
  CHECK(BoundSource("function f() { if (1) { var a; } for (var b of []) var c; }").scopes() ==
        "Global(Function f, Function(Var a, Var b+Reassigned, Var c))");
  // A block that declares nothing has no scope.
  CHECK(BoundSource("{ { a; } } if (1) {} else {}").scopes() == "Global()");
}

TEST_CASE("names lead to the innermost declaration") {
  BoundSource s("let x; { x; let y; { let x; x; y; } } x; z;");
  CHECK(s.names() == "x=Global.Let, x=Block.Let, y=Block.Let, x=Global.Let, z=-");
  CHECK(s.globals() == "z");
  CHECK(BoundSource("f(); { g(); function g() {} } function f() {}").names() ==
        "f=Global.Function, g=Block.BlockFunction");
  CHECK(BoundSource("a.b.c; a[b]; ({c: d, e, [f]: g}); l: for (;;) break l;").names() ==
        "a=-, a=-, b=-, d=-, e=-, f=-, g=-");
}

TEST_CASE("loops") {
  CHECK(BoundSource("for (let i = 0; i < n; i++) { let j = i; }").scopes() ==
        "Global(For(Let i+Reassigned, Block(Let j)))");
  CHECK(BoundSource("for (let i = 0;;) () => i; while (1) { let k; () => k; }").scopes() ==
        "Global(For(Let i+Captured+CapturedInLoop, Arrow()), "
        "Block(Let k+Captured+CapturedInLoop, Arrow()))");
  CHECK(BoundSource("for (const x of x) x; for (var y in y) y;").names() ==
        "x=For.Const!, x=For.Const, y=Global.Var, y=Global.Var");
  CHECK(BoundSource("for (x of y); for ([a, b.c] in d); for (e.f of g);").names() ==
        "x=-*, y=-, a=-*, b=-, d=-, e=-, g=-");
  CHECK(BoundSource("while (1) { (() => { { let x; () => x; } })() }").scopes() ==
        "Global(Arrow(Block(Let x+Captured, Arrow())))");
}

TEST_CASE("switch, catch and labels") {
  CHECK(BoundSource("switch (x) { case 1: let x; default: x; }").names() == "x=-, x=Switch.Let!");
  CHECK(BoundSource("switch (x) { case 1: let x; x; }").names() == "x=-, x=Switch.Let");
  CHECK(BoundSource("try {} catch (e) { e; let f; }").scopes() ==
        "Global(Catch(CatchParameter e, Block(Let f)))");
  CHECK(BoundSource("try {} catch ({a, b: [c]}) { a; }").scopes() ==
        "Global(Catch(CatchPattern a, CatchPattern c))");
  CHECK(BoundSource("try {} catch { e; }").scopes() == "Global()");
}

TEST_CASE("writes") {
  BoundSource s(
      "let a = 1, b = 1, c = 1, d = 1, e = 1, f = 1, g = 1;"
      "a = 2; b += 1; c++; [d, ...e] = x; ({f, y: g = 1} = x); (a) = 3;");
  CHECK(s.names() ==
        "a=Global.Let*, b=Global.Let*, c=Global.Let*, d=Global.Let*, e=Global.Let*, x=-, "
        "f=Global.Let*, g=Global.Let*, x=-, a=Global.Let*");
  CHECK(BoundSource("var a = 1; var a = 2; var b = 1; var c; c = 1; while (1) { var d = 1; }")
            .scopes() == "Global(Var a+Reassigned, Var b, Var c+Reassigned, Var d+Reassigned)");
  CHECK(BoundSource("let a, b; a = 1; () => { b = 1; };").scopes() ==
        "Global(Let a+Reassigned, Let b+Captured+Reassigned, Arrow())");
  const BoundSource t("let a, b; a = 1; () => { b = 1; };");
  auto flags = [&](std::string_view name) {
    return t.all().binding(t.all().find(ScopeId(size_t{0}), t.ast().atoms().find(name))).flags;
  };
  CHECK(has(flags("a"), BindingFlag::TopLevelReassignedOnly));
  CHECK_FALSE(has(flags("b"), BindingFlag::TopLevelReassignedOnly));
}

TEST_CASE("using and destructuring") {
  CHECK(BoundSource("{ using a = b, c = d; } { await using e = f; }", kModule).scopes() ==
        "Module(Block(Using a, Using c), Block(Using e))");
  CHECK(BoundSource("const {a, b: {c}, ...d} = e, [f = g] = h;").scopes() ==
        "Global(Const a, Const c, Const d, Const f)");
}

}  // namespace perry::frontend::test
