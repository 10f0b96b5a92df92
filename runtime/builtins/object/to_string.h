#pragma once

#include "runtime/object/object.h"

namespace perry::runtime::builtins {

// What Object.prototype.toString gives for an object (20.1.3.6).
Value object_to_string(Isolate& isolate, Object* object);

}  // namespace perry::runtime::builtins
