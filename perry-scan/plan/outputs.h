#pragma once

#include <string>
#include <vector>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"
#include "support/base/file_system.h"

namespace perry::scan {

struct OutputCounts {
  size_t requests = 0;          // modules that are compiled
  size_t requests_written = 0;  // those whose key is new here
  bool is_ninja_file_new = false;
};

// Writes the requests, the plans and build.ninja. In that order, and each under its contents' name
// first: whenever it is interrupted, the build.ninja that there is finds everything it names. What
// nothing names any more is removed at the end.
support::FsResult<OutputCounts> write_outputs(const Graph& graph, Exports& exports,
                                              const BuildSettings& settings,
                                              std::vector<std::string> watched,
                                              support::FileSystem& files);

}  // namespace perry::scan
