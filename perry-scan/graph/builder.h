#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/database/sources.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/graph/reports.h"
#include "perry-scan/resolve/package_policy.h"
#include "perry-scan/resolve/resolver.h"

namespace perry::scan {

struct GraphEntry {
  std::string path;  // absolute
  // A script says so; of other files it is found.
  frontend::ModuleKind kind = frontend::ModuleKind::Module;
};

struct GraphInput {
  std::string root;  // absolute, free of links
  std::vector<std::vector<GraphEntry>> programs;
  std::vector<std::string> builtins;  // those that there are: `node:fs`
  // What is left out of the program, as specifiers are written: `fsevents`, or `aws-sdk/*` with
  // all below it.
  std::vector<std::string> externals;
};

// Everything that the graph was made from, for the build tool to watch. Sorted, each once.
struct WatchedFacts {
  std::vector<Fact> facts;
};

// Finds all modules from the entries on: breadth first, each file read once. What goes wrong is
// reported, and the graph goes as far as it can.
Graph build_graph(const GraphInput& input, Resolver& resolver, Sources& sources, Reports& reports,
                  WatchedFacts& watched);

}  // namespace perry::scan
