#include "support/base/trace.h"

#include <algorithm>
#include <chrono>

#include "support/base/json_writer.h"

namespace perry::support {

namespace {

// Chrome counts in microseconds and accepts fractions.
std::string microseconds(int64_t ns) {
  std::string fraction = std::to_string(ns % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return std::to_string(ns / 1000) + '.' + fraction;
}

void append_event(std::string& out, const Trace::Event& event) {
  out += R"({"ph":"X","pid":1,"tid":)";
  out += std::to_string(event.thread);
  out += R"(,"ts":)";
  out += microseconds(event.start_ns);
  out += R"(,"dur":)";
  out += microseconds(event.duration_ns);
  out += R"(,"name":)";
  append_json_string(out, event.name);
  if (!event.detail.empty()) {
    out += R"(,"args":{"detail":)";
    append_json_string(out, event.detail);
    out += '}';
  }
  out += '}';
}

}  // namespace

Trace::Trace(Clock clock) : clock_(clock), origin_ns_(clock()) {}

int64_t Trace::steady_clock_ns() {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since_start).count();
}

void Trace::add(std::string_view name, std::string_view detail, int64_t start_ns, int64_t end_ns) {
  const std::lock_guard lock(mutex_);
  auto thread = std::find(threads_.begin(), threads_.end(), std::this_thread::get_id());
  if (thread == threads_.end()) thread = threads_.insert(thread, std::this_thread::get_id());
  const uint32_t number = static_cast<uint32_t>(thread - threads_.begin()) + 1;
  events_.push_back({std::string(name), std::string(detail), start_ns - origin_ns_,
                     std::max<int64_t>(end_ns - start_ns, 0), number});
}

std::vector<Trace::Event> Trace::events() const {
  const std::lock_guard lock(mutex_);
  return events_;
}

std::vector<Trace::Total> Trace::totals() const {
  const std::lock_guard lock(mutex_);
  std::vector<Total> totals;
  for (const Event& event : events_) {
    auto total = std::ranges::find(totals, event.name, &Total::name);
    if (total == totals.end()) total = totals.insert(total, {event.name, 0, 0});
    total->duration_ns += event.duration_ns;
    total->count++;
  }
  return totals;
}

std::string Trace::to_chrome_json(std::string_view process_name) const {
  std::string out =
      R"({"displayTimeUnit":"ms","traceEvents":[{"ph":"M","pid":1,"name":"process_name","args":{"name":)";
  append_json_string(out, process_name);
  out += "}}";
  for (const Event& event : events()) {
    out += ",\n";
    append_event(out, event);
  }
  out += "]}\n";
  return out;
}

}  // namespace perry::support
