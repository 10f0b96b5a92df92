#pragma once

#include <cstddef>
#include <cstdint>

// The hash of a string, over its UTF-16 code units: equal text has equal hashes in either width.
// The compiler computes it for the atoms it emits, so it has no seed; tables that hold text from
// outside mix their own seed into it.
namespace perry::abi {

namespace detail {

inline constexpr uint64_t kHashStart = 0x9d8a'5c47'03e2'b6f1;
inline constexpr uint64_t kHashMultiplier = 0xa24b'aed4'963e'e407;

// Folds the 128-bit product: every bit of either factor reaches the middle.
constexpr uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace detail

// Takes the code units in any division into pieces. Four units are one step.
class StringHasher {
 public:
  template <typename Unit>
  constexpr void add(const Unit* units, size_t count) {
    size_t i = 0;
    while (pending_count_ != 0 && i < count) add_unit(units[i++]);
    for (; i + 4 <= count; i += 4) {
      step(uint64_t{units[i]} | uint64_t{units[i + 1]} << 16 | uint64_t{units[i + 2]} << 32 |
           uint64_t{units[i + 3]} << 48);
    }
    while (i < count) add_unit(units[i++]);
    length_ += count;
  }

  // Never 0, which means "not computed yet".
  constexpr uint32_t finish() const {
    const uint64_t state = detail::mix(state_ ^ pending_, detail::kHashMultiplier ^ length_);
    const auto hash = static_cast<uint32_t>(state ^ state >> 32);
    return hash == 0 ? 1 : hash;
  }

 private:
  constexpr void add_unit(uint16_t unit) {
    pending_ |= uint64_t{unit} << (16 * pending_count_);
    if (++pending_count_ < 4) return;
    step(pending_);
    pending_ = 0;
    pending_count_ = 0;
  }
  constexpr void step(uint64_t four) {
    state_ = detail::mix(state_ ^ four, detail::kHashMultiplier);
  }

  uint64_t state_ = detail::kHashStart;
  uint64_t pending_ = 0;
  uint64_t length_ = 0;
  unsigned pending_count_ = 0;
};

template <typename Unit>
constexpr uint32_t hash_units(const Unit* units, size_t count) {
  StringHasher hasher;
  hasher.add(units, count);
  return hasher.finish();
}

}  // namespace perry::abi
