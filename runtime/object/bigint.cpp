#include "runtime/object/bigint.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/unicode/white_space.h"

// Arithmetic is schoolbook: products and quotients of n digits take n^2 steps.
namespace perry::runtime {

namespace {

using Digits = std::vector<uint32_t>;

// V8's limit: 2^30 bits.
constexpr size_t kMostDigits = size_t{1} << 25;

void trim(Digits& digits) {
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
}

int compare(const Digits& a, const Digits& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

Digits add(const Digits& a, const Digits& b) {
  Digits result(std::max(a.size(), b.size()) + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < result.size(); ++i) {
    carry += (i < a.size() ? uint64_t{a[i]} : 0) + (i < b.size() ? b[i] : 0);
    result[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  trim(result);
  return result;
}

// a >= b.
Digits subtract(const Digits& a, const Digits& b) {
  Digits result(a.size());
  int64_t borrow = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    borrow += int64_t{a[i]} - (i < b.size() ? int64_t{b[i]} : 0);
    result[i] = static_cast<uint32_t>(borrow);
    borrow >>= 32;
  }
  trim(result);
  return result;
}

Digits multiply(const Digits& a, const Digits& b) {
  Digits result(a.size() + b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    uint64_t carry = 0;
    for (size_t k = 0; k < b.size(); ++k) {
      carry += uint64_t{a[i]} * b[k] + result[i + k];
      result[i + k] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    result[i + b.size()] = static_cast<uint32_t>(carry);
  }
  trim(result);
  return result;
}

uint32_t divide_small(Digits& digits, uint32_t divisor) {
  uint64_t rest = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    rest = rest << 32 | digits[i];
    digits[i] = static_cast<uint32_t>(rest / divisor);
    rest %= divisor;
  }
  trim(digits);
  return static_cast<uint32_t>(rest);
}

void multiply_add_small(Digits& digits, uint32_t factor, uint32_t addend) {
  uint64_t carry = addend;
  for (uint32_t& digit : digits) {
    carry += uint64_t{digit} * factor;
    digit = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) digits.push_back(static_cast<uint32_t>(carry));
}

Digits shift_left(const Digits& a, size_t bits) {
  if (a.empty()) return {};
  const size_t words = bits / 32;
  const unsigned rest = bits % 32;
  Digits result(a.size() + words + 1);
  for (size_t i = 0; i < a.size(); ++i) {
    const uint64_t wide = uint64_t{a[i]} << rest;
    result[i + words] |= static_cast<uint32_t>(wide);
    result[i + words + 1] = static_cast<uint32_t>(wide >> 32);
  }
  trim(result);
  return result;
}

Digits shift_right(const Digits& a, size_t bits) {
  const size_t words = bits / 32;
  const unsigned rest = bits % 32;
  if (words >= a.size()) return {};
  Digits result(a.size() - words);
  for (size_t i = 0; i < result.size(); ++i) {
    const uint64_t high = i + words + 1 < a.size() ? a[i + words + 1] : 0;
    result[i] = static_cast<uint32_t>((high << 32 | a[i + words]) >> rest);
  }
  trim(result);
  return result;
}

// Knuth's algorithm D; gives the quotient and leaves the remainder in `a`.
Digits divide(Digits& a, const Digits& b) {
  if (compare(a, b) < 0) return {};
  if (b.size() == 1) {
    Digits quotient = a;
    const uint32_t rest = divide_small(quotient, b[0]);
    a = rest == 0 ? Digits() : Digits{rest};
    return quotient;
  }
  const auto shift = static_cast<unsigned>(std::countl_zero(b.back()));
  const Digits divisor = shift_left(b, shift);
  Digits rest = shift_left(a, shift);
  rest.resize(a.size() + 1);
  const size_t n = divisor.size();
  Digits quotient(rest.size() - n);
  for (size_t j = quotient.size(); j-- > 0;) {
    const uint64_t top = uint64_t{rest[j + n]} << 32 | rest[j + n - 1];
    uint64_t guess = top / divisor[n - 1];
    uint64_t left = top % divisor[n - 1];
    while (guess >> 32 != 0 || guess * divisor[n - 2] > (left << 32 | rest[j + n - 2])) {
      --guess;
      left += divisor[n - 1];
      if (left >> 32 != 0) break;
    }
    int64_t borrow = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < n; ++i) {
      carry += guess * divisor[i];
      borrow += int64_t{rest[i + j]} - static_cast<int64_t>(carry & 0xffff'ffff);
      rest[i + j] = static_cast<uint32_t>(borrow);
      borrow >>= 32;
      carry >>= 32;
    }
    borrow += int64_t{rest[j + n]} - static_cast<int64_t>(carry);
    rest[j + n] = static_cast<uint32_t>(borrow);
    if (borrow < 0) {
      --guess;
      uint64_t back = 0;
      for (size_t i = 0; i < n; ++i) {
        back += uint64_t{rest[i + j]} + divisor[i];
        rest[i + j] = static_cast<uint32_t>(back);
        back >>= 32;
      }
      rest[j + n] += static_cast<uint32_t>(back);
    }
    quotient[j] = static_cast<uint32_t>(guess);
  }
  trim(rest);
  a = shift_right(rest, shift);
  trim(quotient);
  return quotient;
}

// Two's complement with one word of sign.
Digits to_twos_complement(const BigNumber& number, size_t words) {
  Digits result = number.digits;
  result.resize(words);
  if (!number.negative) return result;
  uint64_t carry = 1;
  for (uint32_t& digit : result) {
    carry += static_cast<uint32_t>(~digit);
    digit = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return result;
}

BigNumber from_twos_complement(Digits digits) {
  BigNumber result;
  result.negative = !digits.empty() && digits.back() >> 31 != 0;
  if (result.negative) {
    uint64_t carry = 1;
    for (uint32_t& digit : digits) {
      carry += static_cast<uint32_t>(~digit);
      digit = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
  }
  result.digits = std::move(digits);
  result.trim();
  return result;
}

BigNumber add_signed(const BigNumber& a, const BigNumber& b, bool negate_b) {
  const bool b_negative = b.negative != negate_b;
  BigNumber result;
  if (a.negative == b_negative) {
    result.digits = add(a.digits, b.digits);
    result.negative = a.negative;
  } else if (compare(a.digits, b.digits) >= 0) {
    result.digits = subtract(a.digits, b.digits);
    result.negative = a.negative;
  } else {
    result.digits = subtract(b.digits, a.digits);
    result.negative = b_negative;
  }
  result.trim();
  return result;
}

[[noreturn]] void throw_too_big(Isolate& isolate) {
  throw_range_error(isolate, "Maximum BigInt size exceeded");
}

}  // namespace

// --- BigNumber ---

BigNumber::BigNumber(Value bigint) {
  const auto* cell = bigint.as<BigInt>();
  digits.assign(cell->digits(), cell->digits() + cell->length);
  negative = cell->negative != 0;
}

void BigNumber::trim() {
  perry::runtime::trim(digits);
  if (digits.empty()) negative = false;
}

BigNumber BigNumber::from_uint64(uint64_t value) {
  BigNumber result;
  result.digits = {static_cast<uint32_t>(value), static_cast<uint32_t>(value >> 32)};
  result.trim();
  return result;
}

BigNumber BigNumber::from_int64(int64_t value) {
  BigNumber result =
      from_uint64(value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
  result.negative = value < 0;
  return result;
}

BigNumber BigNumber::from_double(double value) {
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  BigNumber result = from_uint64(static_cast<uint64_t>(std::ldexp(fraction, 53)));
  result.digits = exponent >= 53 ? shift_left(result.digits, static_cast<size_t>(exponent - 53))
                                 : shift_right(result.digits, static_cast<size_t>(53 - exponent));
  result.negative = value < 0;
  result.trim();
  return result;
}

Value new_bigint(Isolate& isolate, const BigNumber& number) {
  const size_t length = number.digits.size();
  if (length > kMostDigits) throw_too_big(isolate);
  auto* cell = isolate.heap().allocate<BigInt>(CellKind::BigInt, abi::kBigIntShape,
                                               sizeof(BigInt) + length * 4);
  cell->length = static_cast<uint32_t>(length);
  cell->negative = number.negative ? 1 : 0;
  std::ranges::copy(number.digits, cell->digits());
  return Value::cell(cell);
}

// --- Comparisons ---

bool is_zero_bigint(Value value) { return value.as<BigInt>()->length == 0; }

int bigint_compare(Value a, Value b) {
  const BigNumber x(a);
  const BigNumber y(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  const int order = compare(x.digits, y.digits);
  return x.negative ? -order : order;
}

bool bigint_equals(Value a, Value b) { return bigint_compare(a, b) == 0; }

int bigint_compare(Value a, double b) {
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  const double whole = std::trunc(b);
  const BigNumber x(a);
  const BigNumber y = BigNumber::from_double(whole);
  int order = 0;
  if (x.negative != y.negative) {
    order = x.negative ? -1 : 1;
  } else {
    order = compare(x.digits, y.digits) * (x.negative ? -1 : 1);
  }
  if (order != 0 || whole == b) return order;
  return whole < b ? -1 : 1;
}

bool bigint_loosely_equals(Isolate& isolate, Value a, Value b) {
  if (!a.is_bigint()) std::swap(a, b);
  if (b.is_bigint()) return bigint_equals(a, b);
  if (b.is_number()) return b.as_number() == b.as_number() && bigint_compare(a, b.as_number()) == 0;
  const Value parsed = string_to_bigint(isolate, b.as<String>()->flatten(isolate));
  return !parsed.is_empty() && bigint_equals(a, parsed);
}

// --- Conversions ---

String* bigint_to_string(Isolate& isolate, Value value, int radix) {
  BigNumber number(value);
  if (number.is_zero()) return to_string(isolate, Value::number(0));
  // As many digits at a time as fit into a word.
  auto base = static_cast<uint32_t>(radix);
  uint32_t chunk = base;
  int chunk_digits = 1;
  while (uint64_t{chunk} * base <= 0xffff'ffff) {
    chunk *= base;
    ++chunk_digits;
  }
  std::string text;
  while (!number.is_zero()) {
    uint32_t rest = divide_small(number.digits, chunk);
    for (int i = 0; i < chunk_digits && (rest != 0 || !number.is_zero()); ++i) {
      text += "0123456789abcdefghijklmnopqrstuvwxyz"[rest % base];
      rest /= base;
    }
  }
  if (number.negative) text += '-';
  std::ranges::reverse(text);
  return new_string_utf8(isolate, text);
}

double bigint_to_number(Value value) {
  const BigNumber number(value);
  if (number.is_zero()) return 0;
  const size_t bits =
      number.digits.size() * 32 - static_cast<size_t>(std::countl_zero(number.digits.back()));
  if (bits > 1024) return number.negative ? -INFINITY : INFINITY;
  // 64 bits, the lowest of which says whether anything was cut off; the conversion rounds to even.
  const size_t drop = bits > 64 ? bits - 64 : 0;
  const Digits top = shift_right(number.digits, drop);
  uint64_t mantissa = top[0] | (top.size() > 1 ? uint64_t{top[1]} << 32 : 0);
  if (drop != 0 && compare(shift_left(top, drop), number.digits) != 0) mantissa |= 1;
  const double result = std::ldexp(static_cast<double>(mantissa), static_cast<int>(drop));
  return number.negative ? -result : result;
}

uint64_t bigint_to_uint64(Value value) {
  const Digits digits = to_twos_complement(BigNumber(value), 2);
  return digits[0] | uint64_t{digits[1]} << 32;
}

Value bigint_from_digits(Isolate& isolate, std::string_view digits, int radix) {
  BigNumber number;
  for (const char c : digits) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    multiply_add_small(number.digits, static_cast<uint32_t>(radix), static_cast<uint32_t>(digit));
  }
  number.trim();
  return new_bigint(isolate, number);
}

Value string_to_bigint(Isolate& isolate, StringView text) {
  size_t begin = 0;
  size_t end = text.length();
  while (begin < end && is_white_space(text[begin])) ++begin;
  while (begin < end && is_white_space(text[end - 1])) --end;
  std::string ascii;
  for (size_t i = begin; i < end; ++i) {
    if (text[i] > 0x7f) return Value();
    ascii += static_cast<char>(text[i]);
  }
  int radix = 10;
  bool negative = false;
  std::string_view digits = ascii;
  if (digits.size() > 2 && digits[0] == '0') {
    const char mark = static_cast<char>(digits[1] | 0x20);
    radix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    if (radix != 10) digits.remove_prefix(2);
  } else if (digits.size() > 1 && (digits[0] == '-' || digits[0] == '+')) {
    negative = digits[0] == '-';
    digits.remove_prefix(1);
  }
  for (const char c : digits) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const int digit = c >= '0' && c <= '9' ? c - '0' : letter ? (c | 0x20) - 'a' + 10 : 99;
    if (digit >= radix) return Value();
  }
  const Value result = bigint_from_digits(isolate, digits, radix);
  return negative ? bigint_negate(isolate, result) : result;
}

Value number_to_bigint(Isolate& isolate, double number) {
  if (std::trunc(number) != number || std::isinf(number)) {
    throw_range_error(isolate, "The number " + to_utf8(number_to_string(isolate, number)) +
                                   " cannot be converted to a BigInt because it is not an integer");
  }
  return new_bigint(isolate, BigNumber::from_double(number));
}

Value to_bigint(Isolate& isolate, Value value) {
  value = to_primitive(isolate, value, PreferredType::Number);
  if (value.is_bigint()) return value;
  if (value.is_boolean()) return new_bigint(isolate, value.as_boolean() ? 1 : 0);
  if (value.is_string()) {
    const Value result = string_to_bigint(isolate, value.as<String>()->flatten(isolate));
    if (!result.is_empty()) return result;
    throw_syntax_error(isolate, "Cannot convert " + to_utf8(value.as<String>()) + " to a BigInt");
  }
  throw_type_error(isolate, "Cannot convert " + describe_plain(isolate, value) + " to a BigInt");
}

// --- Operators ---

static Value power(Isolate& isolate, const BigNumber& base, const BigNumber& exponent) {
  if (exponent.negative) throw_range_error(isolate, "Exponent must be non-negative");
  if (exponent.is_zero()) return new_bigint(isolate, 1);
  if (base.is_zero()) return new_bigint(isolate, 0);
  const bool odd = (exponent.digits[0] & 1) != 0;
  if (base.digits.size() == 1 && base.digits[0] == 1) {
    return new_bigint(isolate, base.negative && odd ? -1 : 1);
  }
  if (exponent.digits.size() > 1) throw_too_big(isolate);
  BigNumber result = BigNumber::from_int64(1);
  Digits square = base.digits;
  for (uint32_t n = exponent.digits[0]; n != 0; n >>= 1) {
    if (square.size() > kMostDigits || result.digits.size() > kMostDigits) throw_too_big(isolate);
    if ((n & 1) != 0) result.digits = multiply(result.digits, square);
    if (n > 1) square = multiply(square, square);
  }
  result.negative = base.negative && odd;
  return new_bigint(isolate, result);
}

static Value shift(Isolate& isolate, const BigNumber& a, const BigNumber& count, bool left) {
  BigNumber result;
  result.negative = a.negative;
  if (count.negative) left = !left;
  const bool huge = count.digits.size() > 1 || (!count.is_zero() && count.digits[0] > 1u << 30);
  if (a.is_zero() || count.is_zero()) return new_bigint(isolate, a);
  if (left) {
    if (huge) throw_too_big(isolate);
    result.digits = shift_left(a.digits, count.digits[0]);
    return new_bigint(isolate, result);
  }
  if (huge) return new_bigint(isolate, a.negative ? -1 : 0);
  result.digits = shift_right(a.digits, count.digits[0]);
  // Negative numbers round down.
  if (a.negative && compare(shift_left(result.digits, count.digits[0]), a.digits) != 0) {
    result.digits = add(result.digits, {1});
  }
  result.trim();
  return new_bigint(isolate, result);
}

static Value bitwise(Isolate& isolate, BigIntOperator op, const BigNumber& a, const BigNumber& b) {
  const size_t words = std::max(a.digits.size(), b.digits.size()) + 1;
  Digits x = to_twos_complement(a, words);
  const Digits y = to_twos_complement(b, words);
  for (size_t i = 0; i < words; ++i) {
    x[i] = op == BigIntOperator::And  ? x[i] & y[i]
           : op == BigIntOperator::Or ? x[i] | y[i]
                                      : x[i] ^ y[i];
  }
  return new_bigint(isolate, from_twos_complement(std::move(x)));
}

Value bigint_operate(Isolate& isolate, BigIntOperator op, Value left, Value right) {
  BigNumber a(left);
  const BigNumber b(right);
  BigNumber result;
  switch (op) {
    case BigIntOperator::Add:
      return new_bigint(isolate, add_signed(a, b, false));
    case BigIntOperator::Subtract:
      return new_bigint(isolate, add_signed(a, b, true));
    case BigIntOperator::Multiply:
      if (a.digits.size() + b.digits.size() > kMostDigits) throw_too_big(isolate);
      result.digits = multiply(a.digits, b.digits);
      result.negative = a.negative != b.negative;
      result.trim();
      return new_bigint(isolate, result);
    case BigIntOperator::Divide:
    case BigIntOperator::Remainder:
      if (b.is_zero()) throw_range_error(isolate, "Division by zero");
      result.digits = divide(a.digits, b.digits);
      result.negative = a.negative != b.negative;
      result.trim();
      a.trim();
      return new_bigint(isolate, op == BigIntOperator::Divide ? result : a);
    case BigIntOperator::Power:
      return power(isolate, a, b);
    case BigIntOperator::And:
    case BigIntOperator::Or:
    case BigIntOperator::Xor:
      return bitwise(isolate, op, a, b);
    case BigIntOperator::ShiftLeft:
      return shift(isolate, a, b, true);
    case BigIntOperator::ShiftRight:
      return shift(isolate, a, b, false);
  }
  return left;
}

Value bigint_negate(Isolate& isolate, Value value) {
  BigNumber number(value);
  number.negative = !number.negative && !number.is_zero();
  return new_bigint(isolate, number);
}

Value bigint_not(Isolate& isolate, Value value) {
  return new_bigint(isolate, add_signed(BigNumber::from_int64(-1), BigNumber(value), true));
}

Value bigint_as_uint(Isolate& isolate, double bits, Value value) {
  const BigNumber number(value);
  if (number.is_zero() || bits == 0) return new_bigint(isolate, 0);
  const double have = static_cast<double>(number.digits.size()) * 32;
  if (!number.negative && bits >= have) return value;
  if (bits > static_cast<double>(kMostDigits) * 32) throw_too_big(isolate);
  const auto count = static_cast<size_t>(bits);
  Digits digits = to_twos_complement(number, count / 32 + 1);
  digits[count / 32] &= (uint32_t{1} << (count % 32)) - 1;
  BigNumber result;
  result.digits = std::move(digits);
  result.trim();
  return new_bigint(isolate, result);
}

Value bigint_as_int(Isolate& isolate, double bits, Value value) {
  const BigNumber number(value);
  if (number.is_zero() || bits == 0) return new_bigint(isolate, 0);
  if (bits > static_cast<double>(number.digits.size()) * 32) return value;
  const auto count = static_cast<size_t>(bits);
  Digits digits = to_twos_complement(number, count / 32 + 1);
  const unsigned rest = count % 32;
  uint32_t& top = digits[count / 32];
  const bool sign = (digits[(count - 1) / 32] >> ((count - 1) % 32) & 1) != 0;
  const uint32_t mask = (uint32_t{1} << rest) - 1;
  top = sign ? top | ~mask : top & mask;
  return new_bigint(isolate, from_twos_complement(std::move(digits)));
}

}  // namespace perry::runtime
