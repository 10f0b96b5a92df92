#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/object/describe.h"
#include "runtime/object/object.h"

namespace perry::runtime {

// The C++ exception that carries a thrown value. Catch it by reference and copy the value at once:
//
//   try { ... } catch (const JsException& thrown) { const Value error = thrown.value; ... }
struct JsException {
  Value value;
};

[[noreturn]] void throw_value(Value value);

enum class ErrorType : uint8_t {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError
};

// Messages are UTF-8, worded as V8 does.
[[noreturn]] void throw_error(Isolate& isolate, ErrorType type, std::string_view message);
[[noreturn]] inline void throw_type_error(Isolate& isolate, std::string_view message) {
  throw_error(isolate, ErrorType::TypeError, message);
}
[[noreturn]] inline void throw_range_error(Isolate& isolate, std::string_view message) {
  throw_error(isolate, ErrorType::RangeError, message);
}
[[noreturn]] inline void throw_reference_error(Isolate& isolate, std::string_view message) {
  throw_error(isolate, ErrorType::ReferenceError, message);
}
[[noreturn]] inline void throw_syntax_error(Isolate& isolate, std::string_view message) {
  throw_error(isolate, ErrorType::SyntaxError, message);
}
// "Invalid string length".
[[noreturn]] void throw_string_too_long(Isolate& isolate);
[[noreturn]] void throw_not_callable(Isolate& isolate, Value value);

Object* new_error(Isolate& isolate, ErrorType type, std::string_view message);
// Gives a new error object its `stack`: where the program is, without the native function that asks
// for it if `skips_native`, and from the caller of `until` on if that is a function.
void add_stack(Isolate& isolate, Object* error, bool skips_native = false,
               Value until = Value::undefined());
// Error.captureStackTrace, of any object.
void capture_stack(Isolate& isolate, Object* object, Value until);

// --- what nobody catches ---

// Throws for the program itself, which called to do so and would go on at `return_address`.
[[noreturn]] void throw_value_from(Value value, const void* return_address);
// Where `value` was thrown from; null: another one was thrown since, or the runtime threw it.
const void* throw_place(Value value);
bool is_error(Value value);

}  // namespace perry::runtime
