#pragma once

#include <cstdint>
#include <span>

#include "runtime/object/index_store.h"
#include "runtime/object/object.h"

namespace perry::runtime {

// --- Making arrays: may collect ---

// ArrayCreate; `length` holes.
Array* new_array(Isolate& isolate, uint32_t length = 0);
Array* new_array(Isolate& isolate, const Value* values, size_t count);
inline Array* new_array(Isolate& isolate, const ValueList& list) {
  return new_array(isolate, list.data(), list.size());
}

// --- Elements, without prototypes, accessors or receivers ---

// The element, or empty where there is a hole; not of sparse arrays.
inline Value dense_element(const Array* array, uint32_t index) {
  if (index >= array->dense_length) return Value();
  if (array->has_doubles()) {
    const uint64_t bits = array->elements()->bits()[index];
    return bits == abi::kHoleDouble ? Value() : Value::number(array->elements()->doubles()[index]);
  }
  return array->elements()->values()[index];
}
// Stores an element of a dense array, which grows or becomes sparse where it must. The array is
// extensible, or has the element.
void put_element(Isolate& isolate, Array* array, uint32_t index, Value value);
inline void append_element(Isolate& isolate, Array* array, Value value) {
  put_element(isolate, array, array->length(), value);
}
// Makes a hole.
void remove_element(Isolate& isolate, Array* array, uint32_t index);
// Gives the elements a table with attributes.
void make_sparse(Isolate& isolate, Array* array);
// ArraySetLength on a value that is a valid length; false: an element that is not configurable, or
// a length that is not writable.
bool set_array_length(Isolate& isolate, Array* array, uint32_t length);
// Room for so many elements, so that the next ones cost no copy.
void reserve_elements(Isolate& isolate, Array* array, uint32_t capacity);

// Whether each element that is read as a hole is undefined: nothing on Array.prototype or
// Object.prototype has an index.
bool holes_are_undefined(Isolate& isolate, const Array* array);

}  // namespace perry::runtime
