#include "runtime/jobs/jobs.h"

#include <algorithm>

namespace perry::runtime {

Jobs::Jobs(Isolate& isolate) : isolate_(isolate) { isolate.heap().roots().add_tracer(trace, this); }

Jobs::~Jobs() { isolate_.heap().roots().remove(this); }

void Jobs::trace(void* self, Tracer& tracer) {
  auto& jobs = *static_cast<Jobs*>(self);
  for (const std::deque<Job>* queue : {&jobs.jobs_, &jobs.ticks_}) {
    for (const Job& job : *queue) {
      tracer.visit(job.a);
      tracer.visit(job.b);
      tracer.visit(job.c);
    }
  }
  for (const Value promise : jobs.unhandled_) tracer.visit(promise);
  for (const Cell* target : jobs.kept_) tracer.visit(target);
}

void Jobs::enqueue(Function function, Value a, Value b, Value c) {
  jobs_.push_back({function, a, b, c});
}

void Jobs::enqueue_tick(Function function, Value a, Value b, Value c) {
  ticks_.push_back({function, a, b, c});
}

// Ticks run before jobs, but jobs that run are not interrupted: as Node does, the queues empty in
// turns.
void Jobs::run() {
  while (!empty()) {
    while (!ticks_.empty()) run_first(ticks_);
    while (!jobs_.empty()) run_first(jobs_);
  }
  // ClearKeptObjects.
  kept_.clear();
}

void Jobs::run_first(std::deque<Job>& queue) {
  const Job job = queue.front();
  queue.pop_front();
  struct Running {
    const Job*& place;
    ~Running() { place = nullptr; }
  } const running{running_};
  running_ = &job;
  job.function(isolate_, job.a, job.b, job.c);
}

void Jobs::remove_unhandled(Value promise) { std::erase(unhandled_, promise); }

Value Jobs::take_unhandled() {
  if (unhandled_.empty()) return {};
  const Value promise = unhandled_.front();
  unhandled_.pop_front();
  return promise;
}

}  // namespace perry::runtime
