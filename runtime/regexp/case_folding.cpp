#include "runtime/regexp/case_folding.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace perry::runtime::regexp {

namespace {

// Every `step`-th code point from `first` to `last` becomes itself plus `delta`.
struct CaseRange {
  uint32_t first;
  uint32_t last;
  uint32_t step;
  int32_t delta;

  uint32_t map(uint32_t point) const {
    return static_cast<uint32_t>(static_cast<int32_t>(point) + delta);
  }
  uint32_t unmap(uint32_t point) const {
    return static_cast<uint32_t>(static_cast<int32_t>(point) - delta);
  }
  bool holds(uint32_t point) const {
    return point >= first && point <= last && (point - first) % step == 0;
  }
};

#include "runtime/regexp/case_tables.inc"

std::span<const CaseRange> table_of(CaseMode mode) {
  if (mode == CaseMode::Units) return kUpper;
  return kFold;
}

// Calls visit(point) for the points of `range` that lie in [first, last].
template <typename Visit>
void for_each_in(const CaseRange& range, uint32_t first, uint32_t last, Visit&& visit) {
  uint32_t point = range.first;
  if (first > point) point += (first - point + range.step - 1) / range.step * range.step;
  for (; point <= last && point <= range.last; point += range.step) visit(point);
}

}  // namespace

uint32_t canonicalize(CaseMode mode, uint32_t point) {
  if (mode == CaseMode::Exact) return point;
  if (point < 0x80) {
    const uint32_t from = mode == CaseMode::Units ? U'a' : U'A';
    return point - from < 26 ? point ^ 0x20 : point;
  }
  const std::span<const CaseRange> table = table_of(mode);
  const auto next = std::ranges::upper_bound(table, point, {}, &CaseRange::first);
  if (next == table.begin()) return point;
  const CaseRange& range = *std::prev(next);
  return range.holds(point) ? range.map(point) : point;
}

CharSet case_variants(CaseMode mode, uint32_t point) {
  CharSet set;
  const uint32_t canonical = canonicalize(mode, point);
  set.add(point);
  if (mode == CaseMode::Exact) return set;
  set.add(canonical);
  for (const CaseRange& range : table_of(mode)) {
    const uint32_t source = range.unmap(canonical);
    if (range.holds(source)) set.add(source);
  }
  return set;
}

// A character that something canonicalizes to canonicalizes to itself, so one step in each
// direction reaches all.
void close_over_case(CaseMode mode, CharSet& set) {
  if (mode == CaseMode::Exact) return;
  const std::span<const CaseRange> table = table_of(mode);
  CharSet canonical = set;
  for (const CharRange& members : set.ranges()) {
    auto at = std::ranges::lower_bound(table, members.first, {}, &CaseRange::last);
    for (; at != table.end() && at->first <= members.last; ++at) {
      for_each_in(*at, members.first, members.last,
                  [&](uint32_t point) { canonical.add(at->map(point)); });
    }
  }
  CharSet closed = canonical;
  const std::vector<CharRange>& ranges = canonical.ranges();
  for (const CaseRange& row : table) {
    const uint32_t first = row.map(row.first);
    const uint32_t last = row.map(row.last);
    auto at = std::ranges::lower_bound(ranges, first, {}, &CharRange::last);
    for (; at != ranges.end() && at->first <= last; ++at) {
      const uint32_t from = std::max(first, at->first);
      const uint32_t to = std::min(last, at->last);
      for_each_in(row, row.unmap(from), row.unmap(to), [&](uint32_t point) { closed.add(point); });
    }
  }
  set = std::move(closed);
}

}  // namespace perry::runtime::regexp
