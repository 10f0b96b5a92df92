#pragma once

#include <string>
#include <vector>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"
#include "support/base/file_system.h"
#include "support/base/hash256.h"

namespace perry::scan {

struct Outputs {
  size_t requests = 0;                      // modules that are compiled
  size_t requests_written = 0;              // those whose key is new here
  std::string ninja_file;                   // the text that build.ninja is to have
  std::vector<support::Hash256> keys;       // of the requests, by module
  std::vector<support::Hash256> plan_keys;  // by program
};

// Writes the requests and the plans, each under its contents' name, and removes those that neither
// the build.ninja that there is nor the new one names. So whenever it is interrupted, build.ninja
// finds everything that it names, and to replace it is the very last thing that a scan has to do:
// Ninja deletes it when it is interrupted between that and the scan's end.
support::FsResult<Outputs> write_outputs(const Graph& graph, Exports& exports,
                                         const BuildSettings& settings,
                                         std::vector<std::string> watched,
                                         support::FileSystem& files);

}  // namespace perry::scan
