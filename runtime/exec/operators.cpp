#include "runtime/exec/operators.h"

#include "runtime/numeric/arithmetic.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"

namespace perry::runtime {

namespace {

[[noreturn]] void throw_mixed(Isolate& isolate) {
  throw_type_error(isolate, "Cannot mix BigInt and other types, use explicit conversions");
}

double compute(ArithmeticOperator op, double a, double b) {
  switch (op) {
    case ArithmeticOperator::Subtract:
      return a - b;
    case ArithmeticOperator::Multiply:
      return a * b;
    case ArithmeticOperator::Divide:
      return a / b;
    case ArithmeticOperator::Remainder:
      return number_remainder(a, b);
    case ArithmeticOperator::Power:
      return number_power(a, b);
    case ArithmeticOperator::And:
      return to_int32(a) & to_int32(b);
    case ArithmeticOperator::Or:
      return to_int32(a) | to_int32(b);
    case ArithmeticOperator::Xor:
      return to_int32(a) ^ to_int32(b);
    case ArithmeticOperator::ShiftLeft:
      return static_cast<int32_t>(to_uint32(a) << (to_uint32(b) & 31));
    case ArithmeticOperator::ShiftRight:
      return to_int32(a) >> (to_uint32(b) & 31);
    case ArithmeticOperator::ShiftRightUnsigned:
      return to_uint32(a) >> (to_uint32(b) & 31);
  }
  return 0;
}

BigIntOperator bigint_operator(Isolate& isolate, ArithmeticOperator op) {
  switch (op) {
    case ArithmeticOperator::Subtract:
      return BigIntOperator::Subtract;
    case ArithmeticOperator::Multiply:
      return BigIntOperator::Multiply;
    case ArithmeticOperator::Divide:
      return BigIntOperator::Divide;
    case ArithmeticOperator::Remainder:
      return BigIntOperator::Remainder;
    case ArithmeticOperator::Power:
      return BigIntOperator::Power;
    case ArithmeticOperator::And:
      return BigIntOperator::And;
    case ArithmeticOperator::Or:
      return BigIntOperator::Or;
    case ArithmeticOperator::Xor:
      return BigIntOperator::Xor;
    case ArithmeticOperator::ShiftLeft:
      return BigIntOperator::ShiftLeft;
    case ArithmeticOperator::ShiftRight:
      return BigIntOperator::ShiftRight;
    case ArithmeticOperator::ShiftRightUnsigned:
      break;
  }
  throw_type_error(isolate, "BigInts have no unsigned right shift, use >> instead");
}

}  // namespace

Value add(Isolate& isolate, Value a, Value b) {
  if (a.is_number() && b.is_number()) return Value::number(a.as_number() + b.as_number());
  if (!a.is_string() || !b.is_string()) {
    a = to_primitive(isolate, a);
    b = to_primitive(isolate, b);
  }
  if (a.is_string() || b.is_string()) {
    String* left = to_string(isolate, a);
    return Value::cell(concat_or_throw(isolate, left, to_string(isolate, b)));
  }
  a = to_numeric(isolate, a);
  b = to_numeric(isolate, b);
  if (a.is_number() && b.is_number()) return Value::number(a.as_number() + b.as_number());
  if (!a.is_bigint() || !b.is_bigint()) throw_mixed(isolate);
  return bigint_operate(isolate, BigIntOperator::Add, a, b);
}

Value arithmetic(Isolate& isolate, ArithmeticOperator op, Value a, Value b) {
  a = to_numeric(isolate, a);
  b = to_numeric(isolate, b);
  if (a.is_number() && b.is_number()) {
    return Value::number_from_outside(compute(op, a.as_number(), b.as_number()));
  }
  if (!a.is_bigint() || !b.is_bigint()) throw_mixed(isolate);
  return bigint_operate(isolate, bigint_operator(isolate, op), a, b);
}

Value negate(Isolate& isolate, Value value) {
  value = to_numeric(isolate, value);
  return value.is_number() ? Value::number_from_outside(-value.as_number())
                           : bigint_negate(isolate, value);
}

Value bit_not(Isolate& isolate, Value value) {
  value = to_numeric(isolate, value);
  return value.is_number() ? Value::number(~to_int32(value.as_number()))
                           : bigint_not(isolate, value);
}

Value increment(Isolate& isolate, Value value, int by) {
  value = to_numeric(isolate, value);
  if (value.is_number()) return Value::number(value.as_number() + by);
  return bigint_operate(isolate, BigIntOperator::Add, value, new_bigint(isolate, by));
}

// --- Comparison ---

static Order order_of(int comparison) { return comparison < 0 ? Order::Less : Order::NotLess; }

static Order compare_bigint(Isolate& isolate, Value a, Value b) {
  const auto with_string = [&](Value bigint, Value string, bool flipped) {
    const Value other = string_to_bigint(isolate, string.as<String>()->flatten(isolate));
    if (other.is_empty()) return Order::Undefined;
    return order_of(flipped ? bigint_compare(other, bigint) : bigint_compare(bigint, other));
  };
  if (b.is_string()) return with_string(a, b, false);
  if (a.is_string()) return with_string(b, a, true);
  a = to_numeric(isolate, a);
  b = to_numeric(isolate, b);
  if (a.is_bigint() && b.is_bigint()) return order_of(bigint_compare(a, b));
  const double number = a.is_number() ? a.as_number() : b.as_number();
  if (number != number) return Order::Undefined;
  return order_of(a.is_bigint() ? bigint_compare(a, number) : -bigint_compare(b, number));
}

Order is_less_than(Isolate& isolate, Value a, Value b, FirstOperand first) {
  if (first == FirstOperand::Left) {
    a = to_primitive(isolate, a, PreferredType::Number);
    b = to_primitive(isolate, b, PreferredType::Number);
  } else {
    b = to_primitive(isolate, b, PreferredType::Number);
    a = to_primitive(isolate, a, PreferredType::Number);
  }
  if (a.is_string() && b.is_string()) {
    a.as<String>()->flatten(isolate);
    b.as<String>()->flatten(isolate);
    return order_of(compare(a.as<String>(), b.as<String>()));
  }
  if (a.is_bigint() || b.is_bigint()) return compare_bigint(isolate, a, b);
  const double x = to_number(isolate, a);
  const double y = to_number(isolate, b);
  if (x != x || y != y) return Order::Undefined;
  return x < y ? Order::Less : Order::NotLess;
}

}  // namespace perry::runtime
