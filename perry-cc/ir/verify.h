#pragma once

#include <string>
#include <vector>

#include "perry-cc/ir/module.h"

namespace perry::ir {

// One place where a module breaks the rules of the IR.
struct Fault {
  FunctionId function;
  BlockId block;
  ValueId value;  // none where a whole block or function is at fault
  std::string message;
};

// All rules of docs/ir.md: types, dominance, edges and their arguments, what may throw where,
// references to the module's tables. Finds at most `limit` faults a function; near linear.
std::vector<Fault> verify_function(const Module& module, FunctionId id, size_t limit = 8);
std::vector<Fault> verify(const Module& module);

// "function 2 `name`, block3, v7 = add.double: operand 1 is Boxed instead of Double"
std::string fault_text(const Module& module, const Fault& fault);

}  // namespace perry::ir
