#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

TEST_CASE("terms") {
  check_valid(all_modes, {"",    "a", "|",  "a|", "|a", "a|b|c", ".", "^", "$", "^a$", "\\b",
                          "\\B", "é", "中", "😀", "/",  "\\/",   "-", ",", ":", "a-b", " "});
}

TEST_CASE("quantifiers") {
  check_valid(all_modes,
              {"a*",     "a+",    "a?",      "a*?",     "a+?",  "a??",    "a{1}",    "a{1,}",
               "a{1,2}", "a{1}?", "a{1,}?",  "a{1,2}?", ".*",   "(a)*",   "(?:a)*",  "[a]*",
               "\\d*",   "\\n*",  "(?:a*)*", "😀+",     "a{0}", "a{0,0}", "a{007,8}"});
  check_error(all_modes, RegExpErrorKind::NothingToRepeat,
              {{"*", "*"},
               {"+a", "+"},
               {"?", "?"},
               {"a**", "*"},
               {"a???", "?"},
               {"a*+", "+"},
               {"a+*?", "*"},
               {"(*)", "*"},
               {"(?:+)", "+"},
               {"a|*", "*"},
               {"^*", "*"},
               {"$+", "+"},
               {"\\b?", "?"},
               {"\\B*", "*"},
               {"(?<=a)*", "*"},
               {"(?<!a)?", "?"},
               {"é|+", "+"},
               {"{1}", "{1}"},
               {"a{1}{2,3}", "{2,3}"},
               {"^{1,}", "{1,}"},
               {"({2,1})", "{2,1}"},
               {"(?<=a){2}", "{2}"},
               {"a*{1}?", "{1}"}});
}

TEST_CASE("the numbers of a quantifier are in order, however long they are") {
  check_valid(all_modes, {"a{9007199254740993,9007199254740994}", "a{00000000000000000001,2}",
                          "a{99999999999999999999999}", "a{18446744073709551616,}",
                          "a{4294967295,4294967296}", "a{0,99999999999999999999999}"});
  check_error(all_modes, RegExpErrorKind::QuantifierOutOfOrder,
              {{"a{2,1}", "{2,1}"},
               {"aa{10,9}?", "{10,9}"},
               {"a{1,0000}", "{1,0000}"},
               {"a{9007199254740994,9007199254740993}", "{9007199254740994,9007199254740993}"},
               {"(?:a{4294967296,4294967295})", "{4294967296,4294967295}"}});
}

TEST_CASE("a lone bracket stands for itself with Annex B only") {
  check_valid({Mode::AnnexB},
              {"{",     "}",    "]",  "{a}", "{}",    "{,}",   "{,1}",  "{,1}*", "{1",
               "{1,",   "{1,2", "a{", "a{1", "a{1,2", "a{,1}", "a{ 1}", "a{-1}", "a{1 }",
               "a{a}+", "]*",   "}+", "{*",  "x{{1}", "x]{2}", "^{",    "a{1}{", "a{1}{a}"});
  check_error(strict_modes, RegExpErrorKind::LoneBracket,
              {{"{", "{"},
               {"}", "}"},
               {"a]", "]"},
               {"{a}", "{"},
               {"{,1}", "{"},
               {"^{", "{"},
               {"(]", "]"},
               {"a|}", "}"}});
  check_error(
      strict_modes, RegExpErrorKind::IncompleteQuantifier,
      {{"a{", "{"}, {"a{1", "{"}, {"a{1,2", "{"}, {"a{,1}", "{"}, {"(a){b}", "{"}, {".{1 }", "{"}});
}

TEST_CASE("groups") {
  check_valid(all_modes, {"()", "(a)", "(a|b)", "((a)(b))", "(?:)", "(?:a|)", "(?=)", "(?!a)",
                          "(?<=a)", "(?<!a)b", "(?=(a))\\1", "(|(|))", "(?:(?=(?<=(?!))))"});
  check_error(all_modes, RegExpErrorKind::UnterminatedGroup,
              {{"(", "("},
               {"a(b", "("},
               {"(a()", "("},
               {"(?:", "("},
               {"(?=a|", "("},
               {"(?<=", "("},
               {"(?<a>", "("},
               {"(?i:", "("},
               {"é((a)", "("}});
  check_error(all_modes, RegExpErrorKind::UnmatchedParenthesis,
              {{")", ")"}, {"a)", ")"}, {"(a))", ")"}, {"(?:a))b", ")"}, {"|)", ")"}});
  check_error(all_modes, RegExpErrorKind::InvalidGroup,
              {{"(?", "(?"},
               {"(?)", "(?)"},
               {"a(?a)", "(?a"},
               {"(?#b)", "(?#"},
               {"(?>a)", "(?>"},
               {"(?P<a>b)", "(?P"},
               {"(?+)", "(?+"},
               {"(?é)", "(?é"}});
}

TEST_CASE("an innermost open group is the unterminated one") {
  std::optional<RegExpError> error = validate_regexp("(a(b)(c", "");
  CHECK(error->kind == RegExpErrorKind::UnterminatedGroup);
  CHECK(error->start == 5);
}

TEST_CASE("lookaheads are quantifiable with Annex B only, lookbehinds never") {
  check_valid({Mode::AnnexB}, {"(?=a)*", "(?!a)+", "(?=a){2}", "(?!)??", "(?=a){1,2}?"});
  check_error(strict_modes, RegExpErrorKind::NothingToRepeat,
              {{"(?=a)*", "*"}, {"(?!a)+", "+"}, {"(?=a){2}", "{2}"}, {"(?!(?=a)?)", "?"}});
}

TEST_CASE("modifiers") {
  check_valid(all_modes,
              {"(?i:a)", "(?m:a)", "(?s:a)", "(?ims:a)", "(?smi:)", "(?i-:a)", "(?-i:a)",
               "(?i-m:a)", "(?im-s:a)", "(?-ims:a)", "(?i:(?-i:a))", "(?i:a)*", "(?i:a|b)"});
  check_error(all_modes, RegExpErrorKind::MissingModifier, {{"(?-:a)", "-"}, {"a(?-:)", "-"}});
  check_error(all_modes, RegExpErrorKind::RepeatedModifier,
              {{"(?ii:a)", "i"},
               {"(?imsi:a)", "i"},
               {"(?-mm:a)", "m"},
               {"(?i-i:a)", "i"},
               {"(?ims-ms:a)", "m"}});
  check_error(all_modes, RegExpErrorKind::InvalidGroup,
              {{"(?i)", "(?i)"},
               {"(?i)a", "(?i)"},
               {"(?g:a)", "(?g"},
               {"(?u:a)", "(?u"},
               {"(?I:a)", "(?I"},
               {"(?i--m:a)", "(?i--"},
               {"(?i-m-s:a)", "(?i-m-"},
               {"(?i :a)", "(?i "},
               {"(?-", "(?-"},
               {"(?i", "(?i"},
               {"(?\\u0069:a)", "(?\\"},
               {"(?İ:a)", "(?İ"},
               {"(?ſ:a)", "(?ſ"}});
}

}  // namespace perry::frontend::test
