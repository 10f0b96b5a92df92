#pragma once

#include <string>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"

namespace perry::scan {

// The modules in order of discovery, each with where its specifiers lead, what its imported names
// stand for, and the names of its namespace object if anybody needs that.
std::string dump_graph(const Graph& graph, Exports& exports, const BuildSettings& settings);

}  // namespace perry::scan
