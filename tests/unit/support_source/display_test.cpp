#include "support/source/display.h"

#include <doctest/doctest.h>

using namespace perry::support;
using namespace std::string_view_literals;

namespace {

size_t width(std::string_view text) { return display_width(text, 4); }
std::string shown(std::string_view text) { return to_display(text, 1000); }

TEST_CASE("widths of characters") {
  CHECK(width("abc") == 3);
  CHECK(width("é") == 1);
  CHECK(width("e\u0301") == 1);
  CHECK(width("漢字") == 4);
  CHECK(width("ｆ") == 2);
  CHECK(width("한") == 2);
  CHECK(width("\u1112\u1161\u11AB") == 2);  // The same syllable in three parts.
  CHECK(width("\u0E01\u0E33") == 2);
  CHECK(width("\U0001F600") == 2);
  CHECK(width("\U00020000") == 2);
}

TEST_CASE("widths of emoji sequences") {
  CHECK(width("👩‍👩‍👧") == 2);
  CHECK(width("👍🏽") == 2);
  CHECK(width("🇩🇪") == 2);
  CHECK(width("🇩🇪🇫🇷") == 4);
  CHECK(width("🏃‍♂️") == 2);
  CHECK(width("❤") == 1);
  CHECK(width("❤️") == 2);
  CHECK(width("1️⃣") == 2);
  CHECK(width("1\u20E3") == 1);
  // Two emoji without a joiner are two.
  CHECK(width("👩👩") == 4);
}

TEST_CASE("tabs reach to the next stop") {
  CHECK(width("\t") == 4);
  CHECK(width("a\t") == 4);
  CHECK(width("abcd\tx") == 9);
  CHECK(shown("a\tb") == "a   b");
}

TEST_CASE("what would disturb a terminal is shown by name") {
  CHECK(shown("\x1b[31m") == "␛[31m");
  CHECK(shown("a\0b\x7f"sv) == "a␀b␡");
  CHECK(shown("\u0085") == "<U+0085>");
  CHECK(shown("\u202Eabc") == "<U+202E>abc");
  CHECK(shown("\u200B\uFEFF") == "<U+200B><U+FEFF>");
  CHECK(shown("\U000E0001") == "<U+0E0001>");
  CHECK(shown("x\xFFy") == "x<FF>y");
  CHECK(shown("\xE2\x80y") == "<E2 80>y");
  CHECK(width("\u202E") == 8);
}

TEST_CASE("long text is cut") {
  CHECK(to_display("abcdef", 6) == "abcdef");
  CHECK(to_display("abcdef", 5) == "abcde…");
  CHECK(to_display("漢字", 3) == "漢…");
}

TEST_CASE("a flood of combining marks comes in bounded clusters") {
  std::string text = "a";
  for (int i = 0; i < 1000; i++) text += "\u0301";
  CHECK(cluster_at(text, 0, 0, 4).size == 1 + 32 * 2);
  CHECK(width(text) == 1);
}

}  // namespace
