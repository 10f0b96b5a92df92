#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/numeric/arithmetic.h"
#include "runtime/numeric/float16.h"
#include "runtime/value/value.h"

// The raw elements of typed arrays, DataView and Atomics (6.2.9, table 71). Their bits travel as a
// uint64_t, whose bytes beyond the element's size mean nothing.
namespace perry::runtime {

using ElementType = abi::TypedArrayType;
inline constexpr size_t kElementTypeCount = 12;

constexpr uint32_t element_shift(ElementType type) {
  constexpr uint8_t kShifts[kElementTypeCount] = {
#define ELEMENT_TYPE(name, storage, shift) shift,
#include "runtime/object/element_types.def"
  };
  return kShifts[static_cast<size_t>(type)];
}
constexpr size_t element_size(ElementType type) { return size_t{1} << element_shift(type); }
constexpr bool holds_bigints(ElementType type) {
  return type == ElementType::BigInt64 || type == ElementType::BigUint64;
}
constexpr bool holds_floats(ElementType type) { return type >= ElementType::Float16; }
// "Int8Array".
std::string_view typed_array_name(ElementType type);

// ToUint8Clamp: to nearest, ties to even.
constexpr uint8_t clamp_to_uint8(double number) {
  if (!(number > 0)) return 0;
  if (number >= 255) return 255;
  const auto down = static_cast<uint8_t>(number);
  const double rest = number - down;
  return static_cast<uint8_t>(down + (rest > 0.5 || (rest == 0.5 && down % 2 == 1) ? 1 : 0));
}

// The storage of a type, and what numbers become in it. Bigints are none.
template <ElementType kGiven, typename GivenStorage>
struct Element {
  using Storage = GivenStorage;
  static constexpr ElementType kType = kGiven;
  static constexpr bool kIsBigInt = holds_bigints(kType);
  static constexpr bool kIsFloat = holds_floats(kType);

  static Storage from_number(double number) {
    if constexpr (kType == ElementType::Uint8Clamped) {
      return clamp_to_uint8(number);
    } else if constexpr (kType == ElementType::Float16) {
      return float16_from_double(number);
    } else if constexpr (kIsFloat) {
      return static_cast<Storage>(number);
    } else {
      return static_cast<Storage>(to_int32(number));
    }
  }
  static double to_number(Storage element) {
    if constexpr (kType == ElementType::Float16) {
      return float16_to_double(element);
    } else {
      return static_cast<double>(element);
    }
  }
};

// Calls `visit(Element<type, storage>{})`: one text, compiled for each type.
template <typename Visit>
decltype(auto) with_element(ElementType type, Visit&& visit) {
  switch (type) {
#define ELEMENT_TYPE(name, storage, shift) \
  case ElementType::name:                  \
    return visit(Element<ElementType::name, storage>{});
#include "runtime/object/element_types.def"
  }
  __builtin_unreachable();
}

template <typename T>
T load_as(const uint8_t* place) {
  T element;
  std::memcpy(&element, place, sizeof element);
  return element;
}
template <typename T>
void store_as(uint8_t* place, T element) {
  std::memcpy(place, &element, sizeof element);
}
template <typename T>
T element_from_bits(uint64_t bits) {
  T element;
  std::memcpy(&element, &bits, sizeof element);
  return element;
}
template <typename T>
uint64_t element_to_bits(T element) {
  uint64_t bits = 0;
  std::memcpy(&bits, &element, sizeof element);
  return bits;
}

inline uint64_t load_element(const uint8_t* place, ElementType type) {
  switch (element_shift(type)) {
    case 0:
      return load_as<uint8_t>(place);
    case 1:
      return load_as<uint16_t>(place);
    case 2:
      return load_as<uint32_t>(place);
    default:
      return load_as<uint64_t>(place);
  }
}
inline void store_element(uint8_t* place, ElementType type, uint64_t bits) {
  switch (element_shift(type)) {
    case 0:
      store_as(place, static_cast<uint8_t>(bits));
      return;
    case 1:
      store_as(place, static_cast<uint16_t>(bits));
      return;
    case 2:
      store_as(place, static_cast<uint32_t>(bits));
      return;
    default:
      store_as(place, bits);
  }
}

// NumericToRawBytes of ToNumber or ToBigInt: may run any JavaScript.
uint64_t element_bits(Isolate& isolate, ElementType type, Value value);
// Of a number, for types that hold no bigints.
uint64_t element_bits_of_number(ElementType type, double number);
// RawBytesToNumeric: allocates for bigints.
Value element_value(Isolate& isolate, ElementType type, uint64_t bits);

}  // namespace perry::runtime
