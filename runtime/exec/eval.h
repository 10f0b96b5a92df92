#pragma once

#include "runtime/object/function.h"

namespace perry::runtime {

// The global function `eval` (19.2.1), called as any function is. A program has no compiler, so
// text is refused; where the text of a call is a constant, the compiler has put its code there.
Value global_eval(Isolate& isolate, const Arguments& arguments);
bool is_eval(Value value);

}  // namespace perry::runtime
