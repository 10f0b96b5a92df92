#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace perry::support {

// Where time went: spans with a name, kept in memory and written at the end as a Chrome trace (for
// chrome://tracing, Perfetto, speedscope) or summed up by name. Several threads may add to it.
// Code that is timed takes a `Trace*`, which is null when nobody asked.
class Trace {
 public:
  // Nanoseconds from an arbitrary start; tests bring their own.
  using Clock = int64_t (*)();

  explicit Trace(Clock clock = steady_clock_ns);

  struct Event {
    std::string name;
    std::string detail;
    int64_t start_ns = 0;
    int64_t duration_ns = 0;
    // Small numbers in the order in which threads were first seen.
    uint32_t thread = 0;
  };

  struct Total {
    std::string name;
    int64_t duration_ns = 0;
    uint64_t count = 0;
  };

  int64_t now() const { return clock_(); }
  void add(std::string_view name, std::string_view detail, int64_t start_ns, int64_t end_ns);

  // Time since the Trace was made.
  std::vector<Event> events() const;
  // By name, in order of first appearance. Nested phases count in each of their levels.
  std::vector<Total> totals() const;
  // The JSON object format of Chrome's trace events.
  std::string to_chrome_json(std::string_view process_name) const;

  static int64_t steady_clock_ns();

 private:
  Clock clock_;
  int64_t origin_ns_;
  mutable std::mutex mutex_;
  std::vector<std::thread::id> threads_;
  std::vector<Event> events_;
};

// Times the enclosing block. Without a trace it costs a comparison with null. The texts must
// outlive the object.
class [[nodiscard]] Phase {
 public:
  Phase(Trace* trace, std::string_view name, std::string_view detail = {}) : trace_(trace) {
    if (trace_ != nullptr) [[unlikely]] {
      name_ = name;
      detail_ = detail;
      start_ns_ = trace_->now();
    }
  }
  Phase(const Phase&) = delete;
  Phase& operator=(const Phase&) = delete;
  ~Phase() {
    if (trace_ != nullptr) [[unlikely]]
      trace_->add(name_, detail_, start_ns_, trace_->now());
  }

 private:
  Trace* trace_;
  std::string_view name_;
  std::string_view detail_;
  int64_t start_ns_ = 0;
};

}  // namespace perry::support
