#include "runtime/builtins/array/elements.h"

#include <algorithm>
#include <cstring>

#include "runtime/object/objects.h"

namespace perry::runtime::builtins {

namespace {

bool is_extensible_dense(const Array* array) {
  return !array->is_sparse() && (array->flags & abi::kArrayNotExtensible) == 0;
}

bool is_default_species(Isolate& isolate, Value constructor) {
  if (constructor != intrinsic(isolate, Intrinsic::Array)) return false;
  OwnProperty found;
  if (!find_own(isolate, constructor.as<Object>(), well_known(isolate, WellKnown::Species),
                found) ||
      (found.attributes & kAccessor) == 0) {
    return false;
  }
  const Value getter = static_cast<AccessorPair*>(found.value.as_cell())->getter;
  return is_callable(getter) && getter.as<Function>()->has(abi::kFunctionNative);
}

}  // namespace

bool is_simple(Isolate& isolate, Object* object) {
  if (object->kind() != CellKind::Array) return false;
  const auto* array = object->as<Array>();
  return is_extensible_dense(array) && array->is_length_writable() &&
         holes_are_undefined(isolate, array);
}

Value element_if_present(Isolate& isolate, Object* object, double index) {
  if (object->kind() == CellKind::Array) {
    const auto* array = object->as<Array>();
    if (!array->is_sparse() && index < array->dense_length) {
      const Value value = dense_element(array, static_cast<uint32_t>(index));
      if (!value.is_empty()) return value;
      if (holes_are_undefined(isolate, array)) return {};
    }
  }
  const PropertyKey key = key_from_index(isolate, index);
  if (!has_property(isolate, object, key)) return {};
  return get(isolate, object, key);
}

Value element_at(Isolate& isolate, Object* object, double index) {
  if (object->kind() == CellKind::Array) {
    const auto* array = object->as<Array>();
    if (!array->is_sparse() && index < array->dense_length) {
      const Value value = dense_element(array, static_cast<uint32_t>(index));
      if (!value.is_empty()) return value;
    }
  }
  return get(isolate, object, key_from_index(isolate, index));
}

void set_element(Isolate& isolate, Object* object, double index, Value value) {
  if (object->kind() == CellKind::Array) {
    auto* array = object->as<Array>();
    if (!array->is_sparse() && index < array->dense_length &&
        !dense_element(array, static_cast<uint32_t>(index)).is_empty()) {
      put_element(isolate, array, static_cast<uint32_t>(index), value);
      return;
    }
    if (index <= array->dense_length && index < 4294967295.0 && is_simple(isolate, object)) {
      put_element(isolate, array, static_cast<uint32_t>(index), value);
      return;
    }
  }
  set_or_throw(isolate, object, key_from_index(isolate, index), value);
}

void create_element(Isolate& isolate, Object* object, double index, Value value) {
  if (object->kind() == CellKind::Array) {
    auto* array = object->as<Array>();
    if (is_extensible_dense(array) && index < 4294967295.0 &&
        (index < array->dense_length || array->is_length_writable())) {
      put_element(isolate, array, static_cast<uint32_t>(index), value);
      return;
    }
  }
  create_data_property_or_throw(isolate, object, key_from_index(isolate, index), value);
}

void delete_element(Isolate& isolate, Object* object, double index) {
  delete_property_or_throw(isolate, object, key_from_index(isolate, index));
}

void set_length(Isolate& isolate, Object* object, double length) {
  if (length <= 4294967295.0 && object->kind() == CellKind::Array &&
      !object->as<Array>()->is_sparse() && object->as<Array>()->is_length_writable()) {
    set_array_length(isolate, object->as<Array>(), static_cast<uint32_t>(length));
    return;
  }
  set_or_throw(isolate, object, names::length, Value::number(length));
}

// 10.4.2.2
Array* array_create(Isolate& isolate, double length) {
  if (length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  return new_array(isolate, static_cast<uint32_t>(length));
}

static SpeciesResult own_result(Isolate& isolate, double length) {
  constexpr double kMostReserved = 1 << 16;
  if (length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  Array* array = new_array(isolate);
  if (length > 0) {
    reserve_elements(isolate, array, static_cast<uint32_t>(std::min(length, kMostReserved)));
  }
  return {array, true};
}

// 23.1.3.1.1
SpeciesResult array_species_create(Isolate& isolate, Object* original, double length) {
  if (!is_array(isolate, Value::cell(original))) return own_result(isolate, length);
  Value constructor = get(isolate, original, names::constructor);
  if (is_default_species(isolate, constructor)) return own_result(isolate, length);
  if (constructor.is_object()) {
    constructor = get(isolate, constructor.as<Object>(), well_known(isolate, WellKnown::Species));
    if (constructor.is_null()) constructor = Value::undefined();
  }
  if (constructor.is_undefined()) return own_result(isolate, length);
  if (!is_constructor(constructor)) {
    throw_type_error(isolate, "object.constructor[Symbol.species] is not a constructor");
  }
  return {construct(isolate, constructor, {Value::number(length)}).as<Object>(), false};
}

void finish_length(Isolate& isolate, const SpeciesResult& result, double length) {
  if (result.is_own) {
    set_array_length(isolate, static_cast<Array*>(result.object), static_cast<uint32_t>(length));
  }
}

Object* this_object(Isolate& isolate, const Arguments& arguments, const char* method) {
  return to_object(isolate, require_object_coercible(isolate, arguments.receiver(), method));
}

Value callback_argument(Isolate& isolate, const Arguments& arguments) {
  const Value callback = arguments[0];
  if (!is_callable(callback)) {
    throw_type_error(isolate, describe_plain(isolate, callback) + " is not a function");
  }
  return callback;
}

void move_elements(Isolate& isolate, Array* array, uint32_t from, uint32_t to, uint32_t count) {
  if (count == 0 || from == to) return;
  Elements* elements = array->elements();
  std::memmove(elements->bits() + to, elements->bits() + from, size_t{count} * 8);
  if (array->has_doubles() || elements->header().size != 0) return;
  // A large cell remembers lines that were written, not itself.
  constexpr uint32_t kStep = 128 / 8;
  for (uint32_t i = 0; i < count; i += kStep) {
    isolate.heap().write_barrier(elements, elements->values() + to + i);
  }
  isolate.heap().write_barrier(elements, elements->values() + to + count - 1);
}

}  // namespace perry::runtime::builtins
