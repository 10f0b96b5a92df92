#include <sys/random.h>

#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "runtime/builtins/math/exact_sum.h"
#include "runtime/exec/iteration.h"
#include "runtime/numeric/arithmetic.h"
#include "runtime/numeric/elementary.h"
#include "runtime/numeric/float16.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/quick_entry.h"

// Math (21.3). docs/decisions/0004-math-functions.md says where the transcendental functions come
// from.
namespace perry::runtime::builtins {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

template <double (*function)(double)>
Value unary(Isolate& isolate, const Arguments& arguments) {
  return Value::number_from_outside(function(to_number(isolate, arguments[0])));
}

double round_to_float(double x) { return static_cast<double>(static_cast<float>(x)); }

double round_to_half(double x) { return float16_to_double(float16_from_double(x)); }

double round_half_up(double x) {
  if (!(std::fabs(x) < 0x1p52)) return x;
  const double floor = std::floor(x);
  return std::copysign(x - floor >= 0.5 ? floor + 1 : floor, x);
}

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }

Value atan2(Isolate& isolate, const Arguments& arguments) {
  const double y = to_number(isolate, arguments[0]);
  const double x = to_number(isolate, arguments[1]);
  return Value::number_from_outside(elementary::atan2(y, x));
}
Value pow(Isolate& isolate, const Arguments& arguments) {
  const double base = to_number(isolate, arguments[0]);
  const double exponent = to_number(isolate, arguments[1]);
  return Value::number_from_outside(number_power(base, exponent));
}
Value clz32(Isolate& isolate, const Arguments& arguments) {
  return Value::number(std::countl_zero(to_uint32(isolate, arguments[0])));
}
Value imul(Isolate& isolate, const Arguments& arguments) {
  const uint32_t a = to_uint32(isolate, arguments[0]);
  const uint32_t b = to_uint32(isolate, arguments[1]);
  return Value::number(static_cast<int32_t>(a * b));
}

// 21.3.2.19: all arguments are converted first. Scaled by the largest, summed with compensation, as
// V8 does.
Value hypot(Isolate& isolate, const Arguments& arguments) {
  ValueList numbers(isolate);
  double largest = 0;
  bool has_nan = false;
  bool has_infinity = false;
  for (size_t i = 0; i < arguments.count(); ++i) {
    const double number = std::fabs(to_number(isolate, arguments[i]));
    has_nan |= std::isnan(number);
    has_infinity |= std::isinf(number);
    if (number > largest) largest = number;
    numbers.push(Value::number(number));
  }
  if (has_infinity) return Value::number(kInfinity);
  if (has_nan) return Value::number(kNaN);
  if (largest == 0) return Value::number(0);
  double sum = 0;
  double compensation = 0;
  for (size_t i = 0; i < numbers.size(); ++i) {
    const double n = numbers[i].as_number() / largest;
    const double summand = n * n - compensation;
    const double preliminary = sum + summand;
    compensation = (preliminary - sum) - summand;
    sum = preliminary;
  }
  return Value::number(std::sqrt(sum) * largest);
}

// 21.3.2.24, 21.3.2.25: all arguments are converted, whatever the first ones are.
template <bool (*is_better)(double, double)>
Value extreme(Isolate& isolate, const Arguments& arguments, double result) {
  for (size_t i = 0; i < arguments.count(); ++i) {
    const double number = to_number(isolate, arguments[i]);
    if (std::isnan(number) || std::isnan(result)) {
      result = kNaN;
    } else if (is_better(number, result)) {
      result = number;
    }
  }
  return Value::number(result);
}
bool is_greater(double a, double b) {
  return a > b || (a == b && std::signbit(b) && !std::signbit(a));
}
bool is_less(double a, double b) { return is_greater(b, a); }
Value max(Isolate& isolate, const Arguments& arguments) {
  return extreme<is_greater>(isolate, arguments, -kInfinity);
}
Value min(Isolate& isolate, const Arguments& arguments) {
  return extreme<is_less>(isolate, arguments, kInfinity);
}

// 21.3.2.27: xorshift128+, seeded by the system for each thread.
Value random(Isolate&, const Arguments&) {
  static thread_local constinit std::array<uint64_t, 2> state{};
  if (state[0] == 0 && state[1] == 0) {
    if (getrandom(state.data(), sizeof state, 0) != static_cast<ssize_t>(sizeof state)) {
      state = {0x9e37'79b9'7f4a'7c15, reinterpret_cast<uint64_t>(&state)};
    }
    state[0] |= 1;
  }
  uint64_t s1 = state[0];
  const uint64_t s0 = state[1];
  state[0] = s0;
  s1 ^= s1 << 23;
  s1 ^= s1 >> 17 ^ s0 ^ s0 >> 26;
  state[1] = s1;
  return Value::number(static_cast<double>((s0 + s1) >> 11) * 0x1p-53);
}

// 21.3.2.34
Value sum_precise(Isolate& isolate, const Arguments& arguments) {
  ExactSum sum;
  bool only_minus_zero = true;
  bool has_nan = false;
  bool has_plus_infinity = false;
  bool has_minus_infinity = false;
  if (arguments[0].is_nullish()) {
    throw_type_error(isolate, describe(isolate, arguments[0]) + " is not iterable");
  }
  for_each_value(isolate, arguments[0], [&](Value value) {
    if (!value.is_number()) {
      throw_type_error(isolate, describe(isolate, value) + " is not a number");
    }
    const double number = value.as_number();
    has_nan |= std::isnan(number);
    has_plus_infinity |= number == kInfinity;
    has_minus_infinity |= number == -kInfinity;
    if (number == 0 && std::signbit(number)) return;
    only_minus_zero = false;
    if (std::isfinite(number)) sum.add(number);
  });
  if (has_nan || (has_plus_infinity && has_minus_infinity)) return Value::number(kNaN);
  if (has_plus_infinity) return Value::number(kInfinity);
  if (has_minus_infinity) return Value::number(-kInfinity);
  return Value::number(only_minus_zero ? -0.0 : sum.value());
}

// --- Entries for numbers ---

template <double (*function)(double)>
uint64_t unary_entry(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                     const uint64_t* argv) {
  if (argc != 0 && Value::from_bits(argv[0]).is_number()) [[likely]]
    return Value::number_from_outside(function(Value::from_bits(argv[0]).as_number())).bits();
  return native_entry(callee, receiver, new_target, argc, argv);
}

template <double (*function)(double, double)>
uint64_t binary_entry(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                      const uint64_t* argv) {
  if (argc == 2 && Value::from_bits(argv[0]).is_number() && Value::from_bits(argv[1]).is_number())
      [[likely]] {
    return Value::number_from_outside(function(Value::from_bits(argv[0]).as_number(),
                                               Value::from_bits(argv[1]).as_number()))
        .bits();
  }
  return native_entry(callee, receiver, new_target, argc, argv);
}

double max_of_two(double a, double b) {
  return std::isnan(a) || std::isnan(b) ? kNaN : is_greater(b, a) ? b : a;
}
double min_of_two(double a, double b) {
  return std::isnan(a) || std::isnan(b) ? kNaN : is_less(b, a) ? b : a;
}
double imul_of_numbers(double a, double b) {
  return static_cast<int32_t>(to_uint32(a) * to_uint32(b));
}

using Known = abi::KnownFunction;
constexpr QuickEntry kQuickEntries[] = {
    {&names::abs, unary_entry<std::fabs>, Known::Abs},
    {&names::ceil, unary_entry<std::ceil>, Known::Ceil},
    {&names::cos, unary_entry<std::cos>},
    {&names::exp, unary_entry<std::exp>},
    {&names::floor, unary_entry<std::floor>, Known::Floor},
    {&names::fround, unary_entry<round_to_float>},
    {&names::imul, binary_entry<imul_of_numbers>, Known::Imul},
    {&names::log, unary_entry<std::log>},
    {&names::max, binary_entry<max_of_two>, Known::Max},
    {&names::min, binary_entry<min_of_two>, Known::Min},
    {&names::round, unary_entry<round_half_up>, Known::Round},
    {&names::sin, unary_entry<std::sin>},
    {&names::sqrt, unary_entry<std::sqrt>, Known::Sqrt},
    {&names::trunc, unary_entry<std::trunc>, Known::Trunc},
};

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/math/math.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
constexpr auto kQuickRows = with_quick_entries(kRows, kQuickEntries);

}  // namespace

extern const BuiltinTable kMath;
constexpr BuiltinTable kMath = builtin::object(kQuickRows.rows);

}  // namespace perry::runtime::builtins
