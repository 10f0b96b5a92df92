#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

// Long chains and deep nesting: chains are read in loops, nesting is cut off with a message.
namespace perry::frontend::test {

TEST_CASE("chains of any length need no stack") {
  constexpr size_t kLength = 100000;
  CHECK(Parsed("a" + repeated(" + a", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated(" ?? a", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated(", a", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated(".b", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated("?.b", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated("()", kLength)).errors() == "");
  CHECK(Parsed("a" + repeated("`b`", kLength)).errors() == "");
  CHECK(Parsed(repeated("if (a) b; else ", kLength) + "c").errors() == "");
}

TEST_CASE("a left-associative chain leans to the left") {
  Parsed p("a + b + c");
  const auto& sum = p.ast.as<ast::BinaryExpression>(p.first());
  CHECK(p.ast.text(p.ast.span(sum.left)) == "a + b");
  CHECK(p.ast.text(p.ast.span(sum.right)) == "c");
}

TEST_CASE("nesting too deep is reported once and cut off") {
  constexpr size_t kDepth = 200000;
  for (const std::string open : {"[",
                                 "(",
                                 "{",
                                 "({a:",
                                 "a=",
                                 "!",
                                 "- ",
                                 "new ",
                                 "a ? ",
                                 "a ? b : ",
                                 "a => ",
                                 "a ** ",
                                 "function f() {",
                                 "class A { m() {",
                                 "`${",
                                 "if (a) ",
                                 "for (;;) ",
                                 "class A extends ",
                                 "@",
                                 "async(",
                                 "import(",
                                 "switch (a) { case 1:",
                                 "try {",
                                 "({[",
                                 "[...",
                                 "typeof ",
                                 "class A { static {",
                                 "f(",
                                 "while (a) "}) {
    CAPTURE(open);
    const Parsed p(repeated(open, kDepth));
    size_t count = 0;
    for (const support::Diagnostic& d : p.sink.all()) count += d.info->code == "P1102";
    CHECK(count == 1);
    CHECK(p.sink.all().size() <= 3);
  }
  CHECK(Parsed("var " + repeated("[", kDepth)).sink.has_errors());
  CHECK(Parsed("var " + repeated("{a:", kDepth)).sink.has_errors());
}

TEST_CASE("nested parameter lists take linear time") {
  constexpr size_t kDepth = 500;
  CHECK(Parsed(repeated("(a = ", kDepth) + "1" + repeated(") => 1", kDepth)).errors() == "");
  CHECK(Parsed(repeated("([", kDepth) + "a" + repeated("]) => 1", 1)).errors() != "");
  CHECK(Parsed(repeated("a = async (b = ", kDepth) + "1" + repeated(") => 1", kDepth)).errors() ==
        "");
}

TEST_CASE("labels are found at once, however many there are") {
  std::string text;
  for (int i = 0; i < 300; i++) text += "l" + std::to_string(i) + ": ";
  CHECK(Parsed(text + "for (;;) { continue l0; break l299; }").errors() == "");
  CHECK(Parsed("a: { function f() { break a; } }").errors() == "P2103@26");
  CHECK(Parsed("a: { (() => { a: for (;;) continue a; })(); break a; }").errors() == "");
  CHECK(Parsed("a: { b: for (;;) continue a; }").errors() == "P2104@26");
}

}  // namespace perry::frontend::test
