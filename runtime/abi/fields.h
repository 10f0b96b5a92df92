#pragma once

#include <cstdint>

namespace perry::abi {

// Which shapes are known to have the keys of a LiteralInfo in their first inline slots, in that
// order, as data properties that may be written to. All zero at the start, like inline caches. Only
// shapes that never change are here, so what is known stays true for objects of that shape.
struct FieldsSite {
  static constexpr uint32_t kCount = 4;
  // What has asked so often in vain is another kind of object.
  static constexpr uint32_t kMostTries = 64;
  uint32_t shapes[kCount];
  uint32_t tries;
  uint32_t reserved;
};

}  // namespace perry::abi
