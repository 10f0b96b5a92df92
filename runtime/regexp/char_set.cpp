#include "runtime/regexp/char_set.h"

#include <algorithm>

namespace perry::runtime::regexp {

void CharSet::sort() const {
  std::ranges::sort(ranges_, {}, &CharRange::first);
  size_t kept = 0;
  for (size_t i = 1; i < ranges_.size(); ++i) {
    if (ranges_[i].first <= ranges_[kept].last + 1) {
      ranges_[kept].last = std::max(ranges_[kept].last, ranges_[i].last);
    } else {
      ranges_[++kept] = ranges_[i];
    }
  }
  if (!ranges_.empty()) ranges_.resize(kept + 1);
  is_sorted_ = true;
}

void CharSet::add(const CharSet& other) {
  for (const CharRange& range : other.ranges()) add(range.first, range.last);
}

void CharSet::invert() {
  std::vector<CharRange> result;
  uint32_t next = 0;
  for (const CharRange& range : ranges()) {
    if (range.first > next) result.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) result.push_back({next, kLastCodePoint});
  ranges_ = std::move(result);
}

void CharSet::intersect(const CharSet& other) {
  const std::vector<CharRange>& a = ranges();
  const std::vector<CharRange>& b = other.ranges();
  std::vector<CharRange> result;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint32_t first = std::max(a[i].first, b[j].first);
    const uint32_t last = std::min(a[i].last, b[j].last);
    if (first <= last) result.push_back({first, last});
    a[i].last < b[j].last ? ++i : ++j;
  }
  ranges_ = std::move(result);
}

void CharSet::subtract(const CharSet& other) {
  CharSet rest = other;
  rest.invert();
  intersect(rest);
}

bool CharSet::contains(uint32_t point) const {
  const auto& all = ranges();
  const auto next = std::ranges::upper_bound(all, point, {}, &CharRange::first);
  return next != all.begin() && point <= std::prev(next)->last;
}

}  // namespace perry::runtime::regexp
