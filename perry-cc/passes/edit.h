#pragma once

#include "perry-cc/ir/ir.h"

namespace perry::passes {

// The instruction before which a conversion of one of the edge's arguments may stand. Where only
// the edge itself is left (the argument is what a protected block makes last), a new block is put
// on it, and `edge` becomes the one that passes the arguments.
ir::ValueId place_for_conversion(ir::Function& function, ir::EdgeId& edge, ir::ValueId argument);

}  // namespace perry::passes
