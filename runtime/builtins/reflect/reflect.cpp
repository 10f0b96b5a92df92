#include <string>

#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// Reflect (28.1).
namespace perry::runtime::builtins {
namespace {

Object* target_of(Isolate& isolate, const Arguments& arguments, const char* method) {
  if (!arguments[0].is_object()) {
    throw_type_error(isolate, std::string("Reflect.") + method + " called on non-object");
  }
  return arguments[0].as<Object>();
}

std::string article_and_type(Value value) {
  const std::string type = to_utf8(typeof_text(value));
  return (type == "object" || type == "undefined" ? "an " : "a ") + type;
}

// 28.1.1
Value apply(Isolate& isolate, const Arguments& arguments) {
  if (!is_callable(arguments[0])) {
    throw_type_error(isolate, "Function.prototype.apply was called on " +
                                  describe_plain(isolate, arguments[0]) + ", which is " +
                                  article_and_type(arguments[0]) + " and not a function");
  }
  ValueList list(isolate);
  list_from_array_like(isolate, arguments[2], list);
  return call(isolate, arguments[0], arguments[1], list.data(), list.size());
}

// 28.1.2
Value construct_with(Isolate& isolate, const Arguments& arguments) {
  const Value new_target = arguments.count() > 2 ? arguments[2] : arguments[0];
  for (const Value value : {arguments[0], new_target}) {
    if (!is_constructor(value)) {
      throw_type_error(isolate, describe_plain(isolate, value) + " is not a constructor");
    }
  }
  ValueList list(isolate);
  list_from_array_like(isolate, arguments[1], list);
  return construct(isolate, arguments[0], list.data(), list.size(), new_target);
}

// 28.1.3
Value define_property(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "defineProperty");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  const PropertyDescriptor descriptor = to_property_descriptor(isolate, arguments[2]);
  return Value::boolean(define_own_property(isolate, target, key, descriptor));
}

// 28.1.4
Value delete_property_of(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "deleteProperty");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  return Value::boolean(delete_property(isolate, target, key));
}

// 28.1.5
Value get_of(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "get");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  return get(isolate, target, key, arguments.count() > 2 ? arguments[2] : arguments[0]);
}

// 28.1.6
Value get_own_property_descriptor(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "getOwnPropertyDescriptor");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  PropertyDescriptor descriptor;
  if (!get_own_property(isolate, target, key, descriptor)) return Value::undefined();
  return from_property_descriptor(isolate, descriptor);
}

// 28.1.7
Value get_prototype(Isolate& isolate, const Arguments& arguments) {
  return get_prototype_of(isolate, target_of(isolate, arguments, "getPrototypeOf"));
}

// 28.1.8
Value has(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "has");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  return Value::boolean(has_property(isolate, target, key));
}

// 28.1.9
Value is_extensible_object(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(is_extensible(isolate, target_of(isolate, arguments, "isExtensible")));
}

// 28.1.10
Value own_keys(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "ownKeys");
  ValueList keys(isolate);
  own_property_keys(isolate, target, keys);
  return Value::cell(new_array(isolate, keys));
}

// 28.1.11
Value prevent_extensions_of(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(
      prevent_extensions(isolate, target_of(isolate, arguments, "preventExtensions")));
}

// 28.1.12
Value set_of(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "set");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  return Value::boolean(
      set(isolate, target, key, arguments[2], arguments.count() > 3 ? arguments[3] : arguments[0]));
}

// 28.1.13
Value set_prototype(Isolate& isolate, const Arguments& arguments) {
  Object* target = target_of(isolate, arguments, "setPrototypeOf");
  if (!arguments[1].is_object() && !arguments[1].is_null()) {
    throw_type_error(isolate, "Object prototype may only be an Object or null: " +
                                  describe_plain(isolate, arguments[1]));
  }
  return Value::boolean(set_prototype_of(isolate, target, arguments[1]));
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/reflect/reflect.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kReflect;
constexpr BuiltinTable kReflect = builtin::object(kRows);

}  // namespace perry::runtime::builtins
