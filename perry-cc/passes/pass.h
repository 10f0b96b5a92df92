#pragma once

#include "perry-cc/ir/ir.h"

namespace perry::passes {

// Each pass changes one function and leaves it valid; true if it changed anything. Functions that
// it adds to the module are finished: no pass runs over them. passes.def says
// what they do, and in what order the compiler runs them.
using Pass = bool (*)(ir::Module& module, ir::Function& function);

#define PASS(function, name) bool function(ir::Module& module, ir::Function& body);
#include "perry-cc/passes/passes.def"

}  // namespace perry::passes
