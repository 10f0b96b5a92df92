#pragma once

#include "perry-scan/graph/graph.h"

namespace perry::scan {

// Sets `component` and `is_in_cycle`: the strongly connected components of declarations. Numbered
// so that a component's targets have smaller numbers.
void find_cycles(Graph& graph);

}  // namespace perry::scan
