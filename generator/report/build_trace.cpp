#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "generator/report/build_report.h"
#include "support/base/json_writer.h"
#include "support/json/json.h"

// One Chrome trace of several processes: this program's phases, the scan's, and Ninja's edges.
// Ninja does not say which edges ran side by side in which place, so each takes the first free
// line.
namespace perry::generator {

namespace {

using support::JsonDialect;
using support::JsonDocument;
using support::JsonId;
using support::JsonWriter;

constexpr int64_t kNsPerMs = 1'000'000;
enum Process : int64_t { kPerry = 1, kScan = 2, kNinja = 3 };

class TraceMaker {
 public:
  explicit TraceMaker(const TraceInput& input) : input_(input), json_(out_) {}
  std::string run();

 private:
  void name_process(int64_t process, std::string_view name);
  void add_event(int64_t process, int64_t thread, std::string_view name, int64_t start_ns,
                 int64_t duration_ns, std::string_view detail = {});
  void add_scan();
  void add_edges();
  // Microseconds with three decimals: whole nanoseconds.
  void add_time(std::string_view key, int64_t ns);

  const TraceInput& input_;
  std::string out_;
  JsonWriter json_;
};

void TraceMaker::name_process(int64_t process, std::string_view name) {
  json_.begin_object();
  json_.member("ph", "M");
  json_.member("pid", process);
  json_.member("name", "process_name");
  json_.key("args");
  json_.begin_object();
  json_.member("name", name);
  json_.end_object();
  json_.end_object();
}

void TraceMaker::add_time(std::string_view key, int64_t ns) {
  json_.key(key);
  json_.number(ns / 1000);
}

void TraceMaker::add_event(int64_t process, int64_t thread, std::string_view name, int64_t start_ns,
                           int64_t duration_ns, std::string_view detail) {
  json_.begin_object();
  json_.member("ph", "X");
  json_.member("pid", process);
  json_.member("tid", thread);
  json_.member("name", name);
  add_time("ts", start_ns);
  add_time("dur", duration_ns);
  if (!detail.empty()) {
    json_.key("args");
    json_.begin_object();
    json_.member("detail", detail);
    json_.end_object();
  }
  json_.end_object();
}

void TraceMaker::add_scan() {
  JsonDocument scan;
  if (scan.parse(input_.scan, JsonDialect::Strict)) return;
  const JsonId events = scan.find(scan.root(), "traceEvents");
  if (!events) return;
  name_process(kScan, "perry-scan");
  const auto ns_of = [&](JsonId event, std::string_view key) {
    const JsonId value = scan.find(event, key);
    return value ? static_cast<int64_t>(
                       std::strtod(std::string(scan.string(value)).c_str(), nullptr) * 1000)
                 : 0;
  };
  for (JsonId event = scan.first_child(events); event; event = scan.next(event))
    if (scan.find_string(event, "ph") == "X")
      add_event(kScan, 1, scan.find_string(event, "name").value_or(""),
                input_.scan_start_ns + ns_of(event, "ts"), ns_of(event, "dur"));
}

void TraceMaker::add_edges() {
  struct Run {
    const BuildEdge* edge;
    EdgeTime time;
  };
  std::vector<Run> runs;
  for (const BuildEdge& edge : input_.edges)
    if (const auto time = input_.times.find(edge.output); time != input_.times.end())
      runs.push_back({&edge, time->second});
  if (runs.empty()) return;
  name_process(kNinja, "ninja");
  std::ranges::sort(runs, {},
                    [](const Run& run) { return std::pair(run.time.start_ms, run.time.end_ms); });
  std::vector<int64_t> free_at;
  for (const Run& run : runs) {
    auto lane =
        std::ranges::find_if(free_at, [&](int64_t end) { return end <= run.time.start_ms; });
    if (lane == free_at.end()) lane = free_at.insert(lane, 0);
    *lane = run.time.end_ms;
    add_event(kNinja, lane - free_at.begin() + 1, run.edge->rule + " " + run.edge->subject,
              input_.ninja_start_ns + run.time.start_ms * kNsPerMs,
              (run.time.end_ms - run.time.start_ms) * kNsPerMs, run.edge->output);
  }
}

std::string TraceMaker::run() {
  json_.begin_object();
  json_.member("displayTimeUnit", "ms");
  json_.key("traceEvents");
  json_.begin_array();
  name_process(kPerry, "perry");
  for (const Phase& phase : input_.phases)
    add_event(kPerry, 1, phase.name, phase.start_ns, phase.end_ns - phase.start_ns);
  add_scan();
  add_edges();
  json_.end_array();
  json_.end_object();
  return std::move(out_) + "\n";
}

}  // namespace

std::string make_build_trace(const TraceInput& input) { return TraceMaker(input).run(); }

}  // namespace perry::generator
