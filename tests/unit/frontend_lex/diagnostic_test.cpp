#include <doctest/doctest.h>

#include "frontend/diag/codes.h"
#include "tests/unit/frontend_lex/lex_text.h"

namespace perry::frontend {

namespace {

std::string message(std::string_view source, LexOptions options = {}) {
  std::string text = lex(source, options).messages;
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("unexpected characters") {
  CHECK(message("a \x01 b") == "unexpected character U+0001");
  CHECK(message(std::string_view("a\0b", 3)) == "unexpected character U+0000");
  CHECK(message("\u00A7") == "unexpected character `\u00A7` (U+00A7)");
  CHECK(message("\\") == "unexpected character `\\`");
  CHECK(message("\x7F") == "unexpected character U+007F");
  CHECK(tokens("a \u00A7 b") == "id:a <error> id:b");
  // One for a run of them.
  CHECK(codes("\x01\x02\u00A7\u00A7 \x01") == "P1002@0-1 P1002@7-8");
  CHECK(tokens("\x01\x02\u00A7\u00A7 \x01") == "<error> <error>");
}

TEST_CASE("characters that look like ASCII") {
  AtomTable atoms(16);
  support::DiagnosticSink sink;
  Lexer lexer("\u201Chi\u201D", {}, atoms, sink);
  lexer.next();
  REQUIRE(sink.all().size() == 1);
  REQUIRE(sink.all()[0].fixes.size() == 1);
  CHECK(sink.all()[0].fixes[0].edits[0].replacement == "\"");
}

TEST_CASE("malformed UTF-8") {
  CHECK(message("\xFF") == "source is not valid UTF-8: byte `FF`");
  CHECK(message("a\xC3\x28") == "source is not valid UTF-8: byte `C3`");
  CHECK(codes("\x80\xFF\xC0\xAF") == "P1001@0-4");
  CHECK(codes("\xED\xA0\x80") == "P1001@0-3");  // a surrogate
  CHECK(codes("\xF5\x80\x80\x80") == "P1001@0-4");
  CHECK(codes("\xE2\x82") == "P1001@0-2");
  CHECK(codes("\xE2\x80") == "P1001@0-2");
  CHECK(codes("a\xFF"
              "b") == "P1001@1-2");
  CHECK(tokens("a\xFF"
               "b") == "id:a <error> id:b");
  CHECK(tokens("'a\xFF\xFF"
               "b'") == "str:a<EF><BF><BD>b");
  CHECK(codes("'a\xFF\xFF"
              "b\xFF'") == "P1001@2-4 P1001@5-6");
  CHECK(codes("'\\\xFF'") == "P1001@2-3");
}

TEST_CASE("wording") {
  CHECK(message("'\\xg'") == "`\\x` needs two hexadecimal digits, found `g`");
  CHECK(message("'\\u12'") == "`\\u` needs four hexadecimal digits or `{...}`, found `'`");
  CHECK(message("a\\u") ==
        "`\\u` needs four hexadecimal digits or `{...}`, found the end of the file");
  CHECK(message("'\\u{}'") == "`\\u{}` holds no digits");
  CHECK(message("'\\u{1x}'") == "expected a hexadecimal digit or `}` in `\\u{...}`, found `x`");
  CHECK(message("a\\u002D") == "`\\u002D` cannot be part of a name");
  CHECK(message("a\\\n").starts_with(
      "only `\\u` escapes may stand in a name, found the end of the line"));
  CHECK(message("0b2") == "`2` is not a binary digit");
  CHECK(message("0o9") == "`9` is not an octal digit");
  CHECK(message("0x") == "expected hexadecimal digits after `0x`");
  CHECK(message("3px") == "`px` may not follow a number directly");
  CHECK(message("017", {.strict = true}) == "octal literal `017` is not allowed in strict code");
}

TEST_CASE("silence") {
  AtomTable atoms(16);
  support::DiagnosticSink sink;
  Lexer lexer("'a\n\xFF 3x \x01", {}, atoms, sink);
  lexer.set_silent(true);
  for (int i = 0; i < 6; i++) lexer.next();
  CHECK(sink.all().empty());
}

TEST_CASE("the registry lists every row in order") {
  const auto rows = frontend_diagnostics();
  REQUIRE(!rows.empty());
  CHECK(rows.front().code == "P1001");
  CHECK(rows.front().name == "MalformedUtf8");
  for (const auto& row : rows) {
    CAPTURE(row.code);
    CHECK(!row.message.empty());
    CHECK(!row.message.ends_with('.'));
  }
}

}  // namespace perry::frontend
