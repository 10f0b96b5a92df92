#include "runtime/exec/for_in.h"

#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

class Enumeration : public NativeCell {
 public:
  Value object;  // empty: nothing to walk
  Value keys;    // an Array of the keys left at the start
  uint64_t index;
};

void trace(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Enumeration*>(cell)->object, 2);
}

// Keys that hide those of prototypes: an object without prototype whose properties they are.
void add_keys(Isolate& isolate, Object* holder, bool is_first, Object* seen, Array* keys) {
  ValueList own(isolate);
  own_property_keys(isolate, holder, own);
  for (size_t i = 0; i < own.size(); ++i) {
    if (!own[i].is_string()) continue;
    const PropertyKey key = to_property_key(isolate, own[i]);
    PropertyDescriptor descriptor;
    if (!get_own_property(isolate, holder, key, descriptor)) continue;
    if (seen != nullptr) {
      const bool hidden = !is_first && has_own_property(isolate, seen, key);
      if (hidden) continue;
      create_data_property(isolate, seen, key, Value::undefined());
    }
    if (descriptor.is_enumerable()) append_element(isolate, keys, key_to_value(isolate, key));
  }
}

// Whether something on the prototypes may be enumerated at all.
bool has_enumerable(Isolate& isolate, Object* holder) {
  ValueList own(isolate);
  own_property_keys(isolate, holder, own);
  for (size_t i = 0; i < own.size(); ++i) {
    if (!own[i].is_string()) continue;
    PropertyDescriptor descriptor;
    const PropertyKey key = to_property_key(isolate, own[i]);
    if (get_own_property(isolate, holder, key, descriptor) && descriptor.is_enumerable()) {
      return true;
    }
  }
  return false;
}

bool prototypes_matter(Isolate& isolate, Object* object) {
  for (Value p = get_prototype_of(isolate, object); p.is_object();
       p = get_prototype_of(isolate, p.as<Object>())) {
    if (class_of(p.as_cell())->methods != nullptr) return true;
    const Shape* shape = shape_of(p.as_cell());
    // The properties of a built-in that nobody has looked into are not enumerable.
    if (shape->has(kShapeUnfilled)) continue;
    if (has_enumerable(isolate, p.as<Object>())) return true;
  }
  return false;
}

}  // namespace

NativeCell* open_for_in(Isolate& isolate, Value value) {
  auto* enumeration = static_cast<Enumeration*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Enumeration)));
  enumeration->trace = trace;
  if (value.is_nullish()) return enumeration;
  Object* object = to_object(isolate, value);
  Array* keys = new_array(isolate);
  Object* seen = prototypes_matter(isolate, object) ? new_object(isolate, Value::null()) : nullptr;
  add_keys(isolate, object, true, seen, keys);
  for (Value p = Value::cell(object); seen != nullptr;) {
    p = get_prototype_of(isolate, p.as<Object>());
    if (!p.is_object()) break;
    add_keys(isolate, p.as<Object>(), false, seen, keys);
  }
  store(isolate.heap(), enumeration, &enumeration->object, Value::cell(object));
  store(isolate.heap(), enumeration, &enumeration->keys, Value::cell(keys));
  return enumeration;
}

Value step_for_in(Isolate& isolate, NativeCell* cell) {
  auto* enumeration = static_cast<Enumeration*>(cell);
  if (enumeration->object.is_empty()) return {};
  const auto* keys = enumeration->keys.as<Array>();
  while (enumeration->index < keys->length()) {
    const Value name = dense_element(keys, static_cast<uint32_t>(enumeration->index++));
    const PropertyKey key = to_property_key(isolate, name);
    for (Value o = enumeration->object; o.is_object();
         o = get_prototype_of(isolate, o.as<Object>())) {
      PropertyDescriptor own;
      if (get_own_property(isolate, o.as<Object>(), key, own)) return name;
    }
  }
  return {};
}

}  // namespace perry::runtime
