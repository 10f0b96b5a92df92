#include "runtime/host/timers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "runtime/host/console/console.h"
#include "runtime/jobs/jobs.h"
#include "runtime/jobs/tasks.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

const ObjectClass kTimeoutClass = {.name = "Timeout"};
const ObjectClass kImmediateClass = {.name = "Immediate"};

Value require_callback(Isolate& isolate, Value callback) {
  if (is_callable(callback)) return callback;
  Object* error = new_error(isolate, ErrorType::TypeError,
                            "The \"callback\" argument must be of type function. Received " +
                                describe_plain(isolate, callback));
  add_property(isolate, error, names::code, string_value(isolate, "ERR_INVALID_ARG_TYPE"),
               kAllAttributes);
  throw_value(Value::cell(error));
}

Value start_timer(Isolate& isolate, const Arguments& arguments, bool repeats) {
  const Value callback = require_callback(isolate, arguments[0]);
  double delay = to_number(isolate, arguments[1]);
  if (!(delay >= 1 && delay <= 2147483647.0)) delay = 1;
  const size_t extra = arguments.count() > 2 ? arguments.count() - 2 : 0;
  return isolate.part<Timers>().add_timer(callback, std::trunc(delay), repeats,
                                          arguments.data() + 2, extra);
}
Value set_timeout(Isolate& isolate, const Arguments& arguments) {
  return start_timer(isolate, arguments, false);
}
Value set_interval(Isolate& isolate, const Arguments& arguments) {
  return start_timer(isolate, arguments, true);
}
Value set_immediate(Isolate& isolate, const Arguments& arguments) {
  const Value callback = require_callback(isolate, arguments[0]);
  const size_t extra = arguments.count() > 1 ? arguments.count() - 1 : 0;
  return isolate.part<Timers>().add_immediate(callback, arguments.data() + 1, extra);
}
Value clear_timer(Isolate& isolate, const Arguments& arguments) {
  isolate.part<Timers>().clear(arguments[0]);
  return Value::undefined();
}

void run_microtask(Isolate& isolate, Value callback, Value, Value) {
  call(isolate, callback, Value::undefined());
}
Value queue_microtask(Isolate& isolate, const Arguments& arguments) {
  isolate.part<Jobs>().enqueue(run_microtask, require_callback(isolate, arguments[0]));
  return Value::undefined();
}

#define FUNCTION(name, length, entry, type, purity) \
  builtin::function(names::name, length, entry, kAllAttributes),
constexpr BuiltinRow kRows[] = {
#include "runtime/host/timers.def"
};
#undef FUNCTION

// A timer handle's number, as `+timer` gives it.
Value timer_number(Isolate& isolate, const Arguments& arguments) {
  return arguments.receiver().is_object()
             ? get(isolate, arguments.receiver().as<Object>(), names::id)
             : Value::undefined();
}
Value give_receiver(Isolate&, const Arguments& arguments) { return arguments.receiver(); }
constexpr NativeInfo kTimerNumber = builtin::native(nullptr, -1, 0, 0, timer_number);
constexpr NativeInfo kRef = builtin::native(&names::ref, -1, 0, 0, give_receiver);

}  // namespace

Timers::Timers(Isolate& isolate) : isolate_(isolate) {
  isolate.heap().roots().add_tracer(trace, this);
}

Timers::~Timers() { isolate_.heap().roots().remove(this); }

void Timers::trace(void* self, Tracer& tracer) {
  auto& timers = *static_cast<Timers*>(self);
  const auto visit = [&](const Task& task) {
    tracer.visit(task.handle);
    tracer.visit(task.callback);
    tracer.visit(task.arguments);
  };
  for (const auto& [due, task] : timers.timers_) visit(task);
  for (const Task& task : timers.immediates_) visit(task);
  tracer.visit(timers.running_);
}

void Timers::install(Object* global) { add_rows(isolate_, global, kRows); }

Timers::Task Timers::new_task(Value callback, const Value* arguments, size_t count,
                              const char* class_name) {
  const bool immediate = std::string_view(class_name) == "Immediate";
  Shape* shape = root_shape(isolate_, intrinsic(isolate_, Intrinsic::ObjectPrototype),
                            immediate ? &kImmediateClass : &kTimeoutClass, CellKind::Object, 4);
  Object* handle = new_object_with_shape(isolate_, shape);
  add_property(isolate_, handle, names::id, Value::number(next_id_++), kHidden);
  const Value number = Value::cell(new_native_function(isolate_, &kTimerNumber));
  add_property(isolate_, handle, well_known(isolate_, WellKnown::ToPrimitive), number, kHidden);
  const Value ref = Value::cell(new_native_function(isolate_, &kRef));
  add_property(isolate_, handle, names::ref, ref, kHidden);
  add_property(isolate_, handle, names::unref, ref, kHidden);
  Slots* values = new_slots(isolate_, std::max<size_t>(count, 1));
  std::copy(arguments, arguments + count, values->values());
  isolate_.heap().write_barrier(values, values);
  Task task;
  task.handle = Value::cell(handle);
  task.callback = callback;
  task.arguments = Value::cell(values);
  task.count = count;
  return task;
}

Value Timers::add_timer(Value callback, double delay, bool repeats, const Value* arguments,
                        size_t count) {
  Task task = new_task(callback, arguments, count, "Timeout");
  task.interval = delay;
  task.repeats = repeats;
  const auto time = Clock::now() + std::chrono::milliseconds(static_cast<int64_t>(delay));
  const Value handle = task.handle;
  timers_.emplace(Due{time, ++order_}, task);
  return handle;
}

Value Timers::add_immediate(Value callback, const Value* arguments, size_t count) {
  immediates_.push_back(new_task(callback, arguments, count, "Immediate"));
  return immediates_.back().handle;
}

void Timers::clear(Value handle) {
  const auto matches = [&](const Task& task) {
    if (handle.is_object()) return task.handle == handle;
    if (!handle.is_number() && !handle.is_string()) return false;
    const Value id = get(isolate_, task.handle.as<Object>(), names::id);
    return id.as_number() == to_number(isolate_, handle);
  };
  for (auto timer = timers_.begin(); timer != timers_.end(); ++timer) {
    if (!matches(timer->second)) continue;
    timers_.erase(timer);
    return;
  }
  for (Task& task : immediates_) {
    if (matches(task)) task.cancelled = true;
  }
  if (running_ == handle) running_ = Value();
}

void Timers::call_task(const Task& task) {
  call(isolate_, task.callback, task.handle, task.arguments.as<Slots>()->values(), task.count);
}

bool Timers::run_immediates(AfterTask after_task) {
  // Those that the callbacks add wait for the next turn.
  for (size_t count = immediates_.size(); count != 0; --count) {
    const Task task = immediates_.front();
    immediates_.pop_front();
    if (task.cancelled) continue;
    call_task(task);
    if (!after_task(isolate_)) return false;
  }
  return true;
}

// An interval goes on though its callback throws, if anything does.
void Timers::run_timer(const Task& task) {
  struct Running {
    Timers& timers;
    const Task& task;
    ~Running() {
      if (task.repeats && timers.running_ == task.handle) {
        const auto next =
            Clock::now() + std::chrono::milliseconds(static_cast<int64_t>(task.interval));
        timers.timers_.emplace(Due{next, ++timers.order_}, task);
      }
      timers.running_ = Value();
    }
  } const running{*this, task};
  running_ = task.handle;
  call_task(task);
}

bool Timers::run_timers(AfterTask after_task) {
  const auto now = Clock::now();
  const uint64_t last = order_;
  while (!timers_.empty()) {
    const auto first = timers_.begin();
    if (first->first.time > now || first->first.order > last) return true;
    const Task task = first->second;
    timers_.erase(first);
    run_timer(task);
    if (!after_task(isolate_)) return false;
  }
  return true;
}

bool Timers::run_turn(AfterTask after_task) {
  return run_timers(after_task) && isolate_.part<Tasks>().run(after_task) &&
         run_immediates(after_task);
}

std::optional<Timers::Clock::time_point> Timers::next_time() {
  if (!immediates_.empty() || isolate_.part<Tasks>().is_ready()) return Clock::time_point::min();
  if (timers_.empty()) return std::nullopt;
  return timers_.begin()->first.time;
}

void Timers::run(AfterTask after_task) {
  while (const auto next = next_time()) {
    if (*next > Clock::now()) {
      flush_output();
      isolate_.part<Tasks>().sleep_until(*next);
    }
    if (!run_turn(after_task)) return;
  }
}

}  // namespace perry::runtime
