#include "runtime/exec/arguments_object.h"

#include <algorithm>

#include "runtime/object/property.h"
#include "runtime/object/property_storage.h"

namespace perry::runtime {

namespace {

// A box that captured variables live in.
class Box : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Box; }
  Value value;
};

// The boxes that stand for elements; an element that was redefined has none any more.
class MappedArguments : public Object {
 public:
  static const ObjectClass kClass;
  Value boxes;  // Slots
};

Value* box_of(Object* object, PropertyKey key) {
  if (!key.is_index()) return nullptr;
  auto* boxes = static_cast<MappedArguments*>(object)->boxes.as<Slots>();
  if (key.index() >= boxes->capacity()) return nullptr;
  Value* box = boxes->values() + key.index();
  return box->is_empty() ? nullptr : box;
}
Value value_in(const Value* box) { return box->as<Box>()->value; }
void store_in(Isolate& isolate, const Value* box, Value value) {
  store(isolate.heap(), box->as_cell(), &box->as<Box>()->value, value);
}

bool get_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  if (!ordinary_get_own_property(isolate, object, key, result)) return false;
  if (const Value* box = box_of(object, key)) result.value = value_in(box);
  return true;
}

bool define_own(Isolate& isolate, Object* object, PropertyKey key,
                const PropertyDescriptor& descriptor) {
  using D = PropertyDescriptor;
  Value* box = box_of(object, key);
  PropertyDescriptor wanted = descriptor;
  const bool becomes_fixed = descriptor.has(D::kHasWritable) && !descriptor.is_writable();
  if (box != nullptr && becomes_fixed && !descriptor.has(D::kHasValue)) {
    wanted.value = value_in(box);
    wanted.fields |= D::kHasValue;
  }
  if (!ordinary_define_own_property(isolate, object, key, wanted)) return false;
  if (box == nullptr) return true;
  if (descriptor.is_accessor()) {
    *box = Value();
    return true;
  }
  if (descriptor.has(D::kHasValue)) store_in(isolate, box, descriptor.value);
  if (becomes_fixed) *box = Value();
  return true;
}

Value get_mapped(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  if (const Value* box = box_of(object, key)) return value_in(box);
  return ordinary_get(isolate, object, key, receiver);
}

bool set_mapped(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver) {
  const Value* box = receiver == Value::cell(object) ? box_of(object, key) : nullptr;
  if (box != nullptr) store_in(isolate, box, value);
  return ordinary_set(isolate, object, key, value, receiver);
}

bool remove(Isolate& isolate, Object* object, PropertyKey key) {
  Value* box = box_of(object, key);
  if (!ordinary_delete(isolate, object, key)) return false;
  if (box != nullptr) *box = Value();
  return true;
}

void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<MappedArguments*>(object)->boxes);
}

constexpr ExoticMethods kMethods = {.get_own = get_own,
                                    .define_own = define_own,
                                    .get = get_mapped,
                                    .set = set_mapped,
                                    .remove = remove};
const ObjectClass MappedArguments::kClass = {
    .name = "Arguments", .methods = &kMethods, .trace = trace};
const ObjectClass kUnmappedClass = {.name = "Arguments"};

void add_common(Isolate& isolate, Object* object, const Value* values, size_t count) {
  add_property(isolate, object, names::length, Value::number(static_cast<double>(count)), kHidden);
  const Value iterator =
      get(isolate, intrinsic(isolate, Intrinsic::ArrayPrototype).as<Object>(), names::values);
  add_property(isolate, object, well_known(isolate, WellKnown::Iterator), iterator, kHidden);
  for (size_t i = 0; i < count; ++i) {
    create_own(isolate, object, PropertyKey::from_index(static_cast<uint32_t>(i)), values[i],
               kAllAttributes);
  }
}

}  // namespace

Value new_unmapped_arguments(Isolate& isolate, const Value* values, size_t count) {
  Object* object = new_object_with_shape(
      isolate, root_shape(isolate, intrinsic(isolate, Intrinsic::ObjectPrototype), &kUnmappedClass,
                          CellKind::Object, 4));
  add_common(isolate, object, values, count);
  const Value thrower = intrinsic(isolate, Intrinsic::ThrowTypeError);
  ordinary_define_own_property(isolate, object, names::callee,
                               PropertyDescriptor::accessor(thrower, thrower, kNoAttributes));
  return Value::cell(object);
}

Value new_mapped_arguments(Isolate& isolate, Value callee, const Value* values, size_t count,
                           const Value* boxes, size_t box_count) {
  const size_t mapped = std::min(count, box_count);
  Slots* slots = new_slots(isolate, mapped);
  std::copy(boxes, boxes + mapped, slots->values());
  isolate.heap().write_barrier(slots, slots);
  auto* object =
      new_exotic<MappedArguments>(isolate, intrinsic(isolate, Intrinsic::ObjectPrototype));
  object->boxes = Value::cell(slots);
  isolate.heap().write_barrier(object, object);
  add_common(isolate, object, values, count);
  add_property(isolate, object, names::callee, callee, kHidden);
  return Value::cell(object);
}

}  // namespace perry::runtime
