#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "frontend/dump/bigint_text.h"
#include "frontend/dump/js_number.h"
#include "frontend/dump/text_writer.h"
#include "frontend/dump/utf16_offsets.h"

namespace perry::frontend {

namespace {

class StringSink final : public TextSink {
 public:
  void write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string quoted(std::string_view text) {
  StringSink sink;
  TextWriter writer(sink);
  writer.json_string(text);
  writer.flush();
  return sink.text();
}

}  // namespace

TEST_CASE("numbers print as JavaScript prints them") {
  CHECK(js_number_text(0) == "0");
  CHECK(js_number_text(-0.0) == "0");
  CHECK(js_number_text(-1.5) == "-1.5");
  CHECK(js_number_text(100) == "100");
  CHECK(js_number_text(0.1) == "0.1");
  CHECK(js_number_text(123456789012345680000.0) == "123456789012345680000");
  CHECK(js_number_text(1e21) == "1e+21");
  CHECK(js_number_text(1.5e300) == "1.5e+300");
  CHECK(js_number_text(0.000001) == "0.000001");
  CHECK(js_number_text(0.0000001) == "1e-7");
  CHECK(js_number_text(1.25e-7) == "1.25e-7");
  CHECK(js_number_text(5e-324) == "5e-324");
  CHECK(js_number_text(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(js_number_text(9007199254740993.0) == "9007199254740992");
  CHECK(js_number_text(std::numeric_limits<double>::infinity()) == "Infinity");
  CHECK(js_number_text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
}

TEST_CASE("bigints print in decimal") {
  CHECK(bigint_decimal_text("0") == "0");
  CHECK(bigint_decimal_text("123") == "123");
  CHECK(bigint_decimal_text("0x1F") == "31");
  CHECK(bigint_decimal_text("0o17") == "15");
  CHECK(bigint_decimal_text("0B101") == "5");
  CHECK(bigint_decimal_text("0xffffffffffffffffffff") == "1208925819614629174706175");
  CHECK(bigint_decimal_text("0x3b9aca00") == "1000000000");
}

TEST_CASE("strings are escaped as JSON.stringify does it") {
  CHECK(quoted("plain") == "\"plain\"");
  CHECK(quoted("a\"b\\c\n\r\t\b\f") == "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\"");
  CHECK(quoted(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
  CHECK(quoted("\xC3\xA9\xF0\x9F\x98\x80") == "\"\xC3\xA9\xF0\x9F\x98\x80\"");
  CHECK(quoted("\xE2\x80\xA8") == "\"\xE2\x80\xA8\"");

  SUBCASE("lone surrogates") {
    CHECK(quoted("\xED\xA0\x80x\xED\xBF\xBF") == "\"\\ud800x\\udfff\"");
  }
  SUBCASE("bytes that are no UTF-8") { CHECK(quoted("a\xFFz\xED\xA0") != ""); }
}

TEST_CASE("texts larger than the buffer go through whole") {
  const std::string large(200'000, 'x');
  StringSink sink;
  TextWriter writer(sink);
  writer.put("a");
  writer.put(large);
  for (char c : large) writer.put(c);
  writer.flush();
  CHECK(sink.text() == "a" + large + large);
}

TEST_CASE("offsets in UTF-16 code units") {
  SUBCASE("of ASCII are the bytes'") {
    const Utf16Offsets offsets("abc");
    CHECK(offsets(0) == 0);
    CHECK(offsets(3) == 3);
  }
  SUBCASE("of longer characters are fewer") {
    // One, two, three and four bytes: one, one, one and two units.
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    const Utf16Offsets offsets(text);
    CHECK(offsets(1) == 1);
    CHECK(offsets(3) == 2);
    CHECK(offsets(6) == 3);
    CHECK(offsets(10) == 5);
    CHECK(offsets(11) == 6);
  }
  SUBCASE("across blocks") {
    for (size_t length = 0; length < 70; length++) {
      const std::string text = std::string(length, 'a') + "\xC3\xA9" + std::string(70, 'b');
      const Utf16Offsets offsets(text);
      for (size_t i = 0; i <= 70; i++)
        CHECK(offsets(static_cast<uint32_t>(length + 2 + i)) == length + 1 + i);
    }
  }
  SUBCASE("of an empty text") { CHECK(Utf16Offsets("")(0) == 0); }
}

}  // namespace perry::frontend
