#pragma once

#include <string>

namespace perry::support {

// Which build of the running program this is: hexadecimal digits made from the program's contents
// by the linker, or "unknown" for a program linked without.
std::string program_build_id();

}  // namespace perry::support
