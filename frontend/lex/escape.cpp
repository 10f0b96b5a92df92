#include "frontend/lex/escape.h"

#include "frontend/lex/bytes.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

namespace {

Escape failed(Escape escape, EscapeProblem problem, const uint8_t* at) {
  escape.problem = problem;
  escape.problem_at = at;
  escape.end = at;
  return escape;
}

Escape denoting(Escape escape, uint32_t code_point, const uint8_t* end) {
  escape.code_point = code_point;
  escape.end = end;
  return escape;
}

// \u{X...}: `p` is behind the brace.
Escape read_braced(Escape escape, const uint8_t* p, const uint8_t* end) {
  const uint8_t* const first = p;
  uint32_t value = 0;
  while (p != end && has_class(*p, kHexByte)) {
    // Leading zeros are allowed without limit; beyond the range the value stands still.
    if (value <= max_code_point) value = value * 16 + hex_value(*p);
    p++;
  }
  if (p == end || *p != '}') return failed(escape, EscapeProblem::UnicodeUnclosed, p);
  if (p == first || value > max_code_point) {
    const bool is_empty = p == first;
    escape =
        failed(escape, is_empty ? EscapeProblem::UnicodeEmpty : EscapeProblem::UnicodeRange, first);
    escape.end = p + 1;
    return escape;
  }
  return denoting(escape, value, p + 1);
}

// \0 alone is no octal escape; everything else from \0 to \377 is.
Escape read_octal(Escape escape, const uint8_t* p, const uint8_t* end) {
  const uint8_t* const first = p;
  const uint32_t most_digits = *p <= '3' ? 3 : 2;
  uint32_t value = 0;
  while (p != end && *p >= '0' && *p <= '7' && static_cast<uint32_t>(p - first) < most_digits)
    value = value * 8 + (*p++ - '0');
  const bool is_nul = *first == '0' && p == first + 1 && (p == end || !has_class(*p, kDigitByte));
  if (!is_nul) {
    escape.problem = EscapeProblem::Octal;
    escape.problem_at = first;
  }
  return denoting(escape, value, p);
}

Escape read_non_ascii(Escape escape, const uint8_t* p, const uint8_t* end) {
  const DecodedCodePoint decoded = decode_utf8(p, end);
  if (!decoded.valid) return denoting(escape, Escape::kNothing, p);
  const bool is_line_end = decoded.code_point == 0x2028 || decoded.code_point == 0x2029;
  return denoting(escape, is_line_end ? Escape::kNothing : decoded.code_point, p + decoded.length);
}

}  // namespace

Escape read_unicode_escape(const uint8_t* p, const uint8_t* end) {
  Escape escape{.start = p};
  p += 2;
  if (p != end && *p == '{') return read_braced(escape, p + 1, end);
  uint32_t value = 0;
  for (int i = 0; i < 4; i++, p++) {
    if (p == end || !has_class(*p, kHexByte))
      return failed(escape, EscapeProblem::UnicodeDigits, p);
    value = value * 16 + hex_value(*p);
  }
  return denoting(escape, value, p);
}

Escape read_escape(const uint8_t* p, const uint8_t* end) {
  Escape escape{.start = p};
  if (++p == end) return denoting(escape, Escape::kNothing, p);
  const uint8_t c = *p;
  switch (c) {
    case 'b':
      return denoting(escape, '\b', p + 1);
    case 'f':
      return denoting(escape, '\f', p + 1);
    case 'n':
      return denoting(escape, '\n', p + 1);
    case 'r':
      return denoting(escape, '\r', p + 1);
    case 't':
      return denoting(escape, '\t', p + 1);
    case 'v':
      return denoting(escape, '\v', p + 1);
    case '\n':
      return denoting(escape, Escape::kNothing, p + 1);
    case '\r':
      return denoting(escape, Escape::kNothing, p + (p + 1 != end && p[1] == '\n' ? 2 : 1));
    case 'u':
      return read_unicode_escape(escape.start, end);
    case 'x':
      for (int i = 1; i <= 2; i++) {
        if (p + i == end || !has_class(p[i], kHexByte))
          return failed(escape, EscapeProblem::HexDigits, p + i);
      }
      return denoting(escape, hex_value(p[1]) * 16 + hex_value(p[2]), p + 3);
    case '8':
    case '9':
      escape.problem = EscapeProblem::EscapedDigit;
      escape.problem_at = p;
      return denoting(escape, c, p + 1);
    default:
      if (c >= '0' && c <= '7') return read_octal(escape, p, end);
      if (c >= 0x80) return read_non_ascii(escape, p, end);
      return denoting(escape, c, p + 1);
  }
}

}  // namespace perry::frontend
