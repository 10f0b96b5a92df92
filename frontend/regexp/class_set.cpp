#include "frontend/regexp/validator.h"

// Character classes with the flag `v`.
namespace perry::frontend::regexp {

namespace {

constexpr bool is_one_of(int c, std::string_view set) {
  return c > 0 && c < 0x80 && set.contains(char(c));
}

constexpr bool is_syntax_character(int c) { return is_one_of(c, "()[]{}/-\\|"); }

constexpr bool is_reserved_punctuator(int c) { return is_one_of(c, "&-!#%,:;<=>@`~"); }

// The characters that ClassSetReservedDoublePunctuator doubles.
constexpr bool is_reserved_if_doubled(int c) { return is_one_of(c, "&!#$%*+,.:;<=>?@^`~"); }

}  // namespace

// `[`, ClassContents as ClassSetExpression, `]`. The grammar decides between union, intersection
// and subtraction by what follows the first operand; from then on the class keeps to it.
bool Validator::class_set() {
  open_class_set();
  while (!class_sets_.empty()) {
    bool ok = true;
    if (at_end()) {
      ok = fail(RegExpErrorKind::UnterminatedClass, class_sets_[0].start);
    } else if (peek() == ']') {
      ok = close_class_set();
    } else if (class_sets_.top().has_operand && looking_at("&&")) {
      ok = class_set_operator(SetOperator::Intersection);
    } else if (class_sets_.top().has_operand && looking_at("--")) {
      ok = class_set_operator(SetOperator::Subtraction);
    } else if (peek() == '[') {
      ok = operand_expected() && open_class_set();
    } else {
      ok = class_set_operand();
    }
    if (!ok) return false;
  }
  return true;
}

bool Validator::open_class_set() {
  uint32_t start = offset();
  ++at_;
  class_sets_.push({.start = start, .negated = eat('^')});
  return true;
}

bool Validator::close_class_set() {
  ClassSet set = class_sets_.top();
  if (set.needs_operand) return fail_here(RegExpErrorKind::MissingOperand);
  ++at_;
  if (set.negated && set.may_contain_strings) {
    return fail(RegExpErrorKind::NegatedClassWithStrings, set.start);
  }
  class_sets_.pop();
  if (!class_sets_.empty()) add_operand(set.may_contain_strings);
  return true;
}

bool Validator::class_set_operator(SetOperator set_operator) {
  ClassSet& set = class_sets_.top();
  uint32_t start = offset();
  at_ += 2;
  if (set.needs_operand) return fail(RegExpErrorKind::MissingOperand, start);
  if (set.set_operator != SetOperator::None && set.set_operator != set_operator) {
    return fail(RegExpErrorKind::MixedSetOperators, start);
  }
  if (set_operator == SetOperator::Intersection && peek() == '&') {
    return fail_here(RegExpErrorKind::ReservedPunctuator);
  }
  set.set_operator = set_operator;
  set.needs_operand = true;
  return true;
}

// Whether another operand may come here without an operator before it.
bool Validator::operand_expected() {
  ClassSet& set = class_sets_.top();
  bool is_operation =
      set.set_operator == SetOperator::Intersection || set.set_operator == SetOperator::Subtraction;
  if (is_operation && !set.needs_operand) return fail_here(RegExpErrorKind::MixedSetOperators);
  return true;
}

// Enters an operand into MayContainStrings of the class.
void Validator::add_operand(bool may_contain_strings) {
  ClassSet& set = class_sets_.top();
  if (!set.has_operand) {
    set.has_operand = true;
    set.may_contain_strings = may_contain_strings;
    return;
  }
  switch (set.set_operator) {
    case SetOperator::None:
    case SetOperator::Union:
      set.set_operator = SetOperator::Union;
      set.may_contain_strings |= may_contain_strings;
      break;
    case SetOperator::Intersection:
      set.may_contain_strings &= may_contain_strings;
      break;
    case SetOperator::Subtraction:
      break;
  }
  set.needs_operand = false;
}

// ClassSetRange, or a ClassSetOperand other than a nested class in brackets.
bool Validator::class_set_operand() {
  if (!operand_expected()) return false;
  if (peek() == '\\') {
    std::optional<bool> strings;
    switch (peek(1)) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
        at_ += 2;
        add_operand(/*may_contain_strings=*/false);
        return true;
      case 'p':
      case 'P':
        ++at_;
        strings = property_escape();
        if (strings) add_operand(*strings);
        return strings.has_value();
      case 'q':
        strings = class_string_disjunction();
        if (strings) add_operand(*strings);
        return strings.has_value();
      default:
        break;
    }
  }
  return class_set_range_or_character();
}

bool Validator::class_set_range_or_character() {
  uint32_t start = offset();
  std::optional<uint32_t> first = class_set_character();
  if (!first) return false;
  ClassSet& set = class_sets_.top();
  bool is_range = peek() == '-' && peek(1) != '-';
  if (is_range) {
    ++at_;
    if (set.needs_operand) return fail(RegExpErrorKind::MixedSetOperators, start);
    std::optional<uint32_t> last = class_set_character();
    if (!last) return false;
    if (*first > *last) return fail(RegExpErrorKind::RangeOutOfOrder, start);
  }
  add_operand(/*may_contain_strings=*/false);
  // A range is no ClassSetOperand: only a union has room for it.
  if (is_range) set.set_operator = SetOperator::Union;
  return true;
}

// ClassStringDisjunction; whether a string in it isn't a single character.
std::optional<bool> Validator::class_string_disjunction() {
  uint32_t start = offset();
  at_ += 2;
  if (!eat('{')) {
    fail(RegExpErrorKind::InvalidStringDisjunction, start);
    return std::nullopt;
  }
  bool may_contain_strings = false;
  size_t length = 0;
  for (;;) {
    if (at_end()) {
      fail(RegExpErrorKind::InvalidStringDisjunction, start);
      return std::nullopt;
    }
    bool last = peek() == '}';
    if (last || peek() == '|') {
      ++at_;
      if (length != 1) may_contain_strings = true;
      if (last) return may_contain_strings;
      length = 0;
    } else {
      if (!class_set_character()) return std::nullopt;
      ++length;
    }
  }
}

std::optional<uint32_t> Validator::class_set_character() {
  int c = peek();
  if (c == '\\') {
    int escaped = peek(1);
    if (escaped == 'b') {
      at_ += 2;
      return '\b';
    }
    if (is_reserved_punctuator(escaped)) {
      at_ += 2;
      return uint32_t(escaped);
    }
    ++at_;
    return character_escape();
  }
  if (c < 0) {
    fail(RegExpErrorKind::UnterminatedClass, class_sets_[0].start);
    return std::nullopt;
  }
  if (is_syntax_character(c)) {
    fail_here(RegExpErrorKind::UnescapedClassCharacter);
    return std::nullopt;
  }
  if (is_reserved_if_doubled(c) && peek(1) == c) {
    fail(RegExpErrorKind::ReservedPunctuator, offset(), offset() + 2);
    return std::nullopt;
  }
  return code_point();
}

}  // namespace perry::frontend::regexp
