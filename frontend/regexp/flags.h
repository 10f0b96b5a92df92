#pragma once

#include <expected>
#include <string_view>

#include "frontend/regexp/regexp.h"

namespace perry::frontend::regexp {

// The flags that change a pattern's syntax.
struct SyntaxFlags {
  bool unicode;       // `u` or `v`
  bool unicode_sets;  // `v`
};

std::expected<SyntaxFlags, RegExpError> parse_flags(std::string_view flags);

}  // namespace perry::frontend::regexp
