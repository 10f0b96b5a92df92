#pragma once

#include <string>

namespace perry::frontend {

// A number the way JavaScript prints it (ECMA-262, Number::toString): the shortest digits that read
// back as the same value.
std::string js_number_text(double value);

}  // namespace perry::frontend
