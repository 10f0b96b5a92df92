#pragma once

#include <cstdint>

namespace perry::frontend {

enum class EscapeProblem : uint8_t {
  None,
  HexDigits,        // \x not followed by two digits
  UnicodeDigits,    // \u not followed by four
  UnicodeEmpty,     // \u{}
  UnicodeUnclosed,  // \u{12
  UnicodeRange,     // above 10FFFF
  Octal,            // \1 \07: legacy, but not a problem everywhere
  EscapedDigit,     // \8 \9: likewise
};

// What an escape sequence denotes. Reading it reports nothing: what is wrong in one kind of literal
// is right in another.
struct Escape {
  static constexpr uint32_t kNothing = 0xFFFFFFFF;

  uint32_t code_point = kNothing;  // kNothing: a line continuation, or not readable
  EscapeProblem problem = EscapeProblem::None;
  const uint8_t* start = nullptr;
  const uint8_t* end = nullptr;         // where to read on
  const uint8_t* problem_at = nullptr;  // the byte that should not be there, or the end of the text
};

// At the backslash of an escape in a string or template.
Escape read_escape(const uint8_t* p, const uint8_t* end);
// At the backslash of `\u`.
Escape read_unicode_escape(const uint8_t* p, const uint8_t* end);

}  // namespace perry::frontend
