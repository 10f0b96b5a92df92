#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// The syntax of regular expressions, as far as a compiler must know it: whether a literal is valid.
// Patterns are matched by the runtime; nothing here keeps a tree.
namespace perry::frontend {

enum class RegExpErrorKind : uint8_t {
#define PERRY_REGEXP_ERROR(Kind, message) Kind,
#include "frontend/regexp/errors.def"
#undef PERRY_REGEXP_ERROR
};

inline constexpr uint32_t regexp_error_kind_count = 0
#define PERRY_REGEXP_ERROR(Kind, message) +1
#include "frontend/regexp/errors.def"
#undef PERRY_REGEXP_ERROR
    ;

// Lower case, no full stop, code in backticks.
std::string_view message(RegExpErrorKind kind);

struct RegExpError {
  uint32_t start;  // byte offsets into the flags or the pattern
  uint32_t end;
  bool in_flags;
  RegExpErrorKind kind;
};

struct RegExpOptions {
  // ECMA-262, Annex B.1.2: what the web allows in patterns without the flags `u` and `v`.
  bool annex_b = true;
};

// Checks a literal's syntax and early errors (ECMA-262 2026, "Patterns" and "Static Semantics:
// Early Errors"). `pattern` is the UTF-8 source text between the slashes, `flags` what follows. Of
// several errors the result is one that a reader would call the first: flags go before the pattern,
// and what only the whole pattern can decide (a reference to a group that nowhere exists) last.
//
// Takes linear time but for group names (n log n), and bounded stack; a pattern without named
// groups and without deep nesting allocates nothing. Malformed UTF-8 counts as U+FFFD.
std::optional<RegExpError> validate_regexp(std::string_view pattern, std::string_view flags,
                                           RegExpOptions options = {});

}  // namespace perry::frontend
