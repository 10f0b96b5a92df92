#include <algorithm>

#include "frontend/regexp/validator.h"

// Disjunctions, terms, groups and quantifiers.
namespace perry::frontend::regexp {

namespace {

constexpr bool is_digit(int c) { return c >= '0' && c <= '9'; }

// Compares digit strings as the numbers they are, however long.
bool number_greater(std::string_view a, std::string_view b) {
  auto significant = [](std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
  };
  a = significant(a);
  b = significant(b);
  return a.size() != b.size() ? a.size() > b.size() : a > b;
}

}  // namespace

std::optional<RegExpError> Validator::run() {
  groups_.push({.contents = 0, .alternative = 0, .quantifiable = false});
  if (!disjunction() || !check_references()) return error_;
  return std::nullopt;
}

bool Validator::disjunction() {
  while (!at_end()) {
    if (!term()) return false;
  }
  if (groups_.size() > 1) {
    uint32_t contents = groups_.top().contents;
    return fail(RegExpErrorKind::UnterminatedGroup, contents - 1, contents);
  }
  return true;
}

// Consumes a Term with its quantifier, or one end of a group, or `|`. A quantifier is tried only
// after what can have one, so that one found where a term should begin repeats nothing.
bool Validator::term() {
  switch (peek()) {
    case '|':
      ++at_;
      groups_.top().alternative = offset();
      return true;
    case '(':
      return open_group();
    case ')':
      return close_group();
    case '^':
    case '$':
      ++at_;
      return true;
    case '*':
    case '+':
    case '?':
      return fail_here(RegExpErrorKind::NothingToRepeat);
    case '[':
      return (unicode_sets_ ? class_set() : class_ranges()) && quantifier_opt();
    case '\\':
      if (peek(1) == 'b' || peek(1) == 'B') {
        at_ += 2;
        return true;
      }
      return atom_escape() && quantifier_opt();
    case '{':
    case '}':
    case ']':
      return lone_bracket() && quantifier_opt();
    default:
      code_point();
      return quantifier_opt();
  }
}

bool Validator::open_group() {
  uint32_t start = offset();
  ++at_;
  bool captures = true;
  bool quantifiable = true;
  if (eat('?')) {
    int next = peek();
    int after = peek(1);
    if (next == ':') {
      ++at_;
      captures = false;
    } else if (next == '=' || next == '!') {
      ++at_;
      captures = false;
      quantifiable = annex_b_;
    } else if (next == '<' && (after == '=' || after == '!')) {
      at_ += 2;
      captures = false;
      quantifiable = false;
    } else if (next == '<') {
      if (!group_specifier()) return false;
    } else {
      if (!modifiers()) return false;
      captures = false;
    }
  }
  if (captures) ++group_count_;
  groups_.push({.contents = start + 1, .alternative = start + 1, .quantifiable = quantifiable});
  return true;
}

// RegularExpressionModifiers, up to and with the `:`.
bool Validator::modifiers() {
  uint32_t start = offset();
  uint32_t seen = 0;
  bool removing = false;
  for (;; ++at_) {
    int c = peek();
    if (c == ':') break;
    if (c == '-' && !removing) {
      removing = true;
    } else if (c == 'i' || c == 'm' || c == 's') {
      uint32_t bit = 1u << (c - 'a');
      if (seen & bit) return fail_here(RegExpErrorKind::RepeatedModifier);
      seen |= bit;
    } else {
      code_point();
      return fail(RegExpErrorKind::InvalidGroup, start - 2);
    }
  }
  if (removing && seen == 0) return fail(RegExpErrorKind::MissingModifier, start);
  ++at_;
  return true;
}

bool Validator::close_group() {
  if (groups_.size() == 1) return fail_here(RegExpErrorKind::UnmatchedParenthesis);
  ++at_;
  bool quantifiable = groups_.top().quantifiable;
  groups_.pop();
  return !quantifiable || quantifier_opt();
}

bool Validator::quantifier_opt() {
  switch (peek()) {
    case '*':
    case '+':
    case '?':
      ++at_;
      break;
    case '{': {
      uint32_t start = offset();
      std::optional<BracedQuantifier> braces = braced_quantifier();
      if (!braces) return annex_b_ || fail_here(RegExpErrorKind::IncompleteQuantifier);
      at_ = begin_ + braces->end;
      if (!braces->in_order) return fail(RegExpErrorKind::QuantifierOutOfOrder, start);
      break;
    }
    default:
      return true;
  }
  eat('?');
  return true;
}

// What the `{` that comes next starts, if it is a quantifier. Consumes nothing.
std::optional<Validator::BracedQuantifier> Validator::braced_quantifier() const {
  const uint8_t* at = at_ + 1;
  auto digits = [&] {
    const uint8_t* first = at;
    while (at != end_ && is_digit(*at)) ++at;
    return text(uint32_t(first - begin_), uint32_t(at - begin_));
  };
  std::string_view least = digits();
  if (least.empty()) return std::nullopt;
  bool in_order = true;
  if (at != end_ && *at == ',') {
    ++at;
    std::string_view most = digits();
    in_order = most.empty() || !number_greater(least, most);
  }
  if (at == end_ || *at != '}') return std::nullopt;
  return BracedQuantifier{.end = uint32_t(at + 1 - begin_), .in_order = in_order};
}

// A bracket where a term begins: Annex B lets it stand for itself, unless it reads as a quantifier
// (InvalidBracedQuantifier).
bool Validator::lone_bracket() {
  uint32_t start = offset();
  if (peek() == '{') {
    if (std::optional<BracedQuantifier> braces = braced_quantifier()) {
      return fail(RegExpErrorKind::NothingToRepeat, start, braces->end);
    }
  }
  if (!annex_b_) return fail_here(RegExpErrorKind::LoneBracket);
  ++at_;
  return true;
}

}  // namespace perry::frontend::regexp
