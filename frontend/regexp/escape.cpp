#include <limits>

#include "frontend/regexp/validator.h"
#include "frontend/unicode/properties.h"

// What follows a `\`. The functions here begin past it.
namespace perry::frontend::regexp {

namespace {

constexpr bool is_digit(int c) { return c >= '0' && c <= '9'; }
constexpr bool is_octal_digit(int c) { return c >= '0' && c <= '7'; }
constexpr bool is_letter(int c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

constexpr int hex_value(int c) {
  if (is_digit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

constexpr bool is_syntax_character(int c) {
  return c > 0 && std::string_view("^$\\.*+?()[]{}|").contains(char(c));
}

}  // namespace

// AtomEscape; `\b` and `\B` are assertions.
bool Validator::atom_escape() {
  ++at_;
  int c = peek();
  switch (c) {
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      ++at_;
      return true;
    case 'p':
    case 'P':
      if (unicode_) return property_escape().has_value();
      break;
    case 'k':
      return named_reference();
    case 'c':
      // ExtendedAtom :: `\` [lookahead = `c`]: the `c` is a term of its own.
      if (annex_b_ && !is_letter(peek(1))) return true;
      break;
    default:
      if (c >= '1' && c <= '9') {
        decimal_escape();
        return true;
      }
  }
  return character_escape().has_value();
}

// With Annex B a number that counts no group is octal or an identity escape, and the digits that it
// leaves over are terms: always valid, so it doesn't matter here which it is.
void Validator::decimal_escape() {
  constexpr uint32_t limit = std::numeric_limits<uint32_t>::max();
  uint32_t start = offset() - 1;
  uint64_t number = 0;
  while (is_digit(peek())) {
    number = number * 10 + uint64_t(*at_++ - '0');
    if (number > limit) number = limit;
  }
  if (annex_b_ || number <= largest_reference_) return;
  largest_reference_ = uint32_t(number);
  largest_reference_error_ = {start, offset(), /*in_flags=*/false,
                              RegExpErrorKind::UnknownGroupNumber};
}

// CharacterEscape, and its value.
std::optional<uint32_t> Validator::character_escape() {
  uint32_t start = offset() - 1;
  int c = peek();
  switch (c) {
    case -1:
      fail(RegExpErrorKind::TrailingBackslash, start);
      return std::nullopt;
    case 't':
      ++at_;
      return '\t';
    case 'n':
      ++at_;
      return '\n';
    case 'v':
      ++at_;
      return '\v';
    case 'f':
      ++at_;
      return '\f';
    case 'r':
      ++at_;
      return '\r';
    case 'c':
      ++at_;
      if (is_letter(peek())) return *at_++ % 32;
      fail(RegExpErrorKind::InvalidControlEscape, start);
      return std::nullopt;
    case 'x':
      return hex_escape();
    case 'u':
      return unicode_escape();
    default:
      break;
  }
  if (!is_digit(c)) return identity_escape();
  if (annex_b_) return legacy_octal_escape();
  ++at_;
  if (c == '0' && !is_digit(peek())) return 0;
  fail(RegExpErrorKind::InvalidDecimalEscape, start);
  return std::nullopt;
}

// LegacyOctalEscapeSequence, or `8` or `9`, which stand for themselves.
uint32_t Validator::legacy_octal_escape() {
  if (!is_octal_digit(peek())) return *at_++;
  uint32_t value = 0;
  for (int digits = 0; digits < 3 && is_octal_digit(peek()); ++digits) {
    uint32_t next = value * 8 + uint32_t(peek() - '0');
    if (next > 0xFF) break;
    value = next;
    ++at_;
  }
  return value;
}

std::optional<uint32_t> Validator::identity_escape() {
  uint32_t start = offset() - 1;
  uint32_t c = code_point();
  bool valid = true;
  if (unicode_) {
    valid = c == '/' || (c < 0x80 && is_syntax_character(int(c)));
  } else if (!annex_b_) {
    // Of a code point beyond the BMP only the lead surrogate is escaped, which continues nothing.
    valid = c > 0xFFFF || !is_id_continue(c);
  } else if (c == 'k' && !error_if_named_groups_) {
    // Only a class gets here with `k`, see named_reference().
    fail(RegExpErrorKind::InvalidEscape, start);
    error_if_named_groups_ = error_;
  }
  if (valid) return c;
  fail(RegExpErrorKind::InvalidEscape, start);
  return std::nullopt;
}

// Two digits after `x`; with Annex B `x` stands for itself without them.
std::optional<uint32_t> Validator::hex_escape() {
  uint32_t start = offset() - 1;
  ++at_;
  if (std::optional<uint32_t> value = try_hex_digits(2)) return value;
  if (annex_b_) return 'x';
  fail(RegExpErrorKind::InvalidHexEscape, start);
  return std::nullopt;
}

// RegExpUnicodeEscapeSequence; with Annex B `u` stands for itself where there is none.
std::optional<uint32_t> Validator::unicode_escape() {
  uint32_t start = offset() - 1;
  ++at_;
  const uint8_t* after_u = at_;
  std::optional<uint32_t> value = try_unicode_escape(unicode_);
  if (value && *value <= max_code_point) return value;
  if (annex_b_) {
    at_ = after_u;
    return 'u';
  }
  fail(value ? RegExpErrorKind::CodePointTooLarge : RegExpErrorKind::InvalidUnicodeEscape, start);
  return std::nullopt;
}

// What may follow `\u`. The value can be too large for a code point.
std::optional<uint32_t> Validator::try_unicode_escape(bool unicode) {
  if (unicode && eat('{')) {
    if (peek() == '}') return std::nullopt;
    uint32_t value = 0;
    while (!eat('}')) {
      int digit = hex_value(peek());
      if (digit < 0) return std::nullopt;
      ++at_;
      if (value <= max_code_point) value = value * 16 + uint32_t(digit);
    }
    return value;
  }
  std::optional<uint32_t> lead = try_hex_digits(4);
  if (!unicode || !lead || !is_lead_surrogate(*lead) || !looking_at("\\u")) return lead;
  const uint8_t* after_lead = at_;
  at_ += 2;
  std::optional<uint32_t> trail = try_hex_digits(4);
  if (trail && is_trail_surrogate(*trail)) return combine_surrogates(*lead, *trail);
  at_ = after_lead;
  return lead;
}

// Consumes nothing unless all digits are there.
std::optional<uint32_t> Validator::try_hex_digits(uint32_t count) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < count; ++i) {
    int digit = hex_value(peek(i));
    if (digit < 0) return std::nullopt;
    value = value * 16 + uint32_t(digit);
  }
  at_ += count;
  return value;
}

// `p{` or `P{`, UnicodePropertyValueExpression, `}`.
std::optional<bool> Validator::property_escape() {
  uint32_t start = offset() - 1;
  bool negated = peek() == 'P';
  ++at_;
  auto error = [&](RegExpErrorKind kind) {
    fail(kind, start);
    return std::nullopt;
  };
  auto word = [&] {
    uint32_t first = offset();
    while (is_letter(peek()) || is_digit(peek()) || peek() == '_') ++at_;
    return text(first, offset());
  };
  if (!eat('{')) return error(RegExpErrorKind::InvalidPropertyEscape);
  std::string_view name = word();
  bool has_value = eat('=');
  std::string_view value = has_value ? word() : std::string_view();
  if (!eat('}') || name.empty() || (has_value && value.empty())) {
    return error(RegExpErrorKind::InvalidPropertyEscape);
  }
  if (has_value) {
    if (!is_unicode_property_with_values(name)) return error(RegExpErrorKind::UnknownProperty);
    if (!is_unicode_property_value(name, value)) {
      return error(RegExpErrorKind::UnknownPropertyValue);
    }
    return false;
  }
  switch (lone_unicode_property(name)) {
    case UnicodePropertyKind::Unknown:
      return error(RegExpErrorKind::UnknownProperty);
    case UnicodePropertyKind::CodePoints:
      return false;
    case UnicodePropertyKind::Strings:
      if (!unicode_sets_) return error(RegExpErrorKind::StringPropertyNeedsV);
      if (negated) return error(RegExpErrorKind::NegatedStringProperty);
      return true;
  }
}

}  // namespace perry::frontend::regexp
