#pragma once

#include <cstdint>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"

// TypeScript keeps imports for the metadata of decorated classes alone, but only of what has a
// value at run time: an imported class, not an interface. Which it is takes the other module to
// tell. So the graph follows them all, asking for what may not be there, and takes those back that
// led to types.
namespace perry::scan {

// Whether the request is there for the sake of such names and nothing else.
bool is_for_metadata(const GraphModule& module, uint32_t request);

void take_back_types(Graph& graph, Exports& exports);

}  // namespace perry::scan
