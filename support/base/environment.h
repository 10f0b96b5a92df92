#pragma once

#include <optional>
#include <string_view>

namespace perry::support {

// The value of a variable of the process's environment, as a view into it. For
// programs and their streams: what is compiled never depends on it.
std::optional<std::string_view> environment_variable(std::string_view name);

}  // namespace perry::support
