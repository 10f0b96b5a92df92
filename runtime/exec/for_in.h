#pragma once

#include "runtime/object/object.h"

namespace perry::runtime {

// EnumerateObjectProperties: a list of the keys that were there at the start, objects along the
// prototypes in turn; a step skips those that are gone.
NativeCell* open_for_in(Isolate& isolate, Value value);
// Empty at the end.
Value step_for_in(Isolate& isolate, NativeCell* cell);

}  // namespace perry::runtime
