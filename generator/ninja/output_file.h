#pragma once

#include <string>
#include <string_view>

namespace perry::generator {

// What a program or library of this name is linked to, in the build folder. `output` is a word of
// the configuration: program, static or shared.
std::string output_file(std::string_view output, std::string_view name);

}  // namespace perry::generator
