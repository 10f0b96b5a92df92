#include "runtime/object/array.h"
#include "runtime/object/function.h"
#include "runtime/object/index_store.h"
#include "runtime/object/property.h"
#include "runtime/object/property_storage.h"
#include "runtime/object/proxy.h"

// Finding what an object stores as ordinary properties, and [[GetOwnProperty]].
namespace perry::runtime {

IndexStore* index_store_of(Isolate& isolate, Object* object) {
  Shape* shape = filled_shape(isolate, object);
  if (!shape->has(kShapeIndexed)) return nullptr;
  SlotInfo info{};
  lookup(shape, isolate.part<Objects>().index_key(), info);
  return static_cast<IndexStore*>(slot_address(object, shape, info.slot)->as_cell());
}

static bool find_index(Isolate& isolate, Object* object, uint32_t index, OwnProperty& found) {
  IndexStore* table = nullptr;
  if (object->kind() == CellKind::Array) {
    auto* array = object->as<Array>();
    if (!array->is_sparse()) {
      found.value = dense_element(array, index);
      found.attributes = kAllAttributes;
      found.place = OwnProperty::Place::Element;
      return !found.value.is_empty();
    }
    table = array->sparse();
  } else {
    table = index_store_of(isolate, object);
  }
  if (table == nullptr) return false;
  const IndexStore::Entry* entry = table->find(index);
  if (entry == nullptr) return false;
  found.value = entry->value;
  found.attributes = entry->attribute_bits();
  found.place = OwnProperty::Place::Sparse;
  return true;
}

bool find_own(Isolate& isolate, Object* object, PropertyKey key, OwnProperty& found) {
  if (key.is_index()) return find_index(isolate, object, key.index(), found);
  Shape* shape = shape_of(object);
  if ((shape->flags & (kShapeLazyFunction | kShapeUnfilled)) != 0) {
    // Functions without own properties are asked for other keys far more often.
    if (!shape->has(kShapeUnfilled) && key != names::length && key != names::name &&
        key != names::prototype && key != names::arguments && key != names::caller) {
      return false;
    }
    shape = filled_shape(isolate, object);
  }
  if (object->kind() == CellKind::Array && key == names::length) {
    const auto* array = object->as<Array>();
    found.value = Value::number(array->length());
    found.attributes = array->is_length_writable() ? kWritable : kNoAttributes;
    found.place = OwnProperty::Place::ArrayLength;
    return true;
  }
  SlotInfo info{};
  if (shape->is_owned()) {
    if (!lookup(shape, key, info)) return false;
  } else {
    auto& cached = isolate.part<Objects>().cached(shape->number, key);
    if (cached.shape != shape->number || cached.key != key) {
      const bool exists = lookup(shape, key, info);
      cached = {shape->number, info.slot, key, info.attributes, exists};
    }
    if (!cached.found) return false;
    info = {cached.slot, cached.attributes};
  }
  found.slot = info.slot;
  found.attributes = info.attributes;
  found.place = OwnProperty::Place::Slot;
  found.value = *slot_address(object, shape, info.slot);
  if (is_lazy(found.value)) found.value = force_lazy(isolate, object, shape, info.slot);
  return true;
}

static void describe_own(const OwnProperty& found, PropertyDescriptor& result) {
  if ((found.attributes & kAccessor) != 0) {
    auto* pair = static_cast<AccessorPair*>(found.value.as_cell());
    result = PropertyDescriptor::accessor(pair->getter, pair->setter, found.attributes);
  } else {
    result = PropertyDescriptor::data(found.value, found.attributes);
  }
}

bool ordinary_get_own_property(Isolate& isolate, Object* object, PropertyKey key,
                               PropertyDescriptor& result) {
  OwnProperty found;
  if (!find_own(isolate, object, key, found)) return false;
  describe_own(found, result);
  return true;
}

bool get_own_property(Isolate& isolate, Object* object, PropertyKey key,
                      PropertyDescriptor& result) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->get_own != nullptr && !key.is_private()) {
    return methods->get_own(isolate, object, key, result);
  }
  return ordinary_get_own_property(isolate, object, key, result);
}

bool has_own_property(Isolate& isolate, Object* object, PropertyKey key) {
  PropertyDescriptor ignored;
  return get_own_property(isolate, object, key, ignored);
}

// --- [[HasProperty]] ---

bool ordinary_has(Isolate& isolate, Object* object, PropertyKey key) {
  for (bool first = true;; first = false) {
    const ExoticMethods* methods = class_of(object)->methods;
    if (!first && methods != nullptr && methods->has != nullptr) {
      return methods->has(isolate, object, key);
    }
    if (has_own_property(isolate, object, key)) return true;
    const Value prototype = get_prototype_of(isolate, object);
    if (prototype.is_null()) return false;
    object = prototype.as<Object>();
  }
}

bool has_property(Isolate& isolate, Object* object, PropertyKey key) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->has != nullptr) return methods->has(isolate, object, key);
  return ordinary_has(isolate, object, key);
}

// --- [[Get]] ---

static Value call_getter(Isolate& isolate, Value getter, Value receiver) {
  return getter.is_undefined() ? getter : call(isolate, getter, receiver);
}

Value ordinary_get(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  for (bool first = true;; first = false) {
    const ExoticMethods* methods = class_of(object)->methods;
    if (methods != nullptr && !key.is_private()) [[unlikely]] {
      if (!first && methods->get != nullptr) return methods->get(isolate, object, key, receiver);
      if (methods->get_own != nullptr) {
        PropertyDescriptor own;
        if (methods->get_own(isolate, object, key, own)) {
          return own.is_accessor() ? call_getter(isolate, own.getter, receiver) : own.value;
        }
        const Value prototype = get_prototype_of(isolate, object);
        if (prototype.is_null()) return Value::undefined();
        object = prototype.as<Object>();
        continue;
      }
    }
    OwnProperty found;
    if (find_own(isolate, object, key, found)) {
      if ((found.attributes & kAccessor) == 0) return found.value;
      return call_getter(isolate, static_cast<AccessorPair*>(found.value.as_cell())->getter,
                         receiver);
    }
    const Value prototype = shape_of(object)->prototype;
    if (prototype.is_null()) return Value::undefined();
    object = prototype.as<Object>();
  }
}

Value get(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  const ExoticMethods* methods = class_of(object)->methods;
  if (methods != nullptr && methods->get != nullptr && !key.is_private()) {
    return methods->get(isolate, object, key, receiver);
  }
  return ordinary_get(isolate, object, key, receiver);
}

PeekedProperty peek(Isolate& isolate, Value object, PropertyKey key) {
  for (; object.is_object(); object = shape_of(object.as_cell())->prototype) {
    // A module's variable may not be read yet.
    const bool is_module = class_of(object.as_cell())->name == std::string_view("Module");
    if (is_proxy(object) || is_module) break;
    PropertyDescriptor own;
    if (!get_own_property(isolate, object.as<Object>(), key, own)) continue;
    return {own.is_accessor() ? Value() : own.value, object};
  }
  return {};
}

}  // namespace perry::runtime
