#include "runtime/exec/entry.h"
#include "runtime/exec/operators.h"
#include "runtime/object/array.h"
#include "runtime/object/bigint.h"
#include "runtime/object/convert.h"

// Conversions, tests and operators.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

uint64_t arithmetic_of(ArithmeticOperator op, uint64_t a, uint64_t b) {
  return arithmetic(Isolate::current(), op, value_of(a), value_of(b)).bits();
}

}  // namespace

extern "C" {

bool perry_rt_to_boolean(uint64_t value) { return to_boolean(value_of(value)); }
double perry_rt_to_number(uint64_t value) { return to_number(Isolate::current(), value_of(value)); }
uint64_t perry_rt_to_numeric(uint64_t value) {
  return to_numeric(Isolate::current(), value_of(value)).bits();
}
uint64_t perry_rt_to_string(uint64_t value) {
  return word_of(to_string(Isolate::current(), value_of(value)));
}
uint64_t perry_rt_to_object(uint64_t value) {
  return word_of(to_object(Isolate::current(), value_of(value)));
}
uint64_t perry_rt_to_property_key(uint64_t value) {
  Isolate& isolate = Isolate::current();
  const Value given = value_of(value);
  if (given.is_string() || given.is_symbol() || given.is_number()) return value;
  return key_to_value(isolate, to_property_key(isolate, given)).bits();
}
int32_t perry_rt_number_to_int32(double number) { return to_int32(number); }
uint64_t perry_rt_typeof(uint64_t value) { return word_of(typeof_text(value_of(value))); }
bool perry_rt_is_callable(uint64_t value) { return is_callable(value_of(value)); }

uint64_t perry_rt_concat_strings(uint64_t count, void* strings) {
  Isolate& isolate = Isolate::current();
  const Value* parts = values_of(strings);
  if (count == 0) return word_of(empty_string());
  auto* result = parts[0].as<String>();
  for (uint64_t i = 1; i < count; ++i) {
    result = concat_or_throw(isolate, result, parts[i].as<String>());
  }
  return word_of(result);
}

uint64_t perry_rt_add(uint64_t a, uint64_t b) {
  return add(Isolate::current(), value_of(a), value_of(b)).bits();
}
uint64_t perry_rt_subtract(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Subtract, a, b);
}
uint64_t perry_rt_multiply(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Multiply, a, b);
}
uint64_t perry_rt_divide(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Divide, a, b);
}
uint64_t perry_rt_remainder(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Remainder, a, b);
}
uint64_t perry_rt_power(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Power, a, b);
}
uint64_t perry_rt_bit_and(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::And, a, b);
}
uint64_t perry_rt_bit_or(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Or, a, b);
}
uint64_t perry_rt_bit_xor(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::Xor, a, b);
}
uint64_t perry_rt_shift_left(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::ShiftLeft, a, b);
}
uint64_t perry_rt_shift_right(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::ShiftRight, a, b);
}
uint64_t perry_rt_shift_right_unsigned(uint64_t a, uint64_t b) {
  return arithmetic_of(ArithmeticOperator::ShiftRightUnsigned, a, b);
}
uint64_t perry_rt_negate(uint64_t value) {
  return negate(Isolate::current(), value_of(value)).bits();
}
uint64_t perry_rt_bit_not(uint64_t value) {
  return bit_not(Isolate::current(), value_of(value)).bits();
}
uint64_t perry_rt_increment(uint64_t value) {
  return increment(Isolate::current(), value_of(value), 1).bits();
}
uint64_t perry_rt_decrement(uint64_t value) {
  return increment(Isolate::current(), value_of(value), -1).bits();
}
bool perry_rt_less(uint64_t a, uint64_t b) {
  return is_less_than(Isolate::current(), value_of(a), value_of(b), FirstOperand::Left) ==
         Order::Less;
}
bool perry_rt_less_equal(uint64_t a, uint64_t b) {
  return is_less_than(Isolate::current(), value_of(b), value_of(a), FirstOperand::Right) ==
         Order::NotLess;
}
bool perry_rt_greater(uint64_t a, uint64_t b) {
  return is_less_than(Isolate::current(), value_of(b), value_of(a), FirstOperand::Right) ==
         Order::Less;
}
bool perry_rt_greater_equal(uint64_t a, uint64_t b) {
  return is_less_than(Isolate::current(), value_of(a), value_of(b), FirstOperand::Left) ==
         Order::NotLess;
}
bool perry_rt_loosely_equal(uint64_t a, uint64_t b) {
  return is_loosely_equal(Isolate::current(), value_of(a), value_of(b));
}
bool perry_rt_strictly_equal(uint64_t a, uint64_t b) {
  return is_strictly_equal(value_of(a), value_of(b));
}
bool perry_rt_instanceof(uint64_t value, uint64_t target) {
  return instance_of(Isolate::current(), value_of(value), value_of(target));
}
bool perry_rt_in(uint64_t key, uint64_t object) {
  Isolate& isolate = Isolate::current();
  const Value holder = value_of(object);
  if (!holder.is_object()) {
    throw_type_error(isolate, "Cannot use 'in' operator to search for '" +
                                  describe_plain(isolate, value_of(key)) + "' in " +
                                  describe_plain(isolate, holder));
  }
  return has_property(isolate, holder.as<Object>(), to_property_key(isolate, value_of(key)));
}
double perry_rt_remainder_f64(double a, double b) { return number_remainder(a, b); }
double perry_rt_power_f64(double a, double b) { return number_power(a, b); }

uint64_t perry_rt_bigint_literal(uint64_t digits, void* place) {
  auto* site = static_cast<perry::abi::ValueSite*>(place);
  if (site->value == 0) {
    const std::string text = to_utf8(cell_of<String>(digits));
    site->value = bigint_from_digits(Isolate::current(), text, 10).bits();
  }
  return site->value;
}

}  // extern "C"
