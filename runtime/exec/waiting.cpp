#include "runtime/exec/generator.h"

// What a stack trace says of a job: the functions that await it are on no stack. Each promise on
// the way is followed while exactly one waits for it, as V8 does.
namespace perry::runtime {

namespace {

Value frame_that_waits(const Waiter& waiter) {
  const Value frame = frame_of_async_function(waiter);
  return frame.is_empty() ? frame_of_async_generator(waiter) : frame;
}

// Whom the waiter's own outcome goes to.
const Promise* promise_after(const Waiter& waiter) {
  const Value frame = frame_that_waits(waiter);
  return try_object<Promise>(frame.is_empty() ? waiter.promise : promise_of_frame(frame));
}

}  // namespace

const abi::FunctionInfo* generator_function(Value object) {
  if (const auto* const generator = try_object<Generator>(object)) return generator->function;
  const auto* const generator = try_object<AsyncGenerator>(object);
  return generator == nullptr ? nullptr : generator->function;
}

void add_waiting(Isolate& isolate, size_t limit, TraceWords& words) {
  Waiter waiter;
  if (!running_waiter(isolate, waiter)) return;
  // Chains may be circular, through promises that resolve each other.
  constexpr size_t kLongest = 1000;
  for (size_t steps = 0; limit > 0 && steps < kLongest; steps++) {
    const Promise* const promise = promise_after(waiter);
    if (promise == nullptr || !only_waiter(promise, waiter)) return;
    const Value frame = frame_that_waits(waiter);
    if (frame.is_empty()) continue;
    const auto* const layout = reinterpret_cast<const abi::FrameLayout*>(frame.as_cell());
    words.push_back(reinterpret_cast<uint64_t>(layout->info) << kTraceWordBits |
                    static_cast<uint64_t>(TraceWord::Waiting));
    words.push_back(layout->state);
    limit--;
  }
}

}  // namespace perry::runtime
