#include "runtime/value/value.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

#include "runtime/abi/value_bits.h"

namespace perry::runtime::test {
namespace {

static_assert(Value().is_empty());
static_assert(Value::undefined().is_nullish() && Value::null().is_nullish());
static_assert(!Value::boolean(false).is_nullish() && !Value::number(0).is_nullish());
static_assert(Value::boolean(true).as_boolean() && !Value::boolean(false).as_boolean());
static_assert(Value::number(1.5).as_number() == 1.5);
static_assert(Value::number(7).is_int32() && Value::number(7).as_int32() == 7);
static_assert(!Value::number(-0.0).is_int32() && !Value::number(0.5).is_int32());
static_assert(!Value::number(2147483648.0).is_int32() && Value::number(-2147483648.0).is_int32());

TEST_CASE("a value is exactly one thing") {
  Cell* cell = reinterpret_cast<Cell*>(0x7f12'3456'7898);
  for (const Value value : {Value::undefined(), Value::null(), Value::boolean(true),
                            Value::boolean(false), Value::number(1), Value::cell(cell)}) {
    CHECK(value.is_undefined() + value.is_null() + value.is_boolean() + value.is_number() +
              value.is_cell() ==
          1);
  }
  CHECK(Value::cell(cell).as_cell() == cell);
}

TEST_CASE("no double looks like a cell") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const double number : {0.0, -0.0, 5e-324, -5e-324, 1.0, -1.7976931348623157e308, kInfinity,
                              -kInfinity, std::nan(""), -std::nan("")}) {
    const Value value = Value::number(number);
    CHECK(value.is_number());
    CHECK_FALSE(value.is_cell_or_empty());
    CHECK(std::bit_cast<uint64_t>(value.as_number()) == std::bit_cast<uint64_t>(number));
  }
  // Forged ones neither: every NaN from outside becomes the same.
  for (const uint64_t bits :
       std::initializer_list<uint64_t>{0xffff'ffff'ffff'ffff, 0xfffe'0000'0000'0008,
                                       0xfff8'0000'0000'0001, 0x7ff0'0000'0000'0001}) {
    const Value value = Value::number_from_outside(std::bit_cast<double>(uint64_t{bits}));
    CHECK(value.is_number());
    CHECK(std::bit_cast<uint64_t>(value.as_number()) == abi::kCanonicalNaN);
  }
}

}  // namespace
}  // namespace perry::runtime::test
