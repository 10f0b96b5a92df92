#include "runtime/object/function.h"

#include "runtime/fast/calls.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/object/proxy.h"

namespace perry::runtime {

namespace {

const Value* values_of(const uint64_t* words) { return reinterpret_cast<const Value*>(words); }

uint32_t function_shape_number(uint32_t flags) {
  if ((flags & abi::kFunctionGenerator) != 0) {
    return (flags & abi::kFunctionAsync) != 0 ? abi::kAsyncGeneratorFunctionShape
                                              : abi::kGeneratorFunctionShape;
  }
  if ((flags & abi::kFunctionAsync) != 0) return abi::kAsyncFunctionShape;
  return (flags & abi::kFunctionConstructor) != 0 ? abi::kConstructorShape : abi::kFunctionShape;
}

}  // namespace

void check_stack(Isolate& isolate) {
  if (reinterpret_cast<uint64_t>(__builtin_frame_address(0)) < perry_rt_thread.stack_limit)
      [[unlikely]] {
    throw_range_error(isolate, "Maximum call stack size exceeded");
  }
}

// Stack traces find its arguments at a fixed distance (stack_capture.cpp), and AddressSanitizer
// would align the frame.
[[clang::no_sanitize("address")]] uint64_t native_entry(uint64_t callee, uint64_t receiver,
                                                        uint64_t new_target, uint64_t argc,
                                                        const uint64_t* argv) {
  Isolate& isolate = Isolate::current();
  const Value function = Value::from_bits(callee);
  const auto* info = reinterpret_cast<const NativeInfo*>(function.as<Function>()->info);
  const Arguments arguments(function, Value::from_bits(receiver), Value::from_bits(new_target),
                            argc, values_of(argv));
  check_stack(isolate);
  return info->function(isolate, arguments).bits();
}

// --- Making functions ---

Function* new_function(Isolate& isolate, const abi::FunctionInfo* info, const Value* captures,
                       size_t count) {
  auto* function = isolate.heap().allocate<Function>(
      CellKind::Function, function_shape_number(info->flags), sizeof(Function) + count * 8);
  function->entry = info->entry;
  function->info = info;
  for (size_t i = 0; i < count; ++i) function->captures()[i] = captures[i];
  isolate.heap().write_barrier(function, function);
  return function;
}

Function* new_native_function(Isolate& isolate, const NativeInfo* info,
                              std::initializer_list<Value> captures) {
  return new_function(isolate, &info->info, captures.begin(), captures.size());
}

String* function_name_from_info(Isolate& isolate, const abi::FunctionInfo* info) {
  constexpr uint32_t kAccessors = abi::kFunctionGetter | abi::kFunctionSetter;
  if ((info->flags & abi::kFunctionNative) == 0 ||
      (info->name != nullptr && (info->flags & kAccessors) == 0)) {
    if (info->name == nullptr) return empty_string();
    return static_cast<String*>(const_cast<void*>(info->name));
  }
  std::string text;
  if ((info->flags & abi::kFunctionGetter) != 0) text = "get ";
  if ((info->flags & abi::kFunctionSetter) != 0) text = "set ";
  if (info->name != nullptr) {
    text += to_utf8(static_cast<const String*>(info->name));
  } else if (const int symbol = reinterpret_cast<const NativeInfo*>(info)->symbol; symbol >= 0) {
    const Symbol* key = isolate.part<Objects>().well_known(static_cast<WellKnown>(symbol));
    text += '[' + to_utf8(key->description().as<String>()) + ']';
  }
  return new_string_utf8(isolate, text);
}

String* function_name(Isolate& isolate, Function* function) {
  OwnProperty found;
  if (!find_own(isolate, function, names::name, found) || !found.value.is_string()) {
    return empty_string();
  }
  return found.value.as<String>();
}

String* function_text(Isolate& isolate, Function* function) {
  if (!function->has(abi::kFunctionNoSource) && function->info->source != nullptr) {
    return new_string_utf8(isolate, {function->info->source, function->info->source_size});
  }
  const String* name = function_name_from_info(isolate, function->info);
  return new_string_utf8(isolate, "function " + to_utf8(name) + "() { [native code] }");
}

void set_function_name(Isolate& isolate, Function* function, PropertyKey key, const char* prefix) {
  Value name = key_to_value(isolate, key);
  if (name.is_symbol()) {
    const Value description = name.as<Symbol>()->description();
    if (description.is_undefined()) {
      name = Value::cell(empty_string());
    } else if (name.as<Symbol>()->is_private()) {
      name = description;
    } else {
      name = string_value(isolate, '[' + to_utf8(description.as<String>()) + ']');
    }
  }
  if (prefix != nullptr && *prefix != 0) {
    name = Value::cell(
        concat_or_throw(isolate, intern(isolate, std::string(prefix) + ' '), name.as<String>()));
  }
  define_property_or_throw(isolate, function, names::name,
                           PropertyDescriptor::data(name, kConfigurable));
}

bool is_constructor(Value value) {
  return is_callable(value) && value.as<Function>()->has(abi::kFunctionConstructor);
}

// --- Calling ---

Value call(Isolate& isolate, Value callee, Value receiver, const Value* arguments, size_t count) {
  if (!is_callable(callee)) throw_not_callable(isolate, callee);
  check_stack(isolate);
  return Value::from_bits(
      callee.as<Function>()->entry(callee.bits(), receiver.bits(), Value::undefined().bits(), count,
                                   reinterpret_cast<const uint64_t*>(arguments)));
}

Value construct(Isolate& isolate, Value callee, const Value* arguments, size_t count,
                Value new_target) {
  PERRY_ASSERT(is_constructor(callee));
  check_stack(isolate);
  if (const void* const receiver = callee.as<Function>()->info->receiver) {
    return Value::from_bits(abi::fast::perry_compact_construct_ordinary(
        callee.bits(), new_target.bits(), count, const_cast<Value*>(arguments),
        const_cast<void*>(receiver)));
  }
  return Value::from_bits(
      callee.as<Function>()->entry(callee.bits(), Value::empty().bits(), new_target.bits(), count,
                                   reinterpret_cast<const uint64_t*>(arguments)));
}

// --- Bound functions: captures are the target, its receiver, its first arguments ---

static Value bound_call(Isolate& isolate, const Arguments& arguments) {
  Function* self = arguments.callee();
  const size_t bound = (Heap::size_of(self) - sizeof(Function)) / 8 - 2;
  ValueList list(isolate);
  for (size_t i = 0; i < bound; ++i) {
    // The cell's size is rounded up by nothing: all words are captures.
    list.push(self->captures()[2 + i]);
  }
  for (size_t i = 0; i < arguments.count(); ++i) list.push(arguments[i]);
  const Value target = self->captures()[0];
  if (!arguments.is_construct()) {
    return call(isolate, target, self->captures()[1], list.data(), list.size());
  }
  const Value new_target =
      arguments.new_target() == Value::cell(self) ? target : arguments.new_target();
  return construct(isolate, target, list.data(), list.size(), new_target);
}

static constexpr NativeInfo kBoundFunction = builtin::native(nullptr, -1, 0, 0, bound_call);
static constexpr NativeInfo kBoundConstructor =
    builtin::native(nullptr, -1, 0, abi::kFunctionConstructor, bound_call);

Function* new_bound_function(Isolate& isolate, Value target, Value receiver, const Value* arguments,
                             size_t count) {
  const Value prototype = get_prototype_of(isolate, target.as<Object>());
  ValueList captures(isolate);
  captures.push(target);
  captures.push(receiver);
  for (size_t i = 0; i < count; ++i) captures.push(arguments[i]);
  const NativeInfo* info = is_constructor(target) ? &kBoundConstructor : &kBoundFunction;
  Function* function = new_function(isolate, &info->info, captures.data(), captures.size());
  ordinary_set_prototype_of(isolate, function, prototype);
  return function;
}

Value bound_target(Value function) {
  const abi::FunctionInfo* info = function.as<Function>()->info;
  if (info != &kBoundFunction.info && info != &kBoundConstructor.info) return Value();
  return function.as<Function>()->captures()[0];
}

}  // namespace perry::runtime
