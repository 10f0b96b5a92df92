#pragma once

#include <optional>
#include <vector>

#include "perry-cc/ir/ir.h"

namespace perry::passes {

// A function that is nothing but arithmetic where the parameters it uses are numbers: then it runs
// no other code, throws nothing and touches no object, and a copy of its body does what a call
// does.
struct Arithmetic {
  std::vector<ir::ValueId> parameters;  // the operations that read them
  bool gives_number = true;             // always
};

// None: the function is something else, or big.
std::optional<Arithmetic> arithmetic_of(const ir::Function& function);

}  // namespace perry::passes
