#include <unistd.h>

#include "support/base/environment.h"

namespace perry::support {

std::optional<std::string_view> environment_variable(std::string_view name) {
  for (char** entry = environ; entry != nullptr && *entry != nullptr; entry++) {
    const std::string_view text = *entry;
    if (text.size() > name.size() && text.starts_with(name) && text[name.size()] == '=')
      return text.substr(name.size() + 1);
  }
  return std::nullopt;
}

}  // namespace perry::support
