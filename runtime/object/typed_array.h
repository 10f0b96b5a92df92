#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "runtime/object/array_buffer.h"
#include "runtime/object/element_types.h"
#include "runtime/object/function.h"
#include "runtime/object/intrinsics.h"
#include "runtime/object/object.h"

namespace perry::runtime {

// What generated code reads of a typed array.
class TypedArrayFields : public Object {
 public:
  Value buffer_cell;
  uint8_t* elements;
  uint64_t known_length;
  uint32_t type_word;
  uint32_t flags;
};
static_assert(sizeof(TypedArrayFields) == sizeof(abi::TypedArrayLayout));

// A view of a buffer: an object whose canonical numeric keys are elements (10.4.5).
class TypedArray : public TypedArrayFields {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::TypedArray; }

  // What it was made with. A view that tracks its buffer's length has no length of its own.
  uint64_t own_byte_offset;
  uint64_t own_length;
  // The other views of the buffer that are told of its changes.
  TypedArray* previous_view;
  TypedArray* next_view;

  ElementType type() const { return static_cast<ElementType>(type_word); }
  ArrayBuffer* buffer() const { return static_cast<ArrayBuffer*>(buffer_cell.as_cell()); }
  bool is_length_tracking() const { return (flags & abi::kTypedArrayTracking) != 0; }

  // IsTypedArrayOutOfBounds: also of a detached buffer.
  bool is_out_of_bounds() const { return (flags & abi::kTypedArrayOutOfBounds) != 0; }
  // TypedArrayLength; 0 when out of bounds.
  size_t length() {
    if ((flags & abi::kTypedArrayBehind) != 0) [[unlikely]]
      refresh();
    return known_length;
  }
  size_t byte_length() { return length() << element_shift(type()); }
  size_t byte_offset() const { return is_out_of_bounds() ? 0 : own_byte_offset; }
  uint8_t* place(size_t index) const { return elements + (index << element_shift(type())); }

  // Takes over what the buffer has become.
  void refresh();
};

// Without checks: the view lies within the buffer and is aligned. No length: it tracks the
// buffer's.
TypedArray* new_typed_array(Isolate& isolate, ElementType type, Value prototype,
                            ArrayBuffer* buffer, size_t byte_offset, std::optional<size_t> length);
// Over a buffer of its own, of zeros.
TypedArray* new_typed_array(Isolate& isolate, ElementType type, double length);

Intrinsic typed_array_constructor(ElementType type);
Intrinsic typed_array_prototype(ElementType type);

// get %TypedArray%.prototype.length; generated code does without calling it.
Value typed_array_length(Isolate& isolate, const Arguments& arguments);

inline TypedArray* try_typed_array(Value value) { return value.try_as<TypedArray>(); }

// The element, which is there.
inline Value typed_element(Isolate& isolate, const TypedArray* array, size_t index) {
  const ElementType type = array->type();
  return element_value(isolate, type, load_element(array->place(index), type));
}
// TypedArraySetElement: converts first, then looks whether there is such an element.
void set_typed_element(Isolate& isolate, TypedArray* array, double index, Value value);
// IsValidIntegerIndex.
bool is_valid_index(TypedArray* array, double index);
// CanonicalNumericIndexString: the number that a key spells as Number::toString would.
std::optional<double> canonical_numeric_index(PropertyKey key);

}  // namespace perry::runtime
