#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/regexp/case_folding.h"
#include "runtime/regexp/char_set.h"

// What a pattern says. Case and the flags `s` and `m` are resolved: characters and classes are
// sets.
namespace perry::runtime::regexp {

using NodeId = uint32_t;
inline constexpr NodeId kNoNode = 0xffff'ffff;
inline constexpr uint32_t kUnbounded = 0x7fff'ffff;

enum class NodeKind : uint8_t {
  Empty,
  Char,         // value: a code unit; with `u` or `v` a code point that is no surrogate
  Set,          // value: index into Tree::sets
  Sequence,     // children
  Alternation,  // children
  Group,        // value: number of the capture; child
  Repeat,       // child
  Reference,    // value: index into Tree::references
  Look,         // child
  LineStart,    // value: 1 with the flag `m`
  LineEnd,      // value: 1 with the flag `m`
  Boundary,     // value: index into Tree::sets, what a word consists of; negated: `\B`
};

struct Node {
  NodeKind kind = NodeKind::Empty;
  bool lazy = false;     // Repeat
  bool behind = false;   // Look
  bool negated = false;  // Look, Boundary
  uint32_t value = 0;
  NodeId child = kNoNode;  // the first one
  NodeId next = kNoNode;   // the next child of the same node
  uint32_t min = 0;        // Repeat
  uint32_t max = 0;
  uint32_t first_capture = 0;  // Repeat: the captures inside, [first, end)
  uint32_t end_capture = 0;
};

struct Reference {
  std::vector<uint32_t> groups;  // of which at most one took part
  CaseMode case_mode = CaseMode::Exact;
};

struct GroupName {
  std::u16string name;
  std::vector<uint32_t> groups;
};

struct Tree {
  std::vector<Node> nodes;
  std::vector<CharSet> sets;
  std::vector<Reference> references;
  std::vector<GroupName> names;  // in the order of their first groups
  uint32_t capture_count = 1;    // the whole match is number 0
  NodeId root = kNoNode;

  NodeId add(const Node& node) {
    nodes.push_back(node);
    return static_cast<NodeId>(nodes.size() - 1);
  }
  const Node& operator[](NodeId id) const { return nodes[id]; }
};

}  // namespace perry::runtime::regexp
