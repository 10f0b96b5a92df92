#pragma once

#include <cstddef>
#include <cstdint>

namespace perry::runtime {

enum class Intrinsic : uint16_t {
#define INTRINSIC(name, table) name,
#include "runtime/object/intrinsics.def"
  Count,
};
inline constexpr size_t kIntrinsicCount = static_cast<size_t>(Intrinsic::Count);

}  // namespace perry::runtime
