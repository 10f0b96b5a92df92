#pragma once

#include <cstdint>

#include "runtime/fast/calls.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// For the files that define what generated code calls: runtime/abi/calls.def lists it, and
// runtime/fast/calls.h declares it. Values come and go as words.
namespace perry::runtime {

inline Value value_of(uint64_t word) { return Value::from_bits(word); }
template <typename T>
T* cell_of(uint64_t word) {
  return static_cast<T*>(reinterpret_cast<Cell*>(word));
}
inline PropertyKey atom_key(uint64_t word) { return PropertyKey::from_atom(cell_of<String>(word)); }
inline const Value* values_of(const void* words) { return static_cast<const Value*>(words); }
inline uint64_t word_of(const Cell* cell) { return reinterpret_cast<uint64_t>(cell); }

enum class Strictness : uint8_t { Sloppy, Strict };

// Where an inline cache finds a slot; runtime/abi/layout.h has the rule.
inline int32_t site_offset(const Shape* shape, uint32_t slot) {
  if (slot < shape->inline_slots) {
    return static_cast<int32_t>(abi::kInlineSlotsOffset + slot * 8);
  }
  return ~static_cast<int32_t>(sizeof(Slots) + (slot - shape->inline_slots) * 8);
}

}  // namespace perry::runtime
