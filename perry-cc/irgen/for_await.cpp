#include "perry-cc/irgen/generator.h"

namespace perry::irgen {

void FunctionGenerator::for_await(NodeId id) { unsupported(id, "`for await`"); }

}  // namespace perry::irgen
