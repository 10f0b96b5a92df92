#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/project/project.h"
#include "generator/report/cache_summary.h"
#include "generator/report/ninja_files.h"
#include "generator/report/run_ninja.h"
#include "support/base/file_system.h"

// What a build did, for machines. docs/formats/build-report.md describes both files.
namespace perry::generator {

// The part of .ninja_log that this build wrote.
using EdgeTimes = std::map<std::string, EdgeTime, std::less<>>;
EdgeTimes times_since(const EdgeTimes& before, const EdgeTimes& now);

struct ReportInput {
  const Project* project;
  const BuildOutcome* outcome;
  std::vector<BuildEdge> edges;  // of build.ninja as it is now
  EdgeTimes times;               // of those that ran
  std::string changes;           // why modules were compiled: JSON, as the scan printed it
  CacheSummary cache;
};

// One JSON object and a line's end.
std::string make_build_report(const ReportInput& input, support::FileSystem& files);

// A phase of this program, in nanoseconds since it started.
struct Phase {
  std::string name;
  int64_t start_ns = 0;
  int64_t end_ns = 0;
};

struct TraceInput {
  std::vector<Phase> phases;
  std::string scan;  // the trace that perry-scan wrote; may be empty
  int64_t scan_start_ns = 0;
  std::vector<BuildEdge> edges;
  EdgeTimes times;
  int64_t ninja_start_ns = 0;
};

// A Chrome trace.
std::string make_build_trace(const TraceInput& input);

}  // namespace perry::generator
