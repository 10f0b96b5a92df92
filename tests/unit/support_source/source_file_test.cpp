#include "support/source/source_file.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

TEST_CASE("lines end as ECMAScript says") {
  const SourceFile file("a.ts", "a\nb\r\nc\rd\u2028e\u2029f\n");
  REQUIRE(file.line_count() == 7);
  const std::string_view expected[] = {"a", "b", "c", "d", "e", "f", ""};
  for (uint32_t line = 0; line < 7; line++)
    CHECK(file.text(file.line_span(line)) == expected[line]);
  CHECK(file.line_of(0) == 0);
  CHECK(file.line_of(1) == 0);
  CHECK(file.line_of(2) == 1);
  CHECK(file.line_of(4) == 1);
  CHECK(file.line_of(5) == 2);
  CHECK(file.line_of(file.size()) == 6);
  CHECK(file.line_of(10'000) == 6);
  CHECK(file.line_start(100) == file.size());
}

TEST_CASE("\\n\\r ends two lines, and what looks like a separator ends none") {
  const SourceFile file("a", "x\n\ry\u2027\u202Az\xE2\x80");
  CHECK(file.line_count() == 3);
  CHECK(file.text(file.line_span(1)).empty());
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file("a", "");
  CHECK(file.line_count() == 1);
  CHECK(file.position_utf16(0) == LineColumn{0, 0});
  CHECK(file.position_utf16(5) == LineColumn{0, 0});
  CHECK(file.line_span(0) == Span{0, 0});
}

TEST_CASE("columns in bytes, UTF-16 units and cells") {
  const std::string text = "x\n\té漢😀z";
  const SourceFile file("a", text);
  const uint32_t z = static_cast<uint32_t>(text.find('z'));
  CHECK(file.position_bytes(z) == LineColumn{1, 10});
  CHECK(file.position_utf16(z) == LineColumn{1, 5});
  CHECK(file.position_display(z, 4) == LineColumn{1, 9});
  // The end of the file, and the middle of a character.
  CHECK(file.position_utf16(z + 1) == LineColumn{1, 6});
  CHECK(file.position_utf16(z - 2) == LineColumn{1, 3});
  CHECK(file.position_display(z - 2, 4) == LineColumn{1, 7});
}

TEST_CASE("a byte order mark takes no column, malformed bytes one per replacement") {
  const SourceFile marked("a", "\uFEFFab");
  CHECK(marked.position_utf16(3) == LineColumn{0, 0});
  CHECK(marked.position_utf16(4) == LineColumn{0, 1});
  const SourceFile malformed("a", "\xFF\xE2\x80x");
  CHECK(malformed.position_utf16(3) == LineColumn{0, 2});
}

TEST_CASE("columns in a line of megabytes are exact and quick") {
  std::string text;
  for (int i = 0; i < 300'000; i++) text += "aé😀";
  const SourceFile file("min.js", text);
  for (uint32_t i = 0; i < 300'000; i += 7) {
    const LineColumn at = file.position_utf16(i * 7 + 3);
    REQUIRE(at.column == i * 4 + 2);
  }
}

TEST_CASE("a file can be moved, owning its text or not") {
  SourceFile a("short", "x\ny");
  CHECK(a.line_count() == 2);
  SourceFile b = std::move(a);
  CHECK(b.text() == "x\ny");
  CHECK(b.text().data() != nullptr);
  CHECK(b.line_of(2) == 1);
  const std::string outside = "borrowed";
  SourceFile c = SourceFile::borrow("c", outside);
  b = std::move(c);
  CHECK(b.text().data() == outside.data());
  CHECK(b.line_count() == 1);
  CHECK(b.name() == "c");
}

TEST_CASE("ranges outside the file are cut") {
  const SourceFile file("a", "abc");
  CHECK(file.text({1, 100}) == "bc");
  CHECK(file.text({50, 100}).empty());
  CHECK(file.text({2, 1}).empty());
}

}  // namespace
