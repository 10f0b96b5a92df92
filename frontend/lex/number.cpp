#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

// What is known of the number being read. One fault of a number is reported, the first.
struct Lexer::NumberParts {
  const uint8_t* start;
  const uint8_t* at;  // behind what was read so far
  bool separators = false;
  bool leading_zero = false;
  bool fraction = false;
  bool exponent = false;
  bool faulty = false;
};

namespace {

// Too small or too large for a double: which one is decided by the place of the first digit.
double out_of_range_value(std::string_view digits) {
  int64_t place = 0;  // of the first digit that is not zero, as a power of ten, plus one
  bool in_fraction = false;
  bool seen = false;
  size_t i = 0;
  for (; i < digits.size() && (digits[i] | 0x20) != 'e'; i++) {
    if (digits[i] == '.') {
      in_fraction = true;
      continue;
    }
    seen |= digits[i] != '0';
    if (!in_fraction && seen) place++;
    if (in_fraction && !seen) place--;
  }
  if (i++ < digits.size()) {
    const bool is_negative = digits[i] == '-';
    if (is_negative || digits[i] == '+') i++;
    int64_t exponent = 0;
    for (; i < digits.size() && exponent < int64_t{1} << 50; i++)
      exponent = exponent * 10 + (digits[i] - '0');
    place += is_negative ? -exponent : exponent;
  }
  return place > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

double decimal_value(std::string_view digits) {
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc::result_out_of_range ? out_of_range_value(digits) : value;
}

// Bits beyond the 64 highest only count as "not exactly": the rounding to 53 bits needs no more.
double radix_value(std::string_view digits, uint32_t bits_per_digit) {
  uint64_t mantissa = 0;
  int64_t dropped_bits = 0;
  bool is_sticky = false;
  for (const char c : digits) {
    const uint32_t digit = hex_value(static_cast<uint8_t>(c));
    for (uint32_t bit = bits_per_digit; bit-- != 0;) {
      const bool is_set = ((digit >> bit) & 1) != 0;
      if (mantissa >> 63 != 0) {
        dropped_bits++;
        is_sticky |= is_set;
      } else {
        mantissa = mantissa << 1 | (is_set ? 1 : 0);
      }
    }
  }
  const double rounded = static_cast<double>(mantissa | (is_sticky ? 1 : 0));
  if (dropped_bits == 0) return rounded;
  if (dropped_bits > 2000) return std::numeric_limits<double>::infinity();
  return std::ldexp(rounded, static_cast<int>(dropped_bits));
}

uint32_t bits_of_radix(uint32_t radix) { return radix == 16 ? 4 : radix == 8 ? 3 : 1; }

}  // namespace

void Lexer::read_number(const uint8_t* p) {
  // A whole number of few digits needs no rounding.
  constexpr ptrdiff_t kFewDigits = 15;
  constexpr int kNumberGoesOn = kIdPartByte | kMoreNameByte;
  const uint8_t* q = p;
  uint64_t value = 0;
  while (q != end_ && has_class(*q, kDigitByte)) value = value * 10 + (*q++ - '0');
  const bool is_plain = q == end_ || (*q != '.' && !has_class(*q, kNumberGoesOn));
  const bool is_decimal = *p != '0' || q == p + 1;
  if (!is_plain || !is_decimal || q - p > kFewDigits) return read_number_slow(p);
  token_.number = static_cast<double>(value);
  finish(TokenKind::Number, q);
}

[[gnu::noinline]] void Lexer::read_number_slow(const uint8_t* p) {
  NumberParts parts{.start = p, .at = p};
  const uint8_t second = static_cast<uint8_t>(peek(p + 1) | 0x20);
  if (*p == '0' && (second == 'x' || second == 'o' || second == 'b')) {
    read_radix(parts, second == 'x' ? 16 : second == 'o' ? 8 : 2);
  } else if (*p == '0' && (has_class(peek(p + 1), kDigitByte) || peek(p + 1) == '_')) {
    read_leading_zero(parts);
  } else {
    read_decimal(parts);
  }
  check_after_number(parts);
  finish(token_.kind, parts.at);
}

template <class... Args, class... Given>
void Lexer::report_number(NumberParts& parts, const support::DiagnosticKind<void(Args...)>& kind,
                          const uint8_t* from, const uint8_t* to, Given&&... given) {
  if (!parts.faulty) report(kind, from, to, std::forward<Given>(given)...);
  parts.faulty = true;
}

// Digits and separators. Says whether there was a digit.
bool Lexer::skip_digits(NumberParts& parts, int digit_class) {
  const uint8_t* const start = parts.at;
  const uint8_t* p = start;
  bool has_digits = false;
  for (;; p++) {
    if (has_class(peek(p), digit_class)) {
      has_digits = true;
      continue;
    }
    if (peek(p) != '_') break;
    parts.separators = true;
    const uint8_t* const separator = p;
    while (peek(p + 1) == '_') p++;
    if (separator == start || !has_class(peek(p + 1), digit_class)) {
      report_number(parts, diag::kSeparatorNotBetweenDigits, separator, p + 1);
    } else if (p != separator) {
      report_number(parts, diag::kSeparatorRepeated, separator + 1, p + 1);
    }
  }
  parts.at = p;
  return has_digits;
}

// The number's digits from `p` on without separators.
std::string_view Lexer::digits_of(const uint8_t* p, const NumberParts& parts) {
  const std::string_view text = view(p, parts.at);
  if (!parts.separators) return text;
  buffer_ = text;
  std::erase(buffer_, '_');
  return buffer_;
}

AtomId Lexer::intern_digits(const NumberParts& parts) {
  const std::string_view digits = digits_of(parts.start, parts);
  return parts.separators ? atoms_.intern_copied(digits) : atoms_.intern_borrowed(digits);
}

void Lexer::read_decimal(NumberParts& parts) {
  if (peek(parts.at) != '.') skip_digits(parts, kDigitByte);
  read_fraction_and_exponent(parts);
  finish_decimal(parts);
}

void Lexer::read_fraction_and_exponent(NumberParts& parts) {
  const uint8_t* p = parts.at;
  if (peek(p) == '.') {
    parts.fraction = true;
    parts.at = ++p;
    // `1._x` is a name that follows too closely.
    const uint8_t* digit = p;
    while (peek(digit) == '_') digit++;
    if (has_class(peek(digit), kDigitByte)) skip_digits(parts, kDigitByte);
    p = parts.at;
  }
  if ((peek(p) | 0x20) != 'e') return;
  parts.exponent = true;
  const uint8_t* const start = p++;
  if (peek(p) == '+' || peek(p) == '-') p++;
  parts.at = p;
  if (!skip_digits(parts, kDigitByte))
    report_number(parts, diag::kMissingExponentDigits, start, parts.at);
}

// With its value, or as a bigint.
void Lexer::finish_decimal(NumberParts& parts) {
  const bool is_bigint = peek(parts.at) == 'n';
  if (is_bigint) {
    const uint8_t* const suffix = parts.at;
    if (parts.leading_zero)
      report_number(parts, diag::kBigIntLeadingZero, parts.start, parts.start + 1);
    if (parts.exponent) report_number(parts, diag::kBigIntExponent, suffix, suffix + 1);
    if (parts.fraction) report_number(parts, diag::kBigIntFraction, suffix, suffix + 1);
  }
  if (is_bigint && !parts.leading_zero && !parts.exponent && !parts.fraction) {
    token_.kind = TokenKind::BigInt;
    token_.atom = intern_digits(parts);
  } else {
    token_.kind = TokenKind::Number;
    token_.number = decimal_value(digits_of(parts.start, parts));
  }
  if (is_bigint) parts.at++;
}

void Lexer::report_leading_zero(NumberParts& parts, bool is_octal) {
  if (parts.faulty) return;
  parts.faulty = true;
  const std::string_view text = view(parts.start, parts.at);
  const support::Span span = {offset(parts.start), offset(parts.at)};
  const std::string digits(text.substr(std::min(text.find_first_not_of('0'), text.size() - 1)));
  if (is_octal) {
    report(diag::kOctalNumberInStrictCode, parts.start, parts.at, text)
        .fix(span, "0o" + digits, "write `0o" + digits + "`");
  } else {
    report(diag::kLeadingZeroInStrictCode, parts.start, parts.at)
        .fix(span, digits, "write `" + digits + "`");
  }
}

// 017 is octal, 018 and 089.5 are decimal.
void Lexer::read_leading_zero(NumberParts& parts) {
  parts.leading_zero = true;
  token_.flags |= kLegacyOctal;
  bool is_octal = true;
  const uint8_t* p = parts.at;
  for (; has_class(peek(p), kDigitByte) || peek(p) == '_'; p++) {
    if (*p == '_') {
      parts.separators = true;
      report_number(parts, diag::kSeparatorAfterLeadingZero, p, p + 1);
    }
    is_octal &= *p != '8' && *p != '9';
  }
  parts.at = p;
  const bool is_octal_number = is_octal && p - parts.start > 1;
  const bool is_bigint = peek(p) == 'n';
  if (legacy_octal_is_error() && !is_bigint) report_leading_zero(parts, is_octal_number);
  if (!is_octal_number || is_bigint) {
    if (!is_octal_number) read_fraction_and_exponent(parts);
    return finish_decimal(parts);
  }
  token_.kind = TokenKind::Number;
  token_.number = radix_value(digits_of(parts.start, parts), bits_of_radix(8));
}

void Lexer::read_radix(NumberParts& parts, uint32_t radix) {
  const uint8_t* const digits = parts.start + 2;
  parts.at = digits;
  const std::string_view name = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
  if (!skip_digits(parts, radix == 16 ? kHexByte : kDigitByte)) {
    report_number(parts, diag::kMissingRadixDigits, parts.start, parts.at, name,
                  view(parts.start, digits));
  }
  for (const uint8_t* p = digits; radix != 16 && p != parts.at; p++) {
    if (*p == '_' || *p - uint32_t{'0'} < radix) continue;
    report_number(parts, diag::kDigitNotInRadix, p, p + 1, view(p, p + 1),
                  radix == 8 ? "an octal" : "a binary");
  }
  if (peek(parts.at) == 'n') {
    token_.kind = TokenKind::BigInt;
    token_.atom = intern_digits(parts);
    parts.at++;
    return;
  }
  token_.kind = TokenKind::Number;
  token_.number = radix_value(digits_of(digits, parts), bits_of_radix(radix));
}

// Neither a digit nor the beginning of a name may follow a number. What does is passed over, unless
// it is an operator that somebody forgot to set apart.
void Lexer::check_after_number(NumberParts& parts) {
  const uint8_t* p = parts.at;
  if (!is_name_at(p) && !has_class(peek(p), kDigitByte)) return;
  while (p != end_) {
    const uint8_t* const part_end = peek(p) == '\\' ? p + 1 : skip_name_part(p);
    if (part_end == p) break;
    p = part_end;
  }
  const std::string_view word = view(parts.at, p);
  report_number(parts, diag::kNameAfterNumber, parts.at, p, word);
  if (word != "in" && word != "instanceof") parts.at = p;
}

}  // namespace perry::frontend
