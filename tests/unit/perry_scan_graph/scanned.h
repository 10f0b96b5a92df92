#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "perry-scan/database/sources.h"
#include "perry-scan/graph/builder.h"
#include "perry-scan/graph/check.h"
#include "perry-scan/graph/exports.h"
#include "perry-scan/plan/settings.h"
#include "perry-scan/resolve/resolver.h"
#include "support/base/memory_file_system.h"

namespace perry::scan {

// The graph of files in memory below /p, whose entry is /p/main.ts unless said otherwise.
class Scanned {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;

  explicit Scanned(const Files& contents, std::string_view root = "/p");

  ModuleIndex find(std::string_view source_path) const;
  const std::string& id(std::string_view source_path) const { return graph[find(source_path)].id; }

  support::MemoryFileSystem files;
  Resolver resolver;
  Sources sources;
  Reports reports;
  WatchedFacts watched;
  Graph graph;
  std::unique_ptr<Exports> exports;
  BuildSettings settings;
};

}  // namespace perry::scan
