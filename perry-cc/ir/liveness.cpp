#include "perry-cc/ir/liveness.h"

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/uses.h"

namespace perry::ir {

Liveness::Liveness(const Function& function) : live_in_(function.block_count()) {
  const Predecessors predecessors(function);
  const Uses uses(function);
  std::vector<BlockId> work;
  // Values one after the other, so the last entry of a list tells whether it holds the value.
  for (uint32_t n = 0; n < function.value_count(); n++) {
    const ValueId value(n);
    const BlockId home = function[value].block;
    if (home.is_none()) continue;
    const auto need_at_start = [&](BlockId block) {
      auto& list = live_in_[block.index];
      if (!list.empty() && list.back() == value) return;
      list.push_back(value);
      work.push_back(block);
    };
    for (const Use& use : uses.of(value)) {
      const BlockId block = use.edge ? function.edge(use.edge).source : function[use.user].block;
      if (block != home) need_at_start(block);
    }
    while (!work.empty()) {
      const BlockId block = work.back();
      work.pop_back();
      for (const EdgeId e : predecessors.of(block)) {
        const BlockId from = function.edge(e).source;
        if (from != home) need_at_start(from);
      }
    }
  }
}

}  // namespace perry::ir
