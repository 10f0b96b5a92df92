#include "generator/report/cache_summary.h"

#include <ctime>
#include <optional>

#include "generator/report/amounts.h"
#include "support/base/path.h"
#include "support/store/settings.h"

namespace perry::generator {

namespace {

using support::EdgeRecord;

std::string edge_log(const std::string& build) { return support::join_path(build, "edges.log"); }

std::string describe(const EdgeRecord& record) {
  constexpr uint64_t kMicro = 1'000'000;
  constexpr uint64_t kMilli = 1000;
  const auto ended = static_cast<int64_t>((record.start_us + record.duration_us) / kMicro);
  const std::string when = amount_of_time(std::time(nullptr) - ended) + " ago";
  const std::string time = std::to_string((record.duration_us + kMilli - 1) / kMilli) + " ms";
  if (record.outcome == "cached")
    return "taken from the cache (" + record.tier + ") " + when + ", in " + time;
  if (record.outcome == "failed") return "failed to compile " + when;
  return "compiled " + when + ", in " + time + ", and " +
         (record.stores > 0 ? "kept" : "not kept") + " in the cache";
}

}  // namespace

uint64_t mark_edge_log(support::FileSystem& files, const std::string& build) {
  const auto stat = files.stat(edge_log(build));
  return stat ? stat->size : 0;
}

CacheSummary summarize_cache(support::FileSystem& files, const std::string& build, uint64_t mark) {
  CacheSummary summary;
  if (const auto text = files.read_file(support::join_path(build, "cache.conf"))) {
    const auto settings = support::read_settings(*text);
    summary.is_used = settings && settings->is_enabled();
  }
  const auto log = files.read_file(edge_log(build));
  if (!log) return summary;
  // A scan may have begun the log anew.
  const std::string_view text = *log;
  for (EdgeRecord& edge : support::read_edges(text.substr(mark <= text.size() ? mark : 0))) {
    if (edge.kind != "cc") continue;
    const bool is_hit = edge.outcome == "cached";
    (is_hit ? summary.hits : summary.misses)++;
    if (is_hit) summary.bytes_read += edge.bytes;
    if (edge.stores > 0 && !is_hit) summary.bytes_written += edge.bytes;
    summary.stores += edge.stores;
    summary.errors += edge.errors;
    if (summary.problem.empty()) summary.problem = edge.problem;
    summary.compiles.push_back(std::move(edge));
  }
  return summary;
}

std::string describe(const CacheSummary& summary) {
  if (!summary.is_used) return "cache: not used\n";
  std::string text = "cache: " + std::to_string(summary.hits) + "/" +
                     std::to_string(summary.hits + summary.misses) + " hit (" +
                     std::to_string(summary.misses) + (summary.misses == 1 ? " miss" : " misses") +
                     "), " + amount_of(summary.stores, "object") + " stored, " +
                     amount_of_bytes(summary.bytes_read) + " read, " +
                     amount_of_bytes(summary.bytes_written) + " written";
  if (summary.errors > 0) text += ", " + amount_of(summary.errors, "error");
  return text + "\n";
}

std::string describe_last_compile(support::FileSystem& files, const std::string& build,
                                  std::string_view subject) {
  const auto log = files.read_file(edge_log(build));
  if (!log) return {};
  std::optional<EdgeRecord> last;
  for (EdgeRecord& record : support::read_edges(*log))
    if (record.kind == "cc" && record.name == subject) last = std::move(record);
  if (!last) return {};
  std::string text = "  " + describe(*last) + "\n";
  if (!last->problem.empty()) text += "  the cache reported: " + last->problem + "\n";
  return text;
}

}  // namespace perry::generator
