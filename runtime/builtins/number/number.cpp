#include <cmath>
#include <limits>

#include "runtime/object/bigint.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"

// The Number constructor (21.1.1, 21.1.2).
namespace perry::runtime::builtins {
namespace {

constexpr double kMaxSafeInteger = 9007199254740991.0;

// 21.1.1.1
Value construct_number(Isolate& isolate, const Arguments& arguments) {
  Value value = Value::number(0);
  if (arguments.count() > 0) {
    const Value numeric = to_numeric(isolate, arguments[0]);
    value = numeric.is_bigint() ? Value::number(bigint_to_number(numeric)) : numeric;
  }
  if (!arguments.is_construct()) return value;
  const Value prototype =
      get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::NumberPrototype);
  return Value::cell(new_primitive_object(isolate, value, prototype));
}

bool is_integral(Value value) {
  return value.is_number() && std::isfinite(value.as_number()) &&
         std::trunc(value.as_number()) == value.as_number();
}

Value is_finite(Isolate&, const Arguments& arguments) {
  return Value::boolean(arguments[0].is_number() && std::isfinite(arguments[0].as_number()));
}
Value is_integer(Isolate&, const Arguments& arguments) {
  return Value::boolean(is_integral(arguments[0]));
}
Value is_nan(Isolate&, const Arguments& arguments) {
  return Value::boolean(arguments[0].is_number() && std::isnan(arguments[0].as_number()));
}
Value is_safe_integer(Isolate&, const Arguments& arguments) {
  return Value::boolean(is_integral(arguments[0]) &&
                        std::fabs(arguments[0].as_number()) <= kMaxSafeInteger);
}

// The same function object as the global one.
template <const Name* name>
Value global_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::Global).as<Object>(), *name);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Number, 1, construct_number);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/number/number.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kNumber;
constexpr BuiltinTable kNumber = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
