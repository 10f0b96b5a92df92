#include "frontend/dump/text_writer.h"

#include <charconv>

#include "support/base/utf8.h"

namespace perry::frontend {

namespace {

constexpr bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

constexpr std::string_view kHexDigits = "0123456789abcdef";

void put_unicode_escape(TextWriter& out, uint32_t unit) {
  out.put("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out.put(kHexDigits[(unit >> shift) & 15]);
}

void put_ascii_escape(TextWriter& out, unsigned char c) {
  switch (c) {
    case '"':
      return out.put("\\\"");
    case '\\':
      return out.put("\\\\");
    case '\b':
      return out.put("\\b");
    case '\f':
      return out.put("\\f");
    case '\n':
      return out.put("\\n");
    case '\r':
      return out.put("\\r");
    case '\t':
      return out.put("\\t");
    default:
      return put_unicode_escape(out, c);
  }
}

// A surrogate in WTF-8 is ED, then A0 to BF, then a continuation byte.
bool is_surrogate_at(std::string_view text, size_t i) {
  return i + 2 < text.size() && static_cast<unsigned char>(text[i]) == 0xED &&
         static_cast<unsigned char>(text[i + 1]) >= 0xA0 &&
         static_cast<unsigned char>(text[i + 1]) <= 0xBF &&
         (static_cast<unsigned char>(text[i + 2]) & 0xC0) == 0x80;
}

uint32_t surrogate_at(std::string_view text, size_t i) {
  return 0xD000u | (static_cast<uint32_t>(text[i + 1]) & 0x3F) << 6 |
         (static_cast<uint32_t>(text[i + 2]) & 0x3F);
}

}  // namespace

void TextWriter::number(uint64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  put(std::string_view(digits.data(), static_cast<size_t>(end - digits.data())));
}

void TextWriter::json_string(std::string_view text) {
  put('"');
  for (size_t i = 0; i < text.size();) {
    const size_t run = i;
    while (i < text.size() && is_plain(static_cast<unsigned char>(text[i]))) i++;
    put(text.substr(run, i - run));
    if (i == text.size()) break;

    if (static_cast<unsigned char>(text[i]) < 0x80) {
      put_ascii_escape(*this, static_cast<unsigned char>(text[i]));
      i++;
    } else if (is_surrogate_at(text, i)) {
      put_unicode_escape(*this, surrogate_at(text, i));
      i += 3;
    } else {
      const support::Utf8Step step = support::decode_utf8(text, i);
      put(step.is_malformed ? std::string_view("\xEF\xBF\xBD") : text.substr(i, step.size));
      i += step.size;
    }
  }
  put('"');
}

void TextWriter::flush() {
  if (used_ != 0) sink_.write(std::string_view(buffer_.data(), used_));
  used_ = 0;
}

void TextWriter::put_slowly(std::string_view text) {
  flush();
  if (text.size() >= buffer_.size()) {
    sink_.write(text);
    return;
  }
  std::memcpy(buffer_.data(), text.data(), text.size());
  used_ = text.size();
}

}  // namespace perry::frontend
