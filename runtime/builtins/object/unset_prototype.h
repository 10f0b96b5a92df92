#pragma once

#include "runtime/object/object.h"

namespace perry::runtime::builtins {

// Says why [[SetPrototypeOf]] gave false.
[[noreturn]] void throw_prototype_not_set(Isolate& isolate, Object* object);

}  // namespace perry::runtime::builtins
