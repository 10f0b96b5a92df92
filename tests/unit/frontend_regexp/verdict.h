#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include "frontend/regexp/regexp.h"

// What the tests of this folder say about patterns. Each check runs in the modes that it names.
namespace perry::frontend::test {

enum class Mode : uint8_t { AnnexB, Strict, U, V };

inline constexpr std::initializer_list<Mode> all_modes = {Mode::AnnexB, Mode::Strict, Mode::U,
                                                          Mode::V};
inline constexpr std::initializer_list<Mode> unicode_modes = {Mode::U, Mode::V};
inline constexpr std::initializer_list<Mode> bmp_modes = {Mode::AnnexB, Mode::Strict};
// All but Annex B.
inline constexpr std::initializer_list<Mode> strict_modes = {Mode::Strict, Mode::U, Mode::V};

inline std::optional<RegExpError> validate(std::string_view pattern, Mode mode) {
  switch (mode) {
    case Mode::AnnexB:
      return validate_regexp(pattern, "");
    case Mode::Strict:
      return validate_regexp(pattern, "", {.annex_b = false});
    case Mode::U:
      return validate_regexp(pattern, "u");
    case Mode::V:
      return validate_regexp(pattern, "v");
  }
}

inline void check_valid(std::initializer_list<Mode> modes,
                        std::initializer_list<std::string_view> patterns) {
  for (Mode mode : modes) {
    for (std::string_view pattern : patterns) {
      std::optional<RegExpError> error = validate(pattern, mode);
      INFO("mode " << int(mode) << ": /" << std::string(pattern) << "/");
      INFO(std::string(error ? message(error->kind) : ""));
      CHECK(!error.has_value());
    }
  }
}

struct Wrong {
  std::string_view pattern;
  std::string_view marked;  // the part of the pattern that the error points at
};

inline void check_error(std::initializer_list<Mode> modes, RegExpErrorKind kind,
                        std::initializer_list<Wrong> patterns) {
  for (Mode mode : modes) {
    for (const Wrong& wrong : patterns) {
      std::optional<RegExpError> error = validate(wrong.pattern, mode);
      INFO("mode " << int(mode) << ": /" << std::string(wrong.pattern) << "/");
      CHECK(error.has_value());
      if (!error) continue;
      CHECK(std::string(message(error->kind)) == std::string(message(kind)));
      CHECK(!error->in_flags);
      CHECK(std::string(wrong.pattern.substr(error->start, error->end - error->start)) ==
            std::string(wrong.marked));
    }
  }
}

}  // namespace perry::frontend::test
