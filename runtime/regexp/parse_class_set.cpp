#include <algorithm>

#include "runtime/regexp/parser.h"

// Character classes with the flag `v`: nested sets, set operations, strings.
//
// Where case is ignored, the specification works on folded sets and takes complements among folded
// characters. Here every set is closed over case instead, and stays so under all of the operations.
namespace perry::runtime::regexp {

namespace {

bool is_one_of(uint32_t c, std::string_view set) {
  return c < 0x80 && set.contains(static_cast<char>(c));
}
// ClassSetSyntaxCharacter, ClassSetReservedPunctuator, and what ClassSetReservedDoublePunctuator
// doubles.
bool is_syntax_character(uint32_t c) { return is_one_of(c, "()[]{}/-\\|"); }
bool is_reserved_punctuator(uint32_t c) { return is_one_of(c, "&-!#%,:;<=>@`~"); }
bool is_reserved_if_doubled(uint32_t c) { return is_one_of(c, "&!#$%*+,.:;<=>?@^`~"); }

}  // namespace

// A `[` that has no `]` yet.
struct Parser::SetLevel {
  enum class Operation : uint8_t { Unknown, Union, Intersection, Subtraction };

  bool negated = false;
  Operation operation = Operation::Unknown;
  bool has_operand = false;
  bool wants_operand = false;  // behind `&&` or `--`
  // The last operand was this character, which may begin a range; it is not in `result` yet.
  bool has_character = false;
  uint32_t character = 0;
  bool awaits_range_end = false;
  ClassMember result;

  void flush(const Parser& parser) {
    if (!has_character) return;
    has_character = false;
    ClassMember member;
    member.set.add(character);
    parser.fold_member(member);
    combine(member);
  }
  void combine(const ClassMember& operand) {
    if (operation == Operation::Intersection) {
      result.set.intersect(operand.set);
      std::erase_if(result.strings, [&](const CharString& string) {
        return std::ranges::find(operand.strings, string) == operand.strings.end();
      });
      result.may_have_strings = result.may_have_strings && operand.may_have_strings;
    } else if (operation == Operation::Subtraction) {
      result.set.subtract(operand.set);
      std::erase_if(result.strings, [&](const CharString& string) {
        return std::ranges::find(operand.strings, string) != operand.strings.end();
      });
    } else {
      result.set.add(operand.set);
      result.strings.insert(result.strings.end(), operand.strings.begin(), operand.strings.end());
      result.may_have_strings = result.may_have_strings || operand.may_have_strings;
    }
  }
  // Whether what follows an operand is `&&` or `--`, as the first of its kind or again.
  bool is_operation() const {
    return operation == Operation::Intersection || operation == Operation::Subtraction;
  }
};

void Parser::fold_member(ClassMember& member) const {
  const CaseMode mode = case_mode();
  if (mode == CaseMode::Exact) return;
  close_over_case(mode, member.set);
  for (CharString& string : member.strings) {
    for (uint32_t& point : string) point = canonicalize(mode, point);
  }
}

bool Parser::parse_set_character(uint32_t& point) {
  const uint32_t c = peek();
  if (c == kEnd) return fail(ErrorKind::UnterminatedClass);
  if (c == '\\') {
    const uint32_t escaped = peek(1);
    if (escaped == kEnd) return fail(ErrorKind::TrailingBackslash);
    ++at_;
    if (escaped == 'b') {
      ++at_;
      point = '\b';
      return true;
    }
    if (is_reserved_punctuator(escaped)) {
      ++at_;
      point = escaped;
      return true;
    }
    const std::optional<uint32_t> value = parse_character_escape(/*in_class=*/true);
    if (value) point = *value;
    return value.has_value();
  }
  if (is_syntax_character(c)) return fail(ErrorKind::InvalidClassCharacter);
  if (is_reserved_if_doubled(c) && peek(1) == c) return fail(ErrorKind::InvalidSetOperation);
  point = next_point();
  return true;
}

// ClassStringDisjunction, behind `\q`.
bool Parser::parse_set_strings(ClassMember& member) {
  if (!eat('{')) return fail(ErrorKind::InvalidEscape);
  CharString string;
  for (;;) {
    if (peek() == '}' || peek() == '|') {
      if (string.size() == 1) {
        member.set.add(string[0]);
      } else {
        member.strings.push_back(string);
        member.may_have_strings = true;
      }
      string.clear();
      if (text_[at_++] == '}') return true;
      continue;
    }
    if (at_end()) return fail(ErrorKind::UnterminatedClass);
    uint32_t point = 0;
    if (!parse_set_character(point)) return false;
    string.push_back(point);
  }
}

// A ClassSetOperand that is no nested class.
bool Parser::parse_set_operand(ClassMember& member, bool& is_character) {
  is_character = false;
  if (peek() == '\\') {
    if (peek(1) == 'q') {
      at_ += 2;
      if (!parse_set_strings(member)) return false;
      fold_member(member);
      return true;
    }
    ++at_;
    if (try_class_escape(/*in_class=*/true, member)) return !error_;
    if (error_) return false;
    --at_;
  }
  is_character = true;
  return parse_set_character(member.point);
}

// Ends the innermost class at its `]`.
bool Parser::finish_set_level(std::vector<SetLevel>& levels, ClassMember& result) {
  SetLevel& level = levels.back();
  level.flush(*this);
  ++at_;
  if (level.negated) {
    if (level.result.may_have_strings) return fail(ErrorKind::NegatedClassWithStrings);
    level.result.set.invert();
  }
  result = std::move(level.result);
  std::ranges::sort(result.strings);
  const auto repeated = std::ranges::unique(result.strings);
  result.strings.erase(repeated.begin(), repeated.end());
  levels.pop_back();
  return true;
}

bool Parser::parse_class_set() {
  using Operation = SetLevel::Operation;
  std::vector<SetLevel> levels;
  ++at_;
  levels.emplace_back().negated = eat('^');
  for (;;) {
    SetLevel& level = levels.back();
    if (at_end()) return fail(ErrorKind::UnterminatedClass);
    ClassMember operand;
    bool is_character = false;
    if (peek() == ']' && !level.wants_operand && !level.awaits_range_end) {
      if (!finish_set_level(levels, operand)) return false;
      if (levels.empty()) {
        append_class(operand);
        return true;
      }
    } else if (!level.wants_operand && !level.awaits_range_end && level.has_operand &&
               (looking_at(u"&&") || looking_at(u"--"))) {
      const Operation operation = peek() == '&' ? Operation::Intersection : Operation::Subtraction;
      if (level.operation != Operation::Unknown && level.operation != operation) {
        return fail(ErrorKind::InvalidSetOperation);
      }
      level.flush(*this);
      level.operation = operation;
      if (operation == Operation::Subtraction && level.negated && level.result.may_have_strings) {
        return fail(ErrorKind::NegatedClassWithStrings);
      }
      at_ += 2;
      if (operation == Operation::Intersection && peek() == '&') {
        return fail(ErrorKind::InvalidClassCharacter);
      }
      level.wants_operand = true;
      continue;
    } else if (level.has_operand && level.is_operation() && !level.wants_operand) {
      return fail(ErrorKind::InvalidSetOperation);
    } else if (peek() == '-' && level.has_operand && !level.awaits_range_end &&
               !level.is_operation()) {
      ++at_;
      if (!level.has_character) {
        return fail(at_end() ? ErrorKind::UnterminatedClass : ErrorKind::InvalidCharacterClass);
      }
      level.awaits_range_end = true;
      level.operation = Operation::Union;
      continue;
    } else if (peek() == '[') {
      if (levels.size() >= kDeepest) return fail(ErrorKind::TooLarge);
      ++at_;
      const bool negated = eat('^');
      levels.emplace_back().negated = negated;
      continue;
    } else if (!parse_set_operand(operand, is_character)) {
      return false;
    }

    SetLevel& target = levels.back();
    if (target.awaits_range_end) {
      target.awaits_range_end = false;
      if (!is_character) return fail(ErrorKind::InvalidCharacterClass);
      if (target.character > operand.point) return fail(ErrorKind::RangeOutOfOrder);
      target.has_character = false;
      operand.set.add(target.character, operand.point);
      fold_member(operand);
      target.combine(operand);
      continue;
    }
    const bool is_first = !target.has_operand;
    target.flush(*this);
    if (!is_first && target.operation == Operation::Unknown) target.operation = Operation::Union;
    target.has_operand = true;
    target.wants_operand = false;
    if (is_character && !target.is_operation()) {
      target.has_character = true;
      target.character = operand.point;
      continue;
    }
    if (is_character) {
      operand.set.add(operand.point);
      fold_member(operand);
    }
    target.combine(operand);
  }
}

}  // namespace perry::runtime::regexp
