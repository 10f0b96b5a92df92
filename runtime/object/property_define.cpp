#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/index_store.h"
#include "runtime/object/property.h"
#include "runtime/object/property_storage.h"

// [[DefineOwnProperty]], [[Set]] and [[Delete]].
namespace perry::runtime {

// --- storage ---

static Value accessor_pair(Isolate& isolate, Value getter, Value setter) {
  auto* pair = isolate.heap().allocate<AccessorPair>(
      CellKind::Internal, static_cast<uint32_t>(InternalType::AccessorPair), sizeof(AccessorPair));
  pair->getter = getter;
  pair->setter = setter;
  return Value::cell(pair);
}

static IndexStore* index_store_for(Isolate& isolate, Object* object) {
  if (object->kind() == CellKind::Array) {
    make_sparse(isolate, object->as<Array>());
    return object->as<Array>()->sparse();
  }
  if (IndexStore* table = index_store_of(isolate, object)) return table;
  IndexStore* table = new_index_store(isolate);
  add_property(isolate, object, isolate.part<Objects>().index_key(), Value::cell(table), kWritable);
  return table;
}

void create_own(Isolate& isolate, Object* object, PropertyKey key, Value value,
                uint8_t attributes) {
  if (!key.is_index()) {
    add_property(isolate, object, key, value, attributes);
    return;
  }
  if (object->kind() == CellKind::Array && attributes == kAllAttributes) {
    put_element(isolate, object->as<Array>(), key.index(), value);
  } else {
    IndexStore* table = index_store_for(isolate, object);
    table->set(isolate, key.index(), value, attributes);
    if (object->kind() == CellKind::Array && key.index() >= table->length) {
      table->length = key.index() + 1;
    }
  }
  shape_changed(shape_of(object));
}

void store_own(Isolate& isolate, Object* object, PropertyKey key, const OwnProperty& found,
               Value value) {
  switch (found.place) {
    case OwnProperty::Place::Slot:
      store_slot(isolate, object, shape_of(object), found.slot, value);
      // What constructors make depends on it.
      if (object->kind() == CellKind::Function && key == names::prototype) ++perry_rt_thread.epoch;
      return;
    case OwnProperty::Place::Element:
      put_element(isolate, object->as<Array>(), key.index(), value);
      return;
    case OwnProperty::Place::Sparse:
      index_store_for(isolate, object)->set(isolate, key.index(), value, found.attributes);
      return;
    case OwnProperty::Place::ArrayLength:
      PERRY_ASSERT(false);
  }
}

static void change_own(Isolate& isolate, Object* object, PropertyKey key, const OwnProperty& found,
                       Value value, uint8_t attributes) {
  if (found.attributes == attributes) {
    store_own(isolate, object, key, found, value);
    // Sites know what some accessors do.
    if ((attributes & kAccessor) != 0) shape_changed(shape_of(object));
    return;
  }
  if (key.is_index()) {
    index_store_for(isolate, object)->set(isolate, key.index(), value, attributes);
    shape_changed(shape_of(object));
    return;
  }
  // Sites know the old attributes by the shape's number, so it changes.
  Shape* shape = owned_copy(isolate, shape_of(object));
  object->set_shape(shape->number);
  shape->table->find(key)->info.attributes = attributes;
  store_slot(isolate, object, shape, found.slot, value);
  shape_changed(shape);
  if (object->kind() == CellKind::Function && key == names::prototype) ++perry_rt_thread.epoch;
}

// --- [[DefineOwnProperty]] ---

bool is_compatible_descriptor(bool extensible, const PropertyDescriptor& descriptor,
                              const PropertyDescriptor* current) {
  using D = PropertyDescriptor;
  if (current == nullptr) return extensible;
  if (descriptor.fields == 0) return true;
  if (current->is_configurable()) return true;
  if (descriptor.has(D::kHasConfigurable) && descriptor.is_configurable()) return false;
  if (descriptor.has(D::kHasEnumerable) && descriptor.is_enumerable() != current->is_enumerable()) {
    return false;
  }
  if (!descriptor.is_accessor() && !descriptor.is_data()) return true;
  if (descriptor.is_accessor() != current->is_accessor()) return false;
  if (current->is_accessor()) {
    return (!descriptor.has(D::kHasGet) || descriptor.getter == current->getter) &&
           (!descriptor.has(D::kHasSet) || descriptor.setter == current->setter);
  }
  if (current->is_writable()) return true;
  if (descriptor.has(D::kHasWritable) && descriptor.is_writable()) return false;
  return !descriptor.has(D::kHasValue) || same_value(descriptor.value, current->value);
}

static bool define_array_length(Isolate& isolate, Array* array,
                                const PropertyDescriptor& descriptor) {
  using D = PropertyDescriptor;
  uint32_t length = array->length();
  if (descriptor.has(D::kHasValue)) {
    length = to_uint32(isolate, descriptor.value);
    const double number = to_number(isolate, descriptor.value);
    if (length != number) throw_range_error(isolate, "Invalid array length");
  }
  const auto current = D::data(Value::number(array->length()),
                               array->is_length_writable() ? kWritable : kNoAttributes);
  PropertyDescriptor wanted = descriptor;
  wanted.value = Value::number(length);
  if (!is_compatible_descriptor(true, wanted, &current)) return false;
  bool done = true;
  if (descriptor.has(D::kHasValue)) done = set_array_length(isolate, array, length);
  if (descriptor.has(D::kHasWritable) && !descriptor.is_writable()) {
    array->flags |= abi::kArrayFrozenLength;
    make_sparse(isolate, array);
  }
  return done;
}

static bool create_from_descriptor(Isolate& isolate, Object* object, PropertyKey key,
                                   const PropertyDescriptor& descriptor) {
  if (!key.is_private() && !shape_of(object)->is_extensible()) return false;
  if (key.is_index() && object->kind() == CellKind::Array) {
    const auto* array = object->as<Array>();
    if (key.index() >= array->length() && !array->is_length_writable()) return false;
  }
  if (descriptor.is_accessor()) {
    const Value pair = accessor_pair(isolate, descriptor.getter, descriptor.setter);
    create_own(isolate, object, key, pair,
               static_cast<uint8_t>((descriptor.attributes & ~kWritable) | kAccessor));
  } else {
    create_own(isolate, object, key, descriptor.value, descriptor.attributes);
  }
  return true;
}

bool ordinary_define_own_property(Isolate& isolate, Object* object, PropertyKey key,
                                  const PropertyDescriptor& descriptor) {
  using D = PropertyDescriptor;
  OwnProperty found;
  if (!find_own(isolate, object, key, found)) {
    filled_shape(isolate, object);
    return create_from_descriptor(isolate, object, key, descriptor);
  }
  if (found.place == OwnProperty::Place::ArrayLength) {
    return define_array_length(isolate, object->as<Array>(), descriptor);
  }
  PropertyDescriptor current;
  ordinary_get_own_property(isolate, object, key, current);
  if (!is_compatible_descriptor(true, descriptor, &current)) return false;
  uint8_t attributes = found.attributes & (kEnumerable | kConfigurable);
  const auto take = [&](D::Field field, uint8_t attribute) {
    if (!descriptor.has(field)) return;
    attributes =
        static_cast<uint8_t>((attributes & ~attribute) | (descriptor.attributes & attribute));
  };
  take(D::kHasEnumerable, kEnumerable);
  take(D::kHasConfigurable, kConfigurable);
  Value value = found.value;
  if (descriptor.is_accessor() || (current.is_accessor() && !descriptor.is_data())) {
    attributes |= kAccessor;
    const bool was = current.is_accessor();
    const Value getter = descriptor.has(D::kHasGet) ? descriptor.getter
                         : was                      ? current.getter
                                                    : Value::undefined();
    const Value setter = descriptor.has(D::kHasSet) ? descriptor.setter
                         : was                      ? current.setter
                                                    : Value::undefined();
    if (!was || getter != current.getter || setter != current.setter) {
      value = accessor_pair(isolate, getter, setter);
    }
  } else {
    if (!current.is_accessor()) attributes |= found.attributes & kWritable;
    take(D::kHasWritable, kWritable);
    if (descriptor.has(D::kHasValue)) {
      value = descriptor.value;
    } else if (current.is_accessor()) {
      value = Value::undefined();
    }
  }
  change_own(isolate, object, key, found, value, attributes);
  return true;
}

bool define_own_property(Isolate& isolate, Object* object, PropertyKey key,
                         const PropertyDescriptor& descriptor) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->define_own != nullptr && !key.is_private()) {
    return methods->define_own(isolate, object, key, descriptor);
  }
  return ordinary_define_own_property(isolate, object, key, descriptor);
}

// --- [[Set]] ---

// The property is not on the way from the receiver, or is writable data: it goes to the receiver.
static bool set_on_receiver(Isolate& isolate, PropertyKey key, Value value, Value receiver) {
  if (!receiver.is_object()) return false;
  auto* object = receiver.as<Object>();
  PropertyDescriptor existing;
  if (get_own_property(isolate, object, key, existing)) {
    if (existing.is_accessor() || !existing.is_writable()) return false;
    PropertyDescriptor descriptor;
    descriptor.value = value;
    descriptor.fields = PropertyDescriptor::kHasValue;
    return define_own_property(isolate, object, key, descriptor);
  }
  return create_data_property(isolate, object, key, value);
}

static bool set_by_descriptor(Isolate& isolate, const PropertyDescriptor& own, PropertyKey key,
                              Value value, Value receiver) {
  if (own.is_accessor()) {
    if (own.setter.is_undefined()) return false;
    call(isolate, own.setter, receiver, {value});
    return true;
  }
  return own.is_writable() && set_on_receiver(isolate, key, value, receiver);
}

bool ordinary_set(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver) {
  Object* const start = object;
  for (bool first = true;; first = false) {
    const ExoticMethods* methods = class_of(object)->methods;
    Value prototype;
    if (methods != nullptr && !key.is_private()) [[unlikely]] {
      if (!first && methods->set != nullptr) {
        return methods->set(isolate, object, key, value, receiver);
      }
      PropertyDescriptor own;
      if (get_own_property(isolate, object, key, own)) {
        return set_by_descriptor(isolate, own, key, value, receiver);
      }
      prototype = get_prototype_of(isolate, object);
    } else {
      OwnProperty found;
      if (find_own(isolate, object, key, found)) {
        if ((found.attributes & kAccessor) != 0) {
          const Value setter = static_cast<AccessorPair*>(found.value.as_cell())->setter;
          if (setter.is_undefined()) return false;
          call(isolate, setter, receiver, {value});
          return true;
        }
        if ((found.attributes & kWritable) == 0) return false;
        if (receiver != Value::cell(object)) break;
        if (found.place == OwnProperty::Place::ArrayLength) {
          PropertyDescriptor descriptor;
          descriptor.value = value;
          descriptor.fields = PropertyDescriptor::kHasValue;
          return ordinary_define_own_property(isolate, object, key, descriptor);
        }
        store_own(isolate, object, key, found, value);
        return true;
      }
      prototype = shape_of(object)->prototype;
    }
    if (prototype.is_null()) break;
    object = prototype.as<Object>();
  }
  if (receiver == Value::cell(start) && class_of(start)->methods == nullptr) {
    // It has no such property, or the way there would have ended.
    OwnProperty own;
    if (object == start || !find_own(isolate, start, key, own)) {
      filled_shape(isolate, start);
      return create_from_descriptor(isolate, start, key,
                                    PropertyDescriptor::data(value, kAllAttributes));
    }
  }
  return set_on_receiver(isolate, key, value, receiver);
}

bool set(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->set != nullptr && !key.is_private()) {
    return methods->set(isolate, object, key, value, receiver);
  }
  return ordinary_set(isolate, object, key, value, receiver);
}

// --- [[Delete]] ---

bool ordinary_delete(Isolate& isolate, Object* object, PropertyKey key) {
  OwnProperty found;
  if (!find_own(isolate, object, key, found)) return true;
  if ((found.attributes & kConfigurable) == 0) return false;
  if (key.is_index()) {
    if (object->kind() == CellKind::Array) {
      remove_element(isolate, object->as<Array>(), key.index());
    } else {
      IndexStore* table = index_store_of(isolate, object);
      table->remove(table->find(key.index()));
    }
    shape_changed(shape_of(object));
    return true;
  }
  Shape* shape = shape_of(object);
  if (!shape->is_owned() || !shape->has(kShapeUncacheable)) {
    shape = owned_copy(isolate, shape);
    shape->flags |= kShapeUncacheable;
    object->set_shape(shape->number);
  }
  *slot_address(object, shape, found.slot) = Value();
  shape->table->remove(shape->table->find(key));
  --shape->property_count;
  shape_changed(shape);
  return true;
}

bool delete_property(Isolate& isolate, Object* object, PropertyKey key) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->remove != nullptr) {
    return methods->remove(isolate, object, key);
  }
  return ordinary_delete(isolate, object, key);
}

}  // namespace perry::runtime
