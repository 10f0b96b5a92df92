#pragma once

#include <cstdint>

#include "runtime/object/function.h"
#include "runtime/object/object.h"

// Promises (27.2), below their constructor: await needs them without it.
namespace perry::runtime {

enum class PromiseState : uint64_t { Pending, Fulfilled, Rejected };

class Promise : public Object {
 public:
  static const ObjectClass kClass;

  Value result;
  Value reactions;  // the last of a ring of Reactions
  PromiseState state;
  uint64_t is_handled;
};

// What `new C(executor)` gave: NewPromiseCapability.
struct Capability {
  Value promise = Value::undefined();
  Value resolve = Value::undefined();
  Value reject = Value::undefined();
};

// With %Promise.prototype%.
Promise* new_promise(Isolate& isolate);
// The steps of a promise's resolve function, without its guard against a second call.
void resolve_promise(Isolate& isolate, Promise* promise, Value resolution);
void fulfill_promise(Isolate& isolate, Promise* promise, Value value);
void reject_promise(Isolate& isolate, Promise* promise, Value reason);
// CreateResolvingFunctions.
void create_resolving_functions(Isolate& isolate, Promise* promise, Value& resolve, Value& reject);
Capability new_promise_capability(Isolate& isolate, Value constructor);
// PromiseResolve.
Value promise_resolve(Isolate& isolate, Value constructor, Value value);
// PerformPromiseThen. Handlers that can't be called are skipped.
void perform_then(Isolate& isolate, Promise* promise, Value on_fulfilled, Value on_rejected,
                  const Capability& capability);
// Promise.prototype.then, for a promise that is known to be one.
Value promise_then(Isolate& isolate, Promise* promise, Value on_fulfilled, Value on_rejected);

// Calls `resume(isolate, context, rejected, value)` in a job when `value` is settled: Await.
using Continuation = void (*)(Isolate&, Value context, bool rejected, Value value);
void await_value(Isolate& isolate, Value value, Continuation resume, Value context);
// The same for a promise, without PromiseResolve.
void await_promise(Isolate& isolate, Promise* promise, Continuation resume, Value context);

// Whom a promise's outcome goes to: an await's continuation, or the promise that `then` made.
struct Waiter {
  Continuation resume = nullptr;
  Value context;
  Value promise;
};
// Of the job that runs, and of a promise that exactly one waits for.
bool running_waiter(Isolate& isolate, Waiter& waiter);
bool only_waiter(const Promise* promise, Waiter& waiter);

}  // namespace perry::runtime
