#include <cmath>
#include <limits>

#include "runtime/builtins/global/functions.h"
#include "runtime/numeric/string_to_number.h"
#include "runtime/object/convert.h"
#include "runtime/string/string.h"

namespace perry::runtime::builtins {

// 19.2.2
Value global_is_finite(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(std::isfinite(to_number(isolate, arguments[0])));
}

// 19.2.3
Value global_is_nan(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(std::isnan(to_number(isolate, arguments[0])));
}

// 19.2.4
Value global_parse_float(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  return Value::number(
      text->flatten(isolate).visit([](auto units) { return parse_float_prefix(units); }));
}

// 19.2.5
Value global_parse_int(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  const int32_t radix = to_int32(isolate, arguments[1]);
  if (radix != 0 && (radix < 2 || radix > 36)) {
    return Value::number(std::numeric_limits<double>::quiet_NaN());
  }
  return Value::number(
      text->flatten(isolate).visit([&](auto units) { return parse_int_prefix(units, radix); }));
}

}  // namespace perry::runtime::builtins
