#include "runtime/numeric/number_to_string.h"
#include "runtime/object/bigint.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/primitive_object.h"
#include "runtime/string/single_units.h"

// toString and valueOf of the wrappers of primitive values.
namespace perry::runtime::builtins {
namespace {

template <typename Test>
Value this_value(Isolate& isolate, const Arguments& arguments, const char* what, Test&& test) {
  Value value = arguments.receiver();
  if (const PrimitiveObject* wrapper = try_primitive_object(value)) value = wrapper->primitive;
  if (!test(value)) {
    throw_type_error(isolate, std::string(what) + " requires that 'this' be a " +
                                  std::string(what).substr(0, std::string(what).find('.')));
  }
  return value;
}

Value string_value_of(Isolate& isolate, const Arguments& arguments) {
  return this_value(isolate, arguments, "String.prototype.toString",
                    [](Value v) { return v.is_string(); });
}
Value number_value_of(Isolate& isolate, const Arguments& arguments) {
  return this_value(isolate, arguments, "Number.prototype.valueOf",
                    [](Value v) { return v.is_number(); });
}
Value number_to_string_method(Isolate& isolate, const Arguments& arguments) {
  const Value value = number_value_of(isolate, arguments);
  if (arguments[0].is_undefined()) return Value::cell(to_string(isolate, value));
  const double radix = to_integer_or_infinity(isolate, arguments[0]);
  if (!(radix >= 2 && radix <= 36)) {
    throw_range_error(isolate, "toString() radix must be between 2 and 36");
  }
  if (radix == 10) return Value::cell(to_string(isolate, value));
  return string_value(isolate, number_to_radix_string(value.as_number(), static_cast<int>(radix)));
}
Value boolean_value_of(Isolate& isolate, const Arguments& arguments) {
  return this_value(isolate, arguments, "Boolean.prototype.valueOf",
                    [](Value v) { return v.is_boolean(); });
}
Value boolean_to_string(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(to_string(isolate, boolean_value_of(isolate, arguments)));
}
Value bigint_value_of(Isolate& isolate, const Arguments& arguments) {
  return this_value(isolate, arguments, "BigInt.prototype.valueOf",
                    [](Value v) { return v.is_bigint(); });
}
Value bigint_to_string_method(Isolate& isolate, const Arguments& arguments) {
  const Value value = bigint_value_of(isolate, arguments);
  const double radix =
      arguments[0].is_undefined() ? 10 : to_integer_or_infinity(isolate, arguments[0]);
  if (!(radix >= 2 && radix <= 36)) {
    throw_range_error(isolate, "toString() radix must be between 2 and 36");
  }
  return Value::cell(bigint_to_string(isolate, value, static_cast<int>(radix)));
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kStringRows[] = {FUNCTION(toString, 0, string_value_of, String, Pure)
                                          FUNCTION(valueOf, 0, string_value_of, String, Pure)};
constexpr BuiltinRow kNumberRows[] = {FUNCTION(toString, 1, number_to_string_method, String, Js)
                                          FUNCTION(valueOf, 0, number_value_of, Double, Pure)};
constexpr BuiltinRow kBooleanRows[] = {FUNCTION(toString, 0, boolean_to_string, String, Pure)
                                           FUNCTION(valueOf, 0, boolean_value_of, Bool, Pure)};
constexpr BuiltinRow kBigIntRows[] = {FUNCTION(toString, 0, bigint_to_string_method, String, Js)
                                          FUNCTION(valueOf, 0, bigint_value_of, BigInt, Pure)
                                              TAG("BigInt")};
#include "runtime/object/builtin_rows_end.inc.h"

template <size_t N>
constexpr BuiltinTable wrapper(const BuiltinRow (&rows)[N], const ObjectClass& object_class,
                               Value (*primitive)()) {
  BuiltinTable table = builtin::object(rows);
  table.kind = CellKind::Exotic;
  table.object_class = &object_class;
  table.primitive = primitive;
  return table;
}

}  // namespace

extern const BuiltinTable kStringPrototype;
constexpr BuiltinTable kStringPrototype =
    wrapper(kStringRows, kStringObjectClass, [] { return Value::cell(static_empty_string()); });
extern const BuiltinTable kNumberPrototype;
constexpr BuiltinTable kNumberPrototype =
    wrapper(kNumberRows, kNumberObjectClass, [] { return Value::number(0); });
extern const BuiltinTable kBooleanPrototype;
constexpr BuiltinTable kBooleanPrototype =
    wrapper(kBooleanRows, kBooleanObjectClass, [] { return Value::boolean(false); });
extern const BuiltinTable kBigIntPrototype;
constexpr BuiltinTable kBigIntPrototype = builtin::object(kBigIntRows);

}  // namespace perry::runtime::builtins
