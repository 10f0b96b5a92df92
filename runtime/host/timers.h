#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>

#include "runtime/gc/isolate.h"
#include "runtime/jobs/tasks.h"
#include "runtime/object/object.h"

namespace perry::runtime {

// setTimeout, setInterval and setImmediate, and the loop that runs them.
class Timers : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Loop;
  explicit Timers(Isolate& isolate);
  ~Timers() override;

  // Defines the functions of the global object.
  void install(Object* global);
  // Runs behind every callback; false: nothing more is to be run now.
  using AfterTask = Tasks::AfterTask;
  using Clock = std::chrono::steady_clock;
  // Runs until nothing is left to wait for.
  void run(AfterTask after_task);
  // What can be run without waiting, once around. False if `after_task` was.
  bool run_turn(AfterTask after_task);
  // When there is something to run, which may be past; nothing: there will never be.
  std::optional<Clock::time_point> next_time();

  Value add_timer(Value callback, double delay, bool repeats, const Value* arguments, size_t count);
  Value add_immediate(Value callback, const Value* arguments, size_t count);
  void clear(Value handle);

 private:
  struct Task {
    Value handle;
    Value callback;
    Value arguments;  // Slots
    size_t count = 0;
    double interval = 0;
    bool repeats = false;
    bool cancelled = false;
  };
  // In order of time, then of creation.
  struct Due {
    Clock::time_point time;
    uint64_t order;
    friend auto operator<=>(const Due&, const Due&) = default;
  };

  static void trace(void* self, Tracer& tracer);
  Task new_task(Value callback, const Value* arguments, size_t count, const char* class_name);
  void call_task(const Task& task);
  void run_timer(const Task& task);
  bool run_immediates(AfterTask after_task);
  bool run_timers(AfterTask after_task);

  Isolate& isolate_;
  std::map<Due, Task> timers_;
  std::deque<Task> immediates_;
  Value running_;  // the handle whose callback runs; cleared when it is cancelled
  uint64_t order_ = 0;
  double next_id_ = 1;
};

}  // namespace perry::runtime
