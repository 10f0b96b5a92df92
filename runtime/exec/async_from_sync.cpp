#include "runtime/exec/async_from_sync.h"

#include "runtime/exec/iteration.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"

// Sync iterators in the place of async ones (27.1.6).
namespace perry::runtime {

namespace {

class AsyncFromSync : public Object {
 public:
  static const ObjectClass kClass;
  Value record;
};

void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<AsyncFromSync*>(object)->record);
}
const ObjectClass AsyncFromSync::kClass = {.name = "AsyncFromSyncIterator", .trace = trace};

Value unwrap(Isolate& isolate, const Arguments& arguments) {
  return new_iterator_result(isolate, arguments[0], arguments.capture(0).is_true());
}
Value close_and_throw(Isolate& isolate, const Arguments& arguments) {
  iterator_close_silent(isolate, static_cast<IteratorRecord*>(arguments.capture(0).as_cell()));
  throw_value(arguments[0]);
}
constexpr NativeInfo kUnwrap = builtin::native(nullptr, -1, 1, 0, unwrap);
constexpr NativeInfo kCloseAndThrow = builtin::native(nullptr, -1, 1, 0, close_and_throw);

enum class OnRejection : uint8_t { Close, Leave };

// AsyncFromSyncIteratorContinuation.
void go_on(Isolate& isolate, Value result, Promise* promise, IteratorRecord* sync,
           OnRejection on_rejection) {
  const bool done = to_boolean(get(isolate, result.as<Object>(), names::done));
  const Value value = get(isolate, result.as<Object>(), names::value);
  const bool closes = !done && on_rejection == OnRejection::Close;
  Value wrapper;
  Value error;
  try {
    wrapper = promise_resolve(isolate, intrinsic(isolate, Intrinsic::Promise), value);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) {
    if (closes) iterator_close_silent(isolate, sync);
    throw_value(error);
  }
  const Value fulfilled =
      Value::cell(new_native_function(isolate, &kUnwrap, {Value::boolean(done)}));
  const Value rejected =
      closes ? Value::cell(new_native_function(isolate, &kCloseAndThrow, {Value::cell(sync)}))
             : Value::undefined();
  Capability capability;
  capability.promise = Value::cell(promise);
  perform_then(isolate, static_cast<Promise*>(wrapper.as_cell()), fulfilled, rejected, capability);
}

template <typename Body>
Value in_promise(Isolate& isolate, const Arguments& arguments, Body&& body) {
  Promise* promise = new_promise(isolate);
  auto* object = static_cast<AsyncFromSync*>(arguments.receiver().as_cell());
  auto* sync = static_cast<IteratorRecord*>(object->record.as_cell());
  Value error;
  try {
    body(promise, sync);
    return Value::cell(promise);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  reject_promise(isolate, promise, error);
  return Value::cell(promise);
}

Value call_with_optional(Isolate& isolate, Value method, Value receiver,
                         const Arguments& arguments) {
  return call(isolate, method, receiver, arguments.data(), arguments.count() == 0 ? 0 : 1);
}

}  // namespace

Value new_async_from_sync(Isolate& isolate, IteratorRecord* sync) {
  auto* object = new_exotic<AsyncFromSync>(
      isolate, intrinsic(isolate, Intrinsic::AsyncFromSyncIteratorPrototype));
  object->record = Value::cell(sync);
  return Value::cell(object);
}

Value async_from_sync_next(Isolate& isolate, const Arguments& arguments) {
  return in_promise(isolate, arguments, [&](Promise* promise, IteratorRecord* sync) {
    const Value iterator = iterator_object(isolate, sync);
    const Value result = call_with_optional(isolate, sync->next, iterator, arguments);
    if (!result.is_object()) {
      throw_type_error(isolate,
                       "Iterator result " + describe(isolate, result) + " is not an object");
    }
    go_on(isolate, result, promise, sync, OnRejection::Close);
  });
}

Value async_from_sync_return(Isolate& isolate, const Arguments& arguments) {
  return in_promise(isolate, arguments, [&](Promise* promise, IteratorRecord* sync) {
    const Value iterator = iterator_object(isolate, sync);
    const Value method = get_method(isolate, iterator, names::return_);
    if (method.is_undefined()) {
      resolve_promise(isolate, promise, new_iterator_result(isolate, arguments[0], true));
      return;
    }
    const Value result = call_with_optional(isolate, method, iterator, arguments);
    if (!result.is_object()) {
      throw_type_error(isolate,
                       "Iterator result " + describe(isolate, result) + " is not an object");
    }
    go_on(isolate, result, promise, sync, OnRejection::Leave);
  });
}

Value async_from_sync_throw(Isolate& isolate, const Arguments& arguments) {
  return in_promise(isolate, arguments, [&](Promise* promise, IteratorRecord* sync) {
    const Value iterator = iterator_object(isolate, sync);
    const Value method = get_method(isolate, iterator, names::throw_);
    if (method.is_undefined()) {
      iterator_close(isolate, sync);
      throw_type_error(isolate, "The iterator does not provide a 'throw' method");
    }
    const Value result = call_with_optional(isolate, method, iterator, arguments);
    if (!result.is_object()) {
      throw_type_error(isolate,
                       "Iterator result " + describe(isolate, result) + " is not an object");
    }
    go_on(isolate, result, promise, sync, OnRejection::Close);
  });
}

}  // namespace perry::runtime
