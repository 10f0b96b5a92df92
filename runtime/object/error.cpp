#include "runtime/object/error.h"

#include <cxxabi.h>

#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

// The exception object is native memory; this word is in the thread's image, which is scanned. A
// value is in flight from a throw to the catch that copies it, and nothing is thrown in between.
thread_local constinit uint64_t value_in_flight [[gnu::tls_model("initial-exec")]] = 0;
thread_local constinit const void* thrown_from [[gnu::tls_model("initial-exec")]] = nullptr;

Intrinsic prototype_of(ErrorType type) {
  switch (type) {
    case ErrorType::Error:
      return Intrinsic::ErrorPrototype;
    case ErrorType::EvalError:
      return Intrinsic::EvalErrorPrototype;
    case ErrorType::RangeError:
      return Intrinsic::RangeErrorPrototype;
    case ErrorType::ReferenceError:
      return Intrinsic::ReferenceErrorPrototype;
    case ErrorType::SyntaxError:
      return Intrinsic::SyntaxErrorPrototype;
    case ErrorType::TypeError:
      return Intrinsic::TypeErrorPrototype;
    case ErrorType::URIError:
      return Intrinsic::URIErrorPrototype;
  }
  return Intrinsic::ErrorPrototype;
}

// Runs without the check of the stack's end: it makes the RangeError of just that.
class MoreStack {
 public:
  MoreStack() : limit_(perry_rt_thread.stack_limit) { perry_rt_thread.stack_limit = 0; }
  ~MoreStack() { perry_rt_thread.stack_limit = limit_; }
  MoreStack(const MoreStack&) = delete;
  MoreStack& operator=(const MoreStack&) = delete;

 private:
  uint64_t limit_;
};

}  // namespace

void throw_value(Value value) {
  // What native code caught and lets go on was still thrown where it was.
  if (value_in_flight != value.bits()) thrown_from = nullptr;
  value_in_flight = value.bits();
  throw JsException{value};
}

void throw_value_from(Value value, const void* return_address) {
  value_in_flight = value.bits();
  thrown_from = return_address;
  throw JsException{value};
}

const void* throw_place(Value value) {
  return value_in_flight == value.bits() ? thrown_from : nullptr;
}

Object* new_error(Isolate& isolate, ErrorType type, std::string_view message) {
  const Value text = string_value(isolate, message);
  Shape* shape = root_shape(isolate, intrinsic(isolate, prototype_of(type)), &kErrorClass,
                            CellKind::Object, 4);
  Object* error = new_object_with_shape(isolate, shape);
  add_stack(isolate, error);
  add_property(isolate, error, names::message, text, kHidden);
  return error;
}

void throw_error(Isolate& isolate, ErrorType type, std::string_view message) {
  Object* error = nullptr;
  {
    const MoreStack more;
    error = new_error(isolate, type, message);
  }
  throw_value(Value::cell(error));
}

void throw_string_too_long(Isolate& isolate) {
  throw_range_error(isolate, "Invalid string length");
}

void throw_not_callable(Isolate& isolate, Value value) {
  throw_type_error(isolate, describe(isolate, value) + " is not a function");
}

bool is_error(Value value) {
  return value.is_object() && class_of(value.as_cell()) == &kErrorClass;
}

}  // namespace perry::runtime
