#include <doctest/doctest.h>

#include "runtime/regexp/case_folding.h"
#include "runtime/regexp/char_set.h"
#include "runtime/regexp/properties.h"

namespace perry::runtime::regexp::test {

TEST_CASE("sets") {
  CharSet set;
  set.add('c', 'f');
  set.add('a');
  set.add('b');
  CHECK(set.ranges() == std::vector<CharRange>{{'a', 'f'}});
  CharSet other;
  other.add('e', 'z');
  CharSet both = set;
  both.intersect(other);
  CHECK(both.ranges() == std::vector<CharRange>{{'e', 'f'}});
  set.subtract(other);
  CHECK(set.ranges() == std::vector<CharRange>{{'a', 'd'}});
  set.invert();
  CHECK(set.ranges() == std::vector<CharRange>{{0, 'a' - 1}, {'e', kLastCodePoint}});
  CHECK(set.contains('z'));
  CHECK_FALSE(set.contains('b'));
  set.subtract(CharSet::all());
  CHECK(set.is_empty());
}

TEST_CASE("case") {
  CHECK(canonicalize(CaseMode::Units, 'a') == 'A');
  CHECK(canonicalize(CaseMode::Units, 0xdf) == 0xdf);
  CHECK(canonicalize(CaseMode::Units, 0x17f) == 0x17f);  // would leave ASCII
  CHECK(canonicalize(CaseMode::Points, 0x17f) == 's');
  CHECK(canonicalize(CaseMode::Points, 0x10400) == 0x10428);
  CHECK(case_variants(CaseMode::Points, 'k').ranges() ==
        std::vector<CharRange>{{'K', 'K'}, {'k', 'k'}, {0x212a, 0x212a}});
}

// Closing over case gives what canonicalize alone says, for both modes.
TEST_CASE("closing over case") {
  for (const CaseMode mode : {CaseMode::Units, CaseMode::Points}) {
    CharSet set;
    set.add(0x40, 0x60);
    set.add(0x100, 0x1ff);
    set.add(0x3a3);
    set.add(0x1e00, 0x1fff);
    CharSet closed = set;
    close_over_case(mode, closed);
    std::vector<bool> canonical(kLastCodePoint + 1);
    for (const CharRange& range : set.ranges()) {
      for (uint32_t c = range.first; c <= range.last; ++c) canonical[canonicalize(mode, c)] = true;
    }
    uint32_t wrong = 0;
    const uint32_t last = mode == CaseMode::Units ? 0xffff : kLastCodePoint;
    for (uint32_t c = 0; c <= last; ++c) {
      if (closed.contains(c) != canonical[canonicalize(mode, c)]) ++wrong;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("properties") {
  CharSet set;
  REQUIRE(add_lone_property("Lu", set));
  CHECK(set.contains('A'));
  CHECK_FALSE(set.contains('a'));
  CharSet greek;
  REQUIRE(add_property_value("scx", "Grek", greek));
  CHECK(greek.contains(0x3b1));
  CHECK(greek.contains(0xb7));  // by its extensions
  CharSet any;
  REQUIRE(add_lone_property("Any", any));
  CHECK(any == CharSet::all());
  CHECK_FALSE(add_lone_property("lu", set));
  CHECK_FALSE(add_property_value("Script", "Klingon", set));
  CHECK(is_property_of_strings("RGI_Emoji"));
  CharSet singles;
  std::vector<CharString> strings;
  add_property_of_strings("Emoji_Keycap_Sequence", singles, strings);
  CHECK(singles.is_empty());
  CHECK(strings.size() == 12);
}

}  // namespace perry::runtime::regexp::test
