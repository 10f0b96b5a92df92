#include "runtime/jobs/promise.h"

#include "runtime/jobs/jobs.h"
#include "runtime/object/builtin.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

// What happens when a promise is settled: both of the specification's reaction records in one.
// Those of a promise form a ring, so that one word holds first and last.
class Reaction : public NativeCell {
 public:
  Value next;
  Value on_fulfilled;  // of an await: the context
  Value on_rejected;
  Value promise;  // the capability
  Value resolve;
  Value reject;
  Continuation resume;  // of an await
};

void trace_reaction(NativeCell* cell, Tracer& tracer) {
  auto* reaction = static_cast<Reaction*>(cell);
  tracer.visit(&reaction->next, 6);
}

Reaction* new_reaction(Isolate& isolate) {
  auto* reaction = static_cast<Reaction*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Reaction)));
  reaction->trace = trace_reaction;
  return reaction;
}

void trace_promise(Object* object, Tracer& tracer) {
  auto* promise = static_cast<Promise*>(object);
  tracer.visit(promise->result);
  tracer.visit(promise->reactions);
}

void settle_capability(Isolate& isolate, Reaction* reaction, bool rejected, Value value) {
  if (reaction->promise.is_undefined()) return;
  if (reaction->resolve.is_undefined()) {
    // A promise of our own, which nobody else can resolve.
    auto* promise = static_cast<Promise*>(reaction->promise.as_cell());
    if (rejected) {
      reject_promise(isolate, promise, value);
    } else {
      resolve_promise(isolate, promise, value);
    }
    return;
  }
  call(isolate, rejected ? reaction->reject : reaction->resolve, Value::undefined(), {value});
}

// NewPromiseReactionJob.
void run_reaction(Isolate& isolate, Value cell, Value rejected_flag, Value argument) {
  auto* reaction = static_cast<Reaction*>(cell.as_cell());
  const bool rejected = rejected_flag.is_true();
  if (reaction->resume != nullptr) {
    reaction->resume(isolate, reaction->on_fulfilled, rejected, argument);
    return;
  }
  const Value handler = rejected ? reaction->on_rejected : reaction->on_fulfilled;
  if (handler.is_undefined()) {
    settle_capability(isolate, reaction, rejected, argument);
    return;
  }
  Value result;
  bool threw = false;
  try {
    result = call(isolate, handler, Value::undefined(), {argument});
  } catch (const JsException& thrown) {
    result = thrown.value;
    threw = true;
  }
  settle_capability(isolate, reaction, threw, result);
}

void enqueue_reaction(Isolate& isolate, Value reaction, bool rejected, Value argument) {
  isolate.part<Jobs>().enqueue(run_reaction, reaction, Value::boolean(rejected), argument);
}

void settle(Isolate& isolate, Promise* promise, PromiseState state, Value value) {
  PERRY_ASSERT(promise->state == PromiseState::Pending);
  const Value last = promise->reactions;
  promise->reactions = Value();
  promise->state = state;
  store(isolate.heap(), promise, &promise->result, value);
  if (state == PromiseState::Rejected && promise->is_handled == 0) {
    isolate.part<Jobs>().add_unhandled(Value::cell(promise));
  }
  if (last.is_empty()) return;
  Value reaction = last;
  do {
    reaction = static_cast<Reaction*>(reaction.as_cell())->next;
    enqueue_reaction(isolate, reaction, state == PromiseState::Rejected, value);
  } while (reaction != last);
}

void add_reaction(Isolate& isolate, Promise* promise, Reaction* reaction) {
  const Value cell = Value::cell(reaction);
  if (promise->state == PromiseState::Pending) {
    if (promise->reactions.is_empty()) {
      reaction->next = cell;
    } else {
      auto* last = static_cast<Reaction*>(promise->reactions.as_cell());
      reaction->next = last->next;
      store(isolate.heap(), last, &last->next, cell);
    }
    store(isolate.heap(), promise, &promise->reactions, cell);
  } else {
    const bool rejected = promise->state == PromiseState::Rejected;
    if (rejected && promise->is_handled == 0) {
      isolate.part<Jobs>().remove_unhandled(Value::cell(promise));
    }
    enqueue_reaction(isolate, cell, rejected, promise->result);
  }
  promise->is_handled = 1;
}

// Captures: the promise, a one-element array-like cell that says whether it was resolved.
Slots* guard_of(const Arguments& arguments) {
  return static_cast<Slots*>(arguments.capture(1).as_cell());
}
bool claim(const Arguments& arguments) {
  Value& done = guard_of(arguments)->values()[0];
  if (done.is_true()) return false;
  done = Value::boolean(true);
  return true;
}
Promise* promise_of(const Arguments& arguments) {
  return static_cast<Promise*>(arguments.capture(0).as_cell());
}
Value resolve_function(Isolate& isolate, const Arguments& arguments) {
  if (claim(arguments)) resolve_promise(isolate, promise_of(arguments), arguments[0]);
  return Value::undefined();
}
Value reject_function(Isolate& isolate, const Arguments& arguments) {
  if (claim(arguments)) reject_promise(isolate, promise_of(arguments), arguments[0]);
  return Value::undefined();
}
constexpr NativeInfo kResolve = builtin::native(nullptr, -1, 1, 0, resolve_function);
constexpr NativeInfo kReject = builtin::native(nullptr, -1, 1, 0, reject_function);

// NewPromiseResolveThenableJob.
void resolve_thenable(Isolate& isolate, Value promise, Value thenable, Value then) {
  Value resolve;
  Value reject;
  create_resolving_functions(isolate, static_cast<Promise*>(promise.as_cell()), resolve, reject);
  Value error;
  try {
    call(isolate, then, thenable, {resolve, reject});
    return;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  call(isolate, reject, Value::undefined(), {error});
}

// GetCapabilitiesExecutor: captures a cell for the two functions.
Value capability_executor(Isolate& isolate, const Arguments& arguments) {
  auto* cell = static_cast<Slots*>(arguments.capture(0).as_cell());
  Value* functions = cell->values();
  if (!functions[0].is_undefined() || !functions[1].is_undefined()) {
    throw_type_error(isolate,
                     "Promise executor has already been invoked with non-undefined "
                     "arguments");
  }
  store(isolate.heap(), cell, &functions[0], arguments[0]);
  store(isolate.heap(), cell, &functions[1], arguments[1]);
  return Value::undefined();
}
constexpr NativeInfo kCapabilityExecutor = builtin::native(nullptr, -1, 2, 0, capability_executor);

}  // namespace

const ObjectClass Promise::kClass = {.name = "Promise", .trace = trace_promise};

Promise* new_promise(Isolate& isolate) {
  return new_exotic<Promise>(isolate, intrinsic(isolate, Intrinsic::PromisePrototype));
}

void fulfill_promise(Isolate& isolate, Promise* promise, Value value) {
  settle(isolate, promise, PromiseState::Fulfilled, value);
}

void reject_promise(Isolate& isolate, Promise* promise, Value reason) {
  settle(isolate, promise, PromiseState::Rejected, reason);
}

void resolve_promise(Isolate& isolate, Promise* promise, Value resolution) {
  if (!resolution.is_object()) {
    fulfill_promise(isolate, promise, resolution);
    return;
  }
  Value error;
  try {
    if (resolution == Value::cell(promise)) {
      throw_type_error(isolate, "Chaining cycle detected for promise #<Promise>");
    }
    const Value then = get(isolate, resolution.as<Object>(), names::then);
    if (is_callable(then)) {
      isolate.part<Jobs>().enqueue(resolve_thenable, Value::cell(promise), resolution, then);
    } else {
      fulfill_promise(isolate, promise, resolution);
    }
    return;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  reject_promise(isolate, promise, error);
}

void create_resolving_functions(Isolate& isolate, Promise* promise, Value& resolve, Value& reject) {
  const Value guard = Value::cell(new_slots(isolate, 1));
  resolve = Value::cell(new_native_function(isolate, &kResolve, {Value::cell(promise), guard}));
  reject = Value::cell(new_native_function(isolate, &kReject, {Value::cell(promise), guard}));
}

static bool is_promise_constructor(Isolate& isolate, Value constructor) {
  return isolate.part<Objects>().has_intrinsic(Intrinsic::Promise) &&
         constructor == intrinsic(isolate, Intrinsic::Promise);
}

Capability new_promise_capability(Isolate& isolate, Value constructor) {
  Capability capability;
  if (is_promise_constructor(isolate, constructor)) {
    Promise* promise = new_promise(isolate);
    capability.promise = Value::cell(promise);
    create_resolving_functions(isolate, promise, capability.resolve, capability.reject);
    return capability;
  }
  if (!is_constructor(constructor)) {
    throw_type_error(isolate, describe(isolate, constructor) + " is not a constructor");
  }
  Slots* functions = new_slots(isolate, 2);
  functions->values()[0] = functions->values()[1] = Value::undefined();
  const Value executor =
      Value::cell(new_native_function(isolate, &kCapabilityExecutor, {Value::cell(functions)}));
  capability.promise = construct(isolate, constructor, {executor});
  capability.resolve = functions->values()[0];
  capability.reject = functions->values()[1];
  if (!is_callable(capability.resolve) || !is_callable(capability.reject)) {
    throw_type_error(isolate, "Promise resolve or reject function is not callable");
  }
  return capability;
}

Value promise_resolve(Isolate& isolate, Value constructor, Value value) {
  if (try_object<Promise>(value) != nullptr &&
      get(isolate, value.as<Object>(), names::constructor) == constructor) {
    return value;
  }
  if (is_promise_constructor(isolate, constructor)) {
    Promise* promise = new_promise(isolate);
    resolve_promise(isolate, promise, value);
    return Value::cell(promise);
  }
  const Capability capability = new_promise_capability(isolate, constructor);
  call(isolate, capability.resolve, Value::undefined(), {value});
  return capability.promise;
}

void perform_then(Isolate& isolate, Promise* promise, Value on_fulfilled, Value on_rejected,
                  const Capability& capability) {
  Reaction* reaction = new_reaction(isolate);
  reaction->on_fulfilled = is_callable(on_fulfilled) ? on_fulfilled : Value::undefined();
  reaction->on_rejected = is_callable(on_rejected) ? on_rejected : Value::undefined();
  reaction->promise = capability.promise;
  reaction->resolve = capability.resolve;
  reaction->reject = capability.reject;
  add_reaction(isolate, promise, reaction);
}

Value promise_then(Isolate& isolate, Promise* promise, Value on_fulfilled, Value on_rejected) {
  const Value constructor =
      species_constructor(isolate, promise, intrinsic(isolate, Intrinsic::Promise));
  Capability capability;
  if (is_promise_constructor(isolate, constructor)) {
    capability.promise = Value::cell(new_promise(isolate));
  } else {
    capability = new_promise_capability(isolate, constructor);
  }
  perform_then(isolate, promise, on_fulfilled, on_rejected, capability);
  return capability.promise;
}

void await_promise(Isolate& isolate, Promise* promise, Continuation resume, Value context) {
  Reaction* reaction = new_reaction(isolate);
  reaction->on_fulfilled = context;
  reaction->on_rejected = Value::undefined();
  reaction->promise = reaction->resolve = reaction->reject = Value::undefined();
  reaction->resume = resume;
  add_reaction(isolate, promise, reaction);
}

void await_value(Isolate& isolate, Value value, Continuation resume, Value context) {
  const Value promise = promise_resolve(isolate, intrinsic(isolate, Intrinsic::Promise), value);
  await_promise(isolate, static_cast<Promise*>(promise.as_cell()), resume, context);
}

static void describe_waiter(const Reaction* reaction, Waiter& waiter) {
  waiter.resume = reaction->resume;
  waiter.context = reaction->on_fulfilled;
  waiter.promise = reaction->promise;
}

bool running_waiter(Isolate& isolate, Waiter& waiter) {
  const Value reaction = isolate.part<Jobs>().argument_of_running(run_reaction);
  if (reaction.is_empty()) return false;
  describe_waiter(static_cast<const Reaction*>(reaction.as_cell()), waiter);
  return true;
}

bool only_waiter(const Promise* promise, Waiter& waiter) {
  if (promise->reactions.is_empty()) return false;
  const auto* const last = static_cast<const Reaction*>(promise->reactions.as_cell());
  if (last->next != promise->reactions) return false;
  describe_waiter(last, waiter);
  return true;
}

}  // namespace perry::runtime
