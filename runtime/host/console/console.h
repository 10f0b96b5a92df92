#pragma once

#include <string>

#include "runtime/object/object.h"

namespace perry::runtime {

// The `console` object.
Value new_console(Isolate& isolate);
// Appends UTF-8 to standard output.
void write_output(const std::string& text);
// What waits in the buffer of standard output is written.
void flush_output();

}  // namespace perry::runtime
