#pragma once

#include <optional>
#include <string_view>

namespace perry::scan {

// The canonical name (`node:fs`) of the builtin module that `specifier` means, with or without the
// prefix. The prefix is needed where Node needs it.
std::optional<std::string_view> find_builtin_module(std::string_view specifier);

// The builtin module whose name is spelled most like `name` (no prefix): `node:fs` for `fss`.
std::optional<std::string_view> similar_builtin_module(std::string_view name);

}  // namespace perry::scan
