#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"
#include "runtime/object/proxy.h"

// Operations on objects that are made of the internal methods.
namespace perry::runtime {

Value get_v(Isolate& isolate, Value value, PropertyKey key) {
  if (value.is_object()) return get(isolate, value.as<Object>(), key, value);
  if (value.is_string()) {
    auto* string = value.as<String>();
    if (key == names::length) return Value::number(string->length());
    if (key.is_index() && key.index() < string->length()) {
      return Value::cell(single_unit_string(isolate, string->at(isolate, key.index())));
    }
  }
  const Value prototype = prototype_of_primitive(isolate, value);
  if (prototype.is_empty()) {
    throw_type_error(isolate, "Cannot read properties of " + describe(isolate, value) +
                                  " (reading '" + describe(key) + "')");
  }
  return get(isolate, prototype.as<Object>(), key, value);
}

Value get_method(Isolate& isolate, Value value, PropertyKey key) {
  const Value method = get_v(isolate, value, key);
  if (method.is_nullish()) return Value::undefined();
  if (!is_callable(method)) {
    throw_type_error(isolate, describe(isolate, method) + " is not a function");
  }
  return method;
}

Value invoke(Isolate& isolate, Value value, PropertyKey key,
             std::initializer_list<Value> arguments) {
  const Value method = get_v(isolate, value, key);
  if (!is_callable(method)) {
    throw_type_error(isolate,
                     describe(isolate, value) + "." + describe(key) + " is not a function");
  }
  return call(isolate, method, value, arguments);
}

void set_or_throw(Isolate& isolate, Object* object, PropertyKey key, Value value) {
  if (set(isolate, object, key, value, Value::cell(object))) return;
  throw_set_failed(isolate, Value::cell(object), key, Value::cell(object));
}

void throw_read_only(Isolate& isolate, Value target, PropertyKey key) {
  throw_type_error(isolate, "Cannot assign to read only property '" + describe(key) + "' of " +
                                to_utf8(typeof_text(target)) + " '" +
                                describe_plain(isolate, target) + "'");
}

void throw_set_failed(Isolate& isolate, Value from, PropertyKey key, Value receiver) {
  for (Value o = from; o.is_object();) {
    if (is_proxy(o)) {
      if (is_callable(peek(isolate, proxy_handler(o), names::set).value)) {
        throw_type_error(
            isolate, "'set' on proxy: trap returned falsish for property '" + describe(key) + "'");
      }
      o = proxy_target(o);
      continue;
    }
    PropertyDescriptor own;
    if (!get_own_property(isolate, o.as<Object>(), key, own)) {
      o = get_prototype_of(isolate, o.as<Object>());
      continue;
    }
    if (own.is_accessor()) {
      throw_type_error(isolate, "Cannot set property " + describe(key) + " of " +
                                    describe(isolate, o) + " which has only a getter");
    }
    // A module's variables say that they are writable.
    if (own.is_writable() && o != receiver) break;
    throw_read_only(isolate, receiver, key);
  }
  if (receiver.is_object()) {
    throw_type_error(isolate,
                     "Cannot add property " + describe(key) + ", object is not extensible");
  }
  throw_type_error(isolate, "Cannot create property '" + describe(key) + "' on " +
                                to_utf8(typeof_text(receiver)) + " '" +
                                describe_plain(isolate, receiver) + "'");
}

bool create_data_property(Isolate& isolate, Object* object, PropertyKey key, Value value) {
  return define_own_property(isolate, object, key, PropertyDescriptor::data(value, kAllAttributes));
}

void create_data_property_or_throw(Isolate& isolate, Object* object, PropertyKey key, Value value) {
  define_property_or_throw(isolate, object, key, PropertyDescriptor::data(value, kAllAttributes));
}

void define_property_or_throw(Isolate& isolate, Object* object, PropertyKey key,
                              const PropertyDescriptor& descriptor) {
  if (define_own_property(isolate, object, key, descriptor)) return;
  if (!has_own_property(isolate, object, key)) {
    throw_type_error(isolate,
                     "Cannot define property " + describe(key) + ", object is not extensible");
  }
  throw_type_error(isolate, "Cannot redefine property: " + describe(key));
}

void delete_property_or_throw(Isolate& isolate, Object* object, PropertyKey key) {
  if (delete_property(isolate, object, key)) return;
  throw_type_error(isolate, "Cannot delete property '" + describe(key) + "' of " +
                                describe(isolate, Value::cell(object)));
}

// --- descriptors ---

Value from_property_descriptor(Isolate& isolate, const PropertyDescriptor& descriptor) {
  using D = PropertyDescriptor;
  Object* object = new_object(isolate);
  const auto add = [&](D::Field field, PropertyKey key, Value value) {
    if (descriptor.has(field)) add_property(isolate, object, key, value, kAllAttributes);
  };
  add(D::kHasValue, names::value, descriptor.value);
  add(D::kHasWritable, names::writable, Value::boolean(descriptor.is_writable()));
  add(D::kHasGet, names::get, descriptor.getter);
  add(D::kHasSet, names::set, descriptor.setter);
  add(D::kHasEnumerable, names::enumerable, Value::boolean(descriptor.is_enumerable()));
  add(D::kHasConfigurable, names::configurable, Value::boolean(descriptor.is_configurable()));
  return Value::cell(object);
}

PropertyDescriptor to_property_descriptor(Isolate& isolate, Value value) {
  using D = PropertyDescriptor;
  if (!value.is_object()) {
    throw_type_error(isolate,
                     "Property description must be an object: " + describe_plain(isolate, value));
  }
  auto* object = value.as<Object>();
  PropertyDescriptor result;
  const auto take = [&](PropertyKey key, D::Field field) {
    if (!has_property(isolate, object, key)) return Value();
    result.fields |= field;
    return get(isolate, object, key);
  };
  const auto take_flag = [&](PropertyKey key, D::Field field, Attribute attribute) {
    const Value flag = take(key, field);
    if (!flag.is_empty() && to_boolean(flag)) result.attributes |= attribute;
  };
  take_flag(names::enumerable, D::kHasEnumerable, kEnumerable);
  take_flag(names::configurable, D::kHasConfigurable, kConfigurable);
  if (const Value v = take(names::value, D::kHasValue); !v.is_empty()) result.value = v;
  take_flag(names::writable, D::kHasWritable, kWritable);
  if (const Value getter = take(names::get, D::kHasGet); !getter.is_empty()) {
    if (!is_callable(getter) && !getter.is_undefined()) {
      throw_type_error(isolate, "Getter must be a function: " + describe_plain(isolate, getter));
    }
    result.getter = getter;
  }
  if (const Value setter = take(names::set, D::kHasSet); !setter.is_empty()) {
    if (!is_callable(setter) && !setter.is_undefined()) {
      throw_type_error(isolate, "Setter must be a function: " + describe_plain(isolate, setter));
    }
    result.setter = setter;
  }
  if (result.is_accessor() && result.is_data()) {
    throw_type_error(isolate,
                     "Invalid property descriptor. Cannot both specify accessors and a value or "
                     "writable attribute, " +
                         describe(isolate, value));
  }
  return result;
}

// --- enumeration ---

Array* enumerable_own_properties(Isolate& isolate, Object* object, EnumerableKind kind) {
  ValueList keys(isolate);
  own_property_keys(isolate, object, keys);
  ValueList result(isolate);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i].is_string()) continue;
    const PropertyKey key = to_property_key(isolate, keys[i]);
    PropertyDescriptor own;
    if (!get_own_property(isolate, object, key, own) || !own.is_enumerable()) continue;
    if (kind == EnumerableKind::Keys) {
      result.push(keys[i]);
      continue;
    }
    const Value value = get(isolate, object, key);
    if (kind == EnumerableKind::Values) {
      result.push(value);
    } else {
      const Value entry[] = {keys[i], value};
      result.push(Value::cell(new_array(isolate, entry, 2)));
    }
  }
  return new_array(isolate, result);
}

void copy_data_properties(Isolate& isolate, Object* target, Value source, const Value* excluded,
                          size_t excluded_count) {
  if (source.is_nullish()) return;
  Object* from = to_object(isolate, source);
  ValueList keys(isolate);
  own_property_keys(isolate, from, keys);
  for (size_t i = 0; i < keys.size(); ++i) {
    const PropertyKey key = to_property_key(isolate, keys[i]);
    bool skip = false;
    for (size_t k = 0; k < excluded_count && !skip; ++k) {
      skip = to_property_key(isolate, excluded[k]) == key;
    }
    if (skip) continue;
    PropertyDescriptor own;
    if (!get_own_property(isolate, from, key, own) || !own.is_enumerable()) continue;
    create_data_property_or_throw(isolate, target, key, get(isolate, from, key));
  }
}

// --- constructors ---

Value get_prototype_from_constructor(Isolate& isolate, Value new_target, Intrinsic fallback) {
  if (new_target.is_object()) {
    const Value prototype = get(isolate, new_target.as<Object>(), names::prototype);
    if (prototype.is_object()) return prototype;
    // GetFunctionRealm: there is one realm, but a proxy must not have been revoked meanwhile.
    while (is_proxy(new_target)) {
      if (proxy_handler(new_target).is_null()) {
        throw_type_error(isolate, "Cannot perform 'get' on a proxy that has been revoked");
      }
      new_target = proxy_target(new_target);
    }
  }
  return intrinsic(isolate, fallback);
}

Value species_constructor(Isolate& isolate, Object* object, Value fallback) {
  const Value constructor = get(isolate, object, names::constructor);
  if (constructor.is_undefined()) return fallback;
  if (!constructor.is_object()) {
    throw_type_error(isolate, "The .constructor property is not an object");
  }
  const Value species =
      get(isolate, constructor.as<Object>(), well_known(isolate, WellKnown::Species));
  if (species.is_nullish()) return fallback;
  if (!is_constructor(species)) {
    throw_type_error(isolate, "object.constructor[Symbol.species] is not a constructor");
  }
  return species;
}

bool ordinary_has_instance(Isolate& isolate, Value constructor, Value value) {
  if (!is_callable(constructor)) return false;
  if (const Value target = bound_target(constructor); !target.is_empty()) {
    return instance_of(isolate, value, target);
  }
  if (!value.is_object()) return false;
  const Value prototype = get(isolate, constructor.as<Object>(), names::prototype);
  if (!prototype.is_object()) {
    throw_type_error(isolate, "Function has non-object prototype '" + describe(isolate, prototype) +
                                  "' in instanceof check");
  }
  for (Value p = get_prototype_of(isolate, value.as<Object>()); p.is_object();
       p = get_prototype_of(isolate, p.as<Object>())) {
    if (p == prototype) return true;
  }
  return false;
}

bool instance_of(Isolate& isolate, Value value, Value target) {
  if (!target.is_object()) {
    throw_type_error(isolate, "Right-hand side of 'instanceof' is not an object");
  }
  const Value method = get_method(isolate, target, well_known(isolate, WellKnown::HasInstance));
  if (!method.is_undefined()) {
    if (is_default_has_instance(method)) return ordinary_has_instance(isolate, target, value);
    return to_boolean(call(isolate, method, target, {value}));
  }
  if (!is_callable(target)) {
    throw_type_error(isolate, "Right-hand side of 'instanceof' is not callable");
  }
  return ordinary_has_instance(isolate, target, value);
}

// --- array-likes ---

double length_of_array_like(Isolate& isolate, Object* object) {
  if (object->kind() == CellKind::Array) return object->as<Array>()->length();
  return to_length(isolate, get(isolate, object, names::length));
}

void list_from_array_like(Isolate& isolate, Value value, ValueList& list) {
  if (!value.is_object()) {
    throw_type_error(isolate, "CreateListFromArrayLike called on non-object");
  }
  auto* object = value.as<Object>();
  const double length = length_of_array_like(isolate, object);
  for (double i = 0; i < length; ++i) {
    list.push(get(isolate, object, key_from_index(isolate, i)));
  }
}

bool is_array(Isolate& isolate, Value value) {
  for (;;) {
    if (value.is_kind(CellKind::Array)) return true;
    if (!is_proxy(value)) return false;
    value = proxy_target(value);
    if (value.is_null()) {
      throw_type_error(isolate, "Cannot perform 'IsArray' on a proxy that has been revoked");
    }
  }
}

}  // namespace perry::runtime
