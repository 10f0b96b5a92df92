#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

// Expressions that turn out to be patterns or parameters.
namespace perry::frontend::test {

TEST_CASE("an assigned literal becomes a pattern, all the way down") {
  Parsed p("[a, {b: c = 1, d = 2, ...e}, ...[f.g]] = h");
  CHECK(p.errors() == "");
  CHECK(p.spans_of("ArrayPattern") == "[a, {b: c = 1, d = 2, ...e}, ...[f.g]] | [f.g]");
  CHECK(p.spans_of("ObjectPattern") == "{b: c = 1, d = 2, ...e}");
  CHECK(p.spans_of("AssignmentPattern") == "c = 1 | d = 2");
  CHECK(p.spans_of("RestElement") == "...e | ...[f.g]");
  CHECK(p.spans_of("ArrayExpression") == "");
  CHECK(p.spans_of("SpreadElement") == "");
}

TEST_CASE("parameters of an arrow function declare") {
  Parsed p("(a, [b], {c, d: e} = f, ...g) => h");
  CHECK(p.spans_of("BindingIdentifier") == "a | b | c | e | g");
  CHECK(p.spans_of("Identifier") == "f | h");
  CHECK(p.spans_of("Parameter") == "a | [b] | {c, d: e} = f | ...g");
}

TEST_CASE("defaults of a pattern keep their own reading") {
  Parsed p("([a = [b] = c, {d = ({e}) => e}]) => 0");
  CHECK(p.errors() == "");
  CHECK(p.spans_of("AssignmentExpression") == "[b] = c");
  CHECK(p.spans_of("ArrowFunction") == "([a = [b] = c, {d = ({e}) => e}]) => 0 | ({e}) => e");
}

TEST_CASE("what only patterns hold is an error elsewhere") {
  CHECK(Parsed("({a = 1})").errors() == "P1143@4");
  CHECK(Parsed("({a = 1}) + b").errors() == "P1143@4");
  CHECK(Parsed("({a = 1}).b").errors() == "P1143@4");
  CHECK(Parsed("[{a = 1}.b] = c").errors() == "P1143@4");
  CHECK(Parsed("f({a = 1})").errors() == "P1143@5");
  CHECK(Parsed("async({a = 1})").errors() == "P1143@9");
  CHECK(Parsed("({a: {b = 1}, c = 2})").errors() == "P1143@8 P1143@16");
  CHECK(Parsed("({a = 1} = b)").errors() == "");
  CHECK(Parsed("({a = 1}) => b").errors() == "");
  CHECK(Parsed("async({a = 1}) => b").errors() == "");
  CHECK(Parsed("for ({a = 1} of b);").errors() == "");
  CHECK(Parsed("[{a = 1}] = b").errors() == "");
  CHECK(Parsed("({__proto__: a, __proto__: b})").errors() == "P2065@16");
  CHECK(Parsed("({__proto__: a, __proto__: b} = c)").errors() == "");
}

TEST_CASE("parentheses matter in patterns") {
  CHECK(Parsed("[(a)] = b").errors() == "");
  CHECK(Parsed("[(a.b)] = c").errors() == "");
  CHECK(Parsed("[([a])] = b").errors() == "P2026@2");
  CHECK(Parsed("[(a = 1)] = b").errors() == "P2024@2");
  CHECK(Parsed("((a)) => b").errors() == "P2040@2");
  CHECK(Parsed("([(a)]) => b").errors() == "P2040@3");
  CHECK(Parsed("(a, b)").first_kind() == "SequenceExpression");
  CHECK(Parsed("(a)").first_kind() == "Identifier");
}

TEST_CASE("yield and await in what becomes parameters") {
  CHECK(Parsed("function* g() { (a = yield) => a }").errors() == "P2041@21");
  CHECK(Parsed("function* g() { (a = function* () { yield }) => a }").errors() == "");
  CHECK(Parsed("async function f() { (a = await b) => a }").errors() == "P2042@26");
  CHECK(Parsed("async function f() { (a = async () => await b) => a }").errors() == "");
  CHECK(Parsed("async (a = await) => a").errors() == "P2003@11");
  CHECK(Parsed("async(a = await)").errors() == "");
  CHECK(Parsed("(a = await) => a").errors() == "");
}

TEST_CASE("an arrow function ends its expression") {
  CHECK(Parsed("a => {} || b").errors() == "P1101@8");
  CHECK(Parsed("a || b => c").errors() == "P2060@7");
  CHECK(Parsed("a || (b, c) => d").errors() == "P2060@12");
  CHECK(Parsed("(a => {}) || b").errors() == "");
  CHECK(Parsed("a => {}(b)").errors() == "P1101@7");
  CHECK(Parsed("a => {}\n(b)").errors() == "");
  CHECK(Parsed("a => {}, b").first_kind() == "SequenceExpression");
  CHECK(Parsed("a ? (b) : c => d").first_kind() == "ConditionalExpression");
}

}  // namespace perry::frontend::test
