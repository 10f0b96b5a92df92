#include <algorithm>
#include <cmath>
#include <string>

#include "runtime/builtins/shared/wrapper.h"
#include "runtime/numeric/decimal.h"
#include "runtime/numeric/number_to_string.h"
#include "runtime/object/convert.h"
#include "runtime/string/string.h"

// %Number.prototype% (21.1.3).
namespace perry::runtime::builtins {
namespace {

double this_number(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_primitive(isolate, arguments, method, "Number",
                        [](Value value) { return value.is_number(); })
      .as_number();
}

// 21.1.3.2
Value to_exponential(Isolate& isolate, const Arguments& arguments) {
  const double number = this_number(isolate, arguments, "Number.prototype.toExponential");
  const double digits = to_integer_or_infinity(isolate, arguments[0]);
  if (!std::isfinite(number)) return Value::cell(number_to_string(isolate, number));
  if (digits < 0 || digits > 100) {
    throw_range_error(isolate, "toExponential() argument must be between 0 and 100");
  }
  const int wanted = arguments[0].is_undefined() ? -1 : static_cast<int>(digits);
  return string_value(isolate, number_to_exponential(number, wanted));
}

// 21.1.3.3
Value to_fixed(Isolate& isolate, const Arguments& arguments) {
  const double number = this_number(isolate, arguments, "Number.prototype.toFixed");
  const double digits = to_integer_or_infinity(isolate, arguments[0]);
  if (digits < 0 || digits > 100) {
    throw_range_error(isolate, "toFixed() digits argument must be between 0 and 100");
  }
  if (!(std::fabs(number) < 1e21)) return Value::cell(number_to_string(isolate, number));
  return string_value(isolate, number_to_fixed(number, static_cast<int>(digits)));
}

// 21.1.3.5
Value to_precision(Isolate& isolate, const Arguments& arguments) {
  const double number = this_number(isolate, arguments, "Number.prototype.toPrecision");
  if (arguments[0].is_undefined()) return Value::cell(number_to_string(isolate, number));
  const double precision = to_integer_or_infinity(isolate, arguments[0]);
  if (!std::isfinite(number)) return Value::cell(number_to_string(isolate, number));
  if (precision < 1 || precision > 100) {
    throw_range_error(isolate, "toPrecision() argument must be between 1 and 100");
  }
  return string_value(isolate, number_to_precision(number, static_cast<int>(precision)));
}

// 21.1.3.6
Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  const double number = this_number(isolate, arguments, "Number.prototype.toString");
  const double radix =
      arguments[0].is_undefined() ? 10 : to_integer_or_infinity(isolate, arguments[0]);
  if (radix < 2 || radix > 36) {
    throw_range_error(isolate, "toString() radix argument must be between 2 and 36");
  }
  if (radix == 10) return Value::cell(number_to_string(isolate, number));
  return string_value(isolate, number_to_radix_string(number, static_cast<int>(radix)));
}

// 21.1.3.7
Value value_of(Isolate& isolate, const Arguments& arguments) {
  return Value::number(this_number(isolate, arguments, "Number.prototype.valueOf"));
}

// 21.1.3.4. Without Intl: as the locale en-US formats, three digits behind the point at most.
Value to_locale_string(Isolate& isolate, const Arguments& arguments) {
  const double number = this_number(isolate, arguments, "Number.prototype.toLocaleString");
  if (std::isnan(number)) return string_value(isolate, "NaN");
  const std::string sign = std::signbit(number) ? "-" : "";
  if (std::isinf(number)) return string_value(isolate, sign + "\u221e");
  Decimal decimal = Decimal::shortest(std::fabs(number));
  decimal.round_to(decimal.point + 3);
  const int point = decimal.digits.empty() ? 0 : decimal.point;
  std::string integer;
  std::string fraction;
  for (int i = std::min(point, 0); i < std::max(point, static_cast<int>(decimal.digits.size()));
       ++i) {
    const bool inside = i >= 0 && i < static_cast<int>(decimal.digits.size());
    const char digit = inside ? decimal.digits[static_cast<size_t>(i)] : '0';
    (i < point ? integer : fraction) += digit;
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (integer.empty()) integer = "0";
  for (auto i = static_cast<std::ptrdiff_t>(integer.size()) - 3; i > 0; i -= 3) {
    integer.insert(static_cast<size_t>(i), ",");
  }
  return string_value(isolate, sign + integer + (fraction.empty() ? "" : "." + fraction));
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/number/number_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kNumberPrototype;
constexpr BuiltinTable kNumberPrototype =
    wrapper_prototype(kRows, kNumberObjectClass, [] { return Value::number(0); });

}  // namespace perry::runtime::builtins
