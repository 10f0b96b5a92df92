#include "runtime/builtins/promise/combinators.h"

#include "runtime/exec/iteration.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

namespace perry::runtime::builtins {
namespace {

// What the element functions of one call share.
class Gathering : public NativeCell {
 public:
  Value values;  // an Array
  Value resolve;
  Value reject;
  double remaining;
};

void trace(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Gathering*>(cell)->values, 3);
}

// An element function's captures: the gathering, its index, a cell that says it was called.
enum Capture : uint8_t { kGathering, kIndex, kCalled };

Gathering* gathering_of(const Arguments& arguments) {
  return static_cast<Gathering*>(arguments.capture(kGathering).as_cell());
}
bool claim(const Arguments& arguments) {
  Value& called = static_cast<Slots*>(arguments.capture(kCalled).as_cell())->values()[0];
  if (called.is_true()) return false;
  called = Value::boolean(true);
  return true;
}

Value finish_all(Isolate& isolate, Gathering* gathering) {
  return call(isolate, gathering->resolve, Value::undefined(), {gathering->values});
}
Value finish_any(Isolate& isolate, Gathering* gathering) {
  Object* error = new_error(isolate, ErrorType::Error, "All promises were rejected");
  ordinary_set_prototype_of(isolate, error, intrinsic(isolate, Intrinsic::AggregateErrorPrototype));
  add_property(isolate, error, names::errors, gathering->values, kHidden);
  return call(isolate, gathering->reject, Value::undefined(), {Value::cell(error)});
}

// Keeps one value; the last one ends it all.
Value gather(Isolate& isolate, const Arguments& arguments, Value value,
             Value (*finish)(Isolate&, Gathering*)) {
  Gathering* gathering = gathering_of(arguments);
  put_element(isolate, gathering->values.as<Array>(),
              static_cast<uint32_t>(arguments.capture(kIndex).as_number()), value);
  return --gathering->remaining == 0 ? finish(isolate, gathering) : Value::undefined();
}

Value all_element(Isolate& isolate, const Arguments& arguments) {
  if (!claim(arguments)) return Value::undefined();
  return gather(isolate, arguments, arguments[0], finish_all);
}
Value any_element(Isolate& isolate, const Arguments& arguments) {
  if (!claim(arguments)) return Value::undefined();
  return gather(isolate, arguments, arguments[0], finish_any);
}
Value settled(Isolate& isolate, const Arguments& arguments, const char* status, PropertyKey key) {
  if (!claim(arguments)) return Value::undefined();
  Object* entry = new_object(isolate);
  create_data_property(isolate, entry, names::status, Value::cell(intern(isolate, status)));
  create_data_property(isolate, entry, key, arguments[0]);
  return gather(isolate, arguments, Value::cell(entry), finish_all);
}
Value settled_fulfilled(Isolate& isolate, const Arguments& arguments) {
  return settled(isolate, arguments, "fulfilled", names::value);
}
Value settled_rejected(Isolate& isolate, const Arguments& arguments) {
  return settled(isolate, arguments, "rejected", names::reason);
}

constexpr NativeInfo kAllElement = builtin::native(nullptr, -1, 1, 0, all_element);
constexpr NativeInfo kAnyElement = builtin::native(nullptr, -1, 1, 0, any_element);
constexpr NativeInfo kFulfilled = builtin::native(nullptr, -1, 1, 0, settled_fulfilled);
constexpr NativeInfo kRejected = builtin::native(nullptr, -1, 1, 0, settled_rejected);

Value get_promise_resolve(Isolate& isolate, Value constructor) {
  const Value resolve = get(isolate, constructor.as<Object>(), names::resolve);
  if (!is_callable(resolve))
    throw_type_error(isolate, "Promise resolve or reject function is not callable");
  return resolve;
}

Value reject_with(Isolate& isolate, const Capability& capability, Value error) {
  call(isolate, capability.reject, Value::undefined(), {error});
  return capability.promise;
}

// `attach(next, index)` subscribes to one promise; `end` is called when all are known.
template <typename Attach, typename End>
Value over_promises(Isolate& isolate, const Arguments& arguments, Attach&& attach, End&& end) {
  const Value constructor = arguments.receiver();
  const Capability capability = new_promise_capability(isolate, constructor);
  Value error;
  try {
    const Value resolve = get_promise_resolve(isolate, constructor);
    auto* gathering = static_cast<Gathering*>(isolate.heap().allocate(
        CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Gathering)));
    gathering->trace = trace;
    gathering->resolve = capability.resolve;
    gathering->reject = capability.reject;
    gathering->remaining = 1;
    const Value values = Value::cell(new_array(isolate));
    store(isolate.heap(), gathering, &gathering->values, values);
    uint32_t index = 0;
    for_each_value(isolate, arguments[0], [&](Value value) {
      append_element(isolate, gathering->values.as<Array>(), Value::undefined());
      const Value next = call(isolate, resolve, constructor, {value});
      attach(capability, gathering, next, index++);
    });
    if (--gathering->remaining == 0) end(gathering);
    return capability.promise;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  return reject_with(isolate, capability, error);
}

Value element(Isolate& isolate, const NativeInfo& info, Gathering* gathering, uint32_t index,
              Value called) {
  return Value::cell(
      new_native_function(isolate, &info, {Value::cell(gathering), Value::number(index), called}));
}

}  // namespace

Value all(Isolate& isolate, const Arguments& arguments) {
  return over_promises(
      isolate, arguments,
      [&](const Capability& capability, Gathering* gathering, Value next, uint32_t index) {
        const Value called = Value::cell(new_slots(isolate, 1));
        const Value keep = element(isolate, kAllElement, gathering, index, called);
        ++gathering->remaining;
        invoke(isolate, next, names::then, {keep, capability.reject});
      },
      [&](Gathering* gathering) { finish_all(isolate, gathering); });
}

Value all_settled(Isolate& isolate, const Arguments& arguments) {
  return over_promises(
      isolate, arguments,
      [&](const Capability&, Gathering* gathering, Value next, uint32_t index) {
        const Value called = Value::cell(new_slots(isolate, 1));
        const Value fulfilled = element(isolate, kFulfilled, gathering, index, called);
        const Value rejected = element(isolate, kRejected, gathering, index, called);
        ++gathering->remaining;
        invoke(isolate, next, names::then, {fulfilled, rejected});
      },
      [&](Gathering* gathering) { finish_all(isolate, gathering); });
}

Value any(Isolate& isolate, const Arguments& arguments) {
  return over_promises(
      isolate, arguments,
      [&](const Capability& capability, Gathering* gathering, Value next, uint32_t index) {
        const Value called = Value::cell(new_slots(isolate, 1));
        const Value keep = element(isolate, kAnyElement, gathering, index, called);
        ++gathering->remaining;
        invoke(isolate, next, names::then, {capability.resolve, keep});
      },
      [&](Gathering* gathering) { finish_any(isolate, gathering); });
}

Value race(Isolate& isolate, const Arguments& arguments) {
  return over_promises(
      isolate, arguments,
      [&](const Capability& capability, Gathering*, Value next, uint32_t) {
        invoke(isolate, next, names::then, {capability.resolve, capability.reject});
      },
      [](Gathering*) {});
}

}  // namespace perry::runtime::builtins
