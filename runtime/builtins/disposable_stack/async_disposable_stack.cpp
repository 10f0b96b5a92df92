#include "runtime/builtins/disposable_stack/stack.h"
#include "runtime/jobs/promise.h"

// AsyncDisposableStack.
namespace perry::runtime::builtins {
namespace {

class AsyncDisposableStack : public StackObject {
 public:
  static const ObjectClass kClass;
  static constexpr const char* kName = "AsyncDisposableStack";
  static constexpr DisposeHint kHint = DisposeHint::Async;
  static constexpr Intrinsic kPrototype = Intrinsic::AsyncDisposableStackPrototype;
};
const ObjectClass AsyncDisposableStack::kClass = {.name = "AsyncDisposableStack",
                                                  .trace = StackObject::trace};

// A disposal that goes on: what is left, the first error with those behind it, the promise.
class Disposal : public NativeCell {
 public:
  Value list;
  Value error;  // empty: none so far
  Value promise;
};
void trace_disposal(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Disposal*>(cell)->list, 3);
}

void note_error(Isolate& isolate, Disposal* disposal, Value error) {
  if (!disposal->error.is_empty()) error = new_suppressed_error(isolate, error, disposal->error);
  store(isolate.heap(), disposal, &disposal->error, error);
}

void go_on(Isolate& isolate, Disposal* disposal);

void resume(Isolate& isolate, Value context, bool rejected, Value value) {
  auto* disposal = static_cast<Disposal*>(context.as_cell());
  if (rejected) note_error(isolate, disposal, value);
  go_on(isolate, disposal);
}

// DisposeResources, up to the next wait.
void go_on(Isolate& isolate, Disposal* disposal) {
  auto* list = static_cast<NativeCell*>(disposal->list.as_cell());
  for (;;) {
    try {
      const Value result = dispose_last(isolate, list);
      if (result.is_empty()) break;
      if (!last_disposal_awaits(list)) continue;
      await_value(isolate, result, resume, Value::cell(disposal));
      return;
    } catch (const JsException& thrown) {
      const Value error = thrown.value;
      note_error(isolate, disposal, error);
    }
  }
  auto* promise = static_cast<Promise*>(disposal->promise.as_cell());
  if (disposal->error.is_empty()) {
    fulfill_promise(isolate, promise, Value::undefined());
  } else {
    reject_promise(isolate, promise, disposal->error);
  }
}

Value dispose_async(Isolate& isolate, const Arguments& arguments) {
  Promise* promise = new_promise(isolate);
  auto* stack = try_object<AsyncDisposableStack>(arguments.receiver());
  if (stack == nullptr) {
    const Value error = Value::cell(
        new_error(isolate, ErrorType::TypeError, "Receiver is not an AsyncDisposableStack"));
    reject_promise(isolate, promise, error);
  } else if (stack->is_disposed()) {
    fulfill_promise(isolate, promise, Value::undefined());
  } else {
    NativeCell* list = stack->release();
    auto* disposal = static_cast<Disposal*>(isolate.heap().allocate(
        CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Disposal)));
    disposal->trace = trace_disposal;
    disposal->list = Value::cell(list);
    disposal->promise = Value::cell(promise);
    go_on(isolate, disposal);
  }
  return Value::cell(promise);
}
Value dispose_async_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::AsyncDisposableStackPrototype).as<Object>(),
             names::disposeAsync);
}

constexpr NativeInfo kConstructor = builtin::constructor(
    names::AsyncDisposableStack, 0, StackMethods<AsyncDisposableStack>::construct);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {OBJECT(prototype, AsyncDisposableStackPrototype, kNoAttributes)};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/disposable_stack/async_disposable_stack.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kAsyncDisposableStack;
constexpr BuiltinTable kAsyncDisposableStack = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kAsyncDisposableStackPrototype;
constexpr BuiltinTable kAsyncDisposableStackPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
