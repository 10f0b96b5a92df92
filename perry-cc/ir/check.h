#pragma once

#include <string>

#include "perry-cc/ir/function.h"

namespace perry::ir {

// Whether an instruction agrees with its row of ops.def: how many operands, of which types, a
// result that is the row's or narrower, an immediate in range. Empty, or what is wrong with it.
std::string explain_misfit(const Function& function, ValueId id);

}  // namespace perry::ir
