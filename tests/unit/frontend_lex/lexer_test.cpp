#include <doctest/doctest.h>

#include "tests/unit/frontend_lex/lex_text.h"

namespace perry::frontend {

TEST_CASE("punctuators") {
  CHECK(tokens("{}()[];,~:@") == "{ } ( ) [ ] ; , ~ : @");
  CHECK(tokens(". ... .. ?. ? ?? ?\?=") == ". ... . . ?. ? ?? ?\?=");
  CHECK(tokens("+ ++ += - -- -= * ** *= **=") == "+ ++ += - -- -= * ** *= **=");
  CHECK(tokens("/ /= % %= ^ ^= & && &= &&= | || |= ||=") ==
        "/ /= % %= ^ ^= & && &= &&= | || |= ||=");
  CHECK(tokens("= == === => ! != !==") == "= == === => ! != !==");
  CHECK(tokens("< <= << <<=") == "< <= << <<=");
  CHECK(tokens("> >= >> >>= >>> >>>= >>>>") == "> >= >> >>= >>> >>>= >>> >");
  CHECK(tokens("> >= >> >>>=", {.greater = false}) == "> > = > > > > > =");
  CHECK(tokens("a?.5:b") == "id:a ? num:0.5 : id:b");
  CHECK(tokens("a?.b") == "id:a ?. id:b");
  CHECK(tokens("a--->b") == "id:a -- - > id:b");
  CHECK(tokens("") == "");
}

TEST_CASE("every punctuator at the very end") {
  for (uint32_t i = static_cast<uint32_t>(TokenKind::LeftBrace);
       i < static_cast<uint32_t>(TokenKind::Break); i++) {
    const std::string text(token_text(static_cast<TokenKind>(i)));
    CAPTURE(text);
    CHECK(tokens(text) == text);
    CHECK(tokens("x " + text) == "id:x " + text);
  }
}

TEST_CASE("rescanning one character") {
  AtomTable atoms(16);
  support::DiagnosticSink sink;
  for (const char* text :
       {"<<", "<<=", "<=", "?.", "??", "?\?=", "||", "||=", "|=", "&&", "&=", "**", "++"}) {
    CAPTURE(text);
    Lexer lexer(text, {}, atoms, sink);
    lexer.next();
    lexer.rescan_single();
    CHECK(token_text(lexer.token().kind) == std::string_view(text).substr(0, 1));
    CHECK(lexer.position() == 1);
  }
  Lexer lexer("<<T>", {}, atoms, sink);
  lexer.next();
  lexer.rescan_less();
  CHECK(lexer.token().kind == TokenKind::Less);
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::Less);
}

TEST_CASE("words and names") {
  CHECK(tokens("if iff let yield of type $ _ a1 A$_9") ==
        "if id:iff let yield of type id:$ id:_ id:a1 id:A$_9");
  for (uint32_t i = 0; i < kWordCount; i++) {
    const std::string word(token_text(word_kind(AtomId(i))));
    // Close to the end and far from it: two ways of reading.
    CHECK(tokens(word) == word);
    CHECK(tokens(word + "                    ") == word);
    CHECK(tokens(word + "$                    ") == "id:" + word + "$");
  }
}

TEST_CASE("names of every length, at every distance from the end") {
  for (size_t size = 1; size < 40; size++) {
    const std::string name(size, 'q');
    for (size_t after = 0; after < 20; after++) {
      CAPTURE(size);
      CAPTURE(after);
      CHECK(tokens(name + std::string(after, ';')) == "id:" + name + [&] {
        std::string rest;
        for (size_t i = 0; i < after; i++) rest += " ;";
        return rest;
      }());
    }
  }
}

TEST_CASE("names beyond ASCII") {
  CHECK(tokens("\u00E9t\u00E9 = \u03B1") == "id:<C3><A9>t<C3><A9> = id:<CE><B1>");
  CHECK(tokens("a\u00E9") == "id:a<C3><A9>");
  CHECK(tokens("a\u00E9                          b") == "id:a<C3><A9> id:b");
  CHECK(tokens("\U00020BB7") == "id:<F0><A0><AE><B7>");
  // ZWNJ and ZWJ may continue a name, not begin it.
  CHECK(tokens("a\u200C\u200D") == "id:a<E2><80><8C><E2><80><8D>");
  CHECK(codes("\u200Ca") == "P1002@0-3");
  // U+2E2F is not an identifier character, U+1885 is by Other_ID_Start.
  CHECK(codes("\u2E2F") == "P1002@0-3");
  CHECK(tokens("\u1885") == "id:<E1><A2><85>");
}

TEST_CASE("escapes in names") {
  CHECK(tokens("\\u0061b") == "\\id:ab");
  CHECK(tokens("a\\u0062c\\u{64}e") == "\\id:abcde");
  CHECK(tokens("\\u{000000061}") == "\\id:a");
  CHECK(tokens("\\u{20BB7}") == "\\id:<F0><A0><AE><B7>");
  CHECK(tokens("a\\u200D") == "\\id:a<E2><80><8D>");
  // An escaped word is a name whose atom is the word.
  CHECK(tokens("v\\u0061r") == "\\id:var");
  CHECK(codes("v\\u0061r") == "");

  CHECK(codes("\\u0031a") == "P1019@0-6");
  CHECK(codes("a\\u002D") == "P1020@1-7");
  CHECK(codes("\\uD842\\uDFB7") == "P1019@0-6");
  CHECK(codes("a\\u{D842}\\u{DFB7}") == "P1020@1-9");
  CHECK(codes("a\\u12") == "P1011@1-5");
  CHECK(codes("a\\u{}") == "P1012@1-5");
  CHECK(codes("a\\u{61") == "P1013@1-6");
  CHECK(codes("a\\u{110000}") == "P1014@4-10");
  CHECK(codes("a\\x61") == "P1018@1-2");
  CHECK(tokens("a\\x61 b") == "\\id:ax61 id:b");
  CHECK(codes("\\") == "P1002@0-1");
  CHECK(codes("\\x") == "P1002@0-1");
}

TEST_CASE("private names") {
  CHECK(tokens("#a #if #\\u0061 #\u00E9 #") == "#a #if \\#a #<C3><A9> #");
  CHECK(tokens("#1 # a") == "# num:1 # id:a");
  CHECK(codes("#\\u0030") == "P1019@1-7");
}

TEST_CASE("positions and line terminators before tokens") {
  AtomTable atoms(32);
  support::DiagnosticSink sink;
  Lexer lexer("  ab /* \n */ + \r\n'c'", {}, atoms, sink);
  lexer.next();
  CHECK(lexer.token().span() == support::Span{2, 4});
  CHECK(lexer.position() == 4);
  CHECK(!lexer.token().newline_before());
  const Lexer::Snapshot before = lexer.snapshot();
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::Plus);
  CHECK(lexer.token().newline_before());
  lexer.next();
  CHECK(lexer.token().span() == support::Span{17, 20});
  CHECK(lexer.token().newline_before());
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::EndOfFile);
  CHECK(lexer.token().span() == support::Span{20, 20});
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::EndOfFile);
  lexer.restore(before);
  CHECK(lexer.token().span() == support::Span{2, 4});
  lexer.next();
  CHECK(lexer.token().kind == TokenKind::Plus);
}

TEST_CASE("regular expressions") {
  const LexOptions re{.regexps = true};
  CHECK(tokens("/a/", re) == "re:a/");
  CHECK(tokens("/a/giu", re) == "re:a/giu");
  CHECK(tokens("/=/x", re) == "re:=/x");
  CHECK(tokens("/[/]\\/[\\]/]/g;", re) == "re:[/]\\/[\\]/]/g ;");
  CHECK(tokens("/\\\\/", re) == "re:\\\\/");
  CHECK(tokens("/\u00E9\\\u00E9/\u00E9", re) == "re:<C3><A9>\\<C3><A9>/<C3><A9>");
  CHECK(tokens("/a/$_1", re) == "re:a/$_1");
  for (const char* open :
       {"/a", "/a\n/", "/a\r", "/a\\\n/", "/[/", "/a\u2028/", "/a\\\u2029/", "/a\\"}) {
    CAPTURE(open);
    CHECK(codes(open, re).starts_with("P1005@0-1"));
  }
  CHECK(tokens("/a\nb", re) == "!re:a/ ^id:b");
  CHECK(codes("/a/\\u0067", re) == "P1021@3-4");
  CHECK(tokens("/a/\\u0067", re) == "re:a/");
  CHECK(codes("/a/i\\u{67}m;", re) == "P1021@4-5");
  CHECK(tokens("/a/i\\u{67}m;", re) == "re:a/im ;");
  CHECK(tokens("/a\xFF\xFE/", re) == "re:a<EF><BF><BD><EF><BF><BD>/");
  CHECK(codes("/a\xFF\xFE/", re) == "P1001@2-4");
}

TEST_CASE("all prefixes of a long piece of source are read without a slip") {
  const std::string source =
      "#!/usr/bin/env x\n/* @__PURE__ */ caf\u00E9 `a${b + `c\\u{61}${1_0.5e-3}`}` // e\u2028 --> "
      "x\n"
      "'\\u{1F600}\\x41\\07' /[a/]+/giu \\u0061bc #priv 0xFFn 0b11 017 089.5 \"s\\\r\nt\" <!-- y\n"
      "\t\v\f\u00A0\uFEFF>>>= ?.x ?.5 ...";
  for (size_t size = 0; size <= source.size(); size++) {
    for (const bool regexps : {false, true}) {
      const Lexed lexed = lex(std::string_view(source).substr(0, size), {.regexps = regexps});
      CHECK(lexed.tokens.find("<no progress>") == std::string::npos);
    }
  }
}

}  // namespace perry::frontend
