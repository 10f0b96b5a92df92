#include "runtime/host/console/text.h"

#include <algorithm>

#include "runtime/unicode/wtf8.h"

namespace perry::runtime {

std::u16string to_utf16(Isolate& isolate, String* string) {
  const StringView view = string->flatten(isolate);
  return view.visit([](auto units) { return std::u16string(units.begin(), units.end()); });
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string text(measure_utf16(utf8).units, u'\0');
  convert_to_utf16(utf8, text.data());
  return text;
}

std::string from_utf16(std::u16string_view text) {
  std::string out;
  append_utf16_as_utf8(out, text.data(), text.size(), false);
  return out;
}

// --- Quotes and escapes ---

static void append_hex(std::u16string& out, uint32_t value, int digits, bool upper) {
  const char* const kDigits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out += static_cast<char16_t>(kDigits[value >> shift & 15]);
  }
}

static void append_escaped(std::u16string& out, std::u16string_view text, char16_t quote) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char16_t c = text[i];
    if (c == quote || c == '\\') {
      out += u'\\';
      out += c;
    } else if (c == '\n') {
      out += u"\\n";
    } else if (c == '\t') {
      out += u"\\t";
    } else if (c == '\b') {
      out += u"\\b";
    } else if (c == '\f') {
      out += u"\\f";
    } else if (c == '\r') {
      out += u"\\r";
    } else if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
      out += u"\\x";
      append_hex(out, c, 2, true);
    } else if (is_high_surrogate(c) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      out += c;
      out += text[++i];
    } else if (is_high_surrogate(c) || is_low_surrogate(c)) {
      out += u"\\u";
      append_hex(out, c, 4, false);
    } else {
      out += c;
    }
  }
}

std::u16string quoted(std::u16string_view text) {
  char16_t quote = '\'';
  if (text.find(u'\'') != text.npos) {
    if (text.find(u'"') == text.npos) {
      quote = '"';
    } else if (text.find(u'`') == text.npos && text.find(u"${") == text.npos) {
      quote = '`';
    }
  }
  std::u16string out(1, quote);
  append_escaped(out, text, quote);
  out += quote;
  return out;
}

std::u16string escaped(std::u16string_view text) {
  std::u16string out;
  append_escaped(out, text, 0xffff);
  return out;
}

bool is_plain_name(std::u16string_view text) {
  const auto is_letter = [](char16_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  if (text.empty() || !is_letter(text[0])) return false;
  return std::ranges::all_of(text,
                             [&](char16_t c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

// --- Width ---

static bool is_wide(char32_t c) {
  return c >= 0x1100 &&
         (c <= 0x115f || c == 0x2329 || c == 0x232a ||
          (c >= 0x2e80 && c <= 0x3247 && c != 0x303f) || (c >= 0x3250 && c <= 0x4dbf) ||
          (c >= 0x4e00 && c <= 0xa4c6) || (c >= 0xa960 && c <= 0xa97c) ||
          (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
          (c >= 0xfe10 && c <= 0xfe19) || (c >= 0xfe30 && c <= 0xfe6b) ||
          (c >= 0xff01 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
          (c >= 0x1b000 && c <= 0x1b001) || (c >= 0x1f200 && c <= 0x1f251) ||
          (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f680 && c <= 0x1f6ff) ||
          (c >= 0x1f900 && c <= 0x1f9ff) || (c >= 0x20000 && c <= 0x3fffd));
}

static bool has_no_width(char32_t c) {
  return c <= 0x1f || (c >= 0x7f && c <= 0x9f) || (c >= 0x300 && c <= 0x36f) ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f) ||
         (c >= 0xe0100 && c <= 0xe01ef);
}

size_t width_of(std::u16string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (is_high_surrogate(c) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      c = code_point_of(text[i], text[i + 1]);
      ++i;
    }
    if (is_wide(c)) {
      width += 2;
    } else if (!has_no_width(c)) {
      ++width;
    }
  }
  return width;
}

}  // namespace perry::runtime
