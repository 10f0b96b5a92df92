#include <doctest/doctest.h>

#include "tests/unit/frontend_parse_ts/first_node.h"

// Each decision is the one that the TypeScript compiler makes.
namespace perry::frontend::test {

TEST_CASE("`<` after an expression begins type arguments or compares") {
  for (const char* call :
       {"a<b>(c)", "a<b, c>(d)", "f(a<b, c>(d))", "a < -1 > (c)", "a < \"x\" > (c)",
        "a < [b] > (c)", "a < {b: c} > (c)", "a < typeof b > (c)", "a < void > (c)",
        "f<<T>() => void>(x)", "f(a < b, c > (d))", "a?.<b>(c)", "a\n<b>(c)"}) {
    CAPTURE(call);
    const std::string kind = first_kind(call);
    CHECK((kind == "CallExpression" || kind == "ChainExpression"));
  }
  for (const char* instantiation : {"x = a<b>", "x = a<b>\nfoo", "x = a<b>;"}) {
    CAPTURE(instantiation);
    CHECK(first_kind(instantiation) == "TSInstantiationExpression");
  }
  for (const char* comparison :
       {"a < b > c", "a < b > -c", "a < b > +c", "a < b > !c", "a<b>>c", "a<b>=c", "a<b>>>c",
        "a < (b + 1) > (c)", "a < b > typeof c", "a < b > {}", "a < b > [0]", "a < b > this",
        "a < b > 1", "a < b.c", "i < n", "a < b[c]() > (e)", "x = f << T > y"}) {
    CAPTURE(comparison);
    CHECK(first_kind(comparison) == "BinaryExpression");
  }
  CHECK(first_kind("a<b>`c`") == "TaggedTemplate");
  CHECK(first_kind("x = a<b> ?? c") == "LogicalExpression");
  CHECK(first_kind("x = a<b> ? c : d") == "ConditionalExpression");
  CHECK(first_kind("x = a<b> as any") == "TSAsExpression");
  CHECK(first_kind("x = new A<B>") == "NewExpression");
  CHECK(first_kind("x = new A < B > C") == "BinaryExpression");
  CHECK(first_kind("a<b>.c") == "P3150@1");
}

TEST_CASE("`<` before an expression asserts a type or begins an arrow function") {
  CHECK(first_kind("x = <T>(y) => z") == "ArrowFunction");
  CHECK(first_kind("x = <T>(y): z => w") == "ArrowFunction");
  CHECK(first_kind("x = <T>(y)") == "TSTypeAssertion");
  CHECK(first_kind("x = <T>(y) + z") == "BinaryExpression");
  CHECK(first_kind("x = <T>y => z") != "ArrowFunction");
  CHECK(first_kind("x = <T>[]") == "TSTypeAssertion");
  CHECK(first_kind("x = <T>-y") == "TSTypeAssertion");
  CHECK(first_kind("x = async <T>(y) => z") == "ArrowFunction");
  CHECK(first_kind("x = async<T>(y)") == "CallExpression");
  CHECK(first_kind("1 + <T>(x) => x") == "P2060@4");
  CHECK(first_kind("!<T>(x) => x") == "P2060@1");
}

TEST_CASE("in TSX `<` begins an element unless it can only begin type parameters") {
  CHECK(first_kind("x = <T,>(y) => z", "a.tsx") == "ArrowFunction");
  CHECK(first_kind("x = <T, U>(y) => z", "a.tsx") == "ArrowFunction");
  CHECK(first_kind("x = <T extends U>(y) => z", "a.tsx") == "ArrowFunction");
  CHECK(first_kind("x = <T = U>(y) => z", "a.tsx") == "ArrowFunction");
  CHECK(first_kind("x = <const T,>(y) => z", "a.tsx") == "ArrowFunction");
  CHECK(first_kind("x = <T extends />", "a.tsx") == "JSXElement");
  CHECK(first_kind("x = <T extends>y</T>", "a.tsx") == "JSXElement");
  CHECK(first_kind("x = <T extends=\"\" />", "a.tsx") == "JSXElement");
  CHECK(first_kind("x = <T>y</T>", "a.tsx") == "JSXElement");
  CHECK(first_error("x = <T>(y) => z", "a.tsx") != "");
  CHECK(first_kind("x = y < z", "a.tsx") == "BinaryExpression");
}

TEST_CASE("a single type parameter needs a comma or a constraint in .mts") {
  CHECK(first_kind("x = <T>(y) => z", "a.mts") == "P3153@4");
  CHECK(first_kind("x = <T,>(y) => z", "a.mts") == "ArrowFunction");
  CHECK(first_kind("x = <T extends U>(y) => z", "a.mts") == "ArrowFunction");
  CHECK(first_kind("x = <T>y", "a.mts") == "P3152@4");
}

TEST_CASE("`:` after parentheses gives a return type or ends a condition's first branch") {
  CHECK(first_kind("a ? (b) : c => d") == "ConditionalExpression");
  CHECK(spans_of("a ? (b) : c => d", "ArrowFunction") == "c => d");
  CHECK(spans_of("a ? (b): c => d : e", "ArrowFunction") == "(b): c => d");
  CHECK(spans_of("a ? (b, c): d => e : f", "ArrowFunction") == "(b, c): d => e");
  CHECK(spans_of("a ? (b) => (c) : d => e", "ArrowFunction") == "(b) => (c) | d => e");
  CHECK(spans_of("a ? (b = (c, d)) : e => f", "ArrowFunction") == "e => f");
  // The compiler reads `(c): d => e` here, and misses the outer branch.
  CHECK(first_error("a ? b ? (c) : d => e : f") != "");
}

TEST_CASE("parentheses in types hold a type or parameters") {
  CHECK(first_kind("let x: (a)") == "TSTypeReference");
  CHECK(first_kind("let x: (a) => b") == "TSFunctionType");
  CHECK(first_kind("let x: (a | b)") == "TSUnionType");
  CHECK(first_kind("let x: ([a])") == "TSTupleType");
  CHECK(first_kind("let x: ({a})") == "TSTypeLiteral");
  CHECK(first_kind("let x: ({a}) => b") == "TSFunctionType");
  CHECK(first_kind("let x: ([a]: c) => d") == "TSFunctionType");
  CHECK(first_kind("let x: ({a: {b, c: [d]}}: T) => U") == "TSFunctionType");
  CHECK(spans_of("let x = (x): ({a?: string}) => x", "TSTypeLiteral") == "{a?: string}");
  CHECK(spans_of("let x = (x): (y) => x", "TSFunctionType") == "P1101@11");
  CHECK(spans_of("let x = (x): (y) => z => x", "TSFunctionType") == "(y) => z");
}

TEST_CASE("`?` behind the constraint of `infer` belongs to whom it can") {
  const auto inferred = [](const char* text) { return spans_of(text, "TSInferType"); };
  CHECK(inferred("type X = T extends infer U extends V ? 1 : 2") == "infer U extends V");
  CHECK(inferred("type X = T extends (infer U extends V ? 1 : 2) ? 3 : 4") == "infer U");
  CHECK(inferred("type X = T extends (infer U extends V) ? 3 : 4") == "infer U extends V");
  CHECK(inferred("type X = T extends [infer U extends V] ? 3 : 4") == "infer U extends V");
  CHECK(inferred("type X = T extends (x: infer U extends V) => W ? 3 : 4") == "infer U extends V");
  CHECK(inferred("type X = T extends () => infer U extends V ? 1 : 2 ? 3 : 4") == "infer U");
}

TEST_CASE("words are names where nothing follows that they could begin") {
  for (const char* name :
       {"type = 1", "type()", "type.x", "namespace.x", "module.exports = 1", "declare()",
        "abstract = 1", "global.x", "type\nA", "declare\nx", "namespace\nA"}) {
    CAPTURE(name);
    CHECK(first_error(name) == "");
  }
  CHECK(first_kind("type type = type") == "TSTypeReference");
  CHECK(first_kind("declare let declare: declare") == "TSTypeReference");
}

}  // namespace perry::frontend::test
