#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "runtime/builtins/global/functions.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/string/builder.h"
#include "runtime/unicode/wtf8.h"

// URI handling (19.2.6), escape and unescape (B.2.1).
namespace perry::runtime::builtins {
namespace {

constexpr std::string_view kAlphanumeric =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view kMarks = "-_.!~*'()";
constexpr std::string_view kReserved = ";/?:@&=+$,";
constexpr std::string_view kHex = "0123456789ABCDEF";

// Which ASCII characters are in a set.
using CharacterSet = std::array<bool, 128>;
constexpr CharacterSet set_of(std::initializer_list<std::string_view> parts) {
  CharacterSet set{};
  for (const std::string_view part : parts) {
    for (const char c : part) set[static_cast<size_t>(c)] = true;
  }
  return set;
}
constexpr CharacterSet kUnescaped = set_of({kAlphanumeric, kMarks});
constexpr CharacterSet kUnescapedInUri = set_of({kAlphanumeric, kMarks, kReserved, "#"});
constexpr CharacterSet kPreservedInUri = set_of({kReserved, "#"});
constexpr CharacterSet kPreservedNowhere = set_of({});
constexpr CharacterSet kNotForEscape = set_of({kAlphanumeric, "@*_+-./"});

bool has(const CharacterSet& set, char16_t unit) { return unit < 128 && set[unit]; }

[[noreturn]] void malformed(Isolate& isolate) {
  throw_error(isolate, ErrorType::URIError, "URI malformed");
}

Value finish(Isolate& isolate, StringBuilder& text) {
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

void append_percent(StringBuilder& out, uint8_t byte) {
  out.append(u'%');
  out.append(static_cast<char16_t>(kHex[byte >> 4]));
  out.append(static_cast<char16_t>(kHex[byte & 15]));
}

// -1: not hexadecimal.
int hex_value(char16_t unit) {
  if (unit >= '0' && unit <= '9') return unit - '0';
  const char16_t letter = unit | 0x20;
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// The number that `count` digits at `at` spell, or -1.
int hex_at(StringView text, size_t at, size_t count) {
  if (at + count > text.length()) return -1;
  int value = 0;
  for (size_t i = 0; i < count; ++i) {
    const int digit = hex_value(text[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Encode (19.2.6.5).
Value encode(Isolate& isolate, const Arguments& arguments, const CharacterSet& unescaped) {
  String* string = to_string(isolate, arguments[0]);
  const StringView text = string->flatten(isolate);
  StringBuilder out;
  for (size_t i = 0; i < text.length(); ++i) {
    if (has(unescaped, text[i])) {
      out.append(text[i]);
      continue;
    }
    char32_t point = text[i];
    if (is_low_surrogate(point)) malformed(isolate);
    if (is_high_surrogate(point)) {
      if (i + 1 == text.length() || !is_low_surrogate(text[i + 1])) malformed(isolate);
      point = code_point_of(text[i], text[i + 1]);
      ++i;
    }
    std::string bytes;
    append_code_point_utf8(bytes, point);
    for (const char byte : bytes) append_percent(out, static_cast<uint8_t>(byte));
    if (out.is_too_long()) throw_string_too_long(isolate);
  }
  return finish(isolate, out);
}

// Decode (19.2.6.6).
Value decode(Isolate& isolate, const Arguments& arguments, const CharacterSet& preserved) {
  String* string = to_string(isolate, arguments[0]);
  const StringView text = string->flatten(isolate);
  StringBuilder out;
  const auto byte_at = [&](size_t at) {
    const int byte = at < text.length() && text[at] == '%' ? hex_at(text, at + 1, 2) : -1;
    if (byte < 0) malformed(isolate);
    return static_cast<uint8_t>(byte);
  };
  for (size_t i = 0; i < text.length(); ++i) {
    if (text[i] != '%') {
      out.append(text[i]);
      continue;
    }
    const size_t begin = i;
    const uint8_t first = byte_at(i);
    i += 2;
    if (first < 0x80) {
      if (has(preserved, first)) {
        out.append(text.substring(begin, i + 1));
      } else {
        out.append(static_cast<char16_t>(first));
      }
      continue;
    }
    const size_t count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    std::string bytes(1, static_cast<char>(first));
    for (size_t k = 1; k < count; ++k, i += 3) bytes += static_cast<char>(byte_at(i + 1));
    const DecodedCodePoint decoded = decode_wtf8(bytes);
    if (decoded.size != count || decoded.code_point == kReplacementCharacter ||
        is_high_surrogate(decoded.code_point) || is_low_surrogate(decoded.code_point)) {
      if (bytes != "\xef\xbf\xbd") malformed(isolate);
    }
    out.append_code_point(decoded.code_point);
  }
  return finish(isolate, out);
}

}  // namespace

Value global_decode_uri(Isolate& isolate, const Arguments& arguments) {
  return decode(isolate, arguments, kPreservedInUri);
}
Value global_decode_uri_component(Isolate& isolate, const Arguments& arguments) {
  return decode(isolate, arguments, kPreservedNowhere);
}
Value global_encode_uri(Isolate& isolate, const Arguments& arguments) {
  return encode(isolate, arguments, kUnescapedInUri);
}
Value global_encode_uri_component(Isolate& isolate, const Arguments& arguments) {
  return encode(isolate, arguments, kUnescaped);
}

// B.2.1.1
Value global_escape(Isolate& isolate, const Arguments& arguments) {
  String* string = to_string(isolate, arguments[0]);
  const StringView text = string->flatten(isolate);
  StringBuilder out;
  for (size_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (has(kNotForEscape, unit)) {
      out.append(unit);
    } else if (unit < 256) {
      append_percent(out, static_cast<uint8_t>(unit));
    } else {
      out.append("%u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(static_cast<char16_t>(kHex[unit >> shift & 15]));
      }
    }
    if (out.is_too_long()) throw_string_too_long(isolate);
  }
  return finish(isolate, out);
}

// B.2.1.2
Value global_unescape(Isolate& isolate, const Arguments& arguments) {
  String* string = to_string(isolate, arguments[0]);
  const StringView text = string->flatten(isolate);
  StringBuilder out;
  for (size_t i = 0; i < text.length(); ++i) {
    char16_t unit = text[i];
    if (unit == '%') {
      const bool is_long = i + 1 < text.length() && text[i + 1] == 'u';
      const int value = is_long ? hex_at(text, i + 2, 4) : hex_at(text, i + 1, 2);
      if (value >= 0) {
        unit = static_cast<char16_t>(value);
        i += is_long ? 5 : 2;
      }
    }
    out.append(unit);
  }
  return finish(isolate, out);
}

}  // namespace perry::runtime::builtins
