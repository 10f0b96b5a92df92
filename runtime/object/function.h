#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/object/object.h"

namespace perry::runtime {

// What a native function is called with.
class Arguments {
 public:
  Arguments(Value callee, Value receiver, Value new_target, size_t count, const Value* values)
      : callee_(callee),
        receiver_(receiver),
        new_target_(new_target),
        count_(count),
        values_(values) {}

  // Undefined beyond the last.
  Value operator[](size_t i) const { return i < count_ ? values_[i] : Value::undefined(); }
  size_t count() const { return count_; }
  const Value* data() const { return values_; }
  // The `this` of a plain call; empty in [[Construct]].
  Value receiver() const { return receiver_; }
  // Undefined in plain calls.
  Value new_target() const { return new_target_; }
  bool is_construct() const { return !new_target_.is_undefined(); }
  Function* callee() const { return callee_.as<Function>(); }
  // What the function was made with.
  Value capture(size_t i) const { return callee()->captures()[i]; }

 private:
  Value callee_;
  Value receiver_;
  Value new_target_;
  size_t count_;
  const Value* values_;
};

using NativeFunction = Value (*)(Isolate&, const Arguments&);

// The FunctionInfo of a native function.
struct NativeInfo {
  abi::FunctionInfo info{};
  NativeFunction function = nullptr;
  int16_t symbol = -1;  // WellKnown, when it is named after one
};

// The entry of all native functions.
uint64_t native_entry(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                      const uint64_t* argv);

// --- Making functions: may collect ---

Function* new_function(Isolate& isolate, const abi::FunctionInfo* info, const Value* captures,
                       size_t count);
// A native function, with values for Arguments::capture.
Function* new_native_function(Isolate& isolate, const NativeInfo* info,
                              std::initializer_list<Value> captures = {});
String* function_name_from_info(Isolate& isolate, const abi::FunctionInfo* info);
// The text that Function.prototype.toString shows.
String* function_text(Isolate& isolate, Function* function);
// What its own `name` says; empty if that is no string.
String* function_name(Isolate& isolate, Function* function);

// SetFunctionName: defines `name` from a key, with "get " or "set " before it.
void set_function_name(Isolate& isolate, Function* function, PropertyKey key, const char* prefix);

inline bool is_callable(Value value) { return value.is_kind(CellKind::Function); }
bool is_constructor(Value value);

// --- Bound functions ---

// BoundFunctionCreate.
Function* new_bound_function(Isolate& isolate, Value target, Value receiver, const Value* arguments,
                             size_t count);
// [[BoundTargetFunction]], or empty.
Value bound_target(Value function);
// Whether it is Function.prototype[Symbol.hasInstance] itself.
bool is_default_has_instance(Value function);

// --- Calling: may run any JavaScript ---

Value call(Isolate& isolate, Value callee, Value receiver, const Value* arguments, size_t count);
inline Value call(Isolate& isolate, Value callee, Value receiver,
                  std::initializer_list<Value> arguments = {}) {
  return call(isolate, callee, receiver, arguments.begin(), arguments.size());
}
// `callee` is a constructor; so is `new_target`.
Value construct(Isolate& isolate, Value callee, const Value* arguments, size_t count,
                Value new_target);
inline Value construct(Isolate& isolate, Value callee,
                       std::initializer_list<Value> arguments = {}) {
  return construct(isolate, callee, arguments.begin(), arguments.size(), callee);
}

// Throws the RangeError when the stack is nearly used up. For native recursion that does not go
// through call().
void check_stack(Isolate& isolate);

}  // namespace perry::runtime
