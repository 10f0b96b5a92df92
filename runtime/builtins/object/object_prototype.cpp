#include "runtime/builtins/object/to_string.h"
#include "runtime/builtins/object/unset_prototype.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"

// Object.prototype (20.1.3).
namespace perry::runtime::builtins {

static Value has_own_property_method(Isolate& isolate, const Arguments& arguments) {
  const PropertyKey key = to_property_key(isolate, arguments[0]);
  Object* object = to_object(isolate, arguments.receiver());
  return Value::boolean(has_own_property(isolate, object, key));
}

static Value is_prototype_of(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_object()) return Value::boolean(false);
  const Value object = Value::cell(to_object(isolate, arguments.receiver()));
  for (Value p = get_prototype_of(isolate, arguments[0].as<Object>()); p.is_object();
       p = get_prototype_of(isolate, p.as<Object>())) {
    if (p == object) return Value::boolean(true);
  }
  return Value::boolean(false);
}

static Value property_is_enumerable(Isolate& isolate, const Arguments& arguments) {
  const PropertyKey key = to_property_key(isolate, arguments[0]);
  Object* object = to_object(isolate, arguments.receiver());
  PropertyDescriptor own;
  return Value::boolean(get_own_property(isolate, object, key, own) && own.is_enumerable());
}

Value object_to_string(Isolate& isolate, Object* object) {
  std::string builtin_tag = "Object";
  if (is_array(isolate, Value::cell(object))) {
    builtin_tag = "Array";
  } else if (is_callable(Value::cell(object))) {
    builtin_tag = "Function";
  } else {
    const std::string name = class_of(object)->name;
    for (const char* known :
         {"Error", "Boolean", "Number", "String", "Date", "RegExp", "Arguments"}) {
      if (name == known) builtin_tag = name;
    }
  }
  const Value tag = get(isolate, object, well_known(isolate, WellKnown::ToStringTag));
  if (tag.is_string()) builtin_tag = to_utf8(tag.as<String>(), LoneSurrogates::Keep);
  return string_value(isolate, "[object " + builtin_tag + "]");
}

// 20.1.3.6
static Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  const Value receiver = arguments.receiver();
  if (receiver.is_undefined()) return string_value(isolate, "[object Undefined]");
  if (receiver.is_null()) return string_value(isolate, "[object Null]");
  return object_to_string(isolate, to_object(isolate, receiver));
}

static Value to_locale_string(Isolate& isolate, const Arguments& arguments) {
  return invoke(isolate, arguments.receiver(), names::toString);
}

static Value value_of(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(to_object(isolate, arguments.receiver()));
}

static Value get_proto(Isolate& isolate, const Arguments& arguments) {
  return get_prototype_of(isolate, to_object(isolate, arguments.receiver()));
}

static Value set_proto(Isolate& isolate, const Arguments& arguments) {
  const Value receiver =
      require_object_coercible(isolate, arguments.receiver(), "Object.prototype.__proto__");
  const Value prototype = arguments[0];
  if (!prototype.is_object() && !prototype.is_null()) return Value::undefined();
  if (!receiver.is_object()) return Value::undefined();
  auto* object = receiver.as<Object>();
  if (!set_prototype_of(isolate, object, prototype)) throw_prototype_not_set(isolate, object);
  return Value::undefined();
}

// B.2.2: the four methods from before Object.defineProperty.
static Value define_accessor(Isolate& isolate, const Arguments& arguments, bool getter) {
  Object* object = to_object(isolate, arguments.receiver());
  if (!is_callable(arguments[1])) {
    throw_type_error(isolate, std::string("Object.prototype.__define") +
                                  (getter ? "Getter" : "Setter") + "__: Expecting function");
  }
  const PropertyKey key = to_property_key(isolate, arguments[0]);
  const Value none = Value::undefined();
  auto descriptor = PropertyDescriptor::accessor(
      getter ? arguments[1] : none, getter ? none : arguments[1], kEnumerable | kConfigurable);
  descriptor.fields &=
      static_cast<uint8_t>(getter ? ~PropertyDescriptor::kHasSet : ~PropertyDescriptor::kHasGet);
  define_property_or_throw(isolate, object, key, descriptor);
  return Value::undefined();
}
static Value define_getter(Isolate& isolate, const Arguments& arguments) {
  return define_accessor(isolate, arguments, true);
}
static Value define_setter(Isolate& isolate, const Arguments& arguments) {
  return define_accessor(isolate, arguments, false);
}

static Value lookup_accessor(Isolate& isolate, const Arguments& arguments, bool getter) {
  Object* object = to_object(isolate, arguments.receiver());
  const PropertyKey key = to_property_key(isolate, arguments[0]);
  for (Value o = Value::cell(object); o.is_object();
       o = get_prototype_of(isolate, o.as<Object>())) {
    PropertyDescriptor own;
    if (!get_own_property(isolate, o.as<Object>(), key, own)) continue;
    return own.is_accessor() ? (getter ? own.getter : own.setter) : Value::undefined();
  }
  return Value::undefined();
}
static Value lookup_getter(Isolate& isolate, const Arguments& arguments) {
  return lookup_accessor(isolate, arguments, true);
}
static Value lookup_setter(Isolate& isolate, const Arguments& arguments) {
  return lookup_accessor(isolate, arguments, false);
}

#include "runtime/object/builtin_rows.inc.h"
static constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/object/object_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
extern const BuiltinTable kObjectPrototype;
constexpr BuiltinTable kObjectPrototype = builtin::object(kRows, Intrinsic::Count);

}  // namespace perry::runtime::builtins
