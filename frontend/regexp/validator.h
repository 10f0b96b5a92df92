#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/regexp/flags.h"
#include "frontend/regexp/inline_stack.h"
#include "frontend/regexp/regexp.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend::regexp {

// Recognises a Pattern in one pass over its bytes.
//
// Without `u` and `v` the grammar's characters are UTF-16 code units, and with them code points.
// That makes a difference at the ends of a class's ranges only, where class_atom() takes a code
// point beyond the BMP apart; everywhere else two units are as valid as the one code point.
//
// Nesting, of groups and of `v` mode classes, is on explicit stacks, so that no input can exhaust
// the machine's.
//
// Annex B makes `\k` mean itself unless the pattern has a named group somewhere, and so is
// specified as a second parse once the first has found one. Here the first parse notes what the
// second would object to. One pass suffices since a well-formed `\k<name>` is valid in both
// grammars, and nothing after it reads differently.
//
// Functions named after productions consume what they are named after. They are false, or nullopt,
// once they have reported an error, and then everything unwinds.
class Validator {
 public:
  Validator(std::string_view pattern, SyntaxFlags flags, RegExpOptions options)
      : begin_(reinterpret_cast<const uint8_t*>(pattern.data())),
        end_(begin_ + pattern.size()),
        at_(begin_),
        unicode_(flags.unicode),
        unicode_sets_(flags.unicode_sets),
        annex_b_(options.annex_b && !flags.unicode) {}

  std::optional<RegExpError> run();

 private:
  // A `(` that has no `)` yet. Offsets tell what it contains: everything from `contents` on, and
  // in its current alternative, everything from `alternative` on.
  struct Group {
    uint32_t contents;
    uint32_t alternative;
    bool quantifiable;
  };

  struct BracedQuantifier {
    uint32_t end;
    bool in_order;
  };

  struct NamedReference {
    uint32_t start;
    uint32_t end;
    std::string name;
  };

  struct ClassAtom {
    uint32_t value;
    bool is_class;  // IsCharacterClass; there is no value then
  };

  enum class SetOperator : uint8_t { None, Union, Intersection, Subtraction };

  // A `[` of a `v` mode class that has no `]` yet.
  struct ClassSet {
    uint32_t start;
    SetOperator set_operator = SetOperator::None;
    bool negated;
    bool has_operand = false;
    bool needs_operand = false;  // an operator came last
    bool may_contain_strings = false;
  };

  // term.cpp
  bool disjunction();
  bool term();
  bool open_group();
  bool modifiers();
  bool close_group();
  bool quantifier_opt();
  std::optional<BracedQuantifier> braced_quantifier() const;
  bool lone_bracket();

  // group_name.cpp
  bool group_specifier();
  bool named_reference();
  std::optional<std::string> try_group_name();
  std::optional<uint32_t> try_group_name_character();
  bool might_both_participate(uint32_t earlier_contents);
  bool check_references();

  // escape.cpp
  bool atom_escape();
  void decimal_escape();
  std::optional<uint32_t> character_escape();
  std::optional<uint32_t> identity_escape();
  std::optional<uint32_t> hex_escape();
  std::optional<uint32_t> unicode_escape();
  std::optional<uint32_t> try_unicode_escape(bool unicode);
  uint32_t legacy_octal_escape();
  std::optional<bool> property_escape();  // whether the property is one of strings
  std::optional<uint32_t> try_hex_digits(uint32_t count);

  // class_ranges.cpp
  bool class_ranges();
  std::optional<ClassAtom> class_atom();
  std::optional<ClassAtom> class_escape();

  // class_set.cpp
  bool class_set();
  bool open_class_set();
  bool close_class_set();
  bool class_set_operator(SetOperator set_operator);
  bool class_set_operand();
  bool class_set_range_or_character();
  bool operand_expected();
  void add_operand(bool may_contain_strings);
  std::optional<bool> class_string_disjunction();
  std::optional<uint32_t> class_set_character();

  // Bytes. peek() is -1 at the end; bytes from 0x80 on are parts of other code points.
  bool at_end() const { return at_ == end_; }
  int peek(size_t ahead = 0) const { return size_t(end_ - at_) > ahead ? at_[ahead] : -1; }
  bool eat(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool looking_at(std::string_view text) const {
    return std::string_view(reinterpret_cast<const char*>(at_), size_t(end_ - at_))
        .starts_with(text);
  }
  uint32_t code_point() {
    DecodedCodePoint decoded = decode_utf8(at_, end_);
    at_ += decoded.length;
    return decoded.code_point;
  }
  uint32_t offset() const { return uint32_t(at_ - begin_); }
  std::string_view text(uint32_t start, uint32_t end) const {
    return {reinterpret_cast<const char*>(begin_) + start, end - start};
  }

  bool fail(RegExpErrorKind kind, uint32_t start, uint32_t end) {
    error_ = {start, end, /*in_flags=*/false, kind};
    return false;
  }
  // Reports what was read from `start` on.
  bool fail(RegExpErrorKind kind, uint32_t start) { return fail(kind, start, offset()); }
  // Reports the code point that comes next.
  bool fail_here(RegExpErrorKind kind) {
    uint32_t start = offset();
    code_point();
    return fail(kind, start);
  }

  const uint8_t* begin_;
  const uint8_t* end_;
  const uint8_t* at_;
  bool unicode_;
  bool unicode_sets_;
  bool annex_b_;

  uint32_t pending_trail_surrogate_ = 0;  // of the code point that class_atom() took apart

  InlineStack<Group, 16> groups_;  // the first stands for the pattern
  InlineStack<ClassSet, 4> class_sets_;

  uint32_t group_count_ = 0;
  uint32_t largest_reference_ = 0;
  RegExpError largest_reference_error_{};

  std::map<std::string, uint32_t, std::less<>> group_names_;  // to the latest group's contents
  std::vector<NamedReference> named_references_;
  std::optional<RegExpError> error_if_named_groups_;

  RegExpError error_{};
};

}  // namespace perry::frontend::regexp
