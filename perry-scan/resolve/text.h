#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

namespace perry::scan {

// `{}` is the next argument, `{0}` the first, `{{` and `}}` are braces.
std::string compose_text(std::string_view pattern, std::initializer_list<std::string_view> args);

template <class... Args>
  requires(std::convertible_to<const Args&, std::string_view> && ...)
std::string compose(std::string_view pattern, const Args&... args) {
  return compose_text(pattern, {std::string_view(args)...});
}

std::string lower_case(std::string_view text);

}  // namespace perry::scan
