#include "support/base/utf8.h"

#include <doctest/doctest.h>

using namespace perry::support;
using namespace std::string_view_literals;

namespace {

TEST_CASE("every code point survives encoding and decoding") {
  for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code_point);
    const Utf8Step step = decode_utf8(text, 0);
    const bool is_same =
        step.code_point == code_point && step.size == text.size() && !step.is_malformed;
    if (!is_same) FAIL("code point ", code_point);
  }
}

TEST_CASE("malformed sequences are as long as their longest valid beginning") {
  const auto malformed_size = [](std::string_view text) {
    const Utf8Step step = decode_utf8(text, 0);
    return step.is_malformed ? step.size : 0;
  };
  CHECK(malformed_size("\x80") == 1);
  CHECK(malformed_size("\xC0\x80") == 1);
  CHECK(malformed_size("\xC3") == 1);
  CHECK(malformed_size("\xE2\x80") == 2);
  CHECK(malformed_size("\xE2\x80x") == 2);
  CHECK(malformed_size("\xE0\x80\x80") == 1);
  CHECK(malformed_size("\xED\xA0\x80") == 1);
  CHECK(malformed_size("\xF0\x9F\x98") == 3);
  CHECK(malformed_size("\xF4\x90\x80\x80") == 1);
  CHECK(malformed_size("\xF5\x80") == 1);
  CHECK(malformed_size("\xFF") == 1);
  CHECK(malformed_size("\0"sv) == 0);
}

}  // namespace
