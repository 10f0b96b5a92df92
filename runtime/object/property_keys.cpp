#include "runtime/numeric/number_to_string.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/index_store.h"
#include "runtime/object/property.h"
#include "runtime/object/property_storage.h"
#include "runtime/object/typed_array.h"
#include "runtime/string/single_units.h"

// Prototypes, extensibility and own keys.
namespace perry::runtime {

static String* single_digit(uint32_t digit) {
  return static_single_unit_string(static_cast<uint8_t>(48 + digit));
}

Value key_to_value(Isolate& isolate, PropertyKey key) {
  if (!key.is_index()) return key.raw();
  if (key.index() < 10) return Value::cell(single_digit(key.index()));
  return Value::cell(number_to_string(isolate, key.index()));
}

PropertyKey key_from_index(Isolate& isolate, double index) {
  if (index < 4294967295.0) return PropertyKey::from_index(static_cast<uint32_t>(index));
  const NumberText text(index);
  return PropertyKey::from_atom(intern(isolate, text.view()));
}

// --- [[OwnPropertyKeys]] ---

void ordinary_own_keys(Isolate& isolate, Object* object, ValueList& keys) {
  Shape* shape = filled_shape(isolate, object);
  const auto push_index = [&](uint32_t index) {
    keys.push(key_to_value(isolate, PropertyKey::from_index(index)));
  };
  if (object->kind() == CellKind::Array) {
    auto* array = object->as<Array>();
    if (array->is_sparse()) {
      for (const uint32_t index : array->sparse()->sorted_indices()) push_index(index);
    } else {
      for (uint32_t i = 0; i < array->dense_length; ++i) {
        if (!dense_element(array, i).is_empty()) push_index(i);
      }
    }
    keys.push(Value::cell(names::length.get()));
  } else if (shape->has(kShapeIndexed)) {
    for (const uint32_t index : index_store_of(isolate, object)->sorted_indices()) {
      push_index(index);
    }
  }
  bool has_symbols = false;
  const auto properties = properties_of(shape);
  // The shape keeps the keys alive; the list of them is native memory.
  for (const auto& entry : properties) {
    if (entry.key.is_symbol()) {
      has_symbols = true;
    } else {
      keys.push(entry.key.raw());
    }
  }
  if (!has_symbols) return;
  for (const auto& entry : properties) {
    if (!entry.key.is_symbol()) continue;
    const Symbol* symbol = entry.key.symbol();
    if (!symbol->is_private() && !symbol->is_internal()) keys.push(entry.key.raw());
  }
}

void own_property_keys(Isolate& isolate, Object* object, ValueList& keys) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->own_keys != nullptr) {
    methods->own_keys(isolate, object, keys);
  } else {
    ordinary_own_keys(isolate, object, keys);
  }
}

// --- prototypes ---

Value get_prototype_of(Isolate& isolate, Object* object) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->get_prototype != nullptr) {
    return methods->get_prototype(isolate, object);
  }
  return shape_of(object)->prototype;
}

static void change_prototype(Isolate& isolate, Object* object, Value prototype) {
  if (prototype.is_object() && !shape_of(prototype.as_cell())->has(kShapePrototype)) {
    become_prototype(isolate, prototype.as<Object>());
  }
  Shape* shape = filled_shape(isolate, object);
  if (shape->is_owned() || shape->has(kShapeNotExtensible)) {
    shape = owned_copy(isolate, shape);
    shape->prototype = prototype;
    object->set_shape(shape->number);
    shape_changed(shape);
    return;
  }
  Shape* next =
      root_shape(isolate, prototype, shape->object_class, shape->object_kind, shape->inline_slots);
  const Value index_key = isolate.part<Objects>().index_key().raw();
  for (const auto& entry : properties_of(shape)) {
    next = add_transition(isolate, next, entry.key, entry.info.attributes);
    if (entry.key.raw() == index_key) next->flags |= kShapeIndexed;
  }
  object->set_shape(next->number);
}

bool ordinary_set_prototype_of(Isolate& isolate, Object* object, Value prototype) {
  if (shape_of(object)->prototype == prototype) return true;
  if (!shape_of(object)->is_extensible()) return false;
  // An immutable prototype exotic object (10.4.7).
  if (Value::cell(object) == intrinsic(isolate, Intrinsic::ObjectPrototype)) return false;
  for (Value p = prototype; p.is_object();) {
    if (p == Value::cell(object)) return false;
    const ExoticMethods* methods = class_of(p.as_cell())->methods;
    if (methods != nullptr && methods->get_prototype != nullptr) break;
    p = shape_of(p.as_cell())->prototype;
  }
  change_prototype(isolate, object, prototype);
  return true;
}

bool set_prototype_of(Isolate& isolate, Object* object, Value prototype) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->set_prototype != nullptr) {
    return methods->set_prototype(isolate, object, prototype);
  }
  return ordinary_set_prototype_of(isolate, object, prototype);
}

// --- extensibility ---

bool is_extensible(Isolate& isolate, Object* object) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->is_extensible != nullptr) {
    return methods->is_extensible(isolate, object);
  }
  return shape_of(object)->is_extensible();
}

bool ordinary_prevent_extensions(Isolate& isolate, Object* object) {
  Shape* shape = filled_shape(isolate, object);
  if (!shape->is_extensible()) return true;
  shape = owned_copy(isolate, shape);
  shape->flags |= kShapeNotExtensible;
  object->set_shape(shape->number);
  if (object->kind() == CellKind::Array) {
    object->as<Array>()->flags |= abi::kArrayNotExtensible;
    make_sparse(isolate, object->as<Array>());
  }
  shape_changed(shape);
  return true;
}

bool prevent_extensions(Isolate& isolate, Object* object) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->prevent_extensions != nullptr) {
    return methods->prevent_extensions(isolate, object);
  }
  return ordinary_prevent_extensions(isolate, object);
}

bool set_integrity_level(Isolate& isolate, Object* object, IntegrityLevel level) {
  if (!prevent_extensions(isolate, object)) return false;
  if (object->kind() == CellKind::TypedArray && object->as<TypedArray>()->length() != 0) {
    // Its elements can be neither, and V8 says why.
    throw_type_error(isolate, std::string("Cannot ") +
                                  (level == IntegrityLevel::Frozen ? "freeze" : "seal") +
                                  " array buffer views with elements");
  }
  ValueList keys(isolate);
  own_property_keys(isolate, object, keys);
  for (size_t i = 0; i < keys.size(); ++i) {
    const PropertyKey key = to_property_key(isolate, keys[i]);
    PropertyDescriptor change;
    change.fields = PropertyDescriptor::kHasConfigurable;
    if (level == IntegrityLevel::Frozen) {
      PropertyDescriptor current;
      if (!get_own_property(isolate, object, key, current)) continue;
      if (!current.is_accessor()) change.fields |= PropertyDescriptor::kHasWritable;
    }
    define_property_or_throw(isolate, object, key, change);
  }
  return true;
}

bool test_integrity_level(Isolate& isolate, Object* object, IntegrityLevel level) {
  if (is_extensible(isolate, object)) return false;
  ValueList keys(isolate);
  own_property_keys(isolate, object, keys);
  for (size_t i = 0; i < keys.size(); ++i) {
    PropertyDescriptor current;
    if (!get_own_property(isolate, object, to_property_key(isolate, keys[i]), current)) continue;
    if (current.is_configurable()) return false;
    if (level == IntegrityLevel::Frozen && current.is_data() && current.is_writable()) {
      return false;
    }
  }
  return true;
}

}  // namespace perry::runtime
