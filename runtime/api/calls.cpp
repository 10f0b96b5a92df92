#include <string>

#include "runtime/api/runtime.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

// A function of the host captures addresses, each as two numbers of 32 bits: all words of 64 bits
// would not fit into one.
enum Captured : size_t { kRuntime = 0, kCallback = 2, kData = 4 };

Value half_of(uintptr_t address, int shift) {
  return Value::number(static_cast<uint32_t>(address >> shift));
}

uintptr_t captured_address(const Arguments& arguments, Captured first) {
  const auto low = static_cast<uintptr_t>(arguments.capture(first).as_number());
  return low | static_cast<uintptr_t>(arguments.capture(first + 1).as_number()) << 32;
}

Value call_host(Isolate& isolate, const Arguments& arguments) {
  auto* const runtime = reinterpret_cast<perry_runtime*>(captured_address(arguments, kRuntime));
  const auto callback = reinterpret_cast<perry_callback>(captured_address(arguments, kCallback));
  auto* const data = reinterpret_cast<void*>(captured_address(arguments, kData));
  perry_value result = perry_undefined();
  const perry_status status =
      callback(runtime, data, to_host(arguments.receiver()), arguments.count(),
               reinterpret_cast<const perry_value*>(arguments.data()), &result);
  const Value error = std::exchange(runtime->error, Value());
  if (status == PERRY_OK) return value_of(result);
  if (status == PERRY_THROWN) throw_value(error.is_empty() ? Value::undefined() : error);
  throw_error(isolate, ErrorType::Error,
              std::string("a function of the host failed: ") + perry_status_text(status));
}
constexpr NativeInfo kCallHost = builtin::native(nullptr, -1, 0, 0, call_host);

PropertyKey key_of(Isolate& isolate, const char* name) {
  return to_property_key(isolate, string_value(isolate, name));
}

perry_status set_property(Isolate& isolate, perry_value object, PropertyKey key,
                          perry_value value) {
  if (!value_of(object).is_object()) return PERRY_INVALID;
  set_or_throw(isolate, value_of(object).as<Object>(), key, value_of(value));
  return PERRY_OK;
}

}  // namespace

extern "C" {

perry_status perry_function(perry_runtime* runtime, const char* name, unsigned length,
                            perry_callback callback, void* data, perry_value* function) {
  if (name == nullptr || callback == nullptr) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    const auto self = reinterpret_cast<uintptr_t>(runtime);
    const auto code = reinterpret_cast<uintptr_t>(callback);
    const auto rest = reinterpret_cast<uintptr_t>(data);
    Function* const made =
        new_native_function(isolate, &kCallHost,
                            {half_of(self, 0), half_of(self, 32), half_of(code, 0),
                             half_of(code, 32), half_of(rest, 0), half_of(rest, 32)});
    const Value result = Value::cell(made);
    define_own_property(isolate, made, names::length,
                        PropertyDescriptor::data(Value::number(length), kConfigurable));
    define_own_property(isolate, made, names::name,
                        PropertyDescriptor::data(string_value(isolate, name), kConfigurable));
    return give(function, to_host(result));
  });
}

perry_status perry_get(perry_runtime* runtime, perry_value object, const char* name,
                       perry_value* value) {
  if (name == nullptr) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    return give(value, to_host(get_v(isolate, value_of(object), key_of(isolate, name))));
  });
}

perry_status perry_set(perry_runtime* runtime, perry_value object, const char* name,
                       perry_value value) {
  if (name == nullptr) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    return set_property(isolate, object, key_of(isolate, name), value);
  });
}

perry_status perry_has(perry_runtime* runtime, perry_value object, const char* name, int* has) {
  if (name == nullptr || !value_of(object).is_object()) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    return give(
        has, has_property(isolate, value_of(object).as<Object>(), key_of(isolate, name)) ? 1 : 0);
  });
}

perry_status perry_get_index(perry_runtime* runtime, perry_value object, uint32_t index,
                             perry_value* value) {
  return enter(runtime, [&](Isolate& isolate) {
    return give(value, to_host(get_v(isolate, value_of(object), key_from_index(isolate, index))));
  });
}

perry_status perry_set_index(perry_runtime* runtime, perry_value object, uint32_t index,
                             perry_value value) {
  return enter(runtime, [&](Isolate& isolate) {
    return set_property(isolate, object, key_from_index(isolate, index), value);
  });
}

perry_status perry_call(perry_runtime* runtime, perry_value function, perry_value receiver,
                        size_t argc, const perry_value* argv, perry_value* result) {
  if (argv == nullptr && argc != 0) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    const Value callee = value_of(function);
    if (!is_callable(callee)) throw_not_callable(isolate, callee);
    ValueList arguments(isolate);
    for (size_t i = 0; i < argc; ++i) arguments.push(value_of(argv[i]));
    return give(result, to_host(call(isolate, callee, value_of(receiver), arguments.data(), argc)));
  });
}

perry_status perry_construct(perry_runtime* runtime, perry_value constructor, size_t argc,
                             const perry_value* argv, perry_value* result) {
  if (argv == nullptr && argc != 0) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    const Value callee = value_of(constructor);
    if (!is_constructor(callee))
      throw_type_error(isolate, describe(isolate, callee) + " is not a constructor");
    ValueList arguments(isolate);
    for (size_t i = 0; i < argc; ++i) arguments.push(value_of(argv[i]));
    return give(result, to_host(construct(isolate, callee, arguments.data(), argc, callee)));
  });
}

}  // extern "C"
