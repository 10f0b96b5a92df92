#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "perry-cc/ir/function.h"

namespace perry::ir {

// The values that are needed at the start of each block without being made there. The lists are as
// long as the answer is, and the work is linear in them: from each use we walk backwards to the
// value's definition and stop where the value is known to be live.
class Liveness {
 public:
  explicit Liveness(const Function& function);
  // In order of their ids.
  std::span<const ValueId> live_in(BlockId block) const { return live_in_[block.index]; }

 private:
  std::vector<std::vector<ValueId>> live_in_;
};

}  // namespace perry::ir
