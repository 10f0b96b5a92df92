#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

TEST_CASE("a class has an inner name, and members have scopes of their own") {
  CHECK(BoundSource("class C { m(a) { C; } }").scopes() ==
        "Global(Class C, Class(ClassName C+Captured, Function(Parameter a)))");
  CHECK(BoundSource("(class C {}); (class {});").scopes() == "Global(Class(ClassName C), Class())");
  CHECK(
      BoundSource("class C { x = this; static y = 1; static { var z; let w; this; } }").scopes() ==
      "Global(Class C, Class(ClassName C, FieldInit(), FieldInit(), "
      "StaticBlock(Var z, Let w)))");
  CHECK(BoundSource("class C { x = this; static { this; } [this.y]; }").scope_flags() ==
        "Global+UsesThis, Class+Strict, FieldInit+Strict+UsesThis, "
        "StaticBlock+Strict+UsesThis");
}

TEST_CASE("heritage and keys are evaluated in the class, outside of the initialisers") {
  BoundSource s("class C extends f(C) { [C]() { C; } x = C; static y = C; static { C; } }");
  CHECK(s.names() ==
        "f=-, C=Class.ClassName!, C=Class.ClassName!, C=Class.ClassName, C=Class.ClassName, "
        "C=Class.ClassName, C=Class.ClassName");
  // A decorator may call the method before the class has its name.
  CHECK(BoundSource("class C { @d m() { C; } }").names() == "d=-, C=Class.ClassName!");
  CHECK(BoundSource("@(C) class C { }").names() == "C=Global.Class!");
}

TEST_CASE("private names") {
  CHECK(BoundSource("class C { #a; m() { this.#a; #a in this; class D { #b; x = c.#a; } } }")
            .errors() == "");
  CHECK(BoundSource("class C { #a; get #b() {} set #b(v) {} static #c() {} }").scopes() ==
        "Global(Class C, Class(ClassName C, PrivateName a, PrivateName b+Getter+Setter, "
        "PrivateName c+StaticMember+Method, Function(), Function(Parameter v), Function()))");
  CHECK(BoundSource("class C { m() { this.#x; } }").errors() == "P2530@21 x");
  CHECK(BoundSource("class C { m() { #x in this; } }").errors() == "P2530@16 x");
  CHECK(BoundSource("class C extends o.#x { #x; }").errors() == "P2530@18 x");
  CHECK(BoundSource("class C { #x; [o.#x]; }").errors() == "");
  CHECK(BoundSource("class C { #x; #x; }").errors() == "P2531@14 x");
  CHECK(BoundSource("class C { get #x() {} get #x() {} }").errors() == "P2531@26 x");
  CHECK(BoundSource("class C { get #x() {} set #x(v) {} #x() {} }").errors() == "P2531@35 x");
  CHECK(BoundSource("class C { static get #x() {} set #x(v) {} }").errors() == "P2532@33 x");
  CHECK(BoundSource("class C { #x; m() { class D { #x; n() { o.#x; } } } }").errors() == "");
  CHECK(BoundSource("class C { #x; } class D { m() { o.#x; } }").errors() == "P2530@34 x");
  // A private name is no variable.
  CHECK(BoundSource("class C { #x; m() { x; } }").names() == "x=-");
}

}  // namespace perry::frontend::test
