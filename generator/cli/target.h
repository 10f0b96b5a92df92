#pragma once

#include <string>
#include <string_view>

namespace perry::generator {

// This machine's triple.
std::string host_triple();
// What LLVM calls the level that the user named. Names that are no level stand for themselves.
std::string cpu_name(std::string_view level, std::string_view triple);

}  // namespace perry::generator
