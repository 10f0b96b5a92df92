#pragma once

#include <cstddef>

#include "runtime/string/string_view.h"

namespace perry::runtime::builtins {

inline constexpr size_t kNotFound = static_cast<size_t>(-1);

// StringIndexOf: the first place from `from` on, which is at most text.length().
size_t find_first(StringView text, StringView pattern, size_t from);
// The last place up to `from`.
size_t find_last(StringView text, StringView pattern, size_t from);
// Whether `pattern` stands at `position`.
bool stands_at(StringView text, StringView pattern, size_t position);

}  // namespace perry::runtime::builtins
