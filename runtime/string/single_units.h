#pragma once

#include <cstdint>

#include "runtime/string/string.h"

// The strings that everything makes all the time, as static atoms.
namespace perry::runtime {

String* static_empty_string();
String* static_single_unit_string(uint8_t unit);

}  // namespace perry::runtime
