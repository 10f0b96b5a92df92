#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "perry-cc/ir/type.h"
#include "support/base/id_containers.h"

namespace perry::ir {

using VariableId = support::Id<struct VariableTag>;

// Tells the builder how far up a variable's value can be looked for at once, so that SSA
// construction does not walk a long function block by block for each of its variables.
//
// It keeps the dominator tree of the blocks finished so far, and a clock that ticks with every
// write. If nothing was written to a variable between the end of block B and the end of X, which B
// dominates, the variable has the same value at both ends: everything on a way from B to X was
// filled in between. Loops are why this needs care: a block of a loop is also reached from blocks
// filled after it, up to the moment when the loop's header was sealed. So an answer looks at all
// writes up to the seal of the outermost header around X that was entered before it was sealed, and
// never goes past a header that isn't sealed yet.
//
// Where blocks are filled in an order that structured code doesn't have, it says nothing, and the
// builder walks.
class History {
 public:
  void add_block() { blocks_.emplace_back(); }
  void add_variable() { writes_.emplace_back(); }

  // `sources` are the blocks of the edges that lead to it, as far as they exist.
  void on_enter(BlockId block, bool is_sealed, std::span<const BlockId> sources);
  void on_seal(BlockId block, std::span<const BlockId> sources);
  // Nothing is written in it any more.
  void on_end(BlockId block);
  void on_write(VariableId variable) { writes_[variable].push_back(++clock_); }

  // The block highest up in the dominator tree at whose end the variable has the value that it has
  // at the end of `block` (so far): itself if need be.
  BlockId same_value_above(VariableId variable, BlockId block) const;

 private:
  static constexpr uint32_t kNever = UINT32_MAX;
  struct Entry {
    BlockId parent;  // in the dominator tree; none where it isn't known
    BlockId jump;    // an ancestor further up, for logarithmic walks
    uint32_t depth = 0;
    uint32_t start = kNever;  // the clock when it was entered
    uint32_t end = kNever;    // and when it ended
    bool is_open = false;     // entered, but not sealed yet
  };
  struct Interval {
    uint32_t start;
    uint32_t end;
  };

  void link(BlockId block, BlockId parent);
  BlockId meet(BlockId a, BlockId b) const;
  // The block that dominates all sources but those that `block` itself dominates.
  BlockId meet_of(BlockId block, std::span<const BlockId> sources) const;
  bool is_closed_below(BlockId block) const;
  bool is_above(BlockId above, BlockId below) const;
  uint32_t last_change(const Entry& entry) const;
  uint32_t nearest_open(uint32_t time) const;

  support::IdVector<BlockId, Entry> blocks_;
  support::IdVector<VariableId, std::vector<uint32_t>> writes_;
  std::vector<BlockId> open_;         // entered and not sealed, in order of entering
  std::vector<Interval> late_seals_;  // from entering to sealing, apart and in order
  uint32_t clock_ = 0;
  bool irregular_ = false;
};

}  // namespace perry::ir
