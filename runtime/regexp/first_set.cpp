#include "runtime/regexp/first_set.h"

#include <algorithm>
#include <bit>

#include "runtime/regexp/program.h"

namespace perry::runtime::regexp {

void FirstSet::add(uint32_t first, uint32_t last) {
  for (uint32_t unit = first; unit <= std::min(last, 255u); ++unit) {
    bits[unit / 64] |= uint64_t{1} << (unit % 64);
  }
  others = others || last > 255;
}

void FirstSet::add(const CharSet& set) {
  for (const CharRange& range : set.ranges()) add(range.first, range.last);
}

void FirstSet::merge(const FirstSet& other) {
  for (size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  others = others || other.others;
  open = open || other.open;
}

bool FirstSet::is_full() const {
  return others && std::ranges::all_of(bits, [](uint64_t word) { return ~word == 0; });
}

bool FirstSet::is_disjoint(const FirstSet& other) const {
  for (size_t i = 0; i < bits.size(); ++i) {
    if ((bits[i] & other.bits[i]) != 0) return false;
  }
  return !(others && other.others);
}

uint32_t FirstSet::single_unit() const {
  if (others || open) return kNoUnit;
  uint32_t unit = kNoUnit;
  for (uint32_t i = 0; i < bits.size(); ++i) {
    if (bits[i] == 0) continue;
    if (unit != kNoUnit || std::popcount(bits[i]) != 1) return kNoUnit;
    unit = i * 64 + static_cast<uint32_t>(std::countr_zero(bits[i]));
  }
  return unit;
}

bool add_first(const Tree& tree, NodeId id, FirstSet& set) {
  const Node& node = tree[id];
  switch (node.kind) {
    case NodeKind::Char:
      set.add(node.value, node.value);
      return false;
    case NodeKind::Set:
      set.add(tree.sets[node.value]);
      return false;
    case NodeKind::Sequence:
      for (NodeId child = node.child; child != kNoNode; child = tree[child].next) {
        if (!add_first(tree, child, set)) return false;
      }
      return true;
    case NodeKind::Alternation: {
      bool empty = false;
      for (NodeId child = node.child; child != kNoNode; child = tree[child].next) {
        if (add_first(tree, child, set)) empty = true;
      }
      return empty;
    }
    case NodeKind::Group:
      return add_first(tree, node.child, set);
    case NodeKind::Repeat:
      if (node.max == 0) return true;
      return add_first(tree, node.child, set) || node.min == 0;
    case NodeKind::Reference:
      set.merge(FirstSet::anything());
      return true;
    case NodeKind::LineEnd:
      set.open = true;
      if (node.value != 0) {
        set.add('\n', '\n');
        set.add('\r', '\r');
        set.add(0x2028, 0x2029);
      }
      return false;
    case NodeKind::Empty:
    case NodeKind::Look:
    case NodeKind::LineStart:
    case NodeKind::Boundary:
      return true;
  }
  return true;
}

}  // namespace perry::runtime::regexp
