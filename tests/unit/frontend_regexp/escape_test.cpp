#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

TEST_CASE("escapes that are valid everywhere") {
  check_valid(all_modes, {"\\d\\D\\s\\S\\w\\W", "\\f\\n\\r\\t\\v", "\\cA\\cz", "\\0", "\\0a",
                          "\\x41", "\\xfF", "\\u0041", "\\uFFFF", "\\ud83d\\ude00", "\\ud83d",
                          "\\ude00", "\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/"});
  check_error(all_modes, RegExpErrorKind::TrailingBackslash, {{"\\", "\\"}, {"a\\", "\\"}});
  check_error(strict_modes, RegExpErrorKind::TrailingBackslash, {{"[\\", "\\"}});
}

TEST_CASE("identity escapes") {
  check_valid(bmp_modes, {"\\-", "\\'", "\\!", "\\ ", "\\😀", "\\𠮷", "\\\u2028", "\\:", "\\<"});
  check_valid({Mode::AnnexB}, {"\\a", "\\_", "\\é", "\\e", "\\z", "\\p{Lu}", "\\P", "\\q", "\\u",
                               "\\x", "\\A", "\\·"});
  check_error(
      {Mode::Strict}, RegExpErrorKind::InvalidEscape,
      {{"\\a", "\\a"}, {"\\_", "\\_"}, {"\\é", "\\é"}, {"b\\p{Lu}", "\\p"}, {"\\·", "\\·"}});
  check_error(unicode_modes, RegExpErrorKind::InvalidEscape,
              {{"\\a", "\\a"},
               {"\\-", "\\-"},
               {"\\_", "\\_"},
               {"\\é", "\\é"},
               {"\\😀", "\\😀"},
               {"\\!", "\\!"},
               {"\\ ", "\\ "},
               {"\\q{a}", "\\q"},
               {"a\\&", "\\&"}});
}

TEST_CASE("control escapes") {
  check_valid({Mode::AnnexB}, {"\\c", "\\c1", "\\c_", "\\c*", "\\cé", "a\\c|b", "(\\c)"});
  check_error(strict_modes, RegExpErrorKind::InvalidControlEscape,
              {{"\\c", "\\c"},
               {"\\c1", "\\c"},
               {"\\c_", "\\c"},
               {"\\c*", "\\c"},
               {"[\\c]", "\\c"},
               {"[\\c1]", "\\c"},
               {"[\\c_]", "\\c"}});
}

TEST_CASE("hexadecimal escapes") {
  check_valid({Mode::AnnexB}, {"\\x", "\\x4", "\\xg0", "\\x{41}", "[\\x]"});
  check_error(strict_modes, RegExpErrorKind::InvalidHexEscape,
              {{"\\x", "\\x"}, {"\\x4", "\\x"}, {"\\x4g", "\\x"}, {"[\\xg4]", "\\x"}});
}

TEST_CASE("Unicode escapes") {
  check_valid(unicode_modes, {"\\u{0}", "\\u{10FFFF}", "\\u{00000000000000061}", "\\u{d83d}",
                              "[\\u{61}-\\u{7A}]", "\\u{61}*"});
  check_error(unicode_modes, RegExpErrorKind::CodePointTooLarge,
              {{"\\u{110000}", "\\u{110000}"},
               {"\\u{FFFFFFFFFFFFFFFFF}", "\\u{FFFFFFFFFFFFFFFFF}"},
               {"[\\u{110000}]", "\\u{110000}"}});
  check_error(unicode_modes, RegExpErrorKind::InvalidUnicodeEscape,
              {{"\\u", "\\u"},
               {"\\u004", "\\u"},
               {"\\u00g0", "\\u"},
               {"\\u{", "\\u{"},
               {"\\u{}", "\\u{"},
               {"\\u{61", "\\u{61"},
               {"\\u{6g}", "\\u{6"},
               {"\\u{ 61}", "\\u{"},
               {"\\u{-1}", "\\u{"},
               {"\\u{1_0}", "\\u{1"}});
  // Without the flags, `u` stands for itself and what follows is what it is.
  check_valid({Mode::AnnexB}, {"\\u", "\\u004", "\\u{", "\\u{}", "\\u{61}", "\\u{1,2}", "\\u{g}"});
  check_error({Mode::AnnexB}, RegExpErrorKind::QuantifierOutOfOrder, {{"\\u{2,1}", "{2,1}"}});
  check_error({Mode::Strict}, RegExpErrorKind::InvalidUnicodeEscape,
              {{"\\u", "\\u"}, {"\\u{61}", "\\u"}, {"[\\u{61}]", "\\u"}});
}

TEST_CASE("numbers refer to groups that exist") {
  check_valid(all_modes, {"()\\1", "\\1()", "(\\1)", "\\2()()", "(?<a>)\\1", "(?=(?:(?<=(a))))\\1",
                          "()()()()()()()()()()\\10", "(?:\\1)|()"});
  check_valid({Mode::AnnexB}, {"\\1", "\\8", "\\9", "\\10", "\\377", "\\400", "\\00", "\\01",
                               "\\08", "()\\2", "\\99999999999999999999", "\\1{2}", "\\8*"});
  check_error(strict_modes, RegExpErrorKind::UnknownGroupNumber,
              {{"\\1", "\\1"},
               {"()\\2", "\\2"},
               {"(?:)\\1", "\\1"},
               {"(?=)\\1", "\\1"},
               {"(?i:)\\1", "\\1"},
               {"\\8", "\\8"},
               {"()\\10a", "\\10"},
               {"()\\4294967297", "\\4294967297"},
               {"()\\18446744073709551617", "\\18446744073709551617"}});
  check_error(strict_modes, RegExpErrorKind::InvalidDecimalEscape,
              {{"\\00", "\\0"},
               {"\\01", "\\0"},
               {"\\08", "\\0"},
               {"[\\1]", "\\1"},
               {"[\\00]", "\\0"},
               {"()[\\1]", "\\1"},
               {"[\\8]", "\\8"}});
}

TEST_CASE("property escapes") {
  check_valid(unicode_modes, {"\\p{Lu}", "\\P{Lu}", "\\p{Uppercase_Letter}", "\\p{gc=Lu}",
                              "\\p{General_Category=L}", "\\p{Script=Greek}", "\\p{sc=Grek}",
                              "\\p{scx=Grek}", "\\P{Script_Extensions=Greek}", "\\p{ASCII}*",
                              "\\p{Any}", "[\\p{Alphabetic}\\P{Emoji}]", "[^\\p{Lu}]"});
  check_error(unicode_modes, RegExpErrorKind::InvalidPropertyEscape,
              {{"\\p", "\\p"},
               {"\\pL", "\\p"},
               {"\\p{", "\\p{"},
               {"\\p{}", "\\p{}"},
               {"\\p{Lu", "\\p{Lu"},
               {"\\p{^Lu}", "\\p{"},
               {"\\p{Lu }", "\\p{Lu"},
               {"\\P{=}", "\\P{=}"},
               {"\\p{sc=}", "\\p{sc=}"},
               {"\\p{=Grek}", "\\p{=Grek}"},
               {"\\p{sc:Grek}", "\\p{sc"},
               {"\\p{sc=Grek=Grek}", "\\p{sc=Grek"},
               {"[\\p]", "\\p"},
               {"\\p{Lú}", "\\p{L"}});
  check_error(unicode_modes, RegExpErrorKind::UnknownProperty,
              {{"\\p{lu}", "\\p{lu}"},
               {"\\p{Greek}", "\\p{Greek}"},
               {"\\p{Script}", "\\p{Script}"},
               {"\\p{Block=Thai}", "\\p{Block=Thai}"},
               {"\\p{ASCII=Y}", "\\p{ASCII=Y}"},
               {"[\\P{InGreek}]", "\\P{InGreek}"},
               {"\\p{RGI_Emoji=Y}", "\\p{RGI_Emoji=Y}"}});
  check_error(unicode_modes, RegExpErrorKind::UnknownPropertyValue,
              {{"\\p{sc=greek}", "\\p{sc=greek}"},
               {"\\p{gc=Greek}", "\\p{gc=Greek}"},
               {"\\p{Script=Lu}", "\\p{Script=Lu}"}});
}

TEST_CASE("properties of strings need the flag v and cannot be negated") {
  check_valid({Mode::V}, {"\\p{RGI_Emoji}", "\\p{Basic_Emoji}+", "[\\p{Emoji_Keycap_Sequence}]"});
  check_error({Mode::U}, RegExpErrorKind::StringPropertyNeedsV,
              {{"\\p{RGI_Emoji}", "\\p{RGI_Emoji}"},
               {"\\P{RGI_Emoji}", "\\P{RGI_Emoji}"},
               {"[\\p{Basic_Emoji}]", "\\p{Basic_Emoji}"}});
  check_error({Mode::V}, RegExpErrorKind::NegatedStringProperty,
              {{"\\P{RGI_Emoji}", "\\P{RGI_Emoji}"}, {"[\\P{RGI_Emoji}]", "\\P{RGI_Emoji}"}});
}

}  // namespace perry::frontend::test
