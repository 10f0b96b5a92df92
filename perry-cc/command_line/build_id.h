#pragma once

#include <string>

namespace perry::cc {

// Which build of the compiler this is: hexadecimal digits made from the program's contents by the
// linker, or "unknown" for a program linked without.
std::string build_id();

}  // namespace perry::cc
