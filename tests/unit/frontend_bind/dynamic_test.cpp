#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

TEST_CASE("with objects may have any name") {
  BoundSource s("let x; with (x) { x; let y; y; () => x; z; }");
  CHECK(s.names() == "x=Global.Let, x=Global.Let~, y=Block.Let, x=Global.Let~, z=-~");
  CHECK(s.scopes() == "Global(Let x+Captured+DynamicallyVisible, With(Block(Let y, Arrow())))");
}

TEST_CASE("sloppy direct eval may add variables to its function") {
  BoundSource s("let x; function f(a) { let b; eval(c); x; a; b; (() => x); }");
  CHECK(s.names() ==
        "eval=-~, c=-~, x=Global.Let!~, a=Function.Parameter, b=Function.Let, x=Global.Let!~");
  CHECK(s.scopes() ==
        "Global(Let x+Captured+MayUseBeforeInit+DynamicallyVisible, Function f+DynamicallyVisible, "
        "Function(Parameter a+DynamicallyVisible, Let b+DynamicallyVisible, "
        "Implicit arguments+DynamicallyVisible, Arrow()))");
  CHECK(s.scope_flags() ==
        "Function+DirectEval+UsesThis+UsesArguments+UsesNewTarget+MappedArguments");
  CHECK(BoundSource("function f(a = eval(b)) { a; var a; c; }").names() ==
        "eval=-~, b=-~, a=FunctionBody.Var, c=-~");
  CHECK(BoundSource("function f(a, b = 1) { eval(); a; }").names() ==
        "eval=-~, a=Function.Parameter~");
}

TEST_CASE("strict eval adds nothing, but sees everything") {
  BoundSource s("'use strict'; let x; function f() { { eval(''); } x; }");
  CHECK(s.names() == "eval=-, x=Global.Let!");
  CHECK(s.scopes() ==
        "Global(Let x+Captured+MayUseBeforeInit+DynamicallyVisible, Function f+DynamicallyVisible, "
        "Function(Implicit arguments+DynamicallyVisible))");
}

TEST_CASE("what is no direct eval") {
  CHECK(BoundSource("eval?.('x'); (0, eval)('x'); a.eval('x'); eval;").scope_flags() == "");
  CHECK(BoundSource("(eval)('x');").scope_flags() == "Global+DirectEval+UsesThis+UsesNewTarget");
}

}  // namespace perry::frontend::test
