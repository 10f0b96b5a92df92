#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

// Spans are those of ESTree's tools.
namespace perry::frontend::test {

TEST_CASE("a node in parentheses excludes them, one that begins with them does not") {
  CHECK(Parsed("((a))").spans_of("Identifier") == "a");
  CHECK(Parsed("(a) + (b)").spans_of("BinaryExpression") == "(a) + (b)");
  CHECK(Parsed("(a).b").spans_of("StaticMember") == "(a).b");
  CHECK(Parsed("(a)(b)").spans_of("CallExpression") == "(a)(b)");
  CHECK(Parsed("((a), b)").spans_of("SequenceExpression") == "(a), b");
  CHECK(Parsed("(a, b), c").spans_of("SequenceExpression") == "(a, b), c | a, b");
  CHECK(Parsed("(a)++").spans_of("UpdateExpression") == "(a)++");
  CHECK(Parsed("(a) ? b : (c)").spans_of("ConditionalExpression") == "(a) ? b : (c)");
  CHECK(Parsed("(a) = (b)").spans_of("AssignmentExpression") == "(a) = (b)");
}

TEST_CASE("statements include their semicolons, declarations too") {
  CHECK(Parsed("var a = 1 ;").spans_of("VariableDeclaration") == "var a = 1 ;");
  CHECK(Parsed("for (var a = 1 ;;) ;").spans_of("VariableDeclaration") == "var a = 1");
  CHECK(Parsed("a ;").spans_of("ExpressionStatement") == "a ;");
  CHECK(Parsed("do a; while (b) ;").spans_of("DoWhileStatement") == "do a; while (b) ;");
  CHECK(Parsed("a\n").spans_of("ExpressionStatement") == "a");
}

TEST_CASE("a method's function begins at its parameters") {
  CHECK(Parsed("({ a() { } })").spans_of("FunctionExpression") == "() { }");
  CHECK(Parsed("({ get a() { } })").spans_of("Property") == "get a() { }");
  CHECK(Parsed("class A { static async *b() { } }").spans_of("FunctionExpression") == "() { }");
  CHECK(Parsed("class A { static b = 1; }").spans_of("PropertyDefinition") == "static b = 1;");
  CHECK(Parsed("@a class B { @c d() { } }").spans_of("MethodDefinition") == "@c d() { }");
}

TEST_CASE("pieces of a template exclude their marks") {
  CHECK(Parsed("`a${b}c${d}e`").spans_of("TemplateElement") == "a | c | e");
  CHECK(Parsed("``").spans_of("TemplateLiteral") == "``");
}

TEST_CASE("an optional chain is wrapped as a whole") {
  CHECK(Parsed("a?.b.c(d)").spans_of("ChainExpression") == "a?.b.c(d)");
  CHECK(Parsed("(a?.b).c").spans_of("ChainExpression") == "a?.b");
  CHECK(Parsed("a?.b + c").spans_of("ChainExpression") == "a?.b");
  CHECK(Parsed("a?.5:b").first_kind() == "ConditionalExpression");
}

}  // namespace perry::frontend::test
