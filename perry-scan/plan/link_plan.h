#pragma once

#include <vector>

#include "frontend/module/link_plan.h"
#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"

namespace perry::scan {

// One program: what is reachable from an entry.
struct Program {
  std::string name;
  std::vector<ModuleIndex> modules;  // sorted by id
  frontend::LinkPlan plan;
};

std::vector<Program> make_programs(const Graph& graph, Exports& exports,
                                   const BuildSettings& settings);

}  // namespace perry::scan
