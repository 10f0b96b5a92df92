#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/edge_log.h"
#include "support/base/file_system.h"

// What the object cache did for a build, from what its steps have noted.
namespace perry::generator {

struct CacheSummary {
  bool is_used = false;
  uint64_t hits = 0;
  uint64_t misses = 0;
  uint64_t stores = 0;
  uint64_t bytes_read = 0;
  uint64_t bytes_written = 0;
  uint64_t errors = 0;
  std::string problem;                        // the first
  std::vector<support::EdgeRecord> compiles;  // in the order in which they ended
};

// Where the log ends now; a later summary begins there.
uint64_t mark_edge_log(support::FileSystem& files, const std::string& build);
CacheSummary summarize_cache(support::FileSystem& files, const std::string& build, uint64_t mark);
// One line.
std::string describe(const CacheSummary& summary);

// When and how the object of a source, or a certain object, was last made; a line, or nothing.
std::string describe_last_compile(support::FileSystem& files, const std::string& build,
                                  std::string_view subject);

}  // namespace perry::generator
