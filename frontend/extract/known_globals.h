#pragma once

#include <string_view>

namespace perry::frontend {

// What is known of the language's own globals, for telling effects from none. Programs that replace
// them are not compiled any differently.

// Reading the name does nothing.
bool is_known_global(std::string_view name);
// `class x extends Name` works and does nothing.
bool is_known_class(std::string_view name);
// `Name.member` is a constant.
bool is_known_constant(std::string_view object, std::string_view member);
// `Symbol.member` is a symbol, which makes a harmless key.
bool is_known_symbol(std::string_view member);
// `new Name()` without arguments makes something and does nothing else.
bool is_known_constructor(std::string_view name);

}  // namespace perry::frontend
