#pragma once

#include <cstdint>

#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Everything of the tables of calls as C++ sees it, and the words that the fast paths share.
extern "C" {

namespace perry::abi::fast {
using Value = uint64_t;
using Cell = uint64_t;
using F64 = double;
using I32 = int32_t;
using U32 = uint32_t;
using U64 = uint64_t;
using Bool = bool;
using Ptr = void*;
using None = void;

#define CALL(name, result, parameters, attributes) result perry_rt_##name parameters;
#include "runtime/abi/calls.def"
#define CALL(name, result, parameters, attributes) result perry_fast_##name parameters;
#include "runtime/abi/fast.def"
#define CALL(name, result, parameters, attributes) result perry_inline_##name parameters;
#include "runtime/abi/inline.def"
#define CALL(name, result, parameters, attributes) result perry_compact_##name parameters;
#include "runtime/abi/compact.def"
}  // namespace perry::abi::fast

}  // extern "C"

// Inside of perry::abi, since layouts are what all of this is about.
namespace perry::abi::fast {

template <class T>
T* at(uint64_t address) {
  return reinterpret_cast<T*>(address);
}
inline const CellHeader& header_of(uint64_t cell) { return *at<CellHeader>(cell); }

// Also of the empty value, which no operation of a program gets.
inline bool is_cell(uint64_t v) { return (v & kNotCellMask) == 0; }
inline bool is_number(uint64_t v) { return v >= kDoubleOffset; }
// One branch for both.
inline bool are_numbers(uint64_t a, uint64_t b) {
  return (static_cast<int>(is_number(a)) & static_cast<int>(is_number(b))) != 0;
}
inline bool is_nullish(uint64_t v) { return (v & ~kUndefinedBit) == kNull; }
inline double number_of(uint64_t v) { return __builtin_bit_cast(double, v - kDoubleOffset); }
inline uint64_t box(double d) { return __builtin_bit_cast(uint64_t, d) + kDoubleOffset; }
inline bool is_kind(uint64_t v, CellKind kind) {
  return is_cell(v) && v != kEmpty && header_of(v).kind == kind;
}
inline bool is_object_cell(uint64_t cell) { return header_of(cell).kind >= CellKind::Object; }
inline bool is_string_cell(uint64_t cell) { return header_of(cell).kind <= CellKind::Slice; }

// By one comparison, whichever it is.
inline bool is_among(const uint32_t* four_shapes, uint32_t shape) {
  using Shapes = uint32_t __attribute__((ext_vector_type(4)));
  Shapes shapes;
  __builtin_memcpy(&shapes, four_shapes, sizeof(shapes));
  return __builtin_reduce_or(shapes == Shapes(shape)) != 0;
}
inline bool is_alike(const PropertySite* site, uint32_t shape) {
  static_assert(sizeof(site->alike) == 4 * sizeof(uint32_t));
  return is_among(site->alike, shape);
}
inline bool is_alike_method(const PropertySite* site, uint32_t shape) {
  return is_alike(site, shape) && site->alike_offset == 0;
}

// Behind a store of `value` into `slot` of `holder`.
inline void barrier(uint64_t holder, const uint64_t* slot, uint64_t value) {
  if ((header_of(holder).gc & kOld) != 0 && is_cell(value)) [[unlikely]]
    perry_rt_write_barrier(holder, const_cast<uint64_t*>(slot));
}

// The same without a look at the value, for small cells: once a collection, at the most, it tells
// of a cell that needed it not.
inline void barrier_of_any(uint64_t holder, const uint64_t* slot) {
  if ((header_of(holder).gc & kOld) != 0) [[unlikely]]
    perry_rt_write_barrier(holder, const_cast<uint64_t*>(slot));
}

}  // namespace perry::abi::fast
