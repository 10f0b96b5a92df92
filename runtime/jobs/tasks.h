#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

#include "runtime/gc/isolate.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// What is to be done on the isolate's thread, one thing at a turn of the host's loop, with all jobs
// behind it.
class Tasks : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Tasks;
  using Clock = std::chrono::steady_clock;
  using Function = void (*)(Isolate&, Value);

  explicit Tasks(Isolate& isolate);
  ~Tasks() override;

  // From any thread, and from the collector: nothing is allocated in the heap. Another thread posts
  // values only that are rooted otherwise until they arrive.
  void post(Function function, Value value);
  // At its time, if the loop still runs then: nothing waits for it.
  void post_at(Clock::time_point time, Function function, Value value);

  // Whether something can be run, now or once a timed task's time has come.
  bool is_ready();
  // Runs behind every task; false: nothing more is to be run now.
  using AfterTask = bool (*)(Isolate&);
  // False if `after_task` was.
  bool run(AfterTask after_task);
  // Until then, or until something is ready.
  void sleep_until(Clock::time_point time);

 private:
  struct Task {
    Function function;
    Value value;
  };
  static void trace(void* self, Tracer& tracer);
  void take_due();

  Isolate& isolate_;
  std::mutex mutex_;
  std::condition_variable posted_;
  std::deque<Task> ready_;  // with mutex_
  std::multimap<Clock::time_point, Task> timed_;
};

}  // namespace perry::runtime
