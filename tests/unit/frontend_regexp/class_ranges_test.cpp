#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

namespace {

constexpr std::initializer_list<Mode> range_modes = {Mode::AnnexB, Mode::Strict, Mode::U};

}  // namespace

TEST_CASE("classes") {
  check_valid(all_modes, {"[]",    "[^]",           "[a]",    "[^a]",         "[abc]", "[a-z]",
                          "[a-a]", "[a-zA-Z0-9_$]", "[^\\w]", "[\\d]",        "[\\b]", "[\\]]",
                          "[\\-]", "[\\^]",         "[.*+?]", "[$^]",         "[é]",   "[中-龠]",
                          "[\\n]", "[\\cA-\\cZ]",   "[\\0]",  "[\\x00-\\x7f]"});
  check_valid(range_modes, {"[-]", "[--]", "[---]", "[a-]", "[-a]", "[^-a]", "[a-b-c]", "[a-b-]",
                            "[--a]", "[+--]", "[a-b-c-d]", "[[]", "[(]", "[{|}/]", "[&&]", "[^^^]",
                            "[\\w-]", "[-\\w]", "[a-c\\w-]"});
  check_error(all_modes, RegExpErrorKind::UnterminatedClass,
              {{"[", "["}, {"[^", "[^"}, {"[a", "[a"}});
  check_error(range_modes, RegExpErrorKind::UnterminatedClass,
              {{"a[b-", "[b-"}, {"[\\]", "[\\]"}, {"[a-b", "[a-b"}, {"[😀", "[😀"}});
}

TEST_CASE("ranges are in order") {
  check_error(all_modes, RegExpErrorKind::RangeOutOfOrder,
              {{"[b-a]", "b-a"},
               {"[^ab-a]", "b-a"},
               {"[\\x62-a]", "\\x62-a"},
               {"[a-\\b]", "a-\\b"},
               {"[\\n-\\t]", "\\n-\\t"},
               {"[z-\\u0061]", "z-\\u0061"}});
  check_error(range_modes, RegExpErrorKind::RangeOutOfOrder,
              {{"[a-b-c--]", "c--"}, {"[a--]", "a--"}});
}

TEST_CASE("class escapes are no ends of ranges but with Annex B") {
  check_valid({Mode::AnnexB},
              {"[\\d-a]", "[a-\\d]", "[\\d-\\w]", "[%-\\d]", "[\\s-x-z]", "[\\w-a-f]"});
  check_error({Mode::Strict, Mode::U}, RegExpErrorKind::RangeOfClasses,
              {{"[\\d-a]", "\\d-a"},
               {"[a-\\d]", "a-\\d"},
               {"[\\d-\\w]", "\\d-\\w"},
               {"[x\\s-z]", "\\s-z"}});
  check_error({Mode::U}, RegExpErrorKind::RangeOfClasses,
              {{"[\\p{L}-z]", "\\p{L}-z"}, {"[--\\p{L}]", "--\\p{L}"}});
  check_error({Mode::AnnexB}, RegExpErrorKind::RangeOutOfOrder, {{"[\\d-az-a]", "z-a"}});
}

TEST_CASE("escapes in classes") {
  check_valid({Mode::U}, {"[\\-]", "[a\\-z]", "[\\--a]", "[\\p{L}-]"});
  check_error(
      {Mode::U}, RegExpErrorKind::InvalidEscape,
      {{"[\\B]", "\\B"}, {"[\\a]", "\\a"}, {"[\\k]", "\\k"}, {"[\\&]", "\\&"}, {"[\\_]", "\\_"}});
  check_valid({Mode::AnnexB},
              {"[\\B]", "[\\a]", "[\\k]", "[\\k<a>]", "[\\p{Lu}]", "[\\_]", "[\\é]"});
}

TEST_CASE("octal and control escapes in classes, with Annex B, have values") {
  check_valid({Mode::AnnexB}, {"[\\1-\\2]", "[\\00-\\1]", "[\\377-ÿ]", "[\\40-!]", "[\\400-0]",
                               "[\\8-9]", "[\\7-\\10]", "[\\c]", "[\\c1-\\x11]", "[\\c_-\\x1f]",
                               "[\\c\\c]", "[+-\\c]", "[\\c*-z]", "[\\08-a]"});
  check_error({Mode::AnnexB}, RegExpErrorKind::RangeOutOfOrder,
              {{"[\\2-\\1]", "\\2-\\1"},
               {"[\\10-\\7]", "\\10-\\7"},
               {"[ÿ-\\376]", "ÿ-\\376"},
               {"[\\c1-\\x10]", "\\c1-\\x10"},
               {"[\\c-a]", "c-a"},
               {"[d-\\c]", "d-\\"},
               {"[9-\\8]", "9-\\8"},
               {"[\\408-7]", "8-7"}});
}

TEST_CASE("without the flag u, a code point beyond the BMP is two atoms") {
  check_valid(all_modes, {"[😀]", "[^😀a]", "[\\ud83d\\ude00]", "[a😀]"});
  check_valid(unicode_modes,
              {"[😀-😂]", "[a-😀]", "[\\ud83d\\ude00-\\ud83d\\ude02]", "[😀-\\u{1F602}]"});
  check_error(unicode_modes, RegExpErrorKind::RangeOutOfOrder,
              {{"[😂-😀]", "😂-😀"},
               {"[😀-a]", "😀-a"},
               {"[\\ud83d\\ude02-\\ud83d\\ude00]", "\\ud83d\\ude02-\\ud83d\\ude00"}});
  check_valid(bmp_modes, {"[a-😀]", "[\\ud83d-😀]", "[\\😀]", "[😀-\\udfff]", "[😀-]"});
  check_error(bmp_modes, RegExpErrorKind::RangeOutOfOrder,
              {{"[😀-😂]", "-😂"},
               {"[😀-a]", "-a"},
               {"[\\ude00-😀]", "\\ude00-😀"},
               {"[\\😀-a]", "-a"},
               {"[a-😀-z]", "-z"}});
}

}  // namespace perry::frontend::test
