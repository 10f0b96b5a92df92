#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "runtime/builtins/atomics/atomics.h"
#include "runtime/jobs/promise.h"
#include "runtime/jobs/tasks.h"
#include "runtime/object/bigint.h"
#include "runtime/object/property.h"

// Atomics.wait, waitAsync and notify (25.4.3.14, 25.4.14 to 25.4.16).
//
// All threads share one list of waiters, in the order in which they came, under one lock: the
// critical section of every WaiterList. A thread that waits sleeps on a condition of its own. A
// promise that waits is settled by a task on the thread that it belongs to.
namespace perry::runtime::builtins {

namespace {

using SteadyClock = std::chrono::steady_clock;

// A promise that waits, in the heap of its isolate.
class AsyncWaiter : public NativeCell {
 public:
  Value promise;
};
void trace_waiter(NativeCell* cell, Tracer& tracer) {
  tracer.visit(static_cast<AsyncWaiter*>(cell)->promise);
}

struct Waiter {
  const void* address;
  std::condition_variable* sleeper;  // null: `async` waits
  AsyncWaiter* async;
  Tasks* tasks;
  bool is_notified;
};

struct Waiters {
  std::mutex mutex;
  std::vector<Waiter*> list;
};
// Never destroyed: threads may outlive the program's last statement.
Waiters& all_waiters() {
  static auto* const waiters = new Waiters;
  return *waiters;
}

// Keeps the promises of an isolate that wait, and forgets them when it ends.
class AsyncWaiters : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::AtomicWaiters;
  explicit AsyncWaiters(Isolate& isolate) : isolate_(isolate) {
    isolate.heap().roots().add_tracer(trace, this);
  }
  ~AsyncWaiters() override {
    isolate_.heap().roots().remove(this);
    const std::lock_guard lock(all_waiters().mutex);
    for (Waiter* waiter : waiting_) {
      std::erase(all_waiters().list, waiter);
      delete waiter;
    }
  }
  void add(Waiter* waiter) { waiting_.push_back(waiter); }
  // Takes out the waiter whose promise that is; null: it is done already.
  Waiter* take(const AsyncWaiter* async) {
    const auto found = std::ranges::find(waiting_, async, &Waiter::async);
    if (found == waiting_.end()) return nullptr;
    Waiter* waiter = *found;
    waiting_.erase(found);
    return waiter;
  }

 private:
  static void trace(void* self, Tracer& tracer) {
    for (const Waiter* waiter : static_cast<AsyncWaiters*>(self)->waiting_) {
      tracer.visit(waiter->async);
    }
  }

  Isolate& isolate_;
  std::vector<Waiter*> waiting_;
};

void settle(Isolate& isolate, Value value, std::string_view result) {
  auto* async = static_cast<AsyncWaiter*>(value.as_cell());
  Waiter* waiter = isolate.part<AsyncWaiters>().take(async);
  if (waiter == nullptr) return;
  {
    const std::lock_guard lock(all_waiters().mutex);
    std::erase(all_waiters().list, waiter);
  }
  delete waiter;
  auto* promise = static_cast<Promise*>(async->promise.as_cell());
  resolve_promise(isolate, promise, string_value(isolate, result));
}
void settle_notified(Isolate& isolate, Value async) { settle(isolate, async, "ok"); }
void settle_late(Isolate& isolate, Value async) { settle(isolate, async, "timed-out"); }

// --- wait and waitAsync ---

struct WaitRequest {
  TypedArray* array;
  size_t index;
  uint64_t expected;
  double timeout;  // milliseconds

  const uint8_t* place() const { return array->place(index); }
  bool is_as_expected() const {
    if (array->type() == ElementType::Int32) {
      return __atomic_load_n(reinterpret_cast<const uint32_t*>(place()), __ATOMIC_SEQ_CST) ==
             static_cast<uint32_t>(expected);
    }
    return __atomic_load_n(reinterpret_cast<const uint64_t*>(place()), __ATOMIC_SEQ_CST) ==
           expected;
  }
  // What can't be counted in nanoseconds is never.
  bool is_endless() const { return !(timeout < 9e12); }
  SteadyClock::time_point deadline() const {
    return SteadyClock::now() +
           std::chrono::nanoseconds(static_cast<int64_t>(std::ceil(timeout * 1e6)));
  }
};

// The steps of DoWait that look at the arguments.
WaitRequest wait_request(Isolate& isolate, const Arguments& arguments, const char* method) {
  WaitRequest request;
  request.array = integer_typed_array(isolate, arguments[0], AtomicAccess::Waitable, method);
  if (!request.array->buffer()->is_shared()) {
    throw_type_error(isolate,
                     describe_plain(isolate, arguments[0]) + " is not a shared typed array.");
  }
  request.index = atomic_index(isolate, request.array, arguments[1]);
  request.expected = element_bits(isolate, request.array->type(), arguments[2]);
  const double timeout = to_number(isolate, arguments[3]);
  request.timeout = std::isnan(timeout) ? INFINITY : std::max(timeout, 0.0);
  return request;
}

Value wait_result(Isolate& isolate, bool is_async, Value value) {
  Object* result = new_object(isolate);
  add_property(isolate, result, names::async_, Value::boolean(is_async), kAllAttributes);
  add_property(isolate, result, names::value, value, kAllAttributes);
  return Value::cell(result);
}

}  // namespace

// 25.4.14
Value atomics_wait(Isolate& isolate, const Arguments& arguments) {
  const WaitRequest request = wait_request(isolate, arguments, "Atomics.wait");
  std::condition_variable sleeper;
  Waiter waiter{request.place(), &sleeper, nullptr, nullptr, false};
  Waiters& waiters = all_waiters();
  bool is_equal = false;
  {
    std::unique_lock lock(waiters.mutex);
    is_equal = request.is_as_expected();
    if (is_equal) {
      const auto is_notified = [&] { return waiter.is_notified; };
      waiters.list.push_back(&waiter);
      if (request.is_endless()) {
        sleeper.wait(lock, is_notified);
      } else {
        sleeper.wait_until(lock, request.deadline(), is_notified);
      }
      std::erase(waiters.list, &waiter);
    }
  }
  if (!is_equal) return string_value(isolate, "not-equal");
  return string_value(isolate, waiter.is_notified ? "ok" : "timed-out");
}

// 25.4.15
Value atomics_wait_async(Isolate& isolate, const Arguments& arguments) {
  const WaitRequest request = wait_request(isolate, arguments, "Atomics.waitAsync");
  auto* async = static_cast<AsyncWaiter*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(AsyncWaiter)));
  async->trace = trace_waiter;
  store(isolate.heap(), async, &async->promise, Value::cell(new_promise(isolate)));
  auto& tasks = isolate.part<Tasks>();
  auto& own = isolate.part<AsyncWaiters>();
  Waiters& waiters = all_waiters();
  const char* at_once = nullptr;
  {
    const std::lock_guard lock(waiters.mutex);
    if (!request.is_as_expected()) {
      at_once = "not-equal";
    } else if (request.timeout == 0) {
      at_once = "timed-out";
    } else {
      auto* waiter = new Waiter{request.place(), nullptr, async, &tasks, false};
      waiters.list.push_back(waiter);
      own.add(waiter);
    }
  }
  if (at_once != nullptr) return wait_result(isolate, false, string_value(isolate, at_once));
  if (!request.is_endless()) tasks.post_at(request.deadline(), settle_late, Value::cell(async));
  return wait_result(isolate, true, async->promise);
}

// 25.4.16
Value atomics_notify(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array =
      integer_typed_array(isolate, arguments[0], AtomicAccess::Waitable, "Atomics.notify");
  const size_t index = atomic_index(isolate, array, arguments[1]);
  const double count = arguments[2].is_undefined()
                           ? INFINITY
                           : std::max(to_integer_or_infinity(isolate, arguments[2]), 0.0);
  if (!array->buffer()->is_shared()) return Value::number(0);
  const void* address = array->place(index);
  double notified = 0;
  Waiters& waiters = all_waiters();
  const std::lock_guard lock(waiters.mutex);
  std::erase_if(waiters.list, [&](Waiter* waiter) {
    if (waiter->address != address || notified >= count) return false;
    ++notified;
    waiter->is_notified = true;
    if (waiter->sleeper != nullptr) {
      waiter->sleeper->notify_one();
    } else {
      waiter->tasks->post(settle_notified, Value::cell(waiter->async));
    }
    return true;
  });
  return Value::number(notified);
}

}  // namespace perry::runtime::builtins
