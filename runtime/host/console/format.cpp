#include <cmath>

#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "runtime/numeric/string_to_number.h"
#include "runtime/object/bigint.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// util.format: `%` specifiers in the first argument, spaces between all others.
namespace perry::runtime {

namespace {

using Text = std::u16string;

Text number_text(Isolate& isolate, double number) {
  return inspect(isolate, Value::number(number));
}

// Whether String(object) would use a method of a class of the program.
bool has_own_conversion(Isolate& isolate, Object* object) {
  if (has_own_property(isolate, object, names::toString)) return true;
  const Value method = get(isolate, object, names::toString);
  const Value plain =
      get(isolate, intrinsic(isolate, Intrinsic::ObjectPrototype).as<Object>(), names::toString);
  const Value of_error =
      get(isolate, intrinsic(isolate, Intrinsic::ErrorPrototype).as<Object>(), names::toString);
  if (method == plain || !is_callable(method)) return false;
  return method == of_error || !method.as<Function>()->has(abi::kFunctionNative);
}

Text format_string(Isolate& isolate, Value value) {
  if (value.is_number() || value.is_bigint()) return inspect(isolate, value);
  if (value.is_object()) {
    if (!has_own_conversion(isolate, value.as<Object>())) {
      InspectOptions options;
      options.depth = 0;
      return inspect(isolate, value, options);
    }
  } else if (value.is_symbol()) {
    return inspect(isolate, value);
  }
  return to_utf16(isolate, to_string(isolate, value));
}

Text format_number(Isolate& isolate, Value value) {
  if (value.is_bigint()) return inspect(isolate, value);
  if (value.is_symbol() || value.is_object()) return u"NaN";
  return number_text(isolate, to_number(isolate, value));
}

Text format_integer(Isolate& isolate, Value value, bool fraction) {
  if (value.is_bigint() && !fraction) return inspect(isolate, value);
  if (value.is_symbol() || (value.is_object() && !fraction)) return u"NaN";
  const StringView text = to_string(isolate, value)->flatten(isolate);
  return number_text(isolate, text.visit([&](auto units) {
    return fraction ? parse_float_prefix(units) : parse_int_prefix(units, 0);
  }));
}

Text format_json(Isolate& isolate, Value value) {
  const Value json = get(isolate, intrinsic(isolate, Intrinsic::Global).as<Object>(), names::JSON);
  if (!json.is_object()) throw_type_error(isolate, "JSON is not in this runtime");
  const Value text = invoke(isolate, json, names::stringify, {value});
  return text.is_string() ? to_utf16(isolate, text.as<String>()) : Text(u"undefined");
}

// False: the character is no specifier.
bool format_one(Isolate& isolate, char16_t specifier, Value value, Text& out) {
  switch (specifier) {
    case 's':
      out += format_string(isolate, value);
      return true;
    case 'd':
      out += format_number(isolate, value);
      return true;
    case 'i':
      out += format_integer(isolate, value, false);
      return true;
    case 'f':
      out += format_integer(isolate, value, true);
      return true;
    case 'j':
      out += format_json(isolate, value);
      return true;
    case 'O':
      out += inspect(isolate, value);
      return true;
    case 'o':
      out += inspect(isolate, value, {.depth = 4, .show_hidden = true});
      return true;
    case 'c':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::u16string format_arguments(Isolate& isolate, const Value* values, size_t count) {
  Text out;
  size_t next = 0;
  if (count > 1 && values[0].is_string()) {
    const Text pattern = to_utf16(isolate, values[0].as<String>());
    next = 1;
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '%' || i + 1 == pattern.size()) {
        out += pattern[i];
      } else if (pattern[i + 1] == '%') {
        out += u'%';
        ++i;
      } else if (next < count && format_one(isolate, pattern[i + 1], values[next], out)) {
        ++next;
        ++i;
      } else {
        out += u'%';
      }
    }
  } else if (count != 0) {
    out = values[0].is_string() ? to_utf16(isolate, values[0].as<String>())
                                : inspect(isolate, values[0]);
    next = 1;
  }
  for (; next < count; ++next) {
    out += u' ';
    out += values[next].is_string() ? to_utf16(isolate, values[next].as<String>())
                                    : inspect(isolate, values[next]);
  }
  return out;
}

}  // namespace perry::runtime
