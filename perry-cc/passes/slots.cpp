#include <algorithm>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/suspension.h"
#include "perry-cc/passes/vocabulary.h"

// Slots of a frame. A value needs its slot from where it is made to the last suspension that keeps
// it, on every way: that is liveness with the suspensions as the only uses. In SSA form such
// lifetimes are subtrees of the dominator tree, so giving each value the lowest slot that is free
// where it is made, dominating blocks first, takes as few slots as can be. Linear in the lists of
// values that need their slots where blocks begin.
namespace perry::passes {

using ir::FrameSlots;
using ir::Predecessors;

namespace {

using Lists = std::vector<std::vector<ValueId>>;

// By block: the values whose slots are needed where it begins.
Lists needed_at_start(const Function& body, const std::vector<Suspension>& suspensions,
                      const support::IdMap<ValueId, Keep>& keep) {
  struct Use {
    ValueId value;
    BlockId block;
  };
  std::vector<Use> uses;
  for (const Suspension& s : suspensions)
    for (const ValueId v : s.live)
      if (keep.get(v) == Keep::Slot) uses.push_back({v, s.block});
  std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return a.value != b.value ? a.value < b.value : a.block < b.block;
  });
  const Predecessors predecessors(body);
  Lists lists(body.block_count());
  std::vector<BlockId> work;
  for (const Use& use : uses) {
    const BlockId home = body[use.value].block;
    const auto need = [&](BlockId block) {
      auto& list = lists[block.index];
      if (block == home || (!list.empty() && list.back() == use.value)) return;
      list.push_back(use.value);
      work.push_back(block);
    };
    need(use.block);
    while (!work.empty()) {
      const BlockId block = work.back();
      work.pop_back();
      for (const EdgeId e : predecessors.of(block)) need(body.edge(e).source);
    }
  }
  return lists;
}

// Slots of one of the two kinds, as they are taken at the end of one block.
class Slots {
 public:
  void begin_block() {
    block_++;
    next_ = 0;
  }
  void take(uint32_t slot) { taken_[slot] = block_; }
  uint32_t take_lowest() {
    while (next_ < taken_.size() && taken_[next_] == block_) next_++;
    if (next_ == taken_.size()) taken_.push_back(0);
    taken_[next_] = block_;
    return next_;
  }
  uint32_t count() const { return static_cast<uint32_t>(taken_.size()); }

 private:
  std::vector<uint32_t> taken_;  // the last block that took it
  uint32_t block_ = 0;
  uint32_t next_ = 0;
};

}  // namespace

SlotPlan plan_slots(const Function& body, const std::vector<Suspension>& suspensions,
                    const support::IdMap<ValueId, Keep>& keep) {
  static constexpr uint32_t kNone = UINT32_MAX;
  const Lists needed = needed_at_start(body, suspensions, keep);
  support::IdMap<BlockId, const Suspension*> suspension_of(nullptr);
  for (const Suspension& s : suspensions) suspension_of.set(s.block, &s);

  SlotPlan plan{support::IdMap<ValueId, uint32_t>(kNone)};
  Slots values;
  Slots raw;
  std::vector<ValueId> made_here;
  for (const BlockId block : reverse_postorder(body)) {
    values.begin_block();
    raw.begin_block();
    made_here.clear();
    const auto see = [&](ValueId v) {
      if (keep.get(v) != Keep::Slot) return;
      const uint32_t slot = plan.slots.get(v);
      if (slot == kNone)
        made_here.push_back(v);
      else
        (FrameSlots::is_raw(body[v].type.rep()) ? raw : values).take(slot);
    };
    if (const Suspension* s = suspension_of.get(block)) {
      for (const ValueId v : s->live) see(v);
    } else {
      body.each_edge(block, [&](EdgeId e) {
        for (const ValueId v : needed[body.edge(e).target.index]) see(v);
      });
    }
    for (const ValueId v : made_here) {
      if (plan.slots.get(v) != kNone) continue;  // two ways need it
      plan.slots.set(v, (FrameSlots::is_raw(body[v].type.rep()) ? raw : values).take_lowest());
    }
  }
  plan.value_slots = values.count();
  plan.raw_slots = raw.count();
  return plan;
}

}  // namespace perry::passes
