#include <algorithm>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/suspension.h"
#include "perry-cc/passes/vocabulary.h"

// Where the resume function goes on behind a suspension, each value that is live there has a second
// definition: its load. So one value of the source becomes several, and every block where it is
// live must know which of them reaches it. One walk over the blocks, dominating ones first, finds
// out: a block with one way in has what that way's source has, one with several ways has the same
// if all agree, and else (or when a way comes from further down) a parameter of its own. Of those,
// `copies` and `dead` take away what turns out to be no choice or nobody's need. The cost is that
// of the lists of live values, times the logarithm of their length.
namespace perry::passes {

using ir::Liveness;
using ir::Predecessors;

Reloads::Reloads(Function& resume, ValueId frame, const std::vector<Suspension>& suspensions,
                 const Liveness& liveness, const support::IdMap<ValueId, Keep>& keep,
                 const support::IdMap<ValueId, uint32_t>& slots)
    : f_(resume),
      frame_(frame),
      suspensions_(suspensions),
      keep_(keep),
      slots_(slots),
      live_(resume.block_count()),
      new_parameters_(resume.block_count()),
      entered_(resume.block_count()) {
  const auto fill = [&](BlockId block, std::span<const ValueId> values) {
    for (const ValueId v : values)
      if (is_kept(v)) live_[block.index].push_back({v, ValueId()});
  };
  std::vector<bool> is_new(resume.block_count());
  for (const Suspension& s : suspensions_) {
    fill(s.dispatch, s.live);
    is_new[s.dispatch.index] = true;
    // The block that throws may be shared by all that throw out of the function.
    if (!resume.block(s.on_throw).unwind.is_none()) fill(s.on_throw, s.live);
    is_new[s.on_throw.index] = true;
  }
  for (const BlockId block : resume.blocks())
    if (!is_new[block.index] && block != resume.entry()) fill(block, liveness.live_in(block));
}

Reloads::Entry* Reloads::find(BlockId block, ValueId value) {
  auto& list = live_[block.index];
  const auto at = std::lower_bound(list.begin(), list.end(), value,
                                   [](const Entry& e, ValueId v) { return e.value < v; });
  return at != list.end() && at->value == value ? &*at : nullptr;
}

ValueId Reloads::at_end(BlockId block, ValueId value) {
  if (!is_kept(value) || f_[value].block == block) return value;
  const Entry* const entry = find(block, value);
  assert(entry != nullptr && !entry->reaching.is_none());
  return entry->reaching;
}

bool Reloads::is_fresh_at_end(BlockId block, ValueId value) {
  if (f_[value].block == block) return true;
  const Entry* const entry = find(block, value);
  return entry != nullptr && entry->is_fresh;
}

ValueId Reloads::load(const Suspension& s, ValueId value) {
  const Instruction& i = f_[value];
  if (keep_.get(value) == Keep::Closure)
    return f_.make(i.op, {}, i.immediate(), i.position, i.type);
  const ValueId operands[] = {frame_};
  return f_.make(Op::LoadSlot, operands, Immediate::index(slots_.get(value)), f_[s.end].position,
                 i.type);
}

void Reloads::load_all(const Suspension& s) {
  const ValueId place = f_.first_instruction(s.dispatch);
  for (Entry& entry : live_[s.dispatch.index]) {
    entry.reaching = load(s, entry.value);
    f_.insert_before(place, entry.reaching);
  }
}

// None if there is more than one, or one isn't known yet.
ValueId Reloads::common_value(ValueId value, std::span<const EdgeId> incoming) {
  ValueId common;
  for (const EdgeId e : incoming) {
    const BlockId source = f_.edge(e).source;
    if (f_[value].block != source && !entered_[source.index]) return ValueId();
    const ValueId reaching = at_end(source, value);
    if (common && common != reaching) return ValueId();
    common = reaching;
  }
  return common;
}

void Reloads::enter(BlockId block, std::span<const EdgeId> incoming) {
  for (Entry& entry : live_[block.index]) {
    entry.reaching = common_value(entry.value, incoming);
    if (entry.reaching) continue;
    entry.reaching = f_.add_parameter(block, f_[entry.value].type);
    new_parameters_[block.index].push_back(entry.value);
  }
}

void Reloads::rename(BlockId block) {
  const auto put_right = [&](std::span<ValueId> values) {
    for (ValueId& v : values) v = at_end(block, v);
  };
  for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) put_right(f_.operands(v));
  f_.each_edge(block, [&](EdgeId e) { put_right(f_.arguments(e)); });
}

void Reloads::pass_arguments(BlockId block, std::span<const EdgeId> incoming) {
  std::vector<ValueId> arguments;
  for (const EdgeId e : incoming) {
    const auto before = f_.arguments(e);
    arguments.assign(before.begin(), before.end());
    for (const ValueId v : new_parameters_[block.index])
      arguments.push_back(at_end(f_.edge(e).source, v));
    f_.set_arguments(e, arguments);
  }
}

void Reloads::spread_freshness(ValueId value) {
  std::vector<BlockId> work = {f_[value].block};
  while (!work.empty()) {
    const BlockId block = work.back();
    work.pop_back();
    f_.each_edge(block, [&](EdgeId e) {
      const BlockId target = f_.edge(e).target;
      Entry* const entry = find(target, value);
      if (entry == nullptr || entry->is_fresh) return;
      entry->is_fresh = true;
      work.push_back(target);
    });
  }
}

void Reloads::run() {
  const Predecessors predecessors(f_);
  const std::vector<BlockId> order = reverse_postorder(f_);
  for (const Suspension& s : suspensions_) load_all(s);
  for (const BlockId block : order) {
    const bool is_loaded = !live_[block.index].empty() && live_[block.index][0].reaching;
    if (!is_loaded) enter(block, predecessors.of(block));
    entered_[block.index] = true;
  }
  for (const BlockId block : order) rename(block);
  for (const BlockId block : order)
    if (!new_parameters_[block.index].empty()) pass_arguments(block, predecessors.of(block));
  for (const BlockId block : order)
    for (ValueId v = f_.block(block).first; v; v = f_[v].next)
      if (keep_.get(v) == Keep::Slot) spread_freshness(v);
}

}  // namespace perry::passes
