#include "perry-cc/ir/dominators.h"

#include <algorithm>

// Immediate dominators after Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a
// Flowgraph" (1979), with path compression: O(edges * log(blocks)) on every graph. The simpler
// iteration over the reverse postorder was rejected: it walks up the tree once for each edge, so a
// handler that many blocks in a row lead to would take quadratic time.
namespace perry::ir {

namespace {

// What a depth-first walk from the entry meets. Numbers are places in `preorder`.
struct Walk {
  std::vector<BlockId> preorder;
  std::vector<uint32_t> parents;
  std::vector<BlockId> postorder;
  std::vector<uint32_t> numbers;  // by block; UINT32_MAX where the walk never came

  explicit Walk(const Function& function) : numbers(function.block_count(), UINT32_MAX) {
    if (function.block_count() == 0) return;
    preorder.reserve(function.block_count());
    parents.reserve(function.block_count());
    postorder.reserve(function.block_count());
    struct Step {
      BlockId block;
      uint32_t next;
    };
    std::vector<Step> stack;
    const auto enter = [&](BlockId block, uint32_t parent) {
      numbers[block.index] = static_cast<uint32_t>(preorder.size());
      preorder.push_back(block);
      parents.push_back(parent);
      stack.push_back({block, 0});
    };
    enter(function.entry(), 0);
    while (!stack.empty()) {
      Step& step = stack.back();
      const EdgeId edge = function.successor(step.block, step.next++);
      if (edge.is_none()) {
        postorder.push_back(step.block);
        stack.pop_back();
        continue;
      }
      const BlockId target = function.edge(edge).target;
      if (numbers[target.index] == UINT32_MAX) enter(target, numbers[step.block.index]);
    }
  }
};

// The forest of blocks seen so far; answers with the block of least semidominator on the way up.
class Forest {
 public:
  explicit Forest(uint32_t count) : ancestors_(count, UINT32_MAX), labels_(count), semi_(count) {
    for (uint32_t i = 0; i < count; i++) labels_[i] = semi_[i] = i;
  }

  uint32_t semi(uint32_t i) const { return semi_[i]; }
  void set_semi(uint32_t i, uint32_t semi) { semi_[i] = semi; }
  void link(uint32_t parent, uint32_t child) { ancestors_[child] = parent; }
  uint32_t least(uint32_t i) {
    if (ancestors_[i] == UINT32_MAX) return labels_[i];
    // Everything on the way gets the tree's root as its ancestor, from the top down.
    path_.clear();
    for (uint32_t at = i; ancestors_[ancestors_[at]] != UINT32_MAX; at = ancestors_[at])
      path_.push_back(at);
    for (size_t p = path_.size(); p-- > 0;) {
      const uint32_t at = path_[p];
      const uint32_t above = ancestors_[at];
      if (semi_[labels_[above]] < semi_[labels_[at]]) labels_[at] = labels_[above];
      ancestors_[at] = ancestors_[above];
    }
    return labels_[i];
  }

 private:
  std::vector<uint32_t> ancestors_;
  std::vector<uint32_t> labels_;
  std::vector<uint32_t> semi_;
  std::vector<uint32_t> path_;
};

// Immediate dominators by number; the entry's is itself.
std::vector<uint32_t> immediate_dominators(const Function& function, const Walk& walk) {
  const auto count = static_cast<uint32_t>(walk.preorder.size());
  const Predecessors predecessors(function);
  Forest forest(count);
  std::vector<uint32_t> parents(count);
  // Blocks by their semidominator, as linked lists.
  std::vector<uint32_t> first_of(count, UINT32_MAX);
  std::vector<uint32_t> next_of(count, UINT32_MAX);
  for (uint32_t i = count; i-- > 1;) {
    for (const EdgeId e : predecessors.of(walk.preorder[i])) {
      const uint32_t from = walk.numbers[function.edge(e).source.index];
      if (from == UINT32_MAX) continue;
      forest.set_semi(i, std::min(forest.semi(i), forest.semi(forest.least(from))));
    }
    next_of[i] = first_of[forest.semi(i)];
    first_of[forest.semi(i)] = i;
    const uint32_t parent = walk.parents[i];
    forest.link(parent, i);
    for (uint32_t v = first_of[parent]; v != UINT32_MAX; v = next_of[v]) {
      const uint32_t least = forest.least(v);
      parents[v] = forest.semi(least) < forest.semi(v) ? least : parent;
    }
    first_of[parent] = UINT32_MAX;
  }
  for (uint32_t i = 1; i < count; i++)
    if (parents[i] != forest.semi(i)) parents[i] = parents[parents[i]];
  return parents;
}

}  // namespace

std::vector<BlockId> reverse_postorder(const Function& function) {
  std::vector<BlockId> order = Walk(function).postorder;
  std::reverse(order.begin(), order.end());
  return order;
}

Predecessors::Predecessors(const Function& function) : starts_(function.block_count() + 1) {
  for (const BlockId block : function.blocks())
    function.each_edge(block, [&](EdgeId e) { starts_[function.edge(e).target.index + 1]++; });
  for (size_t i = 1; i < starts_.size(); i++) starts_[i] += starts_[i - 1];
  edges_.resize(starts_.back());
  std::vector<uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (const BlockId block : function.blocks())
    function.each_edge(block, [&](EdgeId e) { edges_[next[function.edge(e).target.index]++] = e; });
}

Dominators::Dominators(const Function& function) : nodes_(function.block_count()) {
  const Walk walk(function);
  order_.assign(walk.postorder.rbegin(), walk.postorder.rend());
  if (order_.empty()) return;
  for (uint32_t i = 0; i < order_.size(); i++) nodes_[order_[i]].order = i;
  const std::vector<uint32_t> parents = immediate_dominators(function, walk);
  for (uint32_t i = 1; i < parents.size(); i++)
    nodes_[walk.preorder[i]].parent = walk.preorder[parents[i]];
  number_tree();
}

// Sizes of subtrees from the bottom up, then places from the top down: in the reverse postorder
// parents come first.
void Dominators::number_tree() {
  std::vector<uint32_t> sizes(order_.size(), 1);
  for (auto i = static_cast<uint32_t>(order_.size()); i-- > 1;)
    sizes[nodes_[nodes_[order_[i]].parent].order] += sizes[i];
  std::vector<uint32_t> next(order_.size());
  for (uint32_t i = 0; i < order_.size(); i++) {
    Node& node = nodes_[order_[i]];
    if (i == 0) {
      node.number = 0;
    } else {
      const Node& parent = nodes_[node.parent];
      node.number = next[parent.order];
      next[parent.order] += sizes[i];
      node.depth = parent.depth + 1;
    }
    next[i] = node.number + 1;
    node.last = node.number + sizes[i] - 1;
  }
}

}  // namespace perry::ir
