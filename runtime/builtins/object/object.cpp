#include "runtime/builtins/object/unset_prototype.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// The Object constructor (20.1.1, 20.1.2).
namespace perry::runtime::builtins {

static Value construct_object(Isolate& isolate, const Arguments& arguments) {
  if (arguments.is_construct() && arguments.new_target() != Value::cell(arguments.callee())) {
    return Value::cell(
        new_object(isolate, get_prototype_from_constructor(isolate, arguments.new_target(),
                                                           Intrinsic::ObjectPrototype)));
  }
  if (arguments[0].is_nullish()) return Value::cell(new_object(isolate));
  return Value::cell(to_object(isolate, arguments[0]));
}

static Value assign(Isolate& isolate, const Arguments& arguments) {
  Object* to = to_object(isolate, arguments[0]);
  for (size_t i = 1; i < arguments.count(); ++i) {
    if (arguments[i].is_nullish()) continue;
    Object* from = to_object(isolate, arguments[i]);
    ValueList names(isolate);
    own_property_keys(isolate, from, names);
    for (size_t k = 0; k < names.size(); ++k) {
      const PropertyKey key = to_property_key(isolate, names[k]);
      PropertyDescriptor own;
      if (!get_own_property(isolate, from, key, own) || !own.is_enumerable()) continue;
      set_or_throw(isolate, to, key, get(isolate, from, key));
    }
  }
  return Value::cell(to);
}

// ObjectDefineProperties: all descriptors are read before the first is used.
static void define_all(Isolate& isolate, Object* object, Value properties) {
  Object* from = to_object(isolate, properties);
  ValueList names(isolate);
  own_property_keys(isolate, from, names);
  ValueList descriptors(isolate);
  for (size_t i = 0; i < names.size(); ++i) {
    const PropertyKey key = to_property_key(isolate, names[i]);
    PropertyDescriptor own;
    if (!get_own_property(isolate, from, key, own) || !own.is_enumerable()) {
      descriptors.push(Value());
      continue;
    }
    const PropertyDescriptor descriptor = to_property_descriptor(isolate, get(isolate, from, key));
    descriptors.push(from_property_descriptor(isolate, descriptor));
  }
  for (size_t i = 0; i < names.size(); ++i) {
    if (descriptors[i].is_empty()) continue;
    define_property_or_throw(isolate, object, to_property_key(isolate, names[i]),
                             to_property_descriptor(isolate, descriptors[i]));
  }
}

static Value create(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_object() && !arguments[0].is_null()) {
    throw_type_error(isolate, "Object prototype may only be an Object or null: " +
                                  describe_plain(isolate, arguments[0]));
  }
  Object* object = new_object(isolate, arguments[0]);
  if (!arguments[1].is_undefined()) {
    define_all(isolate, object, arguments[1]);
  }
  return Value::cell(object);
}

static Object* require_object(Isolate& isolate, Value value, const char* method) {
  if (!value.is_object()) {
    throw_type_error(isolate, std::string(method) + " called on non-object");
  }
  return value.as<Object>();
}

static Value define_properties(Isolate& isolate, const Arguments& arguments) {
  Object* object = require_object(isolate, arguments[0], "Object.defineProperties");
  define_all(isolate, object, arguments[1]);
  return arguments[0];
}

static Value define_property(Isolate& isolate, const Arguments& arguments) {
  Object* object = require_object(isolate, arguments[0], "Object.defineProperty");
  const PropertyKey key = to_property_key(isolate, arguments[1]);
  const PropertyDescriptor descriptor = to_property_descriptor(isolate, arguments[2]);
  define_property_or_throw(isolate, object, key, descriptor);
  return arguments[0];
}

static Value keys(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(
      enumerable_own_properties(isolate, to_object(isolate, arguments[0]), EnumerableKind::Keys));
}
static Value values(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(
      enumerable_own_properties(isolate, to_object(isolate, arguments[0]), EnumerableKind::Values));
}
static Value entries(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(enumerable_own_properties(isolate, to_object(isolate, arguments[0]),
                                               EnumerableKind::Entries));
}

static Value from_entries(Isolate& isolate, const Arguments& arguments) {
  if (arguments[0].is_nullish()) {
    throw_type_error(isolate, describe(isolate, arguments[0]) + " is not iterable");
  }
  Object* object = new_object(isolate);
  for_each_value(isolate, arguments[0], [&](Value entry) {
    if (!entry.is_object()) {
      throw_type_error(
          isolate, "Iterator value " + describe_plain(isolate, entry) + " is not an entry object");
    }
    const Value key = get(isolate, entry.as<Object>(), PropertyKey::from_index(0));
    const Value value = get(isolate, entry.as<Object>(), PropertyKey::from_index(1));
    create_data_property_or_throw(isolate, object, to_property_key(isolate, key), value);
  });
  return Value::cell(object);
}

static Value group_by(Isolate& isolate, const Arguments& arguments) {
  require_object_coercible(isolate, arguments[0], "Object.groupBy");
  if (!is_callable(arguments[1])) throw_not_callable(isolate, arguments[1]);
  Object* groups = new_object(isolate, Value::null());
  double index = 0;
  for_each_value(isolate, arguments[0], [&](Value value) {
    const Value result =
        call(isolate, arguments[1], Value::undefined(), {value, Value::number(index++)});
    const PropertyKey key = to_property_key(isolate, result);
    const Value group = get(isolate, groups, key);
    if (group.is_undefined()) {
      create_data_property(isolate, groups, key, Value::cell(new_array(isolate, &value, 1)));
    } else {
      append_element(isolate, group.as<Array>(), value);
    }
  });
  return Value::cell(groups);
}

static Value get_own_property_descriptor(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments[0]);
  PropertyDescriptor own;
  if (!get_own_property(isolate, object, to_property_key(isolate, arguments[1]), own)) {
    return Value::undefined();
  }
  return from_property_descriptor(isolate, own);
}

static Value get_own_property_descriptors(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments[0]);
  ValueList names(isolate);
  own_property_keys(isolate, object, names);
  Object* result = new_object(isolate);
  for (size_t i = 0; i < names.size(); ++i) {
    const PropertyKey key = to_property_key(isolate, names[i]);
    PropertyDescriptor own;
    if (!get_own_property(isolate, object, key, own)) continue;
    create_data_property(isolate, result, key, from_property_descriptor(isolate, own));
  }
  return Value::cell(result);
}

static Value own_keys_of(Isolate& isolate, Value value, bool symbols) {
  Object* object = to_object(isolate, value);
  ValueList names(isolate);
  own_property_keys(isolate, object, names);
  ValueList result(isolate);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].is_symbol() == symbols) result.push(names[i]);
  }
  return Value::cell(new_array(isolate, result));
}
static Value get_own_property_names(Isolate& isolate, const Arguments& arguments) {
  return own_keys_of(isolate, arguments[0], false);
}
static Value get_own_property_symbols(Isolate& isolate, const Arguments& arguments) {
  return own_keys_of(isolate, arguments[0], true);
}

static Value has_own(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments[0]);
  return Value::boolean(has_own_property(isolate, object, to_property_key(isolate, arguments[1])));
}

static Value is(Isolate&, const Arguments& arguments) {
  return Value::boolean(same_value(arguments[0], arguments[1]));
}

static Value get_prototype_of_value(Isolate& isolate, const Arguments& arguments) {
  return get_prototype_of(isolate, to_object(isolate, arguments[0]));
}

void throw_prototype_not_set(Isolate& isolate, Object* object) {
  const Value value = Value::cell(object);
  std::string message = "Cyclic __proto__ value";
  if (value == intrinsic(isolate, Intrinsic::ObjectPrototype))
    message = "Immutable prototype object 'Object.prototype' cannot have their prototype set";
  else if (!is_extensible(isolate, object))
    message = describe(isolate, value) + " is not extensible";
  throw_type_error(isolate, message);
}

static Value set_prototype_of_value(Isolate& isolate, const Arguments& arguments) {
  require_object_coercible(isolate, arguments[0], "Object.setPrototypeOf");
  const Value prototype = arguments[1];
  if (!prototype.is_object() && !prototype.is_null()) {
    throw_type_error(isolate, "Object prototype may only be an Object or null: " +
                                  describe_plain(isolate, prototype));
  }
  if (!arguments[0].is_object()) return arguments[0];
  auto* object = arguments[0].as<Object>();
  if (!set_prototype_of(isolate, object, prototype)) throw_prototype_not_set(isolate, object);
  return arguments[0];
}

static Value is_extensible_value(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(arguments[0].is_object() &&
                        is_extensible(isolate, arguments[0].as<Object>()));
}

static Value prevent_extensions_of(Isolate& isolate, const Arguments& arguments) {
  if (arguments[0].is_object() && !prevent_extensions(isolate, arguments[0].as<Object>())) {
    throw_type_error(isolate, "Cannot prevent extensions");
  }
  return arguments[0];
}

static Value set_level(Isolate& isolate, Value value, IntegrityLevel level) {
  if (value.is_object() && !set_integrity_level(isolate, value.as<Object>(), level)) {
    throw_type_error(isolate, level == IntegrityLevel::Frozen ? "Cannot freeze" : "Cannot seal");
  }
  return value;
}
static Value freeze(Isolate& isolate, const Arguments& arguments) {
  return set_level(isolate, arguments[0], IntegrityLevel::Frozen);
}
static Value seal(Isolate& isolate, const Arguments& arguments) {
  return set_level(isolate, arguments[0], IntegrityLevel::Sealed);
}
static Value has_level(Isolate& isolate, Value value, IntegrityLevel level) {
  return Value::boolean(!value.is_object() ||
                        test_integrity_level(isolate, value.as<Object>(), level));
}
static Value is_frozen(Isolate& isolate, const Arguments& arguments) {
  return has_level(isolate, arguments[0], IntegrityLevel::Frozen);
}
static Value is_sealed(Isolate& isolate, const Arguments& arguments) {
  return has_level(isolate, arguments[0], IntegrityLevel::Sealed);
}

static constexpr NativeInfo kConstructor = builtin::constructor(names::Object, 1, construct_object);
#include "runtime/object/builtin_rows.inc.h"
static constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/object/object.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
extern const BuiltinTable kObject;
constexpr BuiltinTable kObject = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
