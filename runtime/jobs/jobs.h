#pragma once

#include <cstdint>
#include <deque>
#include <unordered_set>

#include "runtime/gc/isolate.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// The queue of jobs (microtasks) that runs empty behind everything the host calls.
class Jobs : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Jobs;
  using Function = void (*)(Isolate&, Value, Value, Value);

  explicit Jobs(Isolate& isolate);
  ~Jobs() override;

  void enqueue(Function function, Value a, Value b = Value::undefined(),
               Value c = Value::undefined());
  // process.nextTick: before all jobs.
  void enqueue_tick(Function function, Value a, Value b = Value::undefined(),
                    Value c = Value::undefined());
  // Runs jobs until there are none. What one of them throws leaves; the rest stays queued.
  void run();
  bool empty() const { return jobs_.empty() && ticks_.empty(); }
  // The first argument of the job that runs, if it runs `function`; empty otherwise.
  Value argument_of_running(Function function) const {
    return running_ != nullptr && running_->function == function ? running_->a : Value();
  }

  // AddToKeptObjects: a target of a WeakRef that was looked at lives until the jobs have run.
  void keep(Value target) { kept_.insert(target.as_cell()); }

  // --- promises rejected without a handler, until the host looks ---
  void add_unhandled(Value promise) { unhandled_.push_back(promise); }
  void remove_unhandled(Value promise);
  // The next one, or empty.
  Value take_unhandled();

 private:
  struct Job {
    Function function;
    Value a;
    Value b;
    Value c;
  };
  void run_first(std::deque<Job>& queue);
  static void trace(void* self, Tracer& tracer);

  Isolate& isolate_;
  const Job* running_ = nullptr;
  std::deque<Job> jobs_;
  std::deque<Job> ticks_;
  std::deque<Value> unhandled_;
  std::unordered_set<Cell*> kept_;
};

}  // namespace perry::runtime
