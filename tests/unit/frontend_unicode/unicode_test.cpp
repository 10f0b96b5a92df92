#include "frontend/unicode/unicode.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace perry::frontend::test {

namespace {

DecodedCodePoint decode(std::string_view bytes) {
  const auto* begin = reinterpret_cast<const uint8_t*>(bytes.data());
  return decode_utf8(begin, begin + bytes.size());
}

void check_valid(std::string_view bytes, uint32_t code_point) {
  DecodedCodePoint decoded = decode(bytes);
  CAPTURE(code_point);
  CHECK(decoded.valid);
  CHECK(decoded.code_point == code_point);
  CHECK(decoded.length == bytes.size());
}

void check_invalid(std::string_view bytes, uint32_t length) {
  DecodedCodePoint decoded = decode(bytes);
  CAPTURE(length);
  CHECK(!decoded.valid);
  CHECK(decoded.code_point == replacement_character);
  CHECK(decoded.length == length);
}

std::string wtf8(const std::vector<uint32_t>& code_points) {
  std::string out;
  for (uint32_t c : code_points) append_wtf8(out, c);
  return out;
}

}  // namespace

TEST_CASE("ID_Start and ID_Continue of ASCII") {
  for (uint32_t c = 0; c < 0x80; ++c) {
    CAPTURE(c);
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool digit = c >= '0' && c <= '9';
    CHECK(is_id_start(c) == letter);
    CHECK(is_id_continue(c) == (letter || digit || c == '_'));
    CHECK(is_identifier_start(c) == (letter || c == '_' || c == '$'));
    CHECK(is_identifier_part(c) == (letter || digit || c == '_' || c == '$'));
    CHECK(is_space_separator(c) == (c == ' '));
  }
}

TEST_CASE("ID_Start and ID_Continue beyond ASCII") {
  for (uint32_t c : {0xAAu, 0xB5u, 0xE9u, 0x3C0u, 0x4E2Du, 0x2118u, 0x309Bu, 0x10940u, 0x1D49Cu,
                     0x20BB7u, 0x323B0u, 0x33479u}) {
    CAPTURE(c);
    CHECK(is_id_start(c));
    CHECK(is_id_continue(c));
  }
  for (uint32_t c :
       {0xB7u, 0x300u, 0x387u, 0x1369u, 0x203Fu, 0xFF3Fu, 0x1D7CEu, 0xE0100u, 0xE01EFu}) {
    CAPTURE(c);
    CHECK(!is_id_start(c));
    CHECK(is_id_continue(c));
  }
  for (uint32_t c : {0x80u, 0xD7u, 0xF7u, 0x2E2Fu, 0x2028u, 0xD800u, 0xDFFFu, 0xFEFFu, 0x1F600u,
                     0x3347Au, 0xE00FFu, 0xE01F0u, 0x10FFFFu, 0x110000u, 0xFFFFFFFFu}) {
    CAPTURE(c);
    CHECK(!is_id_start(c));
    CHECK(!is_id_continue(c));
  }
}

TEST_CASE("ID_Continue contains ID_Start, and both have the sizes that Unicode 17 gives them") {
  uint32_t start = 0;
  uint32_t more = 0;
  for (uint32_t c = 0; c <= max_code_point; ++c) {
    if (is_id_start(c)) {
      ++start;
      if (!is_id_continue(c)) FAIL("U+" << c << " starts but doesn't continue");
    } else if (is_id_continue(c)) {
      ++more;
    }
  }
  CHECK(start == 145916);
  CHECK(start + more == 149240);
}

TEST_CASE("joiners are parts of identifiers") {
  for (uint32_t c : {0x200Cu, 0x200Du}) {
    CHECK(is_id_continue(c));
    CHECK(!is_identifier_start(c));
    CHECK(is_identifier_part(c));
  }
}

TEST_CASE("space separators") {
  std::vector<uint32_t> found;
  for (uint32_t c = 0; c <= max_code_point; ++c) {
    if (is_space_separator(c)) found.push_back(c);
  }
  CHECK(found == std::vector<uint32_t>{0x20, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                       0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F,
                                       0x205F, 0x3000, 0xFEFF});
}

TEST_CASE("UTF-8 decodes") {
  check_valid({"\0", 1}, 0);
  check_valid("a", 'a');
  check_valid("\x7F", 0x7F);
  check_valid("\xC2\x80", 0x80);
  check_valid("\xDF\xBF", 0x7FF);
  check_valid("\xE0\xA0\x80", 0x800);
  check_valid("\xED\x9F\xBF", 0xD7FF);
  check_valid("\xEE\x80\x80", 0xE000);
  check_valid("\xEF\xBF\xBF", 0xFFFF);
  check_valid("\xF0\x90\x80\x80", 0x10000);
  check_valid("\xF4\x8F\xBF\xBF", 0x10FFFF);
}

TEST_CASE("malformed UTF-8 is invalid for the length of its longest well-formed beginning") {
  check_invalid("", 0);
  check_invalid("\x80", 1);
  check_invalid(
      "\xBF"
      "a",
      1);
  check_invalid("\xC0\x80", 1);
  check_invalid("\xC1\xBF", 1);
  check_invalid("\xC2", 1);
  check_invalid(
      "\xC2"
      "a",
      1);
  check_invalid("\xE0\x80\x80", 1);
  check_invalid("\xE0\x9F\xBF", 1);
  check_invalid("\xE1\x80", 2);
  check_invalid(
      "\xE1\x80"
      "a",
      2);
  check_invalid("\xED\xA0\x80", 1);
  check_invalid("\xED\xBF\xBF", 1);
  check_invalid("\xF0\x80\x80\x80", 1);
  check_invalid("\xF0\x8F\xBF\xBF", 1);
  check_invalid("\xF0\x90\x80", 3);
  check_invalid("\xF1\x80\x80\xC0", 3);
  check_invalid("\xF4\x90\x80\x80", 1);
  check_invalid("\xF5\x80\x80\x80", 1);
  check_invalid("\xFF", 1);
}

TEST_CASE("every code point but surrogates survives encoding and decoding") {
  for (uint32_t c = 0; c <= max_code_point; ++c) {
    std::string bytes = wtf8({c});
    DecodedCodePoint decoded = decode(bytes);
    if (decoded.valid == is_surrogate(c)) FAIL("U+" << c << " decodes wrongly");
    if (decoded.valid && (decoded.code_point != c || decoded.length != bytes.size())) {
      FAIL("U+" << c << " comes back as another");
    }
  }
}

TEST_CASE("WTF-8 encodes lone surrogates and joins pairs") {
  CHECK(wtf8({0xD83D}) == "\xED\xA0\xBD");
  CHECK(wtf8({0xDE00}) == "\xED\xB8\x80");
  CHECK(wtf8({0xDE00, 0xD83D}) == "\xED\xB8\x80\xED\xA0\xBD");
  CHECK(wtf8({0xD83D, 0xDE00}) == "\xF0\x9F\x98\x80");
  CHECK(wtf8({0xD83D, 0xD83D, 0xDE00, 0xDE00}) == "\xED\xA0\xBD\xF0\x9F\x98\x80\xED\xB8\x80");
  CHECK(wtf8({0xD7FF, 0xDE00}) == "\xED\x9F\xBF\xED\xB8\x80");
}

TEST_CASE("surrogate pairs come apart and together") {
  CHECK(lead_surrogate_of(0x1F600) == 0xD83D);
  CHECK(trail_surrogate_of(0x1F600) == 0xDE00);
  CHECK(combine_surrogates(0xD83D, 0xDE00) == 0x1F600);
  CHECK(combine_surrogates(0xDBFF, 0xDFFF) == max_code_point);
  CHECK(is_lead_surrogate(0xD800));
  CHECK(!is_lead_surrogate(0xDC00));
  CHECK(is_trail_surrogate(0xDFFF));
  CHECK(!is_trail_surrogate(0xDBFF));
  CHECK(!is_surrogate(0xE000));
}

}  // namespace perry::frontend::test
