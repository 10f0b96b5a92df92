#include <cmath>

#include "runtime/builtins/string/string_natives.h"
#include "runtime/object/builtin.h"
#include "runtime/object/primitive_object.h"
#include "runtime/string/builder.h"

// The String constructor (22.1.1, 22.1.2).
namespace perry::runtime::builtins {
namespace {

Value finish(Isolate& isolate, StringBuilder& text) {
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

// 22.1.1.1
Value construct_string(Isolate& isolate, const Arguments& arguments) {
  String* text = empty_string();
  if (arguments.count() > 0) {
    if (!arguments.is_construct() && arguments[0].is_symbol()) {
      return string_value(isolate, describe(isolate, arguments[0]));
    }
    text = to_string(isolate, arguments[0]);
  }
  if (!arguments.is_construct()) return Value::cell(text);
  const Value prototype =
      get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::StringPrototype);
  return Value::cell(new_primitive_object(isolate, Value::cell(text), prototype));
}

// 22.1.2.1
Value from_char_code(Isolate& isolate, const Arguments& arguments) {
  if (arguments.count() == 1) {
    const auto unit = static_cast<char16_t>(to_uint32(isolate, arguments[0]));
    return Value::cell(single_unit_string(isolate, unit));
  }
  StringBuilder text;
  for (size_t i = 0; i < arguments.count(); ++i) {
    text.append(static_cast<char16_t>(to_uint32(isolate, arguments[i])));
  }
  return finish(isolate, text);
}

// 22.1.2.2
Value from_code_point(Isolate& isolate, const Arguments& arguments) {
  StringBuilder text;
  for (size_t i = 0; i < arguments.count(); ++i) {
    const double number = to_number(isolate, arguments[i]);
    if (!(number >= 0 && number <= 0x10ffff) || std::trunc(number) != number) {
      throw_range_error(isolate,
                        "Invalid code point " + to_utf8(number_to_string(isolate, number)));
    }
    text.append_code_point(static_cast<char32_t>(number));
  }
  return finish(isolate, text);
}

// 22.1.2.4
Value raw(Isolate& isolate, const Arguments& arguments) {
  Object* cooked = to_object(isolate, arguments[0]);
  Object* literals = to_object(isolate, get(isolate, cooked, names::raw));
  const double length = length_of_array_like(isolate, literals);
  StringBuilder text;
  for (double i = 0; i < length; ++i) {
    const Value piece = get(isolate, literals, key_from_index(isolate, i));
    text.append(to_string(isolate, piece));
    if (i + 1 < length && i + 1 < static_cast<double>(arguments.count())) {
      text.append(to_string(isolate, arguments[static_cast<size_t>(i) + 1]));
    }
    if (text.is_too_long()) throw_string_too_long(isolate);
  }
  return finish(isolate, text);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::String, 1, construct_string);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/string/string.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kString;
constexpr BuiltinTable kString = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
