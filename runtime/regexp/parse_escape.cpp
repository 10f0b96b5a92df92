#include <string>

#include "runtime/regexp/parser.h"

// Escapes, behind their `\`.
namespace perry::runtime::regexp {

namespace {

bool is_digit(uint32_t c) { return c - '0' < 10; }
bool is_ascii_letter(uint32_t c) { return (c | 0x20) - 'a' < 26; }

bool is_syntax_character(uint32_t c) {
  return c < 0x80 && std::string_view("^$\\.*+?()[]{}|/").contains(static_cast<char>(c));
}

bool is_space(uint32_t c) {
  return (c >= 9 && c <= 13) || c == 0x20 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000 || c == 0xfeff;
}

CharSet space_set() {
  CharSet set;
  for (uint32_t c = 0; c <= 0xffff; c = c == 0x3000 ? 0xfeff : c + 1) {
    if (is_space(c)) set.add(c);
  }
  return set;
}

}  // namespace

bool Parser::try_hex(size_t digits, uint32_t& value) {
  uint32_t result = 0;
  for (size_t i = 0; i < digits; ++i) {
    const uint32_t c = peek(i);
    const uint32_t letter = (c | 0x20) - 'a';
    if (!is_digit(c) && letter >= 6) return false;
    result = result * 16 + (is_digit(c) ? c - '0' : letter + 10);
  }
  at_ += digits;
  value = result;
  return true;
}

// What follows `\u`; `unicode`: a pair of surrogates is one code point.
bool Parser::try_unicode_escape(uint32_t& point, bool unicode) {
  const size_t start = at_;
  if (unicode && eat('{')) {
    uint32_t value = 0;
    size_t digits = 0;
    for (uint32_t digit = 0; try_hex(1, digit); ++digits) {
      value = value * 16 + digit;
      if (value > kLastCodePoint) break;
    }
    if (digits > 0 && value <= kLastCodePoint && eat('}')) {
      point = value;
      return true;
    }
    at_ = start;
    return false;
  }
  if (!try_hex(4, point)) return false;
  if (unicode && (point & 0xfc00) == 0xd800 && peek() == '\\' && peek(1) == 'u') {
    const size_t behind = at_;
    at_ += 2;
    uint32_t trail = 0;
    if (try_hex(4, trail) && (trail & 0xfc00) == 0xdc00) {
      point = 0x10000 + ((point & 0x3ff) << 10) + (trail & 0x3ff);
    } else {
      at_ = behind;
    }
  }
  return true;
}

// LegacyOctalEscapeSequence: up to three digits, up to 377.
uint32_t Parser::parse_octal() {
  uint32_t value = text_[at_++] - u'0';
  for (int i = 0; i < 2 && peek() - '0' < 8; ++i) {
    const uint32_t next = value * 8 + (peek() - '0');
    if (next > 0xff) break;
    value = next;
    ++at_;
  }
  return value;
}

std::optional<uint32_t> Parser::parse_character_escape(bool in_class) {
  const auto failed = [&](ErrorKind kind) {
    fail(kind);
    return std::nullopt;
  };
  const uint32_t c = next_point();
  uint32_t value = 0;
  switch (c) {
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case 'c':
      if (is_ascii_letter(peek())) return text_[at_++] & 0x1f;
      if (unicode_) return failed(ErrorKind::InvalidUnicodeEscape);
      if (in_class && (is_digit(peek()) || peek() == '_')) return text_[at_++] & 0x1f;
      --at_;  // the `\` stands for itself
      return '\\';
    case '0':
      if (!is_digit(peek())) return 0;
      [[fallthrough]];
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
      if (unicode_) return failed(ErrorKind::InvalidDecimalEscape);
      --at_;
      return parse_octal();
    case 'x':
      if (try_hex(2, value)) return value;
      if (unicode_) return failed(ErrorKind::InvalidEscape);
      return 'x';
    case 'u':
      if (try_unicode_escape(value, unicode_)) return value;
      if (unicode_) return failed(ErrorKind::InvalidUnicodeEscape);
      return 'u';
    default:
      if (unicode_ ? !is_syntax_character(c) && !(in_class && c == '-')
                   : c == 'k' && has_named_groups()) {
        return failed(ErrorKind::InvalidEscape);
      }
      return c;
  }
}

CharSet Parser::word_set() const {
  CharSet set;
  set.add('0', '9');
  set.add('A', 'Z');
  set.add('_');
  set.add('a', 'z');
  if (case_mode() == CaseMode::Points) close_over_case(CaseMode::Points, set);
  return set;
}

bool Parser::try_class_escape(bool in_class, ClassMember& member) {
  const uint32_t c = peek();
  switch (c) {
    case 'd':
    case 'D':
      member.set.add('0', '9');
      break;
    case 's':
    case 'S':
      member.set = space_set();
      break;
    case 'w':
    case 'W':
      member.set = word_set();
      break;
    case 'p':
    case 'P':
      if (!unicode_) return false;
      member.is_set = true;
      return parse_property(in_class, member);
    default:
      return false;
  }
  ++at_;
  member.is_set = true;
  if (is_ascii_letter(c) && c < 'a') member.set.invert();
  return true;
}

// CharacterClassEscape, from the `p` on. With `v`, case is ignored before `\P` takes the
// complement.
bool Parser::parse_property(bool in_class, ClassMember& member) {
  const bool negated = text_[at_++] == 'P';
  std::string parts[2];
  size_t count = 1;
  bool ok = eat('{');
  while (ok && !eat('}')) {
    const uint32_t c = peek();
    if (c == '=' && count == 1) {
      count = 2;
    } else if (is_ascii_letter(c) || is_digit(c) || c == '_') {
      parts[count - 1] += static_cast<char>(c);
    } else {
      ok = false;
    }
    ++at_;
  }
  if (ok && count == 2) {
    ok = add_property_value(parts[0], parts[1], member.set);
  } else if (ok && is_property_of_strings(parts[0])) {
    ok = (flags_ & kUnicodeSets) != 0 && !negated;
    if (ok) add_property_of_strings(parts[0], member.set, member.strings);
    member.may_have_strings = true;
  } else if (ok) {
    ok = add_lone_property(parts[0], member.set);
  }
  if (!ok) {
    fail(in_class ? ErrorKind::InvalidPropertyNameInClass : ErrorKind::InvalidPropertyName);
    return false;
  }
  if ((flags_ & kUnicodeSets) != 0) fold_member(member);
  if (negated) member.set.invert();
  if (!in_class) close_over_case(case_mode(), member.set);
  return true;
}

}  // namespace perry::runtime::regexp
