#pragma once

#include <cstdint>

#include "runtime/object/bigint.h"
#include "runtime/object/symbol.h"
#include "runtime/string/string.h"
#include "runtime/value/value.h"

namespace perry::runtime::builtins {

// Equal for keys that are SameValueZero. An object's is its address: the object is pinned, so that
// it stays there. No order that a program can see depends on it.
inline uint32_t hash_of(Value key) {
  if (key.is_cell()) {
    Cell* cell = key.as_cell();
    if (key.is_string()) return static_cast<String*>(cell)->hash();
    if (key.is_symbol()) return static_cast<Symbol*>(cell)->hash();
    if (key.is_bigint()) {
      const auto* bigint = static_cast<const BigInt*>(cell);
      uint32_t hash = bigint->negative;
      for (uint32_t i = 0; i < bigint->length; ++i)
        hash = (hash ^ bigint->digits()[i]) * 0x01000193;
      return hash;
    }
    if (!cell->is_static()) cell->header().gc |= abi::kPinned;
  }
  const uint64_t mixed = key.bits() * 0x9e37'79b9'7f4a'7c15;
  return static_cast<uint32_t>(mixed >> 32);
}

}  // namespace perry::runtime::builtins
