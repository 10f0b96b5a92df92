#include "runtime/object/object.h"

#include <algorithm>
#include <cstring>

#include "runtime/object/builtin.h"
#include "runtime/object/function.h"
#include "runtime/object/objects.h"

namespace perry::runtime {

const ObjectClass kPlainClass = {};
const ObjectClass kArrayClass = {.name = "Array"};
const ObjectClass kFunctionClass = {.name = "Function"};
const ObjectClass kErrorClass = {.name = "Error"};

Slots* new_slots(Isolate& isolate, size_t capacity) {
  return isolate.heap().allocate<Slots>(CellKind::Slots, abi::kNoShape,
                                        sizeof(Cell) + capacity * 8);
}

Object* new_object_with_shape(Isolate& isolate, Shape* shape) {
  return isolate.heap().allocate<Object>(CellKind::Object, shape->number,
                                         sizeof(Object) + size_t{shape->inline_slots} * 8);
}

Object* new_object(Isolate& isolate) {
  return isolate.heap().allocate<Object>(CellKind::Object, abi::kObjectShape,
                                         sizeof(Object) + size_t{abi::kEmptyLiteralSlots} * 8);
}

Object* new_object(Isolate& isolate, Value prototype, uint32_t inline_slots) {
  return new_object_with_shape(
      isolate, root_shape(isolate, prototype, &kPlainClass, CellKind::Object, inline_slots));
}

// --- Shapes of one object ---

Shape* own_shape(Isolate& isolate, Object* object) {
  Shape* shape = filled_shape(isolate, object);
  if (shape->is_owned()) return shape;
  Shape* copy = owned_copy(isolate, shape);
  object->set_shape(copy->number);
  return copy;
}

void become_prototype(Isolate& isolate, Object* object) {
  Shape* shape = shape_of(object);
  if (!shape->is_owned()) shape = own_shape(isolate, object);
  shape->flags |= kShapePrototype;
}

// --- Adding properties ---

static void ensure_slot(Isolate& isolate, Object* object, const Shape* shape, uint32_t slot) {
  if (slot < shape->inline_slots) return;
  const uint32_t needed = slot - shape->inline_slots + 1;
  const uint32_t capacity = object->slots.is_empty() ? 0 : object->slots.as<Slots>()->capacity();
  if (needed <= capacity) return;
  Slots* fresh = new_slots(isolate, std::max({needed, capacity * 2, 3u}));
  if (capacity != 0) {
    std::memcpy(fresh->values(), object->slots.as<Slots>()->values(), size_t{capacity} * 8);
  }
  isolate.heap().write_barrier(fresh, fresh);
  store(isolate.heap(), object, &object->slots, Value::cell(fresh));
}

static void add_owned(Isolate& isolate, Object* object, Shape* shape, PropertyKey key, Value value,
                      uint8_t attributes) {
  std::vector<uint32_t>& free_slots = shape->table->free_slots;
  uint32_t slot = shape->slot_count;
  if (!free_slots.empty()) {
    slot = free_slots.back();
    free_slots.pop_back();
  } else {
    ++shape->slot_count;
  }
  ensure_slot(isolate, object, shape, slot);
  store_slot(isolate, object, shape, slot, value);
  shape->table->add(key, {slot, attributes});
  ++shape->property_count;
  isolate.heap().write_barrier(shape, shape);
  shape_changed(shape);
}

void add_property(Isolate& isolate, Object* object, PropertyKey key, Value value,
                  uint8_t attributes) {
  PERRY_ASSERT(!key.is_index());
  Shape* shape = filled_shape(isolate, object);
  const bool holds_indices = key.is_symbol() && key == isolate.part<Objects>().index_key();
  if (shape->is_owned()) {
    add_owned(isolate, object, shape, key, value, attributes);
    if (holds_indices) shape->flags |= kShapeIndexed;
    return;
  }
  Shape* next = find_transition(shape, key, attributes);
  if (next == nullptr) {
    if (shape->property_count >= kMostSharedProperties ||
        (shape->transitions != nullptr && shape->transitions->size() >= kMostTransitions)) {
      shape = own_shape(isolate, object);
      add_owned(isolate, object, shape, key, value, attributes);
      if (holds_indices) shape->flags |= kShapeIndexed;
      return;
    }
    next = add_transition(isolate, shape, key, attributes);
    if (holds_indices) next->flags |= kShapeIndexed;
  }
  const uint32_t slot = next->last.slot;
  ensure_slot(isolate, object, next, slot);
  store_slot(isolate, object, next, slot, value);
  object->set_shape(next->number);
}

// --- What is made late ---

static void fill_function(Isolate& isolate, Function* function) {
  Shape* lazy = shape_of(function);
  const Shape* root =
      root_shape(isolate, lazy->prototype, lazy->object_class, CellKind::Function, 0);
  function->set_shape(root->number);
  const abi::FunctionInfo* info = function->info;
  add_property(isolate, function, names::length, Value::number(info->length), kConfigurable);
  add_property(isolate, function, names::name, Value::cell(function_name_from_info(isolate, info)),
               kConfigurable);
  // As V8 has them; strict functions inherit what throws.
  constexpr uint32_t kWithoutCaller =
      abi::kFunctionStrict | abi::kFunctionArrow | abi::kFunctionMethod | abi::kFunctionGenerator |
      abi::kFunctionAsync | abi::kFunctionGetter | abi::kFunctionSetter | abi::kFunctionNative;
  if ((info->flags & kWithoutCaller) == 0) {
    add_property(isolate, function, names::arguments, Value::null(), kNoAttributes);
    add_property(isolate, function, names::caller, Value::null(), kNoAttributes);
  }
  if ((info->flags & abi::kFunctionGenerator) != 0) {
    const bool async = (info->flags & abi::kFunctionAsync) != 0;
    Object* prototype = new_object(isolate,
                                   intrinsic(isolate, async ? Intrinsic::AsyncGeneratorPrototype
                                                            : Intrinsic::GeneratorPrototype),
                                   0);
    add_property(isolate, function, names::prototype, Value::cell(prototype), kWritable);
    return;
  }
  constexpr uint32_t kWithoutPrototype = abi::kFunctionNative;
  if ((info->flags & abi::kFunctionConstructor) == 0 || (info->flags & kWithoutPrototype) != 0)
    return;
  Object* prototype = new_object(isolate);
  add_property(isolate, prototype, names::constructor, Value::cell(function), kHidden);
  add_property(isolate, function, names::prototype, Value::cell(prototype), kWritable);
}

void materialize(Isolate& isolate, Object* object) {
  Shape* shape = shape_of(object);
  if (shape->has(kShapeUnfilled)) {
    shape->flags &= static_cast<uint8_t>(~kShapeUnfilled);
    fill_builtin(isolate, object);
  } else {
    fill_function(isolate, object->as<Function>());
  }
}

Value force_lazy(Isolate& isolate, Object* object, Shape* shape, uint32_t slot) {
  const Value lazy = *slot_address(object, shape, slot);
  const Value value = value_of_row(isolate, shape, static_cast<uint32_t>(lazy.bits() >> 8), object);
  // Making it may have changed the object, but not moved the property.
  shape = shape_of(object);
  store_slot(isolate, object, shape, slot, value);
  return value;
}

}  // namespace perry::runtime
