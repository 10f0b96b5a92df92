#include "runtime/exec/generator.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// Async generators (27.6.3): requests wait in a queue, the oldest is being served.
namespace perry::runtime {

namespace {

using abi::ResumeMode;
using abi::SuspendReason;

// One call of next, throw or return.
class Request : public NativeCell {
 public:
  Value next;
  Value promise;
  Value value;
  ResumeMode mode;
};

void trace_request(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Request*>(cell)->next, 3);
}

void trace_generator(Object* object, Tracer& tracer) {
  auto* generator = static_cast<AsyncGenerator*>(object);
  tracer.visit(&generator->frame, 3);
}

abi::FrameLayout* frame_of(AsyncGenerator* generator) {
  return reinterpret_cast<abi::FrameLayout*>(generator->frame.as_cell());
}
Request* first_of(AsyncGenerator* generator) {
  return static_cast<Request*>(generator->first.as_cell());
}

void run(Isolate& isolate, AsyncGenerator* generator, ResumeMode mode, Value value);
void drain(Isolate& isolate, AsyncGenerator* generator);

// Takes the oldest request away.
Promise* take_request(AsyncGenerator* generator) {
  Request* request = first_of(generator);
  generator->first = request->next;
  if (generator->first.is_empty()) generator->last = Value();
  return static_cast<Promise*>(request->promise.as_cell());
}

void complete(Isolate& isolate, AsyncGenerator* generator, Value value, bool done) {
  Promise* promise = take_request(generator);
  isolate.heap().write_barrier(generator, &generator->first);
  resolve_promise(isolate, promise, new_iterator_result(isolate, value, done));
}

void complete_throw(Isolate& isolate, AsyncGenerator* generator, Value error) {
  Promise* promise = take_request(generator);
  isolate.heap().write_barrier(generator, &generator->first);
  reject_promise(isolate, promise, error);
}

void returned(Isolate& isolate, Value cell, bool rejected, Value value) {
  auto* generator = static_cast<AsyncGenerator*>(cell.as_cell());
  generator->state = GeneratorState::Done;
  if (rejected) {
    complete_throw(isolate, generator, value);
  } else {
    complete(isolate, generator, value, true);
  }
  drain(isolate, generator);
}

// AsyncGeneratorAwaitReturn. True: it waits.
bool await_return(Isolate& isolate, AsyncGenerator* generator) {
  generator->state = GeneratorState::AwaitingReturn;
  Value error;
  try {
    await_value(isolate, first_of(generator)->value, returned, Value::cell(generator));
    return true;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  generator->state = GeneratorState::Done;
  complete_throw(isolate, generator, error);
  return false;
}

// AsyncGeneratorDrainQueue: nothing runs any more.
void drain(Isolate& isolate, AsyncGenerator* generator) {
  while (!generator->first.is_empty()) {
    const Request* request = first_of(generator);
    switch (request->mode) {
      case ResumeMode::Return:
        if (await_return(isolate, generator)) return;
        break;
      case ResumeMode::Throw:
        complete_throw(isolate, generator, request->value);
        break;
      case ResumeMode::Next:
        complete(isolate, generator, Value::undefined(), true);
        break;
    }
  }
}

void go_on(Isolate& isolate, Value cell, bool rejected, Value value) {
  run(isolate, static_cast<AsyncGenerator*>(cell.as_cell()),
      rejected ? ResumeMode::Throw : ResumeMode::Next, value);
}

void finish(Isolate& isolate, AsyncGenerator* generator, bool threw, Value value) {
  generator->state = GeneratorState::Done;
  generator->frame = Value();
  if (threw) {
    complete_throw(isolate, generator, value);
  } else {
    complete(isolate, generator, value, true);
  }
  drain(isolate, generator);
}

void run(Isolate& isolate, AsyncGenerator* generator, ResumeMode mode, Value value) {
  for (;;) {
    generator->state = GeneratorState::Running;
    Value error;
    try {
      check_stack(isolate);
      value = Value::from_bits(frame_of(generator)->info->resume(
          generator->frame.bits(), static_cast<uint64_t>(mode), value.bits()));
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    if (!error.is_empty()) return finish(isolate, generator, true, error);
    const SuspendReason reason = frame_of(generator)->reason;
    if (reason == SuspendReason::Await) {
      try {
        await_value(isolate, value, go_on, Value::cell(generator));
        return;
      } catch (const JsException& thrown) {
        error = thrown.value;
      }
      mode = ResumeMode::Throw;
      value = error;
      continue;
    }
    if (reason != SuspendReason::Yield && reason != SuspendReason::Delegate) {
      return finish(isolate, generator, false, value);
    }
    generator->state = GeneratorState::Yielded;
    complete(isolate, generator, value, false);
    if (generator->first.is_empty()) return;
    // The next request is there already.
    mode = first_of(generator)->mode;
    value = first_of(generator)->value;
  }
}

Value request(Isolate& isolate, const Arguments& arguments, ResumeMode mode, const char* method) {
  const Value promise = Value::cell(new_promise(isolate));
  auto* generator = try_object<AsyncGenerator>(arguments.receiver());
  if (generator == nullptr) {
    const Object* error =
        new_error(isolate, ErrorType::TypeError,
                  std::string(method) + " method called on incompatible receiver " +
                      describe(isolate, arguments.receiver()));
    reject_promise(isolate, static_cast<Promise*>(promise.as_cell()), Value::cell(error));
    return promise;
  }
  auto* entry = static_cast<Request*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Request)));
  entry->trace = trace_request;
  entry->promise = promise;
  entry->value = arguments[0];
  entry->mode = mode;
  const Value cell = Value::cell(entry);
  if (generator->last.is_empty()) {
    store(isolate.heap(), generator, &generator->first, cell);
  } else {
    store(isolate.heap(), generator->last.as_cell(),
          &static_cast<Request*>(generator->last.as_cell())->next, cell);
  }
  store(isolate.heap(), generator, &generator->last, cell);
  const GeneratorState state = generator->state;
  if (state == GeneratorState::Running || state == GeneratorState::AwaitingReturn) return promise;
  if (state == GeneratorState::Start && mode != ResumeMode::Next) {
    generator->state = GeneratorState::Done;
    generator->frame = Value();
  }
  if (generator->state == GeneratorState::Done) {
    drain(isolate, generator);
  } else {
    run(isolate, generator, mode, arguments[0]);
  }
  return promise;
}

}  // namespace

Value frame_of_async_generator(const Waiter& waiter) {
  if (waiter.resume != go_on) return {};
  return static_cast<AsyncGenerator*>(waiter.context.as_cell())->frame;
}

Value promise_of_frame(Value frame) {
  const auto* const layout = reinterpret_cast<const abi::FrameLayout*>(frame.as_cell());
  const Value owner = Value::from_bits(layout->owner);
  auto* const generator = try_object<AsyncGenerator>(owner);
  if (generator == nullptr) return owner;
  return generator->first.is_empty() ? Value() : first_of(generator)->promise;
}

const ObjectClass AsyncGenerator::kClass = {.name = "AsyncGenerator", .trace = trace_generator};

Value new_async_generator(Isolate& isolate, Value callee, Value frame) {
  const Value prototype =
      get_prototype_from_constructor(isolate, callee, Intrinsic::AsyncGeneratorPrototype);
  auto* generator = new_exotic<AsyncGenerator>(isolate, prototype);
  generator->frame = frame;
  generator->function = callee.as<Function>()->info;
  frame_of(generator)->owner = Value::cell(generator).bits();
  isolate.heap().write_barrier(frame.as_cell(), &frame_of(generator)->owner);
  return Value::cell(generator);
}

Value async_generator_next(Isolate& isolate, const Arguments& arguments) {
  return request(isolate, arguments, ResumeMode::Next, "next");
}
Value async_generator_return(Isolate& isolate, const Arguments& arguments) {
  return request(isolate, arguments, ResumeMode::Return, "return");
}
Value async_generator_throw(Isolate& isolate, const Arguments& arguments) {
  return request(isolate, arguments, ResumeMode::Throw, "throw");
}

}  // namespace perry::runtime
