#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "perry-cc/ir/ir.h"
#include "perry-cc/passes/constant.h"

namespace perry::passes::testing {

// Runs graphs over values that are no objects, to compare a graph with what passes make of it.
// Calls log their arguments and return what `inputs` gives next, or throw; so does whatever else
// may run JavaScript and isn't decided by its operands.
struct Run {
  std::vector<std::string> log;
  bool ended = false;
};
struct Inputs {
  std::vector<Constant> values;  // given in turn, over and over
  std::vector<bool> throws;      // likewise
};
Run run(ir::Module& module, const ir::Function& function, const Inputs& inputs, uint32_t blocks);

// A random function: loops with counters, branches, handlers, variables in SSA values, in boxes and
// in module bindings.
void build_random(ir::Module& module, ir::Function& function, std::mt19937& random);
Constant random_constant(ir::Module& module, std::mt19937& random);

}  // namespace perry::passes::testing
