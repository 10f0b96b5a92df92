#include "perry-cc/ir/loops.h"

// Headers are taken from the inside out (the reverse of the reverse postorder). From each back edge
// we walk backwards up to the header; a block that belongs to a loop already stands for that whole
// loop, and the walk goes on from the outermost one found so far. So each block is entered once,
// and each loop once more for the loop around it.
namespace perry::ir {

Loops::Loops(const Function& function, const Dominators& dominators)
    : innermost_(function.block_count()) {
  const Predecessors predecessors(function);
  const auto& order = dominators.order();
  std::vector<uint32_t> outermost;  // of a loop, as far as known; with path compression
  const auto find_outermost = [&](uint32_t loop) {
    while (outermost[loop] != loop) {
      outermost[loop] = outermost[outermost[loop]];
      loop = outermost[loop];
    }
    return loop;
  };
  std::vector<BlockId> work;
  for (size_t i = order.size(); i-- > 0;) {
    const BlockId header = order[i];
    work.clear();
    for (const EdgeId e : predecessors.of(header))
      if (dominators.dominates(header, function.edge(e).source))
        work.push_back(function.edge(e).source);
    if (work.empty()) continue;
    const auto number = static_cast<uint32_t>(loops_.size());
    loops_.push_back({.header = header, .parent = LoopId(), .depth = 1});
    outermost.push_back(number);
    innermost_[header.index] = LoopId(number);
    while (!work.empty()) {
      const BlockId block = work.back();
      work.pop_back();
      BlockId from = block;
      if (const LoopId inner = innermost_[block.index]) {
        const uint32_t outer = find_outermost(inner.index);
        if (outer == number) continue;
        outermost[outer] = number;
        loops_[outer].parent = LoopId(number);
        from = loops_[outer].header;
      } else {
        innermost_[block.index] = LoopId(number);
      }
      for (const EdgeId e : predecessors.of(from))
        if (dominators.is_reachable(function.edge(e).source))
          work.push_back(function.edge(e).source);
    }
  }
  for (size_t i = loops_.size(); i-- > 0;)
    if (loops_[i].parent) loops_[i].depth = loops_[loops_[i].parent.index].depth + 1;
}

bool Loops::contains(LoopId loop, BlockId block) const {
  LoopId at = of(block);
  while (at && loops_[at.index].depth > loops_[loop.index].depth) at = loops_[at.index].parent;
  return at == loop;
}

}  // namespace perry::ir
