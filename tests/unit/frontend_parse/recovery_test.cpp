#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

// Independent errors are all reported, each of them once.
namespace perry::frontend::test {

TEST_CASE("an error in one statement leaves the next ones alone") {
  CHECK(Parsed("a b c d;\ne f;\ng").errors() == "P1101@2 P1101@11");
  CHECK(Parsed("var 1;\nvar 2;").errors() == "P1101@4 P1101@11");
  CHECK(Parsed("f(;\ng();\nh(]").errors() == "P1105@2 P1105@11");
  CHECK(Parsed("if () a;\nwhile () b;").errors() == "P1105@4 P1105@16");
}

TEST_CASE("lists go on behind an error") {
  CHECK(Parsed("f(a, *, b, %, c)").errors() == "P1105@5 P1105@11");
  CHECK(Parsed("[a b, c d]").errors() == "P1103@3 P1103@8");
  CHECK(Parsed("f(a b c d)").errors() == "P1103@4");
  CHECK(Parsed("x = { a: 1 b: 2 c: 3 }").errors() == "P1103@11 P1103@16");
  CHECK(Parsed("class A { a( b() {} c d() {} }").errors() == "P1103@14 P1101@22");
}

TEST_CASE("a missing bracket is not consumed") {
  CHECK(Parsed("if (a { b }\nc").errors() == "P1101@6");
  CHECK(Parsed("while (a b; c").errors() == "P1101@9");
  CHECK(Parsed("f(a\nconst b = 1;").errors() == "P1101@4");
  CHECK(Parsed("function f(a { return a }\nb").errors() == "P1101@13");
}

TEST_CASE("garbage ends and gives few messages") {
  std::string bytes;
  uint32_t state = 1;
  for (int i = 0; i < 100000; i++) {
    state = state * 1664525 + 1013904223;
    bytes += static_cast<char>(state >> 24);
  }
  CHECK(Parsed(bytes).sink.has_errors());
  for (const std::string piece :
       {"} ",      ") ",      "] ",  "; ) ",      "case ",  "else ",   "@ ",  "# ",
        "\\ ",     ", ",      "=> ", ". ",        "?. ",    "in ",     "of ", "class ",
        "import ", "export ", "${ ", "function ", "async ", "static ", "get "}) {
    CAPTURE(piece);
    CHECK(Parsed(repeated(piece, 2000)).sink.all().size() <= 2000);
    CHECK(Parsed(repeated(piece, 2000), Goal::Module).sink.all().size() <= 2000);
  }
}

}  // namespace perry::frontend::test
