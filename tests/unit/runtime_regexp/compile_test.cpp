#include <doctest/doctest.h>

#include "tests/unit/runtime_regexp/regexp_text.h"

namespace perry::runtime::regexp::test {

namespace {

std::u16string repeated(std::u16string_view text, size_t count) {
  std::u16string result;
  for (size_t i = 0; i < count; ++i) result += text;
  return result;
}

const ProgramHeader& header_of(const std::expected<Program, ErrorKind>& program) {
  return program->view().header();
}

}  // namespace

TEST_CASE("errors") {
  CHECK(found(u"(", "", u"") == "! Unterminated group");
  CHECK(found(u"[[a]-", "v", u"") == "! Unterminated character class");
  CHECK(found(u"[[a]-b", "v", u"") == "! Invalid character class");
  CHECK(found(u"[b-a]", "", u"") == "! Range out of order in character class");
  CHECK(found(u"\\u{110000}", "u", u"") == "! Invalid Unicode escape");
  CHECK(found(u"[^\\p{RGI_Emoji}]", "v", u"") == "! Negated character class may contain strings");
}

TEST_CASE("flags") {
  CHECK(parse_flags(std::string_view("dgimsuy"), 7) != kInvalidFlags);
  CHECK(parse_flags(std::string_view("uv"), 2) == kInvalidFlags);
  CHECK(parse_flags(std::string_view("gg"), 2) == kInvalidFlags);
  CHECK(parse_flags(std::string_view("x"), 1) == kInvalidFlags);
}

TEST_CASE("where a match may begin") {
  CHECK(header_of(compiled(u"abc\\d")).prefix_length == 3);
  CHECK(header_of(compiled(u"(?:ab)+")).prefix_length == 2);
  CHECK(header_of(compiled(u"\\bab")).prefix_length == 2);
  CHECK(header_of(compiled(u"ab", "i")).prefix_length == 0);
  CHECK(header_of(compiled(u"[ab]c")).first_set != 0);
  CHECK(header_of(compiled(u"a*b")).first_set != 0);
  CHECK(header_of(compiled(u"a*")).first_set == 0);
  CHECK(header_of(compiled(u"^a|^b")).is_anchored == 1);
  CHECK(header_of(compiled(u"^a", "m")).is_anchored == 0);
  CHECK(header_of(compiled(u"a{3}(?:bc|d)")).min_length == 4);
}

TEST_CASE("names") {
  const auto program = compiled(u"(?<a>x)|(?<b>y)|(?<a>z)");
  NameReader reader(program->view());
  REQUIRE(reader.next());
  CHECK(reader.name == u"a");
  REQUIRE(reader.group_count == 2);
  CHECK(reader.groups[1] == 3);
  REQUIRE(reader.next());
  CHECK(reader.name == u"b");
  CHECK_FALSE(reader.next());
}

TEST_CASE("size is limited, and depth") {
  CHECK(found(repeated(u"(", 5000) + repeated(u")", 5000), "", u"") ==
        "! Regular expression too large");
  CHECK(found(repeated(u"(?:", 2000) + repeated(u")", 2000), "", u"") == "0-0");
  CHECK(found(repeated(u"[", 2000) + repeated(u"]", 2000), "v", u"a") == "none");
  CHECK(found(repeated(u"()", 40000), "", u"") == "! Too many captures");
  CHECK(found(repeated(u"(?:", 30) + u"a" + repeated(u"){2}", 30), "", u"b") == "none");
  CHECK(found(u"a{1000000}", "", u"aaa") == "none");
  CHECK(found(u"(?:ab){100000,}", "", u"abab") == "none");
  CHECK(found(repeated(u"a?", 20000), "", u"aa") == "0-2");
}

}  // namespace perry::runtime::regexp::test
