#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/regexp/compile.h"
#include "runtime/regexp/flags.h"
#include "runtime/regexp/properties.h"
#include "runtime/regexp/tree.h"

namespace perry::runtime::regexp {

// Reads a pattern (22.2.1, with Annex B where neither `u` nor `v` is given), in the order in which
// V8 does: of several errors, both name the same one. Groups and nested classes are on explicit
// stacks.
//
// Functions named parse_ consume what they are named after; they are false, or nullopt, once they
// have reported an error.
class Parser {
 public:
  Parser(std::u16string_view pattern, uint32_t flags)
      : text_(pattern), flags_(flags), unicode_((flags & (kUnicode | kUnicodeSets)) != 0) {}

  std::expected<Tree, ErrorKind> parse();

 private:
  static constexpr uint32_t kEnd = 0xffff'ffff;
  static constexpr uint32_t kMostCaptures = (1 << 15) - 1;
  static constexpr size_t kDeepest = 3000;

  enum class GroupKind : uint8_t { Pattern, Plain, Capture, Look };

  // A `(` that has no `)` yet, and what is behind it.
  struct Group {
    GroupKind kind = GroupKind::Plain;
    bool behind = false;
    bool negated = false;
    uint32_t capture = 0;
    uint32_t outer_flags = 0;
    uint32_t first_capture = 0;
    size_t start = 0;
    size_t alternative_start = 0;
    std::vector<NodeId> alternatives;
    std::vector<NodeId> terms;
  };

  // A member of a class: a character, or a set (of which a `v` class may have strings).
  struct ClassMember {
    uint32_t point = 0;
    bool is_set = false;
    CharSet set;
    std::vector<CharString> strings;

    bool has_strings() const { return !strings.empty() || may_have_strings; }
    bool may_have_strings = false;
  };

  // parse.cpp
  bool parse_pattern();
  bool parse_term();
  bool parse_quantifier(NodeId atom, uint32_t first_capture, bool allowed = true);
  bool try_interval(uint32_t& min, uint32_t& max);
  bool parse_backslash();
  bool parse_reference_or_octal(bool& done);
  void close_alternative();
  void append(const Node& node) { groups_.back().terms.push_back(tree_.add(node)); }
  void append_char(uint32_t point);
  void append_set(CharSet set);
  void append_class(ClassMember& member);
  void append_string(const CharString& string);
  void append_dot();
  NodeId finish_group_body(Group& group);

  // parse_group.cpp
  bool parse_group_start();
  bool parse_group_modifiers(uint32_t& flags);
  bool parse_group_end(bool& quantifiable);
  std::optional<std::u16string> parse_group_name();
  std::optional<uint32_t> parse_group_name_point();
  bool add_group_name(const std::u16string& name, uint32_t capture, size_t start);
  bool parse_named_reference();
  bool resolve_names();
  void scan_captures();
  bool has_named_groups() {
    scan_captures();
    return named_groups_exist_;
  }
  bool is_inside_capture(uint32_t number) const;

  // parse_escape.cpp
  std::optional<uint32_t> parse_character_escape(bool in_class);
  bool try_unicode_escape(uint32_t& point, bool unicode);
  bool try_hex(size_t digits, uint32_t& value);
  uint32_t parse_octal();
  // `\d` and its like, at the letter; false: none, nothing was consumed. May report an error.
  bool try_class_escape(bool in_class, ClassMember& member);
  bool parse_property(bool in_class, ClassMember& member);
  CharSet word_set() const;

  // parse_class.cpp
  bool parse_class();
  bool parse_class_atom(ClassMember& member);

  // parse_class_set.cpp
  struct SetLevel;
  bool parse_class_set();
  bool parse_set_operand(ClassMember& member, bool& is_character);
  bool parse_set_character(uint32_t& point);
  bool parse_set_strings(ClassMember& member);
  bool finish_set_level(std::vector<SetLevel>& levels, ClassMember& result);
  void fold_member(ClassMember& member) const;

  CaseMode case_mode() const {
    if ((flags_ & kIgnoreCase) == 0) return CaseMode::Exact;
    return unicode_ ? CaseMode::Points : CaseMode::Units;
  }

  // --- the text ---
  uint32_t peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : kEnd;
  }
  bool at_end() const { return at_ >= text_.size(); }
  bool eat(char16_t unit) {
    if (peek() != unit) return false;
    ++at_;
    return true;
  }
  bool looking_at(std::u16string_view text) const {
    return text_.substr(std::min(at_, text_.size())).starts_with(text);
  }
  // A code unit, or with `u` or `v` a code point.
  uint32_t next_point() { return unicode_ ? next_code_point() : text_[at_++]; }
  uint32_t next_code_point();

  bool fail(ErrorKind kind) {
    if (!error_) error_ = kind;
    return false;
  }

  std::u16string_view text_;
  size_t at_ = 0;
  uint32_t flags_;  // as modifiers changed them
  const bool unicode_;

  Tree tree_;
  std::vector<Group> groups_;
  std::optional<ErrorKind> error_;

  struct NamedReference {
    uint32_t reference;  // in tree_.references
    std::u16string name;
    std::vector<uint32_t> inside;  // captures that were open
  };
  struct NamedGroup {
    size_t name;  // in tree_.names
    size_t start;
  };
  std::vector<NamedReference> named_references_;
  std::vector<NamedGroup> named_groups_;
  bool scanned_ = false;
  bool named_groups_exist_ = false;
  uint32_t total_captures_ = 0;
};

}  // namespace perry::runtime::regexp
