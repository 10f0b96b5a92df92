#pragma once

#include "frontend/module/request.h"
#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"

namespace perry::scan {

// All that the module's object may depend on, and nothing else: who imports it, in which order it
// is evaluated, and which barrels its own imports came through are left out.
frontend::CompileRequest make_request(const Graph& graph, Exports& exports, ModuleIndex index,
                                      const BuildSettings& settings);

}  // namespace perry::scan
