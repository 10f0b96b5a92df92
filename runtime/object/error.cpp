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

// --- Values in messages ---

// What an ordinary property holds, without running anything.
static Value peek(Isolate& isolate, Value value, PropertyKey key) {
  for (; value.is_object(); value = shape_of(value.as_cell())->prototype) {
    OwnProperty found;
    if (class_of(value.as_cell())->methods != nullptr) return Value();
    if (!find_own(isolate, value.as<Object>(), key, found)) continue;
    return (found.attributes & kAccessor) != 0 ? Value() : found.value;
  }
  return Value();
}

static std::string constructor_name(Isolate& isolate, Value value) {
  const Value constructor = peek(isolate, value, names::constructor);
  if (is_callable(constructor)) {
    const String* name = function_name(isolate, constructor.as<Function>());
    if (name->length() != 0) return to_utf8(name);
  }
  return "Object";
}

std::string describe(Isolate& isolate, Value value) {
  if (value.is_empty()) return "<empty>";
  if (value.is_string()) return '"' + to_utf8(value.as<String>()) + '"';
  if (value.is_symbol()) {
    const Value description = value.as<Symbol>()->description();
    return "Symbol(" +
           (description.is_undefined() ? std::string() : to_utf8(description.as<String>())) + ')';
  }
  if (!value.is_object()) return to_utf8(to_string(isolate, value));
  if (is_callable(value)) {
    const auto* function = value.as<Function>();
    if (!function->has(abi::kFunctionNoSource) && function->info->source != nullptr) {
      return {function->info->source, function->info->source_size};
    }
    return "function " + to_utf8(function_name(isolate, value.as<Function>())) +
           "() { [native code] }";
  }
  return describe_for_message(isolate, value);
}

std::string describe_plain(Isolate& isolate, Value value) {
  return value.is_string() ? to_utf8(value.as<String>()) : describe(isolate, value);
}

std::string describe(PropertyKey key) {
  if (key.is_index()) return std::to_string(key.index());
  if (key.is_atom()) return to_utf8(key.atom());
  const Value description = key.symbol()->description();
  const std::string text =
      description.is_undefined() ? std::string() : to_utf8(description.as<String>());
  return key.is_private() ? text : "Symbol(" + text + ')';
}

std::string describe_for_message(Isolate& isolate, Value value) {
  // The objects that have a toString of their own.
  for (const std::string_view name : {"Array", "RegExp", "Date", "Module"}) {
    if (class_of(value.as_cell())->name == name) return "[object " + std::string(name) + ']';
  }
  if (value.is_kind(CellKind::TypedArray)) {
    return std::string("[object ") + class_of(value.as_cell())->name + ']';
  }
  return "#<" + constructor_name(isolate, value) + '>';
}

}  // namespace perry::runtime
