#pragma once

#include <string_view>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/graph/reports.h"

namespace perry::scan {

// Reports imported names that nothing stands behind, and names exported again that lead nowhere.
void check_names(const Graph& graph, Exports& exports, Reports& reports);

}  // namespace perry::scan
