#include "runtime/regexp/parser.h"

// Character classes without the flag `v`.
namespace perry::runtime::regexp {

// A ClassAtom: a character, or the set of an escape.
bool Parser::parse_class_atom(ClassMember& member) {
  if (peek() != '\\') {
    member.point = next_point();
    return true;
  }
  ++at_;
  if (at_end()) return fail(ErrorKind::TrailingBackslash);
  if (try_class_escape(/*in_class=*/true, member)) return !error_;
  if (error_) return false;
  if (eat('b')) {
    member.point = '\b';
    return true;
  }
  const std::optional<uint32_t> point = parse_character_escape(/*in_class=*/true);
  if (!point) return false;
  member.point = *point;
  return true;
}

bool Parser::parse_class() {
  if ((flags_ & kUnicodeSets) != 0) return parse_class_set();
  ++at_;
  const bool negated = eat('^');
  CharSet set;
  const auto add = [&](const ClassMember& member) {
    if (member.is_set) {
      set.add(member.set);
    } else {
      set.add(member.point);
    }
  };
  while (!at_end() && peek() != ']') {
    ClassMember first;
    if (!parse_class_atom(first)) return false;
    if (peek() != '-') {
      add(first);
      continue;
    }
    ++at_;
    if (at_end()) break;
    if (peek() == ']') {
      add(first);
      set.add('-');
      break;
    }
    ClassMember last;
    if (!parse_class_atom(last)) return false;
    if (first.is_set || last.is_set) {
      // With Annex B the `-` stands for itself.
      if (unicode_) return fail(ErrorKind::InvalidCharacterClass);
      add(first);
      set.add('-');
      add(last);
      continue;
    }
    if (first.point > last.point) return fail(ErrorKind::RangeOutOfOrder);
    set.add(first.point, last.point);
  }
  if (!eat(']')) return fail(ErrorKind::UnterminatedClass);
  close_over_case(case_mode(), set);
  if (negated) set.invert();
  append_set(std::move(set));
  return true;
}

}  // namespace perry::runtime::regexp
