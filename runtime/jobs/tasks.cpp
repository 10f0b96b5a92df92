#include "runtime/jobs/tasks.h"

#include <algorithm>

namespace perry::runtime {

Tasks::Tasks(Isolate& isolate) : isolate_(isolate) {
  isolate.heap().roots().add_tracer(trace, this);
}

Tasks::~Tasks() { isolate_.heap().roots().remove(this); }

void Tasks::trace(void* self, Tracer& tracer) {
  auto& tasks = *static_cast<Tasks*>(self);
  const std::lock_guard lock(tasks.mutex_);
  for (const Task& task : tasks.ready_) tracer.visit(task.value);
  for (const auto& [time, task] : tasks.timed_) tracer.visit(task.value);
}

void Tasks::post(Function function, Value value) {
  {
    const std::lock_guard lock(mutex_);
    ready_.push_back({function, value});
  }
  posted_.notify_one();
}

void Tasks::post_at(Clock::time_point time, Function function, Value value) {
  timed_.emplace(time, Task{function, value});
}

void Tasks::take_due() {
  const auto now = Clock::now();
  const std::lock_guard lock(mutex_);
  while (!timed_.empty() && timed_.begin()->first <= now) {
    ready_.push_back(timed_.begin()->second);
    timed_.erase(timed_.begin());
  }
}

bool Tasks::is_ready() {
  take_due();
  const std::lock_guard lock(mutex_);
  return !ready_.empty();
}

bool Tasks::run(AfterTask after_task) {
  while (is_ready()) {
    Task task{};
    {
      const std::lock_guard lock(mutex_);
      task = ready_.front();
      ready_.pop_front();
    }
    task.function(isolate_, task.value);
    if (!after_task(isolate_)) return false;
  }
  return true;
}

void Tasks::sleep_until(Clock::time_point time) {
  if (!timed_.empty()) time = std::min(time, timed_.begin()->first);
  std::unique_lock lock(mutex_);
  posted_.wait_until(lock, time, [&] { return !ready_.empty(); });
}

}  // namespace perry::runtime
