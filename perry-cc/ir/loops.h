#pragma once

#include <cstdint>
#include <vector>

#include "perry-cc/ir/dominators.h"

namespace perry::ir {

using LoopId = support::Id<struct LoopTag>;

// A natural loop: the blocks from which an edge back to `header` can be reached without leaving
// what the header dominates.
struct Loop {
  BlockId header;
  LoopId parent;       // the innermost loop around it
  uint32_t depth = 1;  // loops around its blocks, itself included
};

// The loops of a function, inner ones before those around them. Near linear.
class Loops {
 public:
  Loops(const Function& function, const Dominators& dominators);

  const std::vector<Loop>& all() const { return loops_; }
  const Loop& operator[](LoopId id) const { return loops_[id.index]; }
  // The innermost loop that holds the block.
  LoopId of(BlockId block) const { return innermost_[block.index]; }
  uint32_t depth(BlockId block) const {
    const LoopId id = of(block);
    return id ? loops_[id.index].depth : 0;
  }
  bool contains(LoopId loop, BlockId block) const;
  // The loop that has this block as its header.
  LoopId headed_by(BlockId block) const {
    const LoopId id = of(block);
    return id && loops_[id.index].header == block ? id : LoopId();
  }

 private:
  std::vector<Loop> loops_;
  std::vector<LoopId> innermost_;
};

}  // namespace perry::ir
