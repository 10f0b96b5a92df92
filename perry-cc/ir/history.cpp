#include "perry-cc/ir/history.h"

#include <algorithm>

// Ancestors are found with one jump pointer a node (Myers, "An Applicative Random-Access Stack",
// 1983): every question costs O(log n), and a node is added in constant time.
namespace perry::ir {

void History::link(BlockId block, BlockId parent) {
  Entry& entry = blocks_[block];
  entry.parent = parent;
  const Entry& above = blocks_[parent];
  entry.depth = above.depth + 1;
  const Entry& far = above.jump ? blocks_[above.jump] : above;
  const uint32_t far_jump = far.jump ? blocks_[far.jump].depth : far.depth;
  entry.jump = above.jump && above.depth - far.depth == far.depth - far_jump ? far.jump : parent;
  if (entry.jump.is_none()) entry.jump = parent;
}

BlockId History::meet(BlockId a, BlockId b) const {
  if (blocks_[a].depth < blocks_[b].depth) std::swap(a, b);
  while (blocks_[a].depth > blocks_[b].depth) {
    const Entry& entry = blocks_[a];
    a = blocks_[entry.jump].depth >= blocks_[b].depth ? entry.jump : entry.parent;
  }
  while (a != b) {
    const Entry& x = blocks_[a];
    const Entry& y = blocks_[b];
    if (x.parent.is_none()) return BlockId();  // two trees
    const bool far = x.jump != y.jump && blocks_[x.jump].depth == blocks_[y.jump].depth;
    a = far ? x.jump : x.parent;
    b = far ? y.jump : y.parent;
  }
  return a;
}

bool History::is_above(BlockId above, BlockId below) const {
  if (blocks_[below].depth < blocks_[above].depth) return false;
  while (blocks_[below].depth > blocks_[above].depth) {
    const Entry& entry = blocks_[below];
    below = blocks_[entry.jump].depth >= blocks_[above].depth ? entry.jump : entry.parent;
  }
  return above == below;
}

BlockId History::meet_of(BlockId block, std::span<const BlockId> sources) const {
  BlockId all;
  for (const BlockId source : sources) {
    if (blocks_[source].end == kNever) return BlockId();
    if (blocks_[block].start != kNever && is_above(block, source)) continue;
    all = all ? meet(all, source) : source;
    if (all.is_none()) return all;
  }
  return all;
}

void History::on_enter(BlockId block, bool is_sealed, std::span<const BlockId> sources) {
  Entry& entry = blocks_[block];
  if (entry.start != kNever) return;
  if (sources.empty() && block.index != 0) irregular_ = true;
  if (!is_sealed) {
    // A loop's header, most likely: what leads back to it changes nothing about its dominator.
    clock_++;
    const BlockId parent = meet_of(block, sources);
    if (parent)
      link(block, parent);
    else
      irregular_ = true;
    entry.is_open = true;
    open_.push_back(block);
  }
  entry.start = clock_;
}

// All that may lie between a block and what it dominates must be sealed, or more ways may come.
bool History::is_closed_below(BlockId block) const {
  return open_.empty() || blocks_[open_.back()].start <= blocks_[block].end;
}

void History::on_seal(BlockId block, std::span<const BlockId> sources) {
  Entry& entry = blocks_[block];
  const BlockId parent = irregular_ ? BlockId() : meet_of(block, sources);
  if (!entry.is_open) {
    if (parent && entry.start == kNever && is_closed_below(parent)) link(block, parent);
    return;
  }
  entry.is_open = false;
  std::erase(open_, block);
  if (parent != entry.parent || parent.is_none() || !is_closed_below(parent)) irregular_ = true;
  Interval interval{entry.start, clock_};
  while (!late_seals_.empty() && late_seals_.back().end >= interval.start) {
    interval.start = std::min(interval.start, late_seals_.back().start);
    late_seals_.pop_back();
  }
  late_seals_.push_back(interval);
}

void History::on_end(BlockId block) {
  Entry& entry = blocks_[block];
  if (entry.end == kNever) entry.end = clock_;
}

// The time up to which writes may reach the block's end.
uint32_t History::last_change(const Entry& entry) const {
  if (entry.end == kNever) return clock_;
  const auto after = std::upper_bound(
      late_seals_.begin(), late_seals_.end(), entry.start,
      [](uint32_t time, const Interval& interval) { return time < interval.start; });
  if (after == late_seals_.begin()) return entry.end;
  return entry.start <= after[-1].end ? std::max(entry.end, after[-1].end) : entry.end;
}

// When the last of those blocks was entered that aren't sealed yet and were entered by `time`.
uint32_t History::nearest_open(uint32_t time) const {
  const auto after =
      std::upper_bound(open_.begin(), open_.end(), time,
                       [&](uint32_t t, BlockId block) { return t < blocks_[block].start; });
  return after == open_.begin() ? 0 : blocks_[after[-1]].start;
}

BlockId History::same_value_above(VariableId variable, BlockId block) const {
  const Entry& from = blocks_[block];
  if (irregular_ || from.start == kNever) return block;
  const auto& writes = writes_[variable];
  const uint32_t until = last_change(from);
  const auto after = std::upper_bound(writes.begin(), writes.end(), until);
  const uint32_t written = after == writes.begin() ? 0 : after[-1];
  const uint32_t earliest = std::max(written, nearest_open(until));
  for (;;) {
    const Entry& entry = blocks_[block];
    if (entry.parent.is_none()) return block;
    if (blocks_[entry.jump].end >= earliest)
      block = entry.jump;
    else if (blocks_[entry.parent].end >= earliest)
      block = entry.parent;
    else
      return block;
  }
}

}  // namespace perry::ir
