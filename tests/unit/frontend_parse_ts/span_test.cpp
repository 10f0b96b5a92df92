#include <doctest/doctest.h>

#include "tests/unit/frontend_parse_ts/first_node.h"

namespace perry::frontend::test {

TEST_CASE("annotations include what introduces them") {
  CHECK(spans_of("let x: A", "TSTypeAnnotation") == ": A");
  CHECK(spans_of("function f(): A {}", "TSTypeAnnotation") == ": A");
  CHECK(spans_of("let x: () => A", "TSTypeAnnotation") == ": () => A | => A");
}

TEST_CASE("lists include their brackets") {
  CHECK(spans_of("type A<T, U,> = B<C>", "TSTypeParameters") == "<T, U,>");
  CHECK(spans_of("type A<T, U,> = B<C>", "TSTypeArguments") == "<C>");
  CHECK(spans_of("x = f<A<B>>(c)", "TSTypeArguments") == "<A<B>> | <B>");
}

TEST_CASE("unions begin with their leading operator, and nothing includes parentheses") {
  CHECK(spans_of("type A = | B | C", "TSUnionType") == "| B | C");
  CHECK(spans_of("type A = (| B)[]", "TSUnionType") == "| B");
  CHECK(spans_of("type A = (B)[]", "TSArrayType") == "(B)[]");
  CHECK(spans_of("type A = (B) | C", "TSUnionType") == "(B) | C");
}

TEST_CASE("members include what ends them") {
  CHECK(spans_of("type A = { a: B; c: D, e: F }", "TSPropertySignature") == "a: B; | c: D, | e: F");
  CHECK(spans_of("interface A { [k: string]: B; }", "TSIndexSignature") == "[k: string]: B;");
  CHECK(spans_of("interface A { a(): B\n c }", "TSMethodSignature") == "a(): B");
}

TEST_CASE("declarations begin with their first modifier") {
  CHECK(spans_of("declare const x: A;", "VariableDeclaration") == "declare const x: A;");
  CHECK(spans_of("declare abstract class A {}", "ClassDeclaration") ==
        "declare abstract class A {}");
  CHECK(spans_of("export declare function f(): A;", "FunctionDeclaration") ==
        "declare function f(): A;");
  CHECK(spans_of("export import a = b.c;", "TSImportEqualsDeclaration") ==
        "export import a = b.c;");
}

TEST_CASE("parts of elements") {
  CHECK(spans_of("x = <a b={c} />", "JSXOpeningElement", "a.tsx") == "<a b={c} />");
  CHECK(spans_of("x = <a b={c} d=\"e\">f{g}</a>", "JSXAttribute", "a.tsx") == "b={c} | d=\"e\"");
  CHECK(spans_of("x = <a>f{g}{/* h */}</a>", "JSXEmptyExpression", "a.tsx") == "/* h */");
  CHECK(spans_of("x = <a>f{g} h</a>", "JSXText", "a.tsx") == "f |  h");
  CHECK(spans_of("x = <a></a>", "JSXClosingElement", "a.tsx") == "</a>");
}

}  // namespace perry::frontend::test
