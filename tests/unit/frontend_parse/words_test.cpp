#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

// Words that are names in one place and syntax in another, and semicolons that nobody wrote.
namespace perry::frontend::test {

TEST_CASE("`let` is a name in sloppy code") {
  CHECK(Parsed("let x").first_kind() == "VariableDeclaration");
  CHECK(Parsed("let\nx").first_kind() == "VariableDeclaration");
  CHECK(Parsed("let [a] = b").first_kind() == "VariableDeclaration");
  CHECK(Parsed("let = 1").first_kind() == "AssignmentExpression");
  CHECK(Parsed("let in a").first_kind() == "BinaryExpression");
  CHECK(Parsed("let instanceof a").first_kind() == "BinaryExpression");
  CHECK(Parsed("let.a, b").first_kind() == "SequenceExpression");
  CHECK(Parsed("let => a").first_kind() == "ArrowFunction");
  CHECK(Parsed("let: a").first_kind() == "LabeledStatement");
  CHECK(Parsed("l\\u0065t\nx").first_kind() == "Identifier");
  CHECK(Parsed("if (a) let\n{}").errors() == "");
  CHECK(Parsed("if (a) let\n[b] = c").errors() == "P2110@7");
  CHECK(Parsed("if (a) let b").errors() == "P2110@7");
}

TEST_CASE("`async` is a name unless a function follows on its line") {
  CHECK(Parsed("async").first_kind() == "Identifier");
  CHECK(Parsed("async function f() {}").first_kind() == "FunctionDeclaration");
  CHECK(Parsed("async\nfunction f() {}").first_kind() == "Identifier");
  CHECK(Parsed("async (a) => b").first_kind() == "ArrowFunction");
  CHECK(Parsed("async\n(a)").first_kind() == "CallExpression");
  CHECK(Parsed("async\n(a) => b").errors() == "P1101@10");
  CHECK(Parsed("async => a").first_kind() == "ArrowFunction");
  CHECK(Parsed("async in a").first_kind() == "BinaryExpression");
  CHECK(Parsed("async: a").first_kind() == "LabeledStatement");
  CHECK(Parsed("for (async of => a;;);").errors() == "");
  CHECK(Parsed("for (async of a);").errors() == "P2130@5");
  CHECK(Parsed("({async, async: a, async() {}, async b() {}})").errors() == "");
  CHECK(Parsed("({async\nb() {}})").errors() == "P1103@8");
}

TEST_CASE("`using` declares when a name follows on its line") {
  CHECK(Parsed("using a = b", Goal::Module).first_kind() == "VariableDeclaration");
  CHECK(Parsed("using\na", Goal::Module).first_kind() == "Identifier");
  CHECK(Parsed("using[a]", Goal::Module).first_kind() == "ComputedMember");
  CHECK(Parsed("await using a = b", Goal::Module).first_kind() == "VariableDeclaration");
  CHECK(Parsed("await using\na", Goal::Module).first_kind() == "AwaitExpression");
  CHECK(Parsed("for (using of of) ;").errors() == "");
  CHECK(Parsed("for (using of = a;;) ;").errors() == "");
  CHECK(Parsed("for (using a of b) ;").first_kind() == "ForOfStatement");
}

TEST_CASE("members of classes may be called like what modifies them") {
  CHECK(Parsed("class A { static; get; set; async; accessor; static static; }").errors() == "");
  CHECK(Parsed("class A { static() {} get() {} set() {} async() {} accessor() {} }").errors() ==
        "");
  CHECK(Parsed("class A { get\nb() {} }").spans_of("MethodDefinition") == "get\nb() {}");
  CHECK(Parsed("class A { async\nb() {} }").spans_of("PropertyDefinition") == "async");
  CHECK(Parsed("class A { accessor\nb }").spans_of("PropertyDefinition") == "accessor | b");
  CHECK(Parsed("class A { static\nasync\nb() {} }").spans_of("PropertyDefinition") ==
        "static\nasync");
  CHECK(Parsed("class A { get\n*b() {} }").spans_of("PropertyDefinition") == "get");
}

TEST_CASE("semicolons are inserted where a line or block ends") {
  CHECK(Parsed("a\nb").errors() == "");
  CHECK(Parsed("{ a }").errors() == "");
  CHECK(Parsed("a b").errors() == "P1101@2");
  CHECK(Parsed("do a; while (b) c").errors() == "");
  CHECK(Parsed("a\n++b").spans_of("UpdateExpression") == "++b");
  CHECK(Parsed("function f() { return\na }").spans_of("ReturnStatement") == "return");
  CHECK(Parsed("throw\na").errors() == "P1121@0");
  CHECK(Parsed("a: for (;;) { break\na }").spans_of("BreakStatement") == "break");
}

TEST_CASE("strictness reaches back to the function's head") {
  CHECK(Parsed("function eval() { 'use strict' }").errors() == "P2008@9");
  CHECK(Parsed("function f(static) { 'use strict' }").errors() == "P2001@11");
  CHECK(Parsed("function f(a = 1) { 'use strict' }").errors() == "P2043@20");
  CHECK(Parsed("function f() { '\\07'; 'use strict' }").errors() == "P2044@15");
  CHECK(Parsed("function f() { 'use strict'; } with (a) ;").errors() == "");
  CHECK(Parsed("function f() { 'use strict' } 010").errors() == "");
  CHECK(Parsed("class A {} 010").errors() == "");
  CHECK(Parsed("'use\\x20strict'; with (a) ;").errors() == "");
  CHECK(Parsed("('use strict'); with (a) ;").errors() == "");
}

}  // namespace perry::frontend::test
