#pragma once

#include <array>
#include <cstdint>

#include "runtime/regexp/tree.h"

namespace perry::runtime::regexp {

// Which code units may come next where something matches. Those beyond Latin-1 are not told apart.
struct FirstSet {
  std::array<uint64_t, 4> bits{};
  bool others = false;
  bool open = false;  // it may match at the subject's end

  static FirstSet anything() {
    FirstSet set;
    set.bits.fill(~uint64_t{0});
    set.others = true;
    set.open = true;
    return set;
  }

  bool has(uint32_t unit) const {
    return unit < 256 ? (bits[unit / 64] >> (unit % 64) & 1) != 0 : others;
  }
  void add(uint32_t first, uint32_t last);
  void add(const CharSet& set);
  void merge(const FirstSet& other);
  bool is_full() const;
  bool is_disjoint(const FirstSet& other) const;
  // The only unit in it, if it is one of Latin-1; otherwise kNoUnit.
  uint32_t single_unit() const;
};

// Adds what a node begins with; whether it leaves open what comes next, as what consumes nothing
// does.
bool add_first(const Tree& tree, NodeId id, FirstSet& set);

}  // namespace perry::runtime::regexp
