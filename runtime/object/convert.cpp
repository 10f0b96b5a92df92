#include "runtime/object/convert.h"

#include <algorithm>
#include <cmath>

#include "runtime/numeric/number_to_string.h"
#include "runtime/numeric/string_to_number.h"
#include "runtime/object/bigint.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"
#include "runtime/string/single_units.h"

namespace perry::runtime {

bool to_boolean(Value value) {
  if (value.is_boolean()) return value.as_boolean();
  if (value.is_number()) {
    const double number = value.as_number();
    return number == number && number != 0;
  }
  if (value.is_nullish() || value.is_empty()) return false;
  if (value.is_string()) return value.as<String>()->length() != 0;
  if (value.is_bigint()) return !is_zero_bigint(value);
  return true;
}

// --- ToPrimitive ---

Value ordinary_to_primitive(Isolate& isolate, Object* object, PreferredType hint) {
  const bool string_first = hint == PreferredType::String;
  for (const bool string : {string_first, !string_first}) {
    const PropertyKey key = string ? PropertyKey(names::toString) : PropertyKey(names::valueOf);
    const Value method = get(isolate, object, key);
    if (!is_callable(method)) continue;
    const Value result = call(isolate, method, Value::cell(object));
    if (!result.is_object()) return result;
  }
  throw_type_error(isolate, "Cannot convert object to primitive value");
}

Value to_primitive(Isolate& isolate, Value value, PreferredType hint) {
  if (!value.is_object()) return value;
  const Value exotic = get_method(isolate, value, well_known(isolate, WellKnown::ToPrimitive));
  if (exotic.is_undefined()) return ordinary_to_primitive(isolate, value.as<Object>(), hint);
  const Name& name = hint == PreferredType::Default  ? names::default_
                     : hint == PreferredType::Number ? names::number
                                                     : names::string;
  const Value result = call(isolate, exotic, value, {Value::cell(name.get())});
  if (result.is_object()) throw_type_error(isolate, "Cannot convert object to primitive value");
  return result;
}

// --- Numbers ---

double string_to_number(Isolate& isolate, String* string) {
  return string->flatten(isolate).visit([](auto units) { return string_to_number(units); });
}

double to_number_slow(Isolate& isolate, Value value) {
  if (value.is_undefined() || value.is_empty()) return std::nan("");
  if (value.is_null() || value.is_false()) return 0;
  if (value.is_true()) return 1;
  if (value.is_string()) return string_to_number(isolate, value.as<String>());
  if (value.is_symbol()) throw_type_error(isolate, "Cannot convert a Symbol value to a number");
  if (value.is_bigint()) throw_type_error(isolate, "Cannot convert a BigInt value to a number");
  return to_number(isolate, to_primitive(isolate, value, PreferredType::Number));
}

Value to_numeric(Isolate& isolate, Value value) {
  if (value.is_number()) return value;
  value = to_primitive(isolate, value, PreferredType::Number);
  if (value.is_bigint()) return value;
  return Value::number(to_number(isolate, value));
}

double to_length(Isolate& isolate, Value value) {
  const double length = to_integer_or_infinity(isolate, value);
  return std::clamp(length, 0.0, 9007199254740991.0);
}

double to_index(Isolate& isolate, Value value, std::string_view what) {
  const double index = to_integer_or_infinity(isolate, value);
  if (!(index >= 0 && index <= 9007199254740991.0)) {
    throw_range_error(isolate, "Invalid " + std::string(what));
  }
  return index;
}

double relative_index(Isolate& isolate, Value value, double length, double if_undefined) {
  if (value.is_undefined()) return if_undefined;
  const double index = to_integer_or_infinity(isolate, value);
  return index < 0 ? std::max(index + length, 0.0) : std::min(index, length);
}

// --- Strings ---

String* number_to_string(Isolate& isolate, double number) {
  if (number >= 0 && number < 10 && number == std::floor(number)) {
    return static_single_unit_string(static_cast<uint8_t>('0' + static_cast<int>(number)));
  }
  const NumberText text(number);
  return new_string(isolate, reinterpret_cast<const uint8_t*>(text.view().data()),
                    text.view().size());
}

String* to_string_slow(Isolate& isolate, Value value) {
  if (value.is_string()) return value.as<String>();
  if (value.is_number()) return number_to_string(isolate, value.as_number());
  if (value.is_undefined() || value.is_empty()) return names::undefined.get();
  if (value.is_null()) return names::null_.get();
  if (value.is_boolean()) return value.as_boolean() ? names::true_.get() : names::false_.get();
  if (value.is_symbol()) throw_type_error(isolate, "Cannot convert a Symbol value to a string");
  if (value.is_bigint()) return bigint_to_string(isolate, value);
  return to_string(isolate, to_primitive(isolate, value, PreferredType::String));
}

String* concat_or_throw(Isolate& isolate, String* left, String* right) {
  String* result = concat(isolate, left, right);
  if (result == nullptr) throw_string_too_long(isolate);
  return result;
}

// --- Objects and keys ---

Object* to_object(Isolate& isolate, Value value) {
  if (value.is_object()) return value.as<Object>();
  const Value prototype = prototype_of_primitive(isolate, value);
  if (prototype.is_empty()) {
    throw_type_error(isolate, "Cannot convert undefined or null to object");
  }
  return new_primitive_object(isolate, value, prototype);
}

PropertyKey to_property_key(Isolate& isolate, Value value) {
  if (value.is_number()) {
    const double number = value.as_number();
    if (number >= 0 && number < 4294967295.0) {
      const auto index = static_cast<uint32_t>(number);
      if (index == number) return PropertyKey::from_index(index);
    }
  } else if (!value.is_string() && !value.is_symbol()) {
    value = to_primitive(isolate, value, PreferredType::String);
  }
  if (value.is_symbol()) return PropertyKey::from_symbol(value.as<Symbol>());
  String* string = to_string(isolate, value);
  if (!string->is_atom()) {
    if (const auto index = parse_array_index(string->flatten(isolate))) {
      return PropertyKey::from_index(*index);
    }
  }
  return PropertyKey::from_atom(intern(isolate, string));
}

Value require_object_coercible(Isolate& isolate, Value value, std::string_view method) {
  if (value.is_nullish()) {
    throw_type_error(isolate, std::string(method) + " called on null or undefined");
  }
  return value;
}

// --- Comparisons ---

bool is_strictly_equal(Value a, Value b) {
  if (a.is_number() && b.is_number()) return a.as_number() == b.as_number();
  if (a == b) return true;
  if (a.is_string() && b.is_string()) return equals(a.as<String>(), b.as<String>());
  if (a.is_bigint() && b.is_bigint()) return bigint_equals(a, b);
  return false;
}

bool same_value(Value a, Value b) {
  if (a.is_number() && b.is_number()) return same_value(a.as_number(), b.as_number());
  return is_strictly_equal(a, b);
}

bool same_value_zero(Value a, Value b) {
  if (a.is_number() && b.is_number()) return same_value_zero(a.as_number(), b.as_number());
  return is_strictly_equal(a, b);
}

bool is_loosely_equal(Isolate& isolate, Value a, Value b) {
  for (;;) {
    if (a.is_number() && b.is_number()) return a.as_number() == b.as_number();
    if (a.is_nullish() || b.is_nullish()) return a.is_nullish() && b.is_nullish();
    if (a.is_object() && b.is_object()) return a == b;
    if (a.is_string() && b.is_string()) return is_strictly_equal(a, b);
    if (a.is_boolean() && b.is_boolean()) return a == b;
    if (a.is_symbol() && b.is_symbol()) return a == b;
    if (a.is_object()) {
      a = to_primitive(isolate, a);
    } else if (b.is_object()) {
      b = to_primitive(isolate, b);
    } else if (a.is_boolean()) {
      a = Value::number(to_number(isolate, a));
    } else if (b.is_boolean()) {
      b = Value::number(to_number(isolate, b));
    } else if (a.is_symbol() || b.is_symbol()) {
      return false;
    } else if (a.is_bigint() || b.is_bigint()) {
      return bigint_loosely_equals(isolate, a, b);
    } else {
      return to_number(isolate, a) == to_number(isolate, b);
    }
  }
}

String* typeof_text(Value value) {
  if (value.is_number()) return names::number.get();
  if (value.is_string()) return names::string.get();
  if (value.is_undefined()) return names::undefined.get();
  if (value.is_boolean()) return names::boolean.get();
  if (value.is_symbol()) return names::symbol.get();
  if (value.is_bigint()) return names::bigint.get();
  return is_callable(value) ? names::function_.get() : names::object.get();
}

}  // namespace perry::runtime
