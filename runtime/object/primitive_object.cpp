#include "runtime/object/primitive_object.h"

#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

void trace_primitive(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<PrimitiveObject*>(object)->primitive);
}

// StringGetOwnProperty, and `length`.
bool string_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  auto* string = static_cast<PrimitiveObject*>(object)->primitive.as<String>();
  if (key.is_index() && key.index() < string->length()) {
    const Value unit = Value::cell(single_unit_string(isolate, string->at(isolate, key.index())));
    result = PropertyDescriptor::data(unit, kEnumerable);
    return true;
  }
  if (key == names::length) {
    result = PropertyDescriptor::data(Value::number(string->length()), kNoAttributes);
    return true;
  }
  return false;
}

bool get_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  return string_own(isolate, object, key, result) ||
         ordinary_get_own_property(isolate, object, key, result);
}

bool define_own(Isolate& isolate, Object* object, PropertyKey key,
                const PropertyDescriptor& descriptor) {
  PropertyDescriptor current;
  if (string_own(isolate, object, key, current)) {
    return is_compatible_descriptor(is_extensible(isolate, object), descriptor, &current);
  }
  return ordinary_define_own_property(isolate, object, key, descriptor);
}

bool remove(Isolate& isolate, Object* object, PropertyKey key) {
  PropertyDescriptor current;
  if (string_own(isolate, object, key, current)) return false;
  return ordinary_delete(isolate, object, key);
}

void own_keys(Isolate& isolate, Object* object, ValueList& keys) {
  const uint32_t length = static_cast<PrimitiveObject*>(object)->primitive.as<String>()->length();
  for (uint32_t i = 0; i < length; ++i) {
    keys.push(key_to_value(isolate, PropertyKey::from_index(i)));
  }
  ValueList others(isolate);
  ordinary_own_keys(isolate, object, others);
  size_t i = 0;
  // `length` comes behind the indices, before other names.
  for (; i < others.size(); ++i) {
    if (!others[i].is_string() || !others[i].as<String>()->is_atom() ||
        !others[i].as<String>()->array_index()) {
      break;
    }
    keys.push(others[i]);
  }
  keys.push(Value::cell(names::length.get()));
  for (; i < others.size(); ++i) keys.push(others[i]);
}

constexpr ExoticMethods kStringMethods = {
    .get_own = get_own, .define_own = define_own, .remove = remove, .own_keys = own_keys};

}  // namespace

const ObjectClass kNumberObjectClass = {.name = "Number", .trace = trace_primitive};
const ObjectClass kBooleanObjectClass = {.name = "Boolean", .trace = trace_primitive};
const ObjectClass kStringObjectClass = {
    .name = "String", .methods = &kStringMethods, .trace = trace_primitive};
const ObjectClass kSymbolObjectClass = {.name = "Symbol", .trace = trace_primitive};
const ObjectClass kBigIntObjectClass = {.name = "BigInt", .trace = trace_primitive};

static const ObjectClass* wrapper_class(Value primitive) {
  if (primitive.is_number()) return &kNumberObjectClass;
  if (primitive.is_boolean()) return &kBooleanObjectClass;
  if (primitive.is_string()) return &kStringObjectClass;
  if (primitive.is_symbol()) return &kSymbolObjectClass;
  return &kBigIntObjectClass;
}

PrimitiveObject* new_primitive_object(Isolate& isolate, Value primitive, Value prototype) {
  Shape* shape = root_shape(isolate, prototype, wrapper_class(primitive), CellKind::Exotic, 0);
  auto* object = static_cast<PrimitiveObject*>(
      isolate.heap().allocate(CellKind::Exotic, shape->number, sizeof(PrimitiveObject)));
  object->primitive = primitive;
  return object;
}

PrimitiveObject* try_primitive_object(Value value) {
  if (!value.is_kind(CellKind::Exotic)) return nullptr;
  const ObjectClass* object_class = class_of(value.as_cell());
  if (object_class != &kNumberObjectClass && object_class != &kBooleanObjectClass &&
      object_class != &kStringObjectClass && object_class != &kSymbolObjectClass &&
      object_class != &kBigIntObjectClass) {
    return nullptr;
  }
  return static_cast<PrimitiveObject*>(value.as_cell());
}

Value prototype_of_primitive(Isolate& isolate, Value value) {
  if (value.is_string()) return intrinsic(isolate, Intrinsic::StringPrototype);
  if (value.is_number()) return intrinsic(isolate, Intrinsic::NumberPrototype);
  if (value.is_boolean()) return intrinsic(isolate, Intrinsic::BooleanPrototype);
  if (value.is_symbol()) return intrinsic(isolate, Intrinsic::SymbolPrototype);
  if (value.is_bigint()) return intrinsic(isolate, Intrinsic::BigIntPrototype);
  return Value();
}

}  // namespace perry::runtime
