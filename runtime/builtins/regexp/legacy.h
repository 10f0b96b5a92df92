#pragma once

#include "runtime/object/function.h"
#include "runtime/object/names.h"

// The constructor's properties that tell of the last match: `RegExp.$1` and its like. No standard
// has them; they are as in V8, which asks nothing of their receiver.
namespace perry::runtime {

namespace legacy_names {
#define LEGACY_NAME(name, text, symbol) \
  extern const Name name __asm__("perry.atom." symbol) __attribute__((visibility("hidden")));
#include "runtime/builtins/regexp/legacy_names.def"
#undef LEGACY_NAME
}  // namespace legacy_names

namespace builtins {

Value legacy_input(Isolate& isolate, const Arguments& arguments);
Value legacy_set_input(Isolate& isolate, const Arguments& arguments);
Value legacy_last_paren(Isolate& isolate, const Arguments& arguments);
Value legacy_left_context(Isolate& isolate, const Arguments& arguments);
Value legacy_right_context(Isolate& isolate, const Arguments& arguments);
Value legacy_ignore(Isolate& isolate, const Arguments& arguments);
Value legacy_capture_text(Isolate& isolate, uint32_t number);
template <uint32_t number>
Value legacy_capture(Isolate& isolate, const Arguments&) {
  return legacy_capture_text(isolate, number);
}

}  // namespace builtins
}  // namespace perry::runtime
