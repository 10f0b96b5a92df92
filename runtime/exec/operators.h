#pragma once

#include <cstdint>

#include "runtime/object/bigint.h"
#include "runtime/value/value.h"

// Operators on any values (13.15.4 and others). All may run any JavaScript.
namespace perry::runtime {

Value add(Isolate& isolate, Value a, Value b);
enum class ArithmeticOperator : uint8_t {
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
  ShiftRightUnsigned,
};
Value arithmetic(Isolate& isolate, ArithmeticOperator op, Value a, Value b);
Value negate(Isolate& isolate, Value value);
Value bit_not(Isolate& isolate, Value value);
Value increment(Isolate& isolate, Value value, int by);

// a < b. Undefined where one of them is NaN.
enum class Order : uint8_t { Less, NotLess, Undefined };
enum class FirstOperand : uint8_t { Left, Right };
// IsLessThan; `first` says which operand is converted first.
Order is_less_than(Isolate& isolate, Value a, Value b, FirstOperand first);

}  // namespace perry::runtime
