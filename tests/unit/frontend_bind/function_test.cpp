#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

TEST_CASE("parameters and bodies") {
  CHECK(BoundSource("function f(a, {b}, [c], ...d) { var a, e; }").scopes() ==
        "Global(Function f, Function(Parameter a, Parameter b, Parameter c, Parameter d, Var e))");
  CHECK(BoundSource("(function f(a, a) { f; })").names() == "f=FunctionName.FunctionName");
  CHECK(BoundSource("(function f() { var f; f; })").names() == "f=Function.Var");
  CHECK(BoundSource("(a, b) => a; async c => c;").scopes() ==
        "Global(Arrow(Parameter a, Parameter b), Arrow(Parameter c))");
}

TEST_CASE("expressions among parameters separate the body") {
  BoundSource s("function f(a = () => b, b) { var a; var c; let d; a; b; }");
  CHECK(s.scopes() ==
        "Global(Function f, Function(Parameter a, Parameter b+Captured+MayUseBeforeInit, "
        "Arrow(), FunctionBody(Var a+InitializedFromParameter, Var c, Let d)))");
  CHECK(s.names() == "b=Function.Parameter!, a=FunctionBody.Var, b=Function.Parameter");
  CHECK(BoundSource("function f({[g]: a}) { var g; g; }").names() == "g=-, g=FunctionBody.Var");
  CHECK(BoundSource("function f({a = g}) { var g; }").names() == "g=-");
  // Without any, one scope holds both.
  CHECK(BoundSource("function f({a}, [b]) { var g; }").scopes() ==
        "Global(Function f, Function(Parameter a, Parameter b, Var g))");
}

TEST_CASE("arguments") {
  BoundSource s("function f() { arguments; () => arguments; }");
  CHECK(s.scopes() == "Global(Function f, Function(Implicit arguments+Captured, Arrow()))");
  CHECK(s.scope_flags() == "Function+UsesArguments+MappedArguments");
  CHECK(BoundSource("function f(a = 1) { arguments; }").scope_flags() == "Function+UsesArguments");
  CHECK(BoundSource("'use strict'; function f() { arguments; }").scope_flags() ==
        "Global+Strict, Function+Strict+UsesArguments");
  CHECK(BoundSource("function f() {}").scopes() == "Global(Function f, Function())");
  CHECK(BoundSource("arguments; () => arguments;").names() == "arguments=-, arguments=-");
  // Declared otherwise, it is an ordinary name; a mere var is the same variable.
  CHECK(BoundSource("function f(arguments) { arguments; }").scopes() ==
        "Global(Function f, Function(Parameter arguments))");
  CHECK(BoundSource("function f() { let arguments; arguments; }").scopes() ==
        "Global(Function f, Function(Let arguments))");
  CHECK(BoundSource("function f() { var arguments; arguments; }").scopes() ==
        "Global(Function f, Function(Implicit arguments))");
  CHECK(BoundSource("function f() { function arguments() {} arguments; }").scope_flags() == "");
  CHECK(BoundSource("function f(a = 1) { var arguments; arguments; }").scopes() ==
        "Global(Function f, Function(Parameter a, Implicit arguments, "
        "FunctionBody(Var arguments+InitializedFromParameter)))");
}

TEST_CASE("this, super and new.target belong to the nearest function that has its own") {
  CHECK(BoundSource("function f() { () => () => this; }").scope_flags() == "Function+UsesThis");
  CHECK(BoundSource("function f() { () => new.target; }").scope_flags() ==
        "Function+UsesNewTarget");
  CHECK(BoundSource("({ m() { () => super.x; } })").scope_flags() ==
        "Function+UsesThis+UsesSuper+Method");
  CHECK(BoundSource("this;").scope_flags() == "Global+UsesThis");
  CHECK(BoundSource("async function* f() {} async () => {};").scope_flags() ==
        "Function+Async+Generator, Arrow+Async");
}

TEST_CASE("captures") {
  CHECK(BoundSource("function f(a) { let b; { let c; return () => a + b + c; } }").scopes() ==
        "Global(Function f, Function(Parameter a+Captured, Let b+Captured, "
        "Block(Let c+Captured, Arrow())))");
  // A function expression's own name is its own affair.
  CHECK(BoundSource("(function f() { f; })").scopes() ==
        "Global(FunctionName(FunctionName f, Function()))");
  CHECK(BoundSource("(function f() { () => f; })").scopes() ==
        "Global(FunctionName(FunctionName f+Captured, Function(Arrow())))");
}

TEST_CASE("CommonJS modules are functions with five parameters") {
  BoundSource s("var x = require('y'); exports.z = x; return;", kCommonJS);
  CHECK(s.errors() == "");
  CHECK(s.scopes() ==
        "CommonJS(Implicit exports, Implicit require, Implicit module, Implicit __filename, "
        "Implicit __dirname, Var x)");
  CHECK(s.names() == "require=CommonJS.Implicit, exports=CommonJS.Implicit, x=CommonJS.Var");
  CHECK(BoundSource("arguments", kCommonJS).names() == "arguments=CommonJS.Implicit");
  CHECK(BoundSource("var exports = 1; function require() {}", kCommonJS).errors() == "");
  CHECK(BoundSource("let module;", kCommonJS).errors() == "P2511@4 module");
}

}  // namespace perry::frontend::test
