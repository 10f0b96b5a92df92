#include "runtime/exec/generator.h"

#include "runtime/exec/iteration.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

using abi::ResumeMode;
using abi::SuspendReason;

abi::FrameLayout* frame_of(Value frame) {
  return reinterpret_cast<abi::FrameLayout*>(frame.as_cell());
}

// Runs until the next suspension; what it throws comes out.
Value resume(Isolate& isolate, Value frame, ResumeMode mode, Value value) {
  check_stack(isolate);
  return Value::from_bits(
      frame_of(frame)->info->resume(frame.bits(), static_cast<uint64_t>(mode), value.bits()));
}
SuspendReason reason_of(Value frame) { return frame_of(frame)->reason; }

void set_owner(Isolate& isolate, Value frame, Value owner) {
  frame_of(frame)->owner = owner.bits();
  isolate.heap().write_barrier(frame.as_cell(), &frame_of(frame)->owner);
}

// --- Generators ---

void trace_generator(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<Generator*>(object)->frame);
}

Value resume_generator(Isolate& isolate, const Arguments& arguments, ResumeMode mode,
                       const char* method) {
  auto* generator = try_object<Generator>(arguments.receiver());
  if (generator == nullptr) {
    throw_type_error(isolate, std::string(method) + " method called on incompatible receiver " +
                                  describe(isolate, arguments.receiver()));
  }
  if (generator->state == GeneratorState::Running) {
    throw_type_error(isolate, "Generator is already running");
  }
  if (generator->state == GeneratorState::Start && mode != ResumeMode::Next) {
    generator->state = GeneratorState::Done;
    generator->frame = Value();
  }
  if (generator->state == GeneratorState::Done) {
    if (mode == ResumeMode::Throw) throw_value(arguments[0]);
    return new_iterator_result(
        isolate, mode == ResumeMode::Return ? arguments[0] : Value::undefined(), true);
  }
  generator->state = GeneratorState::Running;
  const Value frame = generator->frame;
  Value value;
  try {
    value = resume(isolate, frame, mode, arguments[0]);
  } catch (...) {
    generator->state = GeneratorState::Done;
    generator->frame = Value();
    throw;
  }
  switch (reason_of(frame)) {
    case SuspendReason::Yield:
      generator->state = GeneratorState::Yielded;
      return new_iterator_result(isolate, value, false);
    case SuspendReason::Delegate:
      generator->state = GeneratorState::Yielded;
      return value;
    default:
      generator->state = GeneratorState::Done;
      generator->frame = Value();
      return new_iterator_result(isolate, value, true);
  }
}

Value prototype_for(Isolate& isolate, Value callee, Intrinsic fallback) {
  return get_prototype_from_constructor(isolate, callee, fallback);
}

// --- Async functions: the frame's owner is the promise ---

void run_async(Isolate& isolate, Value frame, ResumeMode mode, Value value);

void go_on_async(Isolate& isolate, Value frame, bool rejected, Value value) {
  run_async(isolate, frame, rejected ? ResumeMode::Throw : ResumeMode::Next, value);
}

void run_async(Isolate& isolate, Value frame, ResumeMode mode, Value value) {
  Value error;
  try {
    for (;;) {
      value = resume(isolate, frame, mode, value);
      auto* promise = static_cast<Promise*>(Value::from_bits(frame_of(frame)->owner).as_cell());
      if (reason_of(frame) != SuspendReason::Await) {
        resolve_promise(isolate, promise, value);
        return;
      }
      // A constructor that can't be read throws into the function.
      Value thrown_value;
      try {
        await_value(isolate, value, go_on_async, frame);
        return;
      } catch (const JsException& thrown) {
        thrown_value = thrown.value;
      }
      mode = ResumeMode::Throw;
      value = thrown_value;
    }
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  reject_promise(isolate, static_cast<Promise*>(Value::from_bits(frame_of(frame)->owner).as_cell()),
                 error);
}

}  // namespace

const ObjectClass Generator::kClass = {.name = "Generator", .trace = trace_generator};

Value new_generator(Isolate& isolate, Value callee, Value frame) {
  const Value prototype = prototype_for(isolate, callee, Intrinsic::GeneratorPrototype);
  auto* generator = new_exotic<Generator>(isolate, prototype);
  generator->frame = frame;
  generator->function = callee.as<Function>()->info;
  set_owner(isolate, frame, Value::cell(generator));
  return Value::cell(generator);
}

Value generator_next(Isolate& isolate, const Arguments& arguments) {
  return resume_generator(isolate, arguments, ResumeMode::Next, "next");
}
Value generator_return(Isolate& isolate, const Arguments& arguments) {
  return resume_generator(isolate, arguments, ResumeMode::Return, "return");
}
Value generator_throw(Isolate& isolate, const Arguments& arguments) {
  return resume_generator(isolate, arguments, ResumeMode::Throw, "throw");
}

Value frame_of_async_function(const Waiter& waiter) {
  return waiter.resume == go_on_async ? waiter.context : Value();
}

Value start_async(Isolate& isolate, Value frame) {
  const Value promise = Value::cell(new_promise(isolate));
  set_owner(isolate, frame, promise);
  run_async(isolate, frame, ResumeMode::Next, Value::undefined());
  return promise;
}

}  // namespace perry::runtime
