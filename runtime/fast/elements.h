#pragma once

#include "runtime/fast/calls.h"
#include "runtime/gc/thread_block.h"

extern "C" {
// What a view of anything but an array has.
extern const perry::abi::ElementsLayout perry_rt_no_elements [[gnu::visibility("hidden")]];
}

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

// --- views of arrays, see fast.def ---

// Arrays that are not sparse have initialized all elements that they have.
inline uint64_t view_readable(uint64_t object) {
  if (!is_kind(object, CellKind::Array) || kind_of(at<ArrayLayout>(object)) == ElementsKind::Sparse)
    return reinterpret_cast<uint64_t>(&perry_rt_no_elements);
  return at<ArrayLayout>(object)->elements;
}

// A store into a hole is an addition.
inline uint64_t view_writable(uint64_t object) {
  if (!is_kind(object, CellKind::Array)) return reinterpret_cast<uint64_t>(&perry_rt_no_elements);
  const auto* const array = at<ArrayLayout>(object);
  const ElementsKind kind = kind_of(array);
  return kind == ElementsKind::Packed || kind == ElementsKind::PackedDouble
             ? array->elements
             : reinterpret_cast<uint64_t>(&perry_rt_no_elements);
}

inline uint64_t view_bias(uint64_t object) {
  if (!is_kind(object, CellKind::Array)) return 0;
  return kind_of(at<ArrayLayout>(object)) <= ElementsKind::HoleyDouble ? kDoubleOffset : 0;
}

// --- typed arrays ---

template <class T>
T load(const uint8_t* place) {
  T value;
  __builtin_memcpy(&value, place, sizeof value);
  return value;
}
template <class T>
void store(uint8_t* place, T value) {
  __builtin_memcpy(place, &value, sizeof value);
}

// Raw bits become a value here: their NaNs are made one.
inline uint64_t box_foreign(double d) { return d == d ? box(d) : kCanonicalNaN + kDoubleOffset; }

inline bool is_within(const TypedArrayLayout* array, int32_t index) {
  return static_cast<uint64_t>(int64_t{index}) < array->length;
}

// An element of a typed array; kEmpty where there is none, and for those of the kinds that take
// more than an instruction or two.
inline uint64_t typed_element(uint64_t object, int32_t index) {
  if (!is_kind(object, CellKind::TypedArray)) return kEmpty;
  const auto* const array = at<TypedArrayLayout>(object);
  if (!is_within(array, index)) return kEmpty;
  const uint8_t* const data = array->data;
  const auto i = static_cast<uint32_t>(index);
  switch (static_cast<TypedArrayType>(array->type)) {
    case TypedArrayType::Int8:
      return box(load<int8_t>(data + i));
    case TypedArrayType::Uint8:
    case TypedArrayType::Uint8Clamped:
      return box(data[i]);
    case TypedArrayType::Int16:
      return box(load<int16_t>(data + uint64_t{i} * 2));
    case TypedArrayType::Uint16:
      return box(load<uint16_t>(data + uint64_t{i} * 2));
    case TypedArrayType::Int32:
      return box(load<int32_t>(data + uint64_t{i} * 4));
    case TypedArrayType::Uint32:
      return box(load<uint32_t>(data + uint64_t{i} * 4));
    case TypedArrayType::Float32:
      return box_foreign(static_cast<double>(load<float>(data + uint64_t{i} * 4)));
    case TypedArrayType::Float64:
      return box_foreign(load<double>(data + uint64_t{i} * 8));
    case TypedArrayType::Float16:
    case TypedArrayType::BigInt64:
    case TypedArrayType::BigUint64:
      break;
  }
  return kEmpty;
}

// Overwrites an element of a typed array with a number. True when that was it.
inline bool set_typed(uint64_t object, int32_t index, uint64_t value) {
  if (!is_kind(object, CellKind::TypedArray) || !is_number(value)) return false;
  const auto* const array = at<TypedArrayLayout>(object);
  if (!is_within(array, index)) return false;
  uint8_t* const data = array->data;
  const auto i = static_cast<uint32_t>(index);
  const double number = number_of(value);
  const auto type = static_cast<TypedArrayType>(array->type);
  if (type == TypedArrayType::Float64) {
    store(data + uint64_t{i} * 8, number);
    return true;
  }
  if (type == TypedArrayType::Float32) {
    store(data + uint64_t{i} * 4, static_cast<float>(number));
    return true;
  }
  // Within int64 the low bits of the truncation are the answer.
  if (!(__builtin_fabs(number) < 9.2e18)) return false;
  const auto integer = static_cast<int64_t>(number);
  switch (type) {
    case TypedArrayType::Int8:
    case TypedArrayType::Uint8:
      data[i] = static_cast<uint8_t>(integer);
      return true;
    case TypedArrayType::Int16:
    case TypedArrayType::Uint16:
      store(data + uint64_t{i} * 2, static_cast<uint16_t>(integer));
      return true;
    case TypedArrayType::Int32:
    case TypedArrayType::Uint32:
      store(data + uint64_t{i} * 4, static_cast<uint32_t>(integer));
      return true;
    default:
      return false;
  }
}

// Whether a site says that `length` of objects with this shape is the number of elements.
inline bool has_typed_length(uint64_t array, const void* place) {
  const auto* const site = static_cast<const PropertySite*>(place);
  return header_of(array).shape == site->holder_shape && site->epoch == perry_rt_thread.epoch &&
         site->slot == nullptr && (at<TypedArrayLayout>(array)->flags & kTypedArrayBehind) == 0;
}

}  // namespace perry::abi::fast
