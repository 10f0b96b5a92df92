#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

namespace {

constexpr std::initializer_list<Mode> v = {Mode::V};

}  // namespace

TEST_CASE("unions") {
  check_valid(v, {"[]",
                  "[^]",
                  "[a]",
                  "[abc]",
                  "[a-z]",
                  "[a-z0-9]",
                  "[[]]",
                  "[[a]]",
                  "[[^a][b]c]",
                  "[a[b[c]]]",
                  "[\\d\\w]",
                  "[\\p{L}a]",
                  "[a&b]",
                  "[&]",
                  "[a^]",
                  "[!#$%*+,.:;<=>?@`~]",
                  "[\\&\\-\\!\\#\\%\\,\\:\\;\\<\\=\\>\\@\\`\\~]",
                  "[\\b]",
                  "[\\b-a]",
                  "[\\(-\\)]",
                  "[\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/]"});
  check_error(
      v, RegExpErrorKind::UnterminatedClass,
      {{"[[a]", "[[a]"}, {"[a[", "[a["}, {"[a-", "[a-"}, {"[a&&", "[a&&"}, {"[[]b", "[[]b"}});
}

TEST_CASE("syntax characters must be escaped") {
  check_error(v, RegExpErrorKind::UnescapedClassCharacter,
              {{"[(]", "("},
               {"[)]", ")"},
               {"[{]", "{"},
               {"[}]", "}"},
               {"[/]", "/"},
               {"[-]", "-"},
               {"[|]", "|"},
               {"[-a]", "-"},
               {"[a-]", "]"},
               {"[a-z-]", "-"},
               {"[a-z-9]", "-"},
               {"[a-[b]]", "["},
               {"[\\d-z]", "-"},
               {"[[a]-z]", "-"},
               {"[\\q{a}-z]", "-"},
               {"[\\q{(}]", "("},
               {"[\\q{a-b}]", "-"},
               {"[\\q{[}]", "["},
               {"[a---b]", "-"}});
  check_error(v, RegExpErrorKind::InvalidEscape,
              {{"[\\a]", "\\a"},
               {"[\\B]", "\\B"},
               {"[\\_]", "\\_"},
               {"[\\\"]", "\\\""},
               {"[\\k]", "\\k"},
               {"[\\']", "\\'"},
               {"[a-\\d]", "\\d"},
               {"[\\q{\\d}]", "\\d"},
               {"[a-\\q{b}]", "\\q"}});
}

TEST_CASE("double punctuators are reserved") {
  check_error(
      v, RegExpErrorKind::ReservedPunctuator,
      {{"[!!]", "!!"},  {"[##]", "##"},   {"[$$]", "$$"},      {"[%%]", "%%"},  {"[**]", "**"},
       {"[++]", "++"},  {"[,,]", ",,"},   {"[..]", ".."},      {"[::]", "::"},  {"[;;]", ";;"},
       {"[<<]", "<<"},  {"[==]", "=="},   {"[>>]", ">>"},      {"[??]", "??"},  {"[@@]", "@@"},
       {"[^^^]", "^^"}, {"[``]", "``"},   {"[~~]", "~~"},      {"[&&]", "&&"},  {"[&&a]", "&&"},
       {"[a!!]", "!!"}, {"[a-!!]", "!!"}, {"[\\q{&&}]", "&&"}, {"[a&&&]", "&"}, {"[a&&&b]", "&"},
       {"[[&&]]", "&&"}});
  check_valid(v, {"[!a!]", "[\\!!]", "[a&\\&]", "[''\"\"]", "[__]", "[  ]", "[\\^^]", "[^^]"});
}

TEST_CASE("intersection and subtraction") {
  check_valid(v, {"[a&&b]", "[a--b]", "[a&&b&&c]", "[a--b--c]", "[^a&&b]", "[\\w--\\d]",
                  "[\\w--[aeiou]]", "[[a-z]&&[^x]]", "[\\p{L}--\\q{a|b}]", "[[a--b]&&[c--d]]",
                  "[\\p{RGI_Emoji}--\\q{😀}]", "[a&&\\&]", "[[]--[]]", "[\\b&&\\-]"});
  check_error(v, RegExpErrorKind::MixedSetOperators,
              {{"[a&&b--c]", "--"},
               {"[a--b&&c]", "&&"},
               {"[ab&&c]", "&&"},
               {"[ab--c]", "--"},
               {"[a-z&&b]", "&&"},
               {"[a-z--b]", "--"},
               {"[a&&bc]", "c"},
               {"[a--b[c]]", "["},
               {"[a--b\\d]", "\\"},
               {"[a&&b-c]", "b-"},
               {"[a--b-c]", "b-"},
               {"[a&&b&c]", "&"},
               {"[[a][b]&&c]", "&&"},
               {"[a&&[b][c]]", "["}});
  check_error(v, RegExpErrorKind::MissingOperand,
              {{"[a&&]", "]"},
               {"[a--]", "]"},
               {"[a&&b&&]", "]"},
               {"[a----b]", "--"},
               {"[[a--]]", "]"},
               {"[a--&&b]", "&&"}});
}

TEST_CASE("ranges are in order in a set") {
  check_error(v, RegExpErrorKind::RangeOutOfOrder,
              {{"[b-a]", "b-a"},
               {"[[b-a]]", "b-a"},
               {"[a-\\b]", "a-\\b"},
               {"[\\~-\\!]", "\\~-\\!"},
               {"[😂-😀]", "😂-😀"}});
}

TEST_CASE("string disjunctions") {
  check_valid(v, {"[\\q{}]", "[\\q{a}]", "[\\q{abc}]", "[\\q{a|b}]", "[\\q{|}]", "[\\q{abc|}d]",
                  "[\\q{\\n\\u{61}\\-}]", "[\\q{a&b}]", "[\\q{\\b}]", "[\\q{😀}]"});
  check_error(v, RegExpErrorKind::InvalidStringDisjunction,
              {{"[\\q]", "\\q"},
               {"[\\qa]", "\\q"},
               {"[\\q{a", "\\q{a"},
               {"[\\q{", "\\q{"},
               {"[\\q(a)]", "\\q"}});
}

TEST_CASE("a negated class must not be able to contain strings") {
  check_valid(v,
              {"[^\\q{a}]", "[^\\q{a|b|c}]", "[^\\q{😀}]", "[^\\d]", "[^[^\\d]]", "[^a--\\q{ab}]",
               "[^\\q{ab}&&a]", "[^a&&\\q{ab}]", "[^[\\q{ab}&&\\w]]", "[^\\w--\\p{RGI_Emoji}]",
               "[[^a]\\q{ab}]", "[\\q{ab}]", "[\\p{RGI_Emoji}\\q{ab}]", "[^a--[\\q{ab}b]]"});
  check_error(v, RegExpErrorKind::NegatedClassWithStrings,
              {{"[^\\q{ab}]", "[^\\q{ab}]"},
               {"[^\\q{}]", "[^\\q{}]"},
               {"[^\\q{a|}]", "[^\\q{a|}]"},
               {"[^a\\q{b|cd}]", "[^a\\q{b|cd}]"},
               {"[^\\p{RGI_Emoji}]", "[^\\p{RGI_Emoji}]"},
               {"[^[\\q{ab}]]", "[^[\\q{ab}]]"},
               {"[a[^[b[\\q{ab}]]]]", "[^[b[\\q{ab}]]]"},
               {"[^\\q{ab}--a]", "[^\\q{ab}--a]"},
               {"[^\\q{ab}--\\q{ab}]", "[^\\q{ab}--\\q{ab}]"},
               {"[^\\q{ab}&&\\p{RGI_Emoji}]", "[^\\q{ab}&&\\p{RGI_Emoji}]"},
               {"[^[a--b]\\q{ab}]", "[^[a--b]\\q{ab}]"}});
}

}  // namespace perry::frontend::test
