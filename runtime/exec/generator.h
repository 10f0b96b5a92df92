#pragma once

#include "runtime/jobs/promise.h"
#include "runtime/object/function.h"
#include "runtime/object/object.h"
#include "runtime/object/stack_trace.h"

// Suspended functions: frames of generated code (abi::FrameLayout), and what resumes them.
namespace perry::runtime {

enum class GeneratorState : uint64_t { Start, Yielded, Running, AwaitingReturn, Done };

class Generator : public Object {
 public:
  static const ObjectClass kClass;
  Value frame;
  GeneratorState state;
  const abi::FunctionInfo* function;  // which made it
};

// With a queue of requests (27.6.3).
class AsyncGenerator : public Object {
 public:
  static const ObjectClass kClass;
  Value frame;
  Value first;  // Requests, from the oldest on
  Value last;
  GeneratorState state;
  const abi::FunctionInfo* function;
};

Value new_generator(Isolate& isolate, Value callee, Value frame);
Value new_async_generator(Isolate& isolate, Value callee, Value frame);
// Runs a new frame to its first await; the promise of the async function.
Value start_async(Isolate& isolate, Value frame);

// --- who waits, for stack traces ---

// The frame of the async function or generator that goes on when `waiter` is told; empty: none.
Value frame_of_async_function(const Waiter& waiter);
Value frame_of_async_generator(const Waiter& waiter);
// The promise of what the frame runs for: the function's, or that of the generator's caller.
Value promise_of_frame(Value frame);
// The generator function that the object is of; null: it isn't a generator.
const abi::FunctionInfo* generator_function(Value object);
// Adds those who await the running job, one after the other, to a stack trace.
void add_waiting(Isolate& isolate, size_t limit, TraceWords& words);

// The methods of %GeneratorPrototype% and %AsyncGeneratorPrototype%.
Value generator_next(Isolate& isolate, const Arguments& arguments);
Value generator_return(Isolate& isolate, const Arguments& arguments);
Value generator_throw(Isolate& isolate, const Arguments& arguments);
Value async_generator_next(Isolate& isolate, const Arguments& arguments);
Value async_generator_return(Isolate& isolate, const Arguments& arguments);
Value async_generator_throw(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime
