#include <cxxabi.h>

#include "runtime/abi/codes.h"
#include "runtime/exec/entry.h"
#include "runtime/object/convert.h"

// Errors that generated code throws, and what it catches.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

std::string text_of(uint64_t atom) {
  return atom == 0 ? std::string() : to_utf8(cell_of<String>(atom));
}

}  // namespace

extern "C" {

void perry_rt_throw(uint64_t value) {
  throw_value_from(value_of(value), __builtin_return_address(0));
}

void perry_rt_throw_error(uint32_t code, uint64_t name) {
  Isolate& isolate = Isolate::current();
  switch (static_cast<perry::abi::ErrorCode>(code)) {
    case perry::abi::ErrorCode::ConstAssignment:
      throw_type_error(isolate, "Assignment to constant variable.");
    case perry::abi::ErrorCode::Uninitialized:
      perry::abi::fast::perry_rt_throw_uninitialized(name);
      return;
    case perry::abi::ErrorCode::DeleteSuper:
      throw_reference_error(isolate, "Unsupported reference to 'super'");
    case perry::abi::ErrorCode::MissingThrowMethod:
      throw_type_error(isolate, "The iterator does not provide a 'throw' method");
    case perry::abi::ErrorCode::InvalidAssignment:
      throw_reference_error(isolate, "Invalid left-hand side in assignment");
    case perry::abi::ErrorCode::NotDefined:
      throw_reference_error(isolate, text_of(name) + " is not defined");
  }
}

void perry_rt_throw_uninitialized(uint64_t name) {
  throw_reference_error(Isolate::current(),
                        "Cannot access '" + text_of(name) + "' before initialization");
}

void perry_rt_throw_uninitialized_this() {
  throw_reference_error(Isolate::current(),
                        "Must call super constructor in derived class before accessing 'this' or "
                        "returning from derived constructor");
}

void perry_rt_throw_this_bound() {
  throw_reference_error(Isolate::current(), "Super constructor may only be called once");
}

void perry_rt_throw_not_coercible(uint64_t value, uint64_t text) {
  Isolate& isolate = Isolate::current();
  const std::string source = text_of(text);
  const std::string what = describe(isolate, value_of(value));
  // The text names the property that is wanted, where there is one.
  const bool has_property = source.starts_with("property ");
  std::string quoted = has_property ? source : "'" + (source.empty() ? what : source) + "'";
  if (has_property && !source.contains(" of ")) quoted += " of '" + what + "'";
  throw_type_error(isolate, "Cannot destructure " + quoted + " as it is " + what + ".");
}

void perry_rt_throw_not_object(uint64_t value, uint32_t kind) {
  Isolate& isolate = Isolate::current();
  const std::string what = describe(isolate, value_of(value));
  switch (static_cast<perry::abi::NotObject>(kind)) {
    case perry::abi::NotObject::IteratorResult:
      throw_type_error(isolate, "Iterator result " + what + " is not an object");
    case perry::abi::NotObject::Receiver:
      throw_type_error(isolate, what + " is not an object");
    case perry::abi::NotObject::Heritage:
      throw_type_error(isolate, "Class extends value " + what + " is not a constructor or null");
  }
}

void perry_rt_throw_not_callable(uint64_t value, uint64_t text) {
  Isolate& isolate = Isolate::current();
  const std::string source = text_of(text);
  throw_type_error(isolate, (source.empty() ? describe(isolate, value_of(value)) : source) +
                                " is not a function");
}

void perry_rt_throw_class_call(uint64_t function) {
  Isolate& isolate = Isolate::current();
  const std::string name = to_utf8(function_name(isolate, value_of(function).as<Function>()));
  Object* const error = new_error(isolate, ErrorType::TypeError,
                                  "Class constructor " + name + " cannot be invoked without 'new'");
  // The constructor has not been entered, as far as the program can tell.
  capture_stack(isolate, error, value_of(function));
  throw_value(Value::cell(error));
}

uint64_t perry_rt_catch_value(void* exception) {
  // Nothing but JsException is thrown through generated code.
  const auto* thrown = static_cast<const JsException*>(__cxxabiv1::__cxa_begin_catch(exception));
  const uint64_t value = thrown->value.bits();
  __cxxabiv1::__cxa_end_catch();
  return value;
}

}  // extern "C"
