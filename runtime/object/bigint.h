#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/object/object.h"

// BigInts: sign and magnitude, in 32-bit digits from the least one on.
namespace perry::runtime {

class BigInt : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::BigInt; }

  uint32_t length;  // digits, the highest not zero; zero has none
  uint32_t negative;
  uint32_t* digits() { return reinterpret_cast<uint32_t*>(this + 1); }
  const uint32_t* digits() const { return reinterpret_cast<const uint32_t*>(this + 1); }
};

// A number in native memory, for arithmetic.
struct BigNumber {
  std::vector<uint32_t> digits;
  bool negative = false;

  BigNumber() = default;
  explicit BigNumber(Value bigint);
  static BigNumber from_int64(int64_t value);
  static BigNumber from_uint64(uint64_t value);
  // Of a double that is an integer.
  static BigNumber from_double(double value);
  void trim();
  bool is_zero() const { return digits.empty(); }
};

Value new_bigint(Isolate& isolate, const BigNumber& number);
inline Value new_bigint(Isolate& isolate, int64_t value) {
  return new_bigint(isolate, BigNumber::from_int64(value));
}

bool is_zero_bigint(Value value);
bool bigint_equals(Value a, Value b);
// One of them is a bigint, the other a bigint, number or string.
bool bigint_loosely_equals(Isolate& isolate, Value a, Value b);
// Of two bigints: negative, zero, positive.
int bigint_compare(Value a, Value b);
// Of a bigint and a number that is no NaN.
int bigint_compare(Value a, double b);

String* bigint_to_string(Isolate& isolate, Value value, int radix = 10);
double bigint_to_number(Value value);
// The low 64 bits in two's complement.
uint64_t bigint_to_uint64(Value value);
// StringToBigInt; empty where the text is none.
Value string_to_bigint(Isolate& isolate, StringView text);
// Digits of a literal: they are known to be good.
Value bigint_from_digits(Isolate& isolate, std::string_view digits, int radix);
// ToBigInt; may run any JavaScript.
Value to_bigint(Isolate& isolate, Value value);
// NumberToBigInt.
Value number_to_bigint(Isolate& isolate, double number);

// Operators on two bigints. They throw the RangeErrors of the specification.
enum class BigIntOperator : uint8_t {
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Power,
  And,
  Or,
  Xor,
  ShiftLeft,
  ShiftRight,
};
Value bigint_operate(Isolate& isolate, BigIntOperator op, Value left, Value right);
Value bigint_negate(Isolate& isolate, Value value);
Value bigint_not(Isolate& isolate, Value value);
// BigInt.asIntN and asUintN.
Value bigint_as_int(Isolate& isolate, double bits, Value value);
Value bigint_as_uint(Isolate& isolate, double bits, Value value);

}  // namespace perry::runtime
