#pragma once

#include "runtime/object/object.h"

namespace perry::runtime {

// 10.4.4. `boxes` are the parameters' Box cells, or empty where one is not captured.
Value new_unmapped_arguments(Isolate& isolate, const Value* values, size_t count);
Value new_mapped_arguments(Isolate& isolate, Value callee, const Value* values, size_t count,
                           const Value* boxes, size_t box_count);

}  // namespace perry::runtime
