#include <chrono>
#include <optional>

#include "runtime/api/runtime.h"
#include "runtime/host/entries.h"
#include "runtime/host/timers.h"
#include "runtime/jobs/jobs.h"
#include "runtime/jobs/promise.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

// What stopped the loop, until the function that runs it looks.
thread_local constinit Failure* stopped = nullptr;

bool drain(Isolate& isolate) {
  *stopped = isolate.part<Entries>().drain();
  return !*stopped;
}

// Runs jobs, then `body` with all jobs behind each of its steps.
template <class Body>
perry_status run(perry_runtime* runtime, Body&& body) {
  return enter(runtime, [&](Isolate& isolate) {
    Failure failure;
    struct Place {
      Failure* outer;
      ~Place() { stopped = outer; }
    } const place{std::exchange(stopped, &failure)};
    if (drain(isolate)) body(isolate);
    if (!failure) return PERRY_OK;
    runtime->error = failure.value;
    return PERRY_THROWN;
  });
}

// Rounded up, so that what is waited for is due then.
int64_t wait_of(std::optional<Timers::Clock::time_point> next) {
  if (!next) return -1;
  const auto now = Timers::Clock::now();
  if (*next <= now) return 0;
  return std::chrono::ceil<std::chrono::milliseconds>(*next - now).count();
}

}  // namespace

extern "C" {

perry_status perry_run_jobs(perry_runtime* runtime) {
  return run(runtime, [](Isolate&) {});
}

perry_status perry_run_loop(perry_runtime* runtime) {
  return run(runtime, [](Isolate& isolate) { isolate.part<Timers>().run(drain); });
}

perry_status perry_poll(perry_runtime* runtime, int64_t* milliseconds) {
  return run(runtime, [&](Isolate& isolate) {
    auto& timers = isolate.part<Timers>();
    if (timers.run_turn(drain)) give(milliseconds, wait_of(timers.next_time()));
  });
}

perry_status perry_look_at_promise(perry_runtime* runtime, perry_value value,
                                   perry_promise_state* state, perry_value* result) {
  return enter(runtime, [&](Isolate& isolate) {
    Promise* const promise = try_object<Promise>(value_of(value));
    if (promise == nullptr) return give(state, PERRY_NO_PROMISE);
    if (promise->state == PromiseState::Pending) return give(state, PERRY_PENDING);
    give(result, to_host(promise->result));
    if (promise->state == PromiseState::Fulfilled) return give(state, PERRY_FULFILLED);
    isolate.part<Jobs>().remove_unhandled(Value::cell(promise));
    promise->is_handled = 1;
    return give(state, PERRY_REJECTED);
  });
}

perry_status perry_promise(perry_runtime* runtime, perry_value* promise, perry_value* resolve,
                           perry_value* reject) {
  return enter(runtime, [&](Isolate& isolate) {
    Promise* const made = new_promise(isolate);
    Value resolver;
    Value rejecter;
    create_resolving_functions(isolate, made, resolver, rejecter);
    give(resolve, to_host(resolver));
    give(reject, to_host(rejecter));
    return give(promise, to_host(Value::cell(made)));
  });
}

}  // extern "C"
