#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/regexp/first_set.h"
#include "runtime/regexp/program.h"
#include "runtime/regexp/tree.h"

namespace perry::runtime::regexp {

// Writes a pattern's program.
//
// Of every choice it is worked out with which units either way may begin (FirstSet): where the next
// unit decides, nothing is left to come back to. A choice that may be remembered as failed gets a
// number: match.cpp explains when that is sound.
class Emitter {
 public:
  Emitter(const Tree& tree, uint32_t flags);

  // Nothing when it is too large.
  std::vector<uint32_t> emit();

 private:
  static constexpr size_t kMostWords = size_t{1} << 22;
  static constexpr uint32_t kMostUnrolled = 160;  // words

  // What holds where a node is emitted.
  struct Place {
    FirstSet follow;
    bool back = false;
    bool memo = false;        // failures here depend on nothing but the position
    uint32_t loop_begin = 0;  // register of the innermost loop that must not match nothing, or 0
  };
  // About each node, from the children up.
  struct Facts {
    uint32_t size = 0;        // words, roughly
    uint32_t min_length = 0;  // code units
    bool is_nullable = false;
  };

  // emit.cpp
  void find_facts();
  void find_facts(NodeId id);
  void emit_node(NodeId id, const Place& place);
  void emit_char(uint32_t point, const Place& place);
  void emit_units(std::u16string_view units, bool back);
  void emit_set(uint32_t index, const Place& place);
  void emit_sequence(const Node& node, const Place& place);
  void emit_alternation(const Node& node, const Place& place);
  void emit_group(const Node& node, const Place& place);
  void emit_reference(const Node& node, const Place& place);
  void emit_look(const Node& node, const Place& place);
  void emit_boundary(const Node& node);
  void emit_start(ProgramHeader& header);
  bool collect_prefix(NodeId id, std::u16string& prefix) const;
  bool is_anchored(NodeId id) const;
  void emit_names(ProgramHeader& header);

  // emit_repeat.cpp
  void emit_repeat(const Node& node, const Place& place);
  bool try_emit_span(const Node& node, const Place& place);
  void emit_iteration(const Node& node, const Place& body, uint32_t begin, bool clears);
  void emit_unrolled(const Node& node, const Place& place);
  void emit_counted(const Node& node, const Place& place);
  FirstSet first_of_body(const Node& node, const FirstSet& follow) const;
  NodeId single_character(NodeId id) const;

  // A choice between the next instruction, which begins with `next`, and a target to be set;
  // returns where that is.
  size_t emit_split(const FirstSet& next, const FirstSet& target, bool prefer_next,
                    const Place& place);
  uint32_t new_memo(const Place& place);
  uint32_t new_register() { return registers_++; }
  uint32_t table_of(const CharSet& set);
  bool reads_points(const CharSet& set) const;

  uint32_t here() const { return static_cast<uint32_t>(words_.size()); }
  void put(Op op, uint32_t argument = 0) {
    words_.push_back(static_cast<uint32_t>(op) | argument << 8);
  }
  void put_word(uint32_t word) { words_.push_back(word); }
  void set_target(size_t at, uint32_t target) { words_[at] = (words_[at] & 0xff) | target << 8; }
  bool is_full() const { return words_.size() > kMostWords; }

  const Tree& tree_;
  const uint32_t flags_;
  const bool unicode_;
  std::vector<Facts> facts_;
  std::vector<uint32_t> words_;
  // Tables go behind the code; these are the places that name them.
  struct Table {
    std::vector<uint32_t> words;
    std::vector<size_t> users;  // the table's place is the argument there
    std::vector<size_t> words_naming_it;
  };
  std::vector<Table> tables_;
  std::unordered_map<std::string, size_t> table_index_;
  size_t table(std::vector<uint32_t> words);
  void place_tables();
  std::vector<uint32_t> set_table_;  // of each of the tree's sets, plus 1
  uint32_t registers_;
  uint32_t memos_ = 0;
};

}  // namespace perry::runtime::regexp
