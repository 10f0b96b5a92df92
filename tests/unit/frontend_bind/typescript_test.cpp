#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

namespace {

std::string scopes(std::string text) { return BoundSource(std::move(text), kTypeScript).scopes(); }
std::string names(std::string text) { return BoundSource(std::move(text), kTypeScript).names(); }
std::string errors(std::string text, const SourceOptions& options = kTypeScript) {
  return BoundSource(std::move(text), options).errors();
}

}  // namespace

TEST_CASE("types and values are told apart") {
  CHECK(names("interface A {} { let A = 1; let x: A; A; }") == "A=Module.Type?, A=Block.Let");
  CHECK(names("let A = 1; { interface A {} A; let x: A; }") == "A=Module.Let, A=Block.Type?");
  CHECK(names("class C {} let x: C = new C();") == "C=Module.Class?, C=Module.Class");
  CHECK(names("let v = 1; type T = typeof v;") == "v=Module.Let?");
  CHECK(names("import type { A } from 'x'; let x: typeof A;") == "A=Module.Import?");
  CHECK(names("import type { A } from 'x'; A;") == "A=Module.Import!");
  CHECK(names("type B<T> = T extends infer T ? T : T;") ==
        "T=Type.Type?, T=Type.Type?, T=Type.Type?");
  CHECK(names("import * as A from 'x'; interface B<A extends A.C> { d: A.E<A>; }") ==
        "A=Module.ImportNamespace?, A=Module.ImportNamespace?, A=Type.Type?");
  CHECK(names("let x: A; declare namespace A { type B = 1; }") == "A=-?");
  CHECK(names("f(); let x: typeof y; let y = 1;") == "f=-, y=Module.Let?");
  CHECK(names("let x = 1 as const; let y = <T>x; let z = x satisfies U;") ==
        "const=-, T=-?, x=Module.Let, x=Module.Let, U=-?");
  CHECK(BoundSource("let x: Array<string> = y;", kTypeScript).globals() == "y");
}

TEST_CASE("type parameters and types with names") {
  CHECK(scopes("interface A<T> { x: T } type B<U> = U;") ==
        "Module(Type A, Type B, Type(Type T), Type(Type U))");
  CHECK(names("function f<T>(a: T): T { let b: T; }") ==
        "T=Function.Type?, T=Function.Type?, T=Function.Type?");
  CHECK(names("class C<T> extends D<T> implements I<T>, n.J { x: T; m<U>(u: U) {} }") ==
        "D=-, T=Class.Type?, I=-?, T=Class.Type?, n=-?, T=Class.Type?, U=Function.Type?");
  CHECK(names("type A<T> = T extends (infer U)[] ? U : U;") == "T=Type.Type?, U=Type.Type?, U=-?");
  CHECK(names("type A<T> = { [K in keyof T]: T[K] };") ==
        "T=Type.Type?, T=Type.Type?, K=Type.Type?");
  CHECK(names("type F = (x: string) => x is string; type G = (a: T, b: typeof a) => void;") ==
        "x=Type.Parameter?, T=-?, a=Type.Parameter?");
  CHECK(names("type A = { [Symbol.iterator](): B; [k: string]: C }; type D = import('x').E<F>;") ==
        "Symbol=-?, B=-?, C=-?, F=-?");
  CHECK(errors("function f<a>(a: a) {} function g({a = x as (p: T) => void, b}) { b; }") == "");
}

TEST_CASE("declarations merge") {
  CHECK(errors("interface A {} interface A {} class A {} namespace A { export let x = 1; }") == "");
  CHECK(errors("function f() {} namespace f { export let x = 1; }") == "");
  CHECK(errors("enum E { A } enum E { B = A } namespace E { export let x = 1; }") == "");
  CHECK(errors("type T = 1; const T = 1; export { T };") == "");
  CHECK(errors("function f(a: 1): 1; function f(a: 2): 2; function f(a: any) { return a; }") == "");
  CHECK(errors("export function f(a: 1): 1; export function f(a: any) { return a; }") == "");
  CHECK(errors("const C = 1; namespace C { export type T = 1; }") == "");
  CHECK(errors("import type { A } from 'x'; interface A {}") == "");
  CHECK(errors("export interface A {} export const A = 1;") == "");
  CHECK(scopes("interface A {} class A {}") == "Module(Class A, Class(ClassName A))");
}

TEST_CASE("what does not merge") {
  CHECK(errors("let x = 1; let x = 2;") == "P2540@15 x");
  CHECK(errors("let x = 1; var x = 2;") == "P2540@15 x");
  CHECK(errors("class A {} class A {}") == "P2501@17 A");
  CHECK(errors("enum E {} class E {}") == "P2501@16 E");
  CHECK(errors("function f() {} function f() {}") == "P2504@25 f");
  CHECK(errors("import { A } from 'x'; const A = 1;") == "P2540@29 A");
}

TEST_CASE("enums and namespaces") {
  CHECK(names("enum E { A = 1, B = A, 'c-d' = E.A }") == "A=Enum.EnumMember, E=Module.Enum");
  CHECK(names("enum E { A } enum E { B = A }") == "A=Enum.EnumMember");
  CHECK(names("namespace n { export let a = 1; let b; a; b; } n.a;") ==
        "a=Namespace.Let, b=Namespace.Let, n=Module.Namespace");
  CHECK(names("namespace n { export let a = 1; let b; } namespace n { a; b; }") ==
        "a=Namespace.Let, b=-");
  CHECK(names("namespace n { a; } namespace n { export var a = 1; }") == "a=Namespace.Var");
  CHECK(names("namespace n { export namespace m { export let a = 1; } } "
              "namespace n.m { a; }") == "a=Namespace.Let");
  CHECK(names("let a; namespace n { export let a = 1; } namespace n { { let a; a; } a; }") ==
        "a=Block.Let, a=Namespace.Let");
  CHECK(scopes("namespace a.b { var c; }") ==
        "Module(Namespace a, Namespace(Namespace b+Exported, Namespace(Var c)))");
  CHECK(names("namespace n { export interface I {} } let x: n.I;") == "n=Module.Namespace?");
  CHECK(names("declare global { interface W {} var g: W; } let x: W;") ==
        "W=Namespace.Type?, W=-?");
}

TEST_CASE("imports that are only types") {
  CHECK(scopes("import { A, B, C } from 'x'; let a: A = B;") ==
        "Module(Import A+UsedAsType, Import B+MayUseBeforeInit+UsedAsValue, Import C, Let a)");
  CHECK(scopes("import type { A } from 'x'; import { type B } from 'y'; export { B };") ==
        "Module(Import A+TypeOnly, Import B+Exported+TypeOnly+UsedAsValue+UsedAsType)");
  CHECK(scopes("import { A } from 'x'; export type { A };") ==
        "Module(Import A+Exported+UsedAsType)");
  CHECK(scopes("import a = require('x'); import b = a.c;") ==
        "Module(Import a+UsedAsValue, Import b)");
}

TEST_CASE("ambient declarations") {
  CHECK(scopes("declare const a: 1; declare function f(x: 1): 2; declare class C {}") ==
        "Module(Const a+Ambient, Function f+Ambient, Class C+Ambient, "
        "Function(Parameter x), Class(ClassName C))");
  CHECK(scopes("declare module 'x' { export const a: 1; }") ==
        "Module(Namespace(Const a+Exported+Ambient))");
  CHECK(errors("declare function F(): F; declare class F {} export = F;", kDeclarations) == "");
  CHECK(errors("export function f(): 1; export function f(a: 1): 2; export { x };"
               "export default interface A {}",
               kDeclarations) == "");
}

}  // namespace perry::frontend::test
