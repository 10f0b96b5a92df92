#include "runtime/exec/async_from_sync.h"
#include "runtime/exec/generator.h"
#include "runtime/exec/iteration.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/builtin.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// The prototypes of iterators and generators (27.1, 27.5, 27.6).
namespace perry::runtime::builtins {
namespace {

Value return_receiver(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

Value return_undefined(Isolate&, const Arguments&) { return Value::undefined(); }
constexpr NativeInfo kReturnUndefined = builtin::native(nullptr, -1, 1, 0, return_undefined);

// What becomes of it is dropped, but not that it throws.
void close_async(Isolate& isolate, Value iterator, Promise* promise) {
  const Value method = get_method(isolate, iterator, names::return_);
  if (method.is_undefined()) return resolve_promise(isolate, promise, Value::undefined());
  const Value result = call(isolate, method, iterator);
  const Value wrapper = promise_resolve(isolate, intrinsic(isolate, Intrinsic::Promise), result);
  const Value fulfilled = Value::cell(new_native_function(isolate, &kReturnUndefined));
  Capability capability;
  capability.promise = Value::cell(promise);
  perform_then(isolate, wrapper.as<Promise>(), fulfilled, Value::undefined(), capability);
}

// 27.1.3.2
Value dispose_async(Isolate& isolate, const Arguments& arguments) {
  Promise* promise = new_promise(isolate);
  try {
    close_async(isolate, arguments.receiver(), promise);
  } catch (const JsException& thrown) {
    const Value error = thrown.value;
    reject_promise(isolate, promise, error);
  }
  return Value::cell(promise);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kAsyncIteratorRows[] = {
    SYMBOL_FUNCTION(AsyncIterator, 0, return_receiver, Boxed, Pure)
        SYMBOL_FUNCTION(AsyncDispose, 0, dispose_async, Object, Js)};
constexpr BuiltinRow kArrayIteratorRows[] = {FUNCTION(next, 0, array_iterator_next, Object, Js)
                                                 TAG("Array Iterator")};
constexpr BuiltinRow kAsyncFromSyncRows[] = {
    FUNCTION(next, 1, async_from_sync_next, Object, Js)
        FUNCTION(return_, 1, async_from_sync_return, Object, Js)
            FUNCTION(throw_, 1, async_from_sync_throw, Object, Js)};
constexpr BuiltinRow kGeneratorRows[] = {
    OBJECT(constructor, GeneratorFunctionPrototype, kConfigurable) FUNCTION(
        next, 1, generator_next, Boxed, Js) FUNCTION(return_, 1, generator_return, Boxed, Js)
        FUNCTION(throw_, 1, generator_throw, Boxed, Js) TAG("Generator")};
constexpr BuiltinRow kAsyncGeneratorRows[] = {
    OBJECT(constructor, AsyncGeneratorFunctionPrototype, kConfigurable)
        FUNCTION(next, 1, async_generator_next, Object, Js)
            FUNCTION(return_, 1, async_generator_return, Object, Js)
                FUNCTION(throw_, 1, async_generator_throw, Object, Js) TAG("AsyncGenerator")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kAsyncIteratorPrototype;
constexpr BuiltinTable kAsyncIteratorPrototype = builtin::object(kAsyncIteratorRows);
extern const BuiltinTable kArrayIteratorPrototype;
constexpr BuiltinTable kArrayIteratorPrototype =
    builtin::object(kArrayIteratorRows, Intrinsic::IteratorPrototype);
extern const BuiltinTable kAsyncFromSyncIteratorPrototype;
constexpr BuiltinTable kAsyncFromSyncIteratorPrototype =
    builtin::object(kAsyncFromSyncRows, Intrinsic::AsyncIteratorPrototype);
extern const BuiltinTable kGeneratorPrototype;
constexpr BuiltinTable kGeneratorPrototype =
    builtin::object(kGeneratorRows, Intrinsic::IteratorPrototype);
extern const BuiltinTable kAsyncGeneratorPrototype;
constexpr BuiltinTable kAsyncGeneratorPrototype =
    builtin::object(kAsyncGeneratorRows, Intrinsic::AsyncIteratorPrototype);

}  // namespace perry::runtime::builtins
