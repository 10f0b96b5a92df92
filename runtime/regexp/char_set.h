#pragma once

#include <cstdint>
#include <vector>

namespace perry::runtime::regexp {

inline constexpr uint32_t kLastCodePoint = 0x10ffff;

struct CharRange {
  uint32_t first;
  uint32_t last;
  friend bool operator==(const CharRange&, const CharRange&) = default;
};

// A set of code points (of code units, in patterns without `u` and `v`). Adding is cheap; the
// other operations see sorted ranges that neither touch nor overlap.
class CharSet {
 public:
  CharSet() = default;
  static CharSet all() {
    CharSet set;
    set.add(0, kLastCodePoint);
    return set;
  }

  void add(uint32_t first, uint32_t last) {
    is_sorted_ = is_sorted_ && (ranges_.empty() || ranges_.back().last + 1 < first);
    ranges_.push_back({first, last});
  }
  void add(uint32_t point) { add(point, point); }
  void add(const CharSet& other);
  void invert();
  void intersect(const CharSet& other);
  void subtract(const CharSet& other);

  bool contains(uint32_t point) const;
  bool is_empty() const { return ranges_.empty(); }
  const std::vector<CharRange>& ranges() const {
    if (!is_sorted_) sort();
    return ranges_;
  }
  friend bool operator==(const CharSet& a, const CharSet& b) { return a.ranges() == b.ranges(); }

 private:
  void sort() const;

  mutable std::vector<CharRange> ranges_;
  mutable bool is_sorted_ = true;
};

}  // namespace perry::runtime::regexp
