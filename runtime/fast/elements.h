#pragma once

#include "runtime/fast/calls.h"

// Slots, and elements of packed arrays.
namespace perry::abi::fast {

inline uint64_t* slot_at(uint64_t cell, int32_t offset) {
  if (offset >= 0) [[likely]]
    return at<uint64_t>(cell + static_cast<uint32_t>(offset));
  return at<uint64_t>(at<ObjectLayout>(cell)->slots + static_cast<uint32_t>(~offset));
}

// The index that a key is, or -1.
inline int32_t index_of(uint64_t key) {
  if (!is_number(key)) return -1;
  const double d = number_of(key);
  if (!(d >= 0 && d <= 2147483647.0)) return -1;
  const auto index = static_cast<int32_t>(d);
  return static_cast<double>(index) == d ? index : -1;
}

inline uint64_t* values_of(uint64_t elements) { return at<uint64_t>(elements + kElementsOffset); }

inline ElementsKind kind_of(const ArrayLayout* array) {
  return static_cast<ElementsKind>(array->flags & kArrayKindMask);
}

// An element of an array that holds no hole; kEmpty where there is none of this sort. Only packed
// arrays have as many elements as their length says.
inline uint64_t packed_element(uint64_t object, int32_t index) {
  if (!is_kind(object, CellKind::Array)) return kEmpty;
  const auto* const array = at<ArrayLayout>(object);
  const ElementsKind kind = kind_of(array);
  const uint64_t* const values = values_of(array->elements);
  if (static_cast<uint32_t>(index) >= array->length) return kEmpty;
  if (kind == ElementsKind::Packed) return values[static_cast<uint32_t>(index)];
  if (kind == ElementsKind::PackedDouble)
    return values[static_cast<uint32_t>(index)] + kDoubleOffset;
  return kEmpty;
}

// Overwrites an element that is there already. True when that was it.
inline bool set_packed(uint64_t object, int32_t index, uint64_t value) {
  if (!is_kind(object, CellKind::Array)) return false;
  const auto* const array = at<ArrayLayout>(object);
  if (static_cast<uint32_t>(index) >= array->length) return false;
  uint64_t* const slot = values_of(array->elements) + static_cast<uint32_t>(index);
  if (kind_of(array) == ElementsKind::Packed) {
    *slot = value;
    barrier(array->elements, slot, value);
    return true;
  }
  if (kind_of(array) != ElementsKind::PackedDouble || !is_number(value)) return false;
  *slot = value - kDoubleOffset;
  return true;
}

}  // namespace perry::abi::fast
