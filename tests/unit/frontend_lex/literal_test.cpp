#include <doctest/doctest.h>

#include <cmath>

#include "tests/unit/frontend_lex/lex_text.h"

namespace perry::frontend {

namespace {

double number(std::string_view source) {
  AtomTable atoms(source.size());
  support::DiagnosticSink sink;
  Lexer lexer(source, {.goal = Goal::Script}, atoms, sink);
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::Number);
  CHECK(lexer.token().end == source.size());
  CHECK(sink.all().empty());
  return lexer.token().number;
}

}  // namespace

TEST_CASE("decimal numbers") {
  CHECK(number("0") == 0);
  CHECK(number("7") == 7);
  CHECK(number("123456789012345") == 123456789012345.0);
  CHECK(number("9007199254740993") == 9007199254740992.0);
  CHECK(number("18446744073709551616") == 18446744073709551616.0);
  CHECK(number("1.5") == 1.5);
  CHECK(number("1.") == 1);
  CHECK(number(".5") == 0.5);
  CHECK(number("0.1") == 0.1);
  CHECK(number("5.e3") == 5000);
  CHECK(number("1e3") == 1000);
  CHECK(number("1E+3") == 1000);
  CHECK(number("25e-1") == 2.5);
  CHECK(number("1_000.000_1e1_0") == 1000.0001e10);
  CHECK(number("1e400") == INFINITY);
  CHECK(number("123456e999999999999999999999") == INFINITY);
  CHECK(number("1e-400") == 0);
  CHECK(number("0.0000001e-99999999999999999999") == 0);
  CHECK(number("0e999999") == 0);
  CHECK(number("5e-324") == 5e-324);
  CHECK(number("2e-324") == 0);
  CHECK(number("2.4703282292062328e-324") == 5e-324);
  CHECK(number("2.2250738585072011e-308") == 2.2250738585072011e-308);
  CHECK(number("1.7976931348623157e308") == 1.7976931348623157e308);
  CHECK(number("1.7976931348623159e308") == INFINITY);
  // Half way between two doubles, and one digit far behind decides.
  CHECK(number("9007199254740992.9999") == 9007199254740992.0 + 0);
  CHECK(number("1.00000000000000011102230246251565404") == 1.0);
  CHECK(number("1.00000000000000011102230246251565405") == 1.0000000000000002);
}

TEST_CASE("numbers in other radices") {
  CHECK(number("0x0") == 0);
  CHECK(number("0xFf") == 255);
  CHECK(number("0XDEAD_BEEF") == 3735928559.0);
  CHECK(number("0o17") == 15);
  CHECK(number("0B1_01") == 5);
  CHECK(number("0x20000000000001") == 9007199254740992.0);  // a tie, to even
  CHECK(number("0x20000000000003") == 9007199254740996.0);
  CHECK(number("0x200000000000010000000000000000001") == std::ldexp(9007199254740994.0, 76));
  CHECK(number("0x200000000000010000000000000000000") == std::ldexp(9007199254740992.0, 76));
  CHECK(number("0x" + std::string(255, 'F')) == std::ldexp(1.0, 1020));
  CHECK(number("0x" + std::string(256, 'F')) == INFINITY);
  CHECK(number("0x" + std::string(1000, 'F')) == INFINITY);
  CHECK(number("0x" + std::string(1000, '0') + "1") == 1);
  CHECK(number("0b1" + std::string(1023, '0')) == std::ldexp(1.0, 1023));
}

TEST_CASE("legacy numbers") {
  CHECK(tokens("017 00 010.5 019 08.5 09e1 0") ==
        "8num:15 8num:0 8num:8 num:0.5 8num:19 8num:8.5 8num:90 num:0");
  CHECK(tokens("010.toString") == "8num:8 . id:toString");
  CHECK(codes("017 00 019 08.5") == "");
  CHECK(codes("017 00 019 08.5", {.strict = true}) == "P1040@0-3 P1040@4-6 P1041@7-10 P1041@11-13");
  CHECK(codes("017", {.goal = Goal::Module}) == "P1040@0-3");
  CHECK(codes("017", {.annex_b = false}) == "P1040@0-3");
}

TEST_CASE("bigints") {
  CHECK(tokens("0n 12n 1_000n 0xFf_n") == "big:0 big:12 big:1000 big:0xFf");
  CHECK(tokens("0b1n 0o7_1n") == "big:0b1 big:0o71");
  CHECK(codes("0n 12n 1_000n 0b1n") == "");
  CHECK(codes("01n") == "P1036@0-1");
  CHECK(codes("08n") == "P1036@0-1");
  CHECK(codes("01n", {.strict = true}) == "P1036@0-1");
  CHECK(codes("1.5n .5n 1.n") == "P1037@3-4 P1037@7-8 P1037@11-12");
  CHECK(codes("1e3n 1.5e3n") == "P1038@3-4 P1038@10-11");
  CHECK(tokens("1e3n;") == "num:1000 ;");
}

TEST_CASE("misuse of separators") {
  CHECK(codes("1_") == "P1033@1-2");
  CHECK(codes("1__0") == "P1034@2-3");
  CHECK(codes("1___0") == "P1034@2-4");
  CHECK(codes("1__") == "P1033@1-3");
  CHECK(codes("1_.5") == "P1033@1-2");
  CHECK(codes("1._5") == "P1033@2-3");
  CHECK(codes("1.5_") == "P1033@3-4");
  CHECK(codes("1e_5") == "P1033@2-3");
  CHECK(codes("1e+_5") == "P1033@3-4");
  CHECK(codes("1_e5") == "P1033@1-2");
  CHECK(codes("1e5_") == "P1033@3-4");
  CHECK(codes("1_n") == "P1033@1-2");
  CHECK(codes("0x_1") == "P1033@2-3");
  CHECK(codes("0x1_") == "P1033@3-4");
  CHECK(codes("0b1__0") == "P1034@4-5");
  CHECK(codes("0_1") == "P1035@1-2");
  CHECK(codes("07_1") == "P1035@2-3");
  CHECK(codes("09_1") == "P1035@2-3");
  CHECK(codes("0_1", {.strict = true}) == "P1035@1-2");
  CHECK(codes("0_") == "P1035@1-2");
  CHECK(codes("._5") == "");
  CHECK(tokens("1_000__000;") == "num:1e+06 ;");
}

TEST_CASE("broken numbers") {
  CHECK(codes("0x") == "P1030@0-2");
  CHECK(codes("0xg;") == "P1030@0-2");
  CHECK(tokens("0xg;") == "num:0 ;");
  CHECK(codes("0b 0o") == "P1030@0-2 P1030@3-5");
  CHECK(codes("0b12") == "P1032@3-4");
  CHECK(codes("0o78") == "P1032@3-4");
  CHECK(codes("0b2n") == "P1032@2-3");
  CHECK(codes("1e") == "P1031@1-2");
  CHECK(codes("1e+") == "P1031@1-3");
  CHECK(codes("1e+x") == "P1031@1-3");
  CHECK(codes("3a") == "P1039@1-2");
  CHECK(tokens("3abc+1") == "num:3 + num:1");
  CHECK(codes("3in x") == "P1039@1-3");
  CHECK(tokens("3in x") == "num:3 in id:x");
  CHECK(codes("1n2") == "P1039@2-3");
  CHECK(codes("0b1a") == "P1039@3-4");
  CHECK(codes("3\\u0061") == "P1039@1-7");
  CHECK(codes("3\u00E9") == "P1039@1-3");
  CHECK(codes("1.a") == "P1039@2-3");
  CHECK(codes("1..a 1.0.a") == "");
  CHECK(codes("5$") == "P1039@1-2");
  CHECK(codes("07e1") == "P1039@2-4");
  CHECK(codes("1\u2028a") == "");
}

TEST_CASE("strings") {
  CHECK(tokens("'a' \"b'c\" '' '\u00E9'") == "str:a str:b'c str: str:<C3><A9>");
  CHECK(tokens("'\\b\\f\\n\\r\\t\\v\\0\\'\\\"\\\\\\q'") ==
        "\\str:<08><0C><0A><0D><09><0B><00>'\"\\q");
  CHECK(tokens("'\\x41\\u0042\\u{43}\\u{0000044}'") == "\\str:ABCD");
  CHECK(tokens("'a\\\nb\\\r\nc\\\rd\\\u2028e\\\u2029f'") == "\\str:abcdef");
  CHECK(tokens("'\u2028\u2029'") == "str:<E2><80><A8><E2><80><A9>");
  CHECK(tokens("'\\\u00E9'") == "\\str:<C3><A9>");
  CHECK(tokens("'a\tb'") == "str:a<09>b");
  CHECK(tokens(std::string_view("'a\0b'", 5)) == "str:a<00>b");
  CHECK(tokens("'-----------------' \"================\"") ==
        "str:----------------- str:================");
}

TEST_CASE("a string without escapes is borrowed") {
  const std::string source = "'abcdef'";
  AtomTable atoms(source.size());
  support::DiagnosticSink sink;
  Lexer lexer(source, {}, atoms, sink);
  lexer.next();
  CHECK(atoms.text(lexer.token().atom).data() == source.data() + 1);
}

TEST_CASE("surrogates in strings") {
  CHECK(tokens("'\\uD83D\\uDE00'") == "\\str:<F0><9F><98><80>");
  CHECK(tokens("'\\u{D83D}\\u{DE00}'") == "\\str:<F0><9F><98><80>");
  CHECK(tokens("'\\uD83D'") == "\\str:<ED><A0><BD>");
  CHECK(tokens("'\\uDE00\\uD83D'") == "\\str:<ED><B8><80><ED><A0><BD>");
  CHECK(tokens("'\\uD83D-\\uDE00'") == "\\str:<ED><A0><BD>-<ED><B8><80>");
  CHECK(tokens("'\\uD83D\\\n\\uDE00'") == "\\str:<F0><9F><98><80>");
}

TEST_CASE("legacy escapes") {
  CHECK(tokens("'\\07' '\\377' '\\400' '\\8' '\\00' '\\0'") ==
        "\\8str:<07> \\8str:<C3><BF> \\8str: 0 \\8str:8 \\8str:<00> \\str:<00>");
  CHECK(tokens("'\\1a\\18'") == "\\8str:<01>a<01>8");
  CHECK(tokens("'\\08'") == "\\8str:<00>8");
  CHECK(codes("'\\07\\8\\9'") == "");
  CHECK(codes("'\\07' '\\8' '\\9' '\\0'", {.strict = true}) == "P1015@1-4 P1016@7-9 P1016@12-14");
}

TEST_CASE("broken strings") {
  CHECK(codes("'a") == "P1003@0-1");
  CHECK(tokens("'ab\nc") == "!str:ab ^id:c");
  CHECK(codes("'ab\rc") == "P1003@0-1");
  CHECK(codes("'a\\") == "P1003@0-1");
  CHECK(codes("'\\x4'") == "P1010@1-4");
  CHECK(codes("'\\xg0'") == "P1010@1-3");
  CHECK(codes("'\\u004'") == "P1011@1-6");
  CHECK(codes("'\\u'") == "P1011@1-3");
  CHECK(codes("'\\u{}'") == "P1012@1-5");
  CHECK(codes("'\\u{1'") == "P1013@1-5");
  CHECK(codes("'\\u{1 }'") == "P1013@1-5");
  CHECK(codes("'\\u{110000}'") == "P1014@4-10");
  CHECK(codes("'\\u{FFFFFFFFFFFFFFFFFFFFF}'") == "P1014@4-25");
  CHECK(codes("'\\u{10FFFF}'") == "");
  CHECK(codes("'\\xz' '\\u{}'") == "P1010@1-3 P1012@7-11");
}

TEST_CASE("templates") {
  CHECK(tokens("`a`") == "TemplateComplete:a");
  CHECK(tokens("``") == "TemplateComplete:");
  CHECK(tokens("`a${b}c`") == "TemplateHead:a id:b TemplateTail:c");
  CHECK(tokens("`${a}${{}}$`") == "TemplateHead: id:a TemplateMiddle: { } TemplateTail:$");
  CHECK(tokens("`$a$$ {`") == "TemplateComplete:$a$$ {");
  CHECK(tokens("`\\${a}\\``") == "TemplateComplete:${a}`|\\${a}\\`");
  CHECK(tokens("`a\nb\r\nc\rd`") == "TemplateComplete:a<0A>b<0A>c<0A>d");
  CHECK(tokens("`\\n\\u{61}`") == "TemplateComplete:<0A>a|\\n\\u{61}");
  CHECK(tokens("`a\\\r\nb\\\rc\\\nd`") == "TemplateComplete:abcd|a\\<0A>b\\<0A>c\\<0A>d");
  CHECK(tokens("`\u00E9${`\u00E9`}\u2028`") ==
        "TemplateHead:<C3><A9> TemplateComplete:<C3><A9> TemplateTail:<E2><80><A8>");
  CHECK(tokens("`\\uD83D\\uDE00`") == "TemplateComplete:<F0><9F><98><80>|\\uD83D\\uDE00");
  CHECK(tokens("`0123456789abcdef0123${x}`") ==
        "TemplateHead:0123456789abcdef0123 id:x TemplateTail:");
}

TEST_CASE("broken templates") {
  CHECK(codes("`a") == "P1004@0-1");
  CHECK(tokens("`a") == "!TemplateComplete:a");
  CHECK(codes("`a${b}c") == "P1004@5-6");
  CHECK(tokens("`a${b}c") == "TemplateHead:a id:b !TemplateTail:c");
  CHECK(codes("`a\\") == "P1004@0-1");
  CHECK(codes("`a\xFF\xC0\xC0${1}\xFF`") == "P1001@2-5 P1001@9-10");
  CHECK(tokens("`a\xFF`") == "TemplateComplete:a<EF><BF><BD>");

  const LexOptions tagged{.escapes = false};
  for (const char* bad : {"`\\x`", "`\\u`", "`\\u{`", "`\\u{}`", "`\\1`", "`\\01`", "`\\8`",
                          "`\\u{110000}`", "`\\u00${0}`"}) {
    CAPTURE(bad);
    CHECK(codes(bad, tagged) == "");
    CHECK(tokens(bad, tagged).starts_with("?Template"));
    CHECK(tokens(bad, tagged).find(":<none>|") != std::string::npos);
    CHECK(codes(bad) != "");
  }
  CHECK(tokens("`\\xg\\n`", tagged) == "?TemplateComplete:<none>|\\xg\\n");
  CHECK(codes("`ok \\n \\xg \\u`") == "P1010@7-9");
  CHECK(codes("`\\01`") == "P1017@1-4");
  CHECK(codes("`\\8`") == "P1017@1-3");
  CHECK(codes("`\\0`") == "");
  CHECK(codes("`a${1}\\u{}${2}`") == "P1012@6-10");
}

}  // namespace perry::frontend
