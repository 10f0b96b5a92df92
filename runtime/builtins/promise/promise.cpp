#include "runtime/jobs/promise.h"

#include "runtime/builtins/promise/combinators.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// The Promise constructor and its prototype (27.2.3, 27.2.5).
namespace perry::runtime::builtins {
namespace {

Value construct_promise(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Promise constructor cannot be invoked without 'new'");
  }
  if (!is_callable(arguments[0])) {
    throw_type_error(isolate, "Promise resolver " + describe_plain(isolate, arguments[0]) +
                                  " is not a function");
  }
  auto* promise = create_from_constructor<Promise>(isolate, arguments.new_target(),
                                                   Intrinsic::PromisePrototype);
  Value resolve;
  Value reject;
  create_resolving_functions(isolate, promise, resolve, reject);
  Value error;
  try {
    call(isolate, arguments[0], Value::undefined(), {resolve, reject});
    return Value::cell(promise);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  call(isolate, reject, Value::undefined(), {error});
  return Value::cell(promise);
}

Value require_constructor(Isolate& isolate, const Arguments& arguments, const char* method) {
  if (!arguments.receiver().is_object()) {
    throw_type_error(isolate, std::string(method) + " called on non-object");
  }
  return arguments.receiver();
}

Value resolve(Isolate& isolate, const Arguments& arguments) {
  const Value constructor = require_constructor(isolate, arguments, "PromiseResolve");
  return promise_resolve(isolate, constructor, arguments[0]);
}

Value reject(Isolate& isolate, const Arguments& arguments) {
  const Value constructor = require_constructor(isolate, arguments, "PromiseReject");
  const Capability capability = new_promise_capability(isolate, constructor);
  call(isolate, capability.reject, Value::undefined(), {arguments[0]});
  return capability.promise;
}

Value with_resolvers(Isolate& isolate, const Arguments& arguments) {
  const Capability capability = new_promise_capability(isolate, arguments.receiver());
  Object* result = new_object(isolate);
  create_data_property(isolate, result, names::promise, capability.promise);
  create_data_property(isolate, result, names::resolve, capability.resolve);
  create_data_property(isolate, result, names::reject, capability.reject);
  return Value::cell(result);
}

Value try_method(Isolate& isolate, const Arguments& arguments) {
  const Value constructor = require_constructor(isolate, arguments, "Promise.try");
  const Capability capability = new_promise_capability(isolate, constructor);
  Value result;
  bool threw = false;
  try {
    const size_t callback = arguments.count() != 0;
    result = call(isolate, arguments[0], Value::undefined(), arguments.data() + callback,
                  arguments.count() - callback);
  } catch (const JsException& thrown) {
    result = thrown.value;
    threw = true;
  }
  call(isolate, threw ? capability.reject : capability.resolve, Value::undefined(), {result});
  return capability.promise;
}

Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

// --- the prototype ---

Value then(Isolate& isolate, const Arguments& arguments) {
  auto* promise = try_object<Promise>(arguments.receiver());
  if (promise == nullptr) {
    throw_type_error(isolate, "Method Promise.prototype.then called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  return promise_then(isolate, promise, arguments[0], arguments[1]);
}

Value catch_method(Isolate& isolate, const Arguments& arguments) {
  return invoke(isolate, arguments.receiver(), names::then, {Value::undefined(), arguments[0]});
}

// 27.2.5.3: what `then` gets when a handler is callable. Captures: the handler, the constructor.
Value give_back(Isolate&, const Arguments& arguments) { return arguments.capture(0); }
Value throw_again(Isolate&, const Arguments& arguments) { throw_value(arguments.capture(0)); }
constexpr NativeInfo kGiveBack = builtin::native(nullptr, -1, 0, 0, give_back);
constexpr NativeInfo kThrowAgain = builtin::native(nullptr, -1, 0, 0, throw_again);

Value finally_common(Isolate& isolate, const Arguments& arguments, const NativeInfo& continuation) {
  const Value result = call(isolate, arguments.capture(0), Value::undefined());
  const Value promise = promise_resolve(isolate, arguments.capture(1), result);
  const Value next = Value::cell(new_native_function(isolate, &continuation, {arguments[0]}));
  return invoke(isolate, promise, names::then, {next});
}
Value then_finally(Isolate& isolate, const Arguments& arguments) {
  return finally_common(isolate, arguments, kGiveBack);
}
Value catch_finally(Isolate& isolate, const Arguments& arguments) {
  return finally_common(isolate, arguments, kThrowAgain);
}
constexpr NativeInfo kThenFinally = builtin::native(nullptr, -1, 1, 0, then_finally);
constexpr NativeInfo kCatchFinally = builtin::native(nullptr, -1, 1, 0, catch_finally);

Value finally_method(Isolate& isolate, const Arguments& arguments) {
  const Value promise = arguments.receiver();
  if (!promise.is_object()) {
    throw_type_error(isolate, "Promise.prototype.finally called on a non-object");
  }
  const Value constructor =
      species_constructor(isolate, promise.as<Object>(), intrinsic(isolate, Intrinsic::Promise));
  if (!is_callable(arguments[0])) {
    return invoke(isolate, promise, names::then, {arguments[0], arguments[0]});
  }
  const Value fulfilled =
      Value::cell(new_native_function(isolate, &kThenFinally, {arguments[0], constructor}));
  const Value rejected =
      Value::cell(new_native_function(isolate, &kCatchFinally, {arguments[0], constructor}));
  return invoke(isolate, promise, names::then, {fulfilled, rejected});
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Promise, 1, construct_promise);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/promise/promise.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/promise/promise_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kPromise;
constexpr BuiltinTable kPromise = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kPromisePrototype;
constexpr BuiltinTable kPromisePrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
