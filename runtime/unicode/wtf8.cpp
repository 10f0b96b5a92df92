#include "runtime/unicode/wtf8.h"

#include <cstring>

namespace perry::runtime {

namespace {

constexpr uint64_t kHighBits = 0x8080'8080'8080'8080;

bool is_continuation(unsigned char byte) { return (byte & 0xc0) == 0x80; }

// What a lead byte promises: how many bytes, its own bits, and what the second byte may be.
struct Lead {
  uint32_t size;
  char32_t bits;
  unsigned char second_low;
  unsigned char second_high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xc2) return {0, 0, 0, 0};
  if (byte < 0xe0) return {2, byte & char32_t{0x1f}, 0x80, 0xbf};
  if (byte == 0xe0) return {3, 0, 0xa0, 0xbf};
  if (byte < 0xf0) return {3, byte & char32_t{0x0f}, 0x80, 0xbf};
  if (byte == 0xf0) return {4, 0, 0x90, 0xbf};
  if (byte < 0xf4) return {4, byte & char32_t{0x07}, 0x80, 0xbf};
  if (byte == 0xf4) return {4, 4, 0x80, 0x8f};
  return {0, 0, 0, 0};
}

template <typename Sink>
void for_each_unit(std::string_view utf8, Sink&& sink) {
  size_t i = 0;
  while (i < utf8.size()) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      sink(static_cast<char16_t>(byte));
      ++i;
      continue;
    }
    const DecodedCodePoint decoded = decode_wtf8(utf8.substr(i));
    i += decoded.size;
    if (decoded.code_point < 0x10000) {
      sink(static_cast<char16_t>(decoded.code_point));
    } else {
      const char32_t rest = decoded.code_point - 0x10000;
      sink(static_cast<char16_t>(0xd800 + (rest >> 10)));
      sink(static_cast<char16_t>(0xdc00 + (rest & 0x3ff)));
    }
  }
}

}  // namespace

DecodedCodePoint decode_wtf8(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  if (lead.size == 0 || bytes.size() < 2) return {kReplacementCharacter, 1};
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (second < lead.second_low || second > lead.second_high) return {kReplacementCharacter, 1};
  char32_t code_point = lead.bits << 6 | (second & 0x3f);
  for (uint32_t i = 2; i < lead.size; ++i) {
    if (i >= bytes.size() || !is_continuation(static_cast<unsigned char>(bytes[i]))) {
      return {kReplacementCharacter, i};
    }
    code_point = code_point << 6 | (static_cast<unsigned char>(bytes[i]) & 0x3f);
  }
  return {code_point, lead.size};
}

size_t ascii_prefix(std::string_view bytes) {
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    uint64_t eight;
    std::memcpy(&eight, bytes.data() + i, 8);
    if ((eight & kHighBits) != 0) break;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

Utf16Size measure_utf16(std::string_view utf8) {
  const size_t ascii = ascii_prefix(utf8);
  Utf16Size size{ascii, 0};
  for_each_unit(utf8.substr(ascii), [&](char16_t unit) {
    ++size.units;
    size.all_bits |= unit;
  });
  return size;
}

void convert_to_utf16(std::string_view utf8, char16_t* units) {
  for_each_unit(utf8, [&](char16_t unit) { *units++ = unit; });
}

void convert_to_latin1(std::string_view utf8, uint8_t* units) {
  const size_t ascii = ascii_prefix(utf8);
  std::memcpy(units, utf8.data(), ascii);
  units += ascii;
  for_each_unit(utf8.substr(ascii), [&](char16_t unit) { *units++ = static_cast<uint8_t>(unit); });
}

void append_code_point_utf8(std::string& out, char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += tail(6);
    out += tail(0);
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += tail(12);
    out += tail(6);
    out += tail(0);
  }
}

void append_latin1_as_utf8(std::string& out, const uint8_t* units, size_t count) {
  size_t i = 0;
  while (i < count) {
    const std::string_view rest(reinterpret_cast<const char*>(units + i), count - i);
    const size_t ascii = ascii_prefix(rest);
    out += rest.substr(0, ascii);
    i += ascii;
    for (; i < count && units[i] >= 0x80; ++i) append_code_point_utf8(out, units[i]);
  }
}

void append_utf16_as_utf8(std::string& out, const char16_t* units, size_t count,
                          bool keep_lone_surrogates) {
  for (size_t i = 0; i < count; ++i) {
    char32_t c = units[i];
    if (is_high_surrogate(c) && i + 1 < count && is_low_surrogate(units[i + 1])) {
      c = code_point_of(units[i], units[i + 1]);
      ++i;
    } else if ((c & 0xf800) == 0xd800 && !keep_lone_surrogates) {
      c = kReplacementCharacter;
    }
    append_code_point_utf8(out, c);
  }
}

}  // namespace perry::runtime
