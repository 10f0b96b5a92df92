#pragma once

#include "runtime/object/function.h"

namespace perry::runtime::builtins {

// Promise.all, allSettled, any and race (27.2.4).
Value all(Isolate& isolate, const Arguments& arguments);
Value all_settled(Isolate& isolate, const Arguments& arguments);
Value any(Isolate& isolate, const Arguments& arguments);
Value race(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
