#include "runtime/abi/codes.h"
#include "runtime/fast/calls.h"

// Operators and conversions whose operands are nearly always numbers.
namespace perry::abi::fast {

I32 perry_fast_number_to_int32(F64 number) {
  // Within int64 the low 32 bits of the truncation are the answer.
  if (__builtin_fabs(number) < 9.2e18) [[likely]]
    return static_cast<int32_t>(static_cast<int64_t>(number));
  return perry_rt_number_to_int32(number);
}

// Both are whole, the dividend is not negative, and the divisor is positive.
F64 perry_fast_remainder_f64(F64 a, F64 b) {
  if (a >= 0 && a <= 2147483647.0 && b >= 1 && b <= 2147483647.0) [[likely]] {
    const auto x = static_cast<uint32_t>(static_cast<int32_t>(a));
    const auto y = static_cast<uint32_t>(static_cast<int32_t>(b));
    // -0 is the one number here that its integer does not stand for.
    if (static_cast<double>(x) == a && static_cast<double>(y) == b &&
        (x != 0 || !__builtin_signbit(a))) {
      return static_cast<double>(x % y);
    }
  }
  constexpr double kMostExact = 9007199254740992.0;
  if (a > 0 && a <= kMostExact && b >= 1 && b <= kMostExact) {
    const auto x = static_cast<uint64_t>(a);
    const auto y = static_cast<uint64_t>(b);
    if (static_cast<double>(x) == a && static_cast<double>(y) == b)
      return static_cast<double>(x % y);
  }
  return perry_rt_remainder_f64(a, b);
}

#define ARITHMETIC(name, expression)          \
  Value perry_fast_##name(Value a, Value b) { \
    if (!are_numbers(a, b)) [[unlikely]]      \
      return perry_rt_##name(a, b);           \
    const double x = number_of(a);            \
    const double y = number_of(b);            \
    return box(expression);                   \
  }
ARITHMETIC(add, x + y)
ARITHMETIC(subtract, x - y)
ARITHMETIC(multiply, x* y)
ARITHMETIC(divide, x / y)
ARITHMETIC(remainder, perry_fast_remainder_f64(x, y))
#undef ARITHMETIC

#define BITWISE(name, expression)                               \
  Value perry_fast_##name(Value a, Value b) {                   \
    if (!are_numbers(a, b)) [[unlikely]]                        \
      return perry_rt_##name(a, b);                             \
    const int32_t x = perry_fast_number_to_int32(number_of(a)); \
    const int32_t y = perry_fast_number_to_int32(number_of(b)); \
    return box(static_cast<double>(expression));                \
  }
BITWISE(bit_and, x& y)
BITWISE(bit_or, x | y)
BITWISE(bit_xor, x ^ y)
BITWISE(shift_left, static_cast<int32_t>(static_cast<uint32_t>(x) << (y & 31)))
BITWISE(shift_right, x >> (y & 31))
BITWISE(shift_right_unsigned, static_cast<uint32_t>(x) >> (y & 31))
#undef BITWISE

#define UNARY(name, expression)      \
  Value perry_fast_##name(Value a) { \
    if (!is_number(a)) [[unlikely]]  \
      return perry_rt_##name(a);     \
    const double x = number_of(a);   \
    return box(expression);          \
  }
UNARY(negate, -x)
UNARY(bit_not, static_cast<double>(~perry_fast_number_to_int32(x)))
UNARY(increment, x + 1)
UNARY(decrement, x - 1)
#undef UNARY

#define RELATION(name, operation)               \
  Bool perry_fast_##name(Value a, Value b) {    \
    if (!are_numbers(a, b)) [[unlikely]]        \
      return perry_rt_##name(a, b);             \
    return number_of(a) operation number_of(b); \
  }
RELATION(less, <)
RELATION(less_equal, <=)
RELATION(greater, >)
RELATION(greater_equal, >=)
#undef RELATION

Bool perry_fast_strictly_equal(Value a, Value b) {
  // Equal bits are equal values, but for NaN.
  if (a == b) return !is_number(a) || number_of(a) == number_of(b);
  if (is_number(a)) return is_number(b) && number_of(a) == number_of(b);
  if (!is_cell(a) || !is_cell(b) || a == kEmpty || b == kEmpty) return false;
  // Only strings and bigints have equals at other addresses.
  const CellKind kind = header_of(a).kind;
  if (kind >= CellKind::Symbol && kind != CellKind::BigInt) return false;
  return perry_rt_strictly_equal(a, b);
}

Bool perry_fast_loosely_equal(Value a, Value b) {
  if (are_numbers(a, b)) return number_of(a) == number_of(b);
  if (a == b && !is_number(a)) return true;
  // Nothing but the two of them equals undefined and null.
  if (is_nullish(a) || is_nullish(b)) return is_nullish(a) && is_nullish(b);
  return perry_rt_loosely_equal(a, b);
}

Bool perry_fast_to_boolean(Value v) {
  if ((v & ~uint64_t{1}) == kFalse) return v == kTrue;
  if (is_number(v)) {
    const double d = number_of(v);
    return d < 0 || d > 0;
  }
  if (!is_cell(v) || v == kEmpty) return false;
  if (is_object_cell(v)) return true;
  return perry_rt_to_boolean(v);
}

Bool perry_fast_is_string(Value v) { return is_cell(v) && v != kEmpty && is_string_cell(v); }

Bool perry_fast_is_object(Value v) { return is_cell(v) && v != kEmpty && is_object_cell(v); }

Bool perry_fast_is_callable(Value v) {
  if (!is_cell(v) || v == kEmpty) return false;
  const CellKind kind = header_of(v).kind;
  if (kind == CellKind::Function) return true;
  return kind == CellKind::Exotic && perry_rt_is_callable(v);
}

Bool perry_fast_typeof_is(Value v, U32 answer) {
  switch (static_cast<TypeofAnswer>(answer)) {
    case TypeofAnswer::Undefined:
      return v == kUndefined;
    case TypeofAnswer::Boolean:
      return (v & ~uint64_t{1}) == kFalse;
    case TypeofAnswer::Number:
      return is_number(v);
    case TypeofAnswer::String:
      return perry_fast_is_string(v);
    case TypeofAnswer::Symbol:
      return is_kind(v, CellKind::Symbol);
    case TypeofAnswer::BigInt:
      return is_kind(v, CellKind::BigInt);
    case TypeofAnswer::Object:
      return v == kNull || (perry_fast_is_object(v) && !perry_fast_is_callable(v));
    case TypeofAnswer::Function:
      return perry_fast_is_callable(v);
  }
  __builtin_unreachable();
}

F64 perry_fast_to_number(Value v) { return is_number(v) ? number_of(v) : perry_rt_to_number(v); }

Value perry_fast_to_numeric(Value v) { return is_number(v) ? v : perry_rt_to_numeric(v); }

Value perry_fast_to_string(Value v) { return perry_fast_is_string(v) ? v : perry_rt_to_string(v); }

Value perry_fast_to_property_key(Value v) {
  if (is_number(v) || perry_fast_is_string(v)) return v;
  return perry_rt_to_property_key(v);
}

Value perry_fast_to_object(Value v) { return perry_fast_is_object(v) ? v : perry_rt_to_object(v); }

Value perry_fast_coerce_receiver(Value v) {
  return perry_fast_is_object(v) ? v : perry_rt_coerce_receiver(v);
}

}  // namespace perry::abi::fast
