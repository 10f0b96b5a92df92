#include <doctest/doctest.h>

#include "tests/unit/frontend_lex/lex_text.h"

namespace perry::frontend {

TEST_CASE("white space") {
  CHECK(tokens("a \t\v\f\u00A0\uFEFF\u3000\u1680b") == "id:a id:b");
  CHECK(tokens("a\nb\rc\r\nd\u2028e\u2029f\n") == "id:a ^id:b ^id:c ^id:d ^id:e ^id:f^");
  for (size_t size = 0; size < 40; size++) {
    CHECK(tokens(std::string(size, ' ') + "a\n" + std::string(size, ' ') + "b") == "id:a ^id:b");
    CHECK(tokens("a" + std::string(size, ' ') + ";" + std::string(size, ' ')) == "id:a ;");
  }
  // U+180E is no white space any more, U+200B never was.
  CHECK(codes("\u180E") == "P1002@0-3");
  CHECK(codes("\u200B") == "P1002@0-3");
}

TEST_CASE("a byte order mark is skipped once") {
  CHECK(tokens("\uFEFFa") == "id:a");
  CHECK(tokens("\uFEFF#!x\na") == "^id:a");
  CHECK(tokens("\uFEFF\uFEFFa") == "id:a");
  CHECK(tokens("\uFEFF") == "");
}

TEST_CASE("comments") {
  CHECK(tokens("a//b\nc") == "id:a ^id:c");
  CHECK(tokens("a// \u00E9 b\u2028c") == "id:a ^id:c");
  CHECK(tokens("a//b") == "id:a");
  CHECK(tokens("a/*b*/c") == "id:a id:c");
  CHECK(tokens("a/*b\n*/c") == "id:a ^id:c");
  CHECK(tokens("a/*\u2028*/c /**/ /***/ /*/*/ d") == "id:a ^id:c id:d");
  CHECK(tokens("a /* \u00E9\u00E9 * / */ b") == "id:a id:b");
  CHECK(tokens("a / b /= c") == "id:a / id:b /= id:c");
  CHECK(codes("a /* b") == "P1006@2-4");
  CHECK(codes("/*/") == "P1006@0-2");
  CHECK(codes("/* \xFF\xFE \xFF */ // \xC3\n'\xE2\x80'") ==
        "P1001@3-5 P1001@6-7 P1001@14-15 P1001@17-19");
}

TEST_CASE("comments of every length") {
  for (size_t size = 0; size < 50; size++) {
    const std::string text(size, '*');
    CAPTURE(size);
    CHECK(tokens("/*" + text + "*/a") == "id:a");
    CHECK(tokens("/*" + text + "\n*/a") == "^id:a");
    CHECK(tokens("/*" + text + "*/\na") == "^id:a");
    CHECK(tokens("/*" + text + "*/a                             \n") == "id:a^");
    CHECK(tokens("/*" + text + "*/            a\n                ") == "id:a^");
    CHECK(tokens("//" + text + "\na") == "^id:a");
    CHECK(tokens("//" + text + "\ra                     ") == "^id:a");
  }
}

TEST_CASE("marks of purity") {
  CHECK(tokens("/*#__PURE__*/ a") == "Pid:a");
  CHECK(tokens("/* @__PURE__ */ a b") == "Pid:a id:b");
  CHECK(tokens("// @__PURE__\na") == "^Pid:a");
  CHECK(tokens("/* some text, long, and then #__PURE__ */ /**/ a") == "Pid:a");
  CHECK(tokens("/* __PURE__ */ a") == "id:a");
  CHECK(tokens("/*@__NO_SIDE_EFFECTS__*/ function") == "Nfunction");
  CHECK(tokens("/*#__PURE__*/ /*#__NO_SIDE_EFFECTS__*/ a") == "PNid:a");
}

TEST_CASE("hashbang") {
  CHECK(tokens("#!/usr/bin/env node\na") == "^id:a");
  CHECK(tokens("#!") == "");
  CHECK(lex("#!x\n//y\na").comments == "#@0-3 L@4-7");
  CHECK(codes(" #!x\na") == "P1007@1-3");
  CHECK(codes("\n#!x") == "P1007@1-3");
  CHECK(codes("/**/#!x") == "P1007@4-6");
  CHECK(tokens(" #!x\na") == "^id:a");
}

TEST_CASE("HTML-like comments") {
  CHECK(tokens("a<!--b\nc") == "id:a ^id:c");
  CHECK(tokens("-->a\nb") == "^id:b");
  CHECK(tokens(" /* x */ --> a\nb") == "^id:b");
  CHECK(tokens("a\n-->b\nc") == "id:a ^id:c");
  CHECK(tokens("a\n /**/ /**/ -->b\nc") == "id:a ^id:c");
  CHECK(tokens("a /*\n*/ --> b\nc") == "id:a ^id:c");
  CHECK(tokens("a /*\n*/ /* x */ --> b\nc") == "id:a ^id:c");
  CHECK(tokens("a --> b") == "id:a -- > id:b");
  CHECK(tokens("a /* */ --> b") == "id:a -- > id:b");
  CHECK(tokens("a\u2028--> b") == "id:a^");
  CHECK(tokens("a<!--b", {.goal = Goal::Module}) == "id:a < ! -- id:b");
  CHECK(tokens("-->a", {.goal = Goal::Module}) == "-- > id:a");
  CHECK(tokens("a<!--b", {.annex_b = false}) == "id:a < ! -- id:b");
  CHECK(tokens("a<!--b", {.goal = Goal::CommonJS}) == "id:a");
  CHECK(lex("<!--a\n-->b").comments == "<@0-5 >@6-10");
}

TEST_CASE("which comments are kept") {
  const std::string_view source = "// a\n/* b */ c // d\n/* e */";
  CHECK(lex(source).comments == "L@0-4 B@5-12 L@15-19 B@20-27");

  AtomTable atoms(source.size());
  support::DiagnosticSink sink;
  Lexer lexer(source, {}, atoms, sink);
  const Lexer::Snapshot start = lexer.snapshot();
  lexer.next();
  lexer.next();
  CHECK(lexer.comments().size() == 2);
  lexer.restore(start);
  CHECK(lexer.comments().empty());
  lexer.next();
  CHECK(lexer.comments().size() == 2);
}

}  // namespace perry::frontend
