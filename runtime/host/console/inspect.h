#pragma once

#include <string>

#include "runtime/object/object.h"

// Node's util.inspect, for console output. What it prints is Node's, character by character.
namespace perry::runtime {

struct InspectOptions {
  double depth = 2;
  bool show_hidden = false;
};

// UTF-16, as Node counts widths and lengths.
std::u16string inspect(Isolate& isolate, Value value, const InspectOptions& options = {});
// util.format, as console.log uses it.
std::u16string format_arguments(Isolate& isolate, const Value* values, size_t count);

}  // namespace perry::runtime
