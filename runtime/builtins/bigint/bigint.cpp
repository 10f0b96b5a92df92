#include "runtime/object/bigint.h"

#include <string>

#include "runtime/builtins/shared/wrapper.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"
#include "runtime/string/string.h"

// BigInt (21.2).
namespace perry::runtime::builtins {
namespace {

// 21.2.1.1
Value construct_bigint(Isolate& isolate, const Arguments& arguments) {
  if (arguments.is_construct()) throw_type_error(isolate, "BigInt is not a constructor");
  const Value primitive = to_primitive(isolate, arguments[0], PreferredType::Number);
  if (primitive.is_number()) return number_to_bigint(isolate, primitive.as_number());
  return to_bigint(isolate, primitive);
}

double to_bits(Isolate& isolate, Value value) {
  const double bits = to_integer_or_infinity(isolate, value);
  if (!(bits >= 0 && bits <= 9007199254740991.0)) {
    throw_range_error(isolate, "Invalid value: not (convertible to) a safe integer");
  }
  return bits;
}

// 21.2.2.1
Value as_int_n(Isolate& isolate, const Arguments& arguments) {
  const double bits = to_bits(isolate, arguments[0]);
  return bigint_as_int(isolate, bits, to_bigint(isolate, arguments[1]));
}
// 21.2.2.2
Value as_uint_n(Isolate& isolate, const Arguments& arguments) {
  const double bits = to_bits(isolate, arguments[0]);
  return bigint_as_uint(isolate, bits, to_bigint(isolate, arguments[1]));
}

Value this_bigint(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_primitive(isolate, arguments, method, "BigInt",
                        [](Value value) { return value.is_bigint(); });
}

// 21.2.3.3
Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  const Value value = this_bigint(isolate, arguments, "BigInt.prototype.toString");
  const double radix =
      arguments[0].is_undefined() ? 10 : to_integer_or_infinity(isolate, arguments[0]);
  if (radix < 2 || radix > 36) {
    throw_range_error(isolate, "toString() radix argument must be between 2 and 36");
  }
  return Value::cell(bigint_to_string(isolate, value, static_cast<int>(radix)));
}

// 21.2.3.2. Without Intl: as the locale en-US formats.
Value to_locale_string(Isolate& isolate, const Arguments& arguments) {
  const Value value = this_bigint(isolate, arguments, "BigInt.prototype.toLocaleString");
  std::string text = to_utf8(bigint_to_string(isolate, value));
  const std::ptrdiff_t first = text[0] == '-' ? 1 : 0;
  for (auto i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > first; i -= 3) {
    text.insert(static_cast<size_t>(i), ",");
  }
  return string_value(isolate, text);
}

// 21.2.3.4
Value value_of(Isolate& isolate, const Arguments& arguments) {
  return this_bigint(isolate, arguments, "BigInt.prototype.valueOf");
}

// BigInt has [[Construct]], which throws.
constexpr NativeInfo kConstructor = builtin::constructor(names::BigInt, 1, construct_bigint);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/bigint/bigint.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/bigint/bigint_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kBigInt;
constexpr BuiltinTable kBigInt = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kBigIntPrototype;
constexpr BuiltinTable kBigIntPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
