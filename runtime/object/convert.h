#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/numeric/arithmetic.h"
#include "runtime/object/object.h"

// Conversions of the specification. Those that take an Isolate& may run any JavaScript and throw.
namespace perry::runtime {

enum class PreferredType : uint8_t { Default, Number, String };

bool to_boolean(Value value);
Value to_primitive(Isolate& isolate, Value value, PreferredType hint = PreferredType::Default);
// Without Symbol.toPrimitive.
Value ordinary_to_primitive(Isolate& isolate, Object* object, PreferredType hint);
double to_number_slow(Isolate& isolate, Value value);
inline double to_number(Isolate& isolate, Value value) {
  return value.is_number() ? value.as_number() : to_number_slow(isolate, value);
}
// A number or a bigint.
Value to_numeric(Isolate& isolate, Value value);
inline double to_integer_or_infinity(Isolate& isolate, Value value) {
  return to_integer_or_infinity(to_number(isolate, value));
}
inline int32_t to_int32(Isolate& isolate, Value value) {
  return to_int32(to_number(isolate, value));
}
inline uint32_t to_uint32(Isolate& isolate, Value value) {
  return to_uint32(to_number(isolate, value));
}
double to_length(Isolate& isolate, Value value);
// ToIndex; the RangeError says "Invalid <what>".
double to_index(Isolate& isolate, Value value, std::string_view what);
String* to_string_slow(Isolate& isolate, Value value);
inline String* to_string(Isolate& isolate, Value value) {
  return value.is_string() ? value.as<String>() : to_string_slow(isolate, value);
}
Object* to_object(Isolate& isolate, Value value);
PropertyKey to_property_key(Isolate& isolate, Value value);
// The primitive inside, for constructors: ThisNumberValue and the like are the built-ins' own.
Value require_object_coercible(Isolate& isolate, Value value, std::string_view method);

String* number_to_string(Isolate& isolate, double number);
double string_to_number(Isolate& isolate, String* string);

// The Array.prototype helpers' relative index: negative counts from the end, clamped to [0,
// length].
double relative_index(Isolate& isolate, Value value, double length, double if_undefined);

// --- comparisons ---
bool is_strictly_equal(Value a, Value b);
bool same_value(Value a, Value b);
bool same_value_zero(Value a, Value b);
bool is_loosely_equal(Isolate& isolate, Value a, Value b);

String* typeof_text(Value value);

// A new string cell, for C++ text in UTF-8.
inline Value string_value(Isolate& isolate, std::string_view utf8) {
  return Value::cell(new_string_utf8(isolate, utf8));
}
// What concat gives, or the RangeError.
String* concat_or_throw(Isolate& isolate, String* left, String* right);

}  // namespace perry::runtime
