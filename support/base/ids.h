#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace perry::support {

// A 32-bit index that only mixes with its own kind. `Tag` is an incomplete struct named after the
// thing that is counted. The largest value means "none", so that zero-based tables waste no slot.
template <class Tag>
struct Id {
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  uint32_t index = kNone;

  constexpr Id() = default;
  constexpr explicit Id(size_t i) : index(static_cast<uint32_t>(i)) {}

  static constexpr Id none() { return Id(); }
  constexpr bool is_none() const { return index == kNone; }
  constexpr explicit operator bool() const { return index != kNone; }

  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace perry::support

template <class Tag>
struct std::hash<perry::support::Id<Tag>> {
  size_t operator()(perry::support::Id<Tag> id) const noexcept {
    return static_cast<size_t>(id.index) * 0x9E3779B97F4A7C15ull;
  }
};
