#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "perry-cc/ir/function.h"
#include "support/base/id_containers.h"

namespace perry::ir {

// The blocks that can be reached from the entry, each behind all that dominate it: predecessors
// stand first but for the back edges of loops.
std::vector<BlockId> reverse_postorder(const Function& function);

// The edges that lead to each block, from blocks that aren't removed.
class Predecessors {
 public:
  explicit Predecessors(const Function& function);
  std::span<const EdgeId> of(BlockId block) const {
    return {edges_.data() + starts_[block.index], edges_.data() + starts_[block.index + 1]};
  }

 private:
  std::vector<uint32_t> starts_;
  std::vector<EdgeId> edges_;
};

// The dominator tree, numbered so that each question takes constant time.
class Dominators {
 public:
  explicit Dominators(const Function& function);

  const std::vector<BlockId>& order() const { return order_; }
  bool is_reachable(BlockId block) const { return nodes_[block].number != kNowhere; }
  // None for the entry and for what can't be reached.
  BlockId parent(BlockId block) const { return nodes_[block].parent; }
  uint32_t depth(BlockId block) const { return nodes_[block].depth; }
  // Every block dominates itself. False where either can't be reached.
  bool dominates(BlockId above, BlockId below) const {
    const Node& a = nodes_[above];
    const Node& b = nodes_[below];
    return a.number != kNowhere && b.number != kNowhere && a.number <= b.number &&
           b.number <= a.last;
  }
  // Place in `order()`.
  uint32_t order_of(BlockId block) const { return nodes_[block].order; }

 private:
  static constexpr uint32_t kNowhere = UINT32_MAX;
  struct Node {
    BlockId parent;
    uint32_t number = kNowhere;  // preorder in the tree
    uint32_t last = 0;           // the largest number below
    uint32_t depth = 0;
    uint32_t order = kNowhere;
  };
  void number_tree();

  std::vector<BlockId> order_;
  support::IdVector<BlockId, Node> nodes_;
};

}  // namespace perry::ir
