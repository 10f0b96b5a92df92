#include "frontend/regexp/validator.h"

// Character classes without the flag `v`.
namespace perry::frontend::regexp {

// `[`, ClassContents as NonemptyClassRanges, `]`.
bool Validator::class_ranges() {
  uint32_t start = offset();
  ++at_;
  eat('^');
  while (pending_trail_surrogate_ != 0 || !eat(']')) {
    if (at_end()) return fail(RegExpErrorKind::UnterminatedClass, start);
    uint32_t range_start = offset();
    std::optional<ClassAtom> first = class_atom();
    if (!first) return false;
    if (pending_trail_surrogate_ != 0 || peek() != '-' || peek(1) == ']' || peek(1) < 0) continue;
    ++at_;
    std::optional<ClassAtom> last = class_atom();
    if (!last) return false;
    if (first->is_class || last->is_class) {
      if (!annex_b_) return fail(RegExpErrorKind::RangeOfClasses, range_start);
    } else if (first->value > last->value) {
      return fail(RegExpErrorKind::RangeOutOfOrder, range_start);
    }
  }
  return true;
}

// Without the flag `u`, a code point beyond the BMP is two atoms.
std::optional<Validator::ClassAtom> Validator::class_atom() {
  if (pending_trail_surrogate_ != 0) {
    return ClassAtom{std::exchange(pending_trail_surrogate_, 0), /*is_class=*/false};
  }
  ClassAtom atom;
  if (eat('\\')) {
    std::optional<ClassAtom> escape = class_escape();
    if (!escape) return std::nullopt;
    atom = *escape;
  } else {
    atom = {code_point(), /*is_class=*/false};
  }
  if (!unicode_ && atom.value > 0xFFFF) {
    pending_trail_surrogate_ = trail_surrogate_of(atom.value);
    atom.value = lead_surrogate_of(atom.value);
  }
  return atom;
}

std::optional<Validator::ClassAtom> Validator::class_escape() {
  constexpr ClassAtom some_class{.value = 0, .is_class = true};
  auto character = [](uint32_t value) { return ClassAtom{value, /*is_class=*/false}; };
  int c = peek();
  switch (c) {
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      ++at_;
      return some_class;
    case 'p':
    case 'P':
      if (!unicode_) break;
      if (!property_escape()) return std::nullopt;
      return some_class;
    case 'b':
      ++at_;
      return character('\b');
    case '-':
      if (!unicode_) break;
      ++at_;
      return character('-');
    case 'c': {
      if (!annex_b_) break;
      // ClassControlLetter, or ClassAtomNoDash :: `\` [lookahead = `c`].
      int control = peek(1);
      bool is_control = detail::is_ascii_letter(uint32_t(control)) ||
                        (control >= '0' && control <= '9') || control == '_';
      if (!is_control) return character('\\');
      at_ += 2;
      return character(uint32_t(control) % 32);
    }
    default:
      break;
  }
  std::optional<uint32_t> value = character_escape();
  if (!value) return std::nullopt;
  return character(*value);
}

}  // namespace perry::frontend::regexp
