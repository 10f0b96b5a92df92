#include <algorithm>

#include "runtime/regexp/case_folding.h"
#include "runtime/regexp/matcher.h"

// What the larger instructions do.
namespace perry::runtime::regexp {

template <typename Unit>
bool Matcher<Unit>::grow() {
  std::vector<Entry>& stack = memory_.stack_;
  const auto height = static_cast<size_t>(top_ - base_);
  if (stack.size() >= kMostEntries) return false;
  stack.resize(std::max<size_t>(stack.size() * 2, 256));
  base_ = stack.data();
  top_ = base_ + height;
  limit_ = base_ + stack.size();
  return true;
}

template <typename Unit>
bool Matcher<Unit>::is_in_ranges(const uint32_t* table, uint32_t point) {
  const uint32_t* ranges = table + kBitmapWords + 1;
  size_t low = 0;
  size_t high = table[kBitmapWords];
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (point > ranges[middle * 2 + 1]) {
      low = middle + 1;
    } else if (point < ranges[middle * 2]) {
      high = middle;
    } else {
      return true;
    }
  }
  return false;
}

// --- References ---

template <typename Unit>
bool Matcher<Unit>::equals_ignoring_case(uint32_t a, uint32_t b, uint32_t count,
                                         uint32_t flags) const {
  if ((flags & kReferenceUnits) != 0) {
    for (uint32_t i = 0; i < count; ++i) {
      if (canonicalize(CaseMode::Units, begin_[a + i]) !=
          canonicalize(CaseMode::Units, begin_[b + i])) {
        return false;
      }
    }
    return true;
  }
  for (uint32_t i = 0; i < count;) {
    uint32_t a_next = 0;
    uint32_t b_next = 0;
    const uint32_t a_point = point_at(a + i, a_next);
    const uint32_t b_point = point_at(b + i, b_next);
    if (canonicalize(CaseMode::Points, a_point) != canonicalize(CaseMode::Points, b_point)) {
      return false;
    }
    i = a_next - a;
    if (b_next - b != i) return false;
  }
  return true;
}

// BackreferenceMatcher (22.2.2.7.2). A capture that did not take part matches nothing.
template <typename Unit>
uint32_t Matcher<Unit>::after_reference(const uint32_t* pc, uint32_t at) const {
  const uint32_t flags = pc[0] >> 8;
  uint32_t from = 0;
  uint32_t count = 0;
  for (uint32_t i = 0; i < pc[1]; ++i) {
    const int32_t begin = registers_[size_t{pc[2 + i]} * 2];
    const int32_t end = registers_[size_t{pc[2 + i]} * 2 + 1];
    if (begin < 0 || end < 0) continue;
    from = static_cast<uint32_t>(begin);
    count = static_cast<uint32_t>(end - begin);
    break;
  }
  if (count == 0) return at;
  const bool back = (flags & kReferenceBack) != 0;
  if (back ? at < count : length_ - at < count) return kNowhere;
  const uint32_t other = back ? at - count : at;
  const bool same = (flags & (kReferenceUnits | kReferencePoints)) == 0
                        ? std::memcmp(begin_ + from, begin_ + other, count * sizeof(Unit)) == 0
                        : equals_ignoring_case(from, other, count, flags);
  if (!same) return kNowhere;
  // A lone surrogate is not half of a pair.
  if (is_unicode_ && (is_inside_pair(other) || is_inside_pair(other + count))) return kNowhere;
  return back ? other : other + count;
}

// --- Spans ---

// The position behind as many members as there are, up to `most`.
template <typename Unit>
template <bool kPoints>
uint32_t Matcher<Unit>::scan_span(const uint32_t* table, uint32_t at, uint32_t most,
                                  uint32_t& taken) const {
  if constexpr (kPoints && kIsTwoByte) {
    taken = 0;
    for (uint32_t next = 0; taken < most && at < length_; ++taken, at = next) {
      if (!is_in(table, point_at(at, next))) break;
    }
    return at;
  }
  const uint32_t end = most < length_ - at ? at + most : length_;
  const uint32_t start = at;
  while (at < end && is_in(table, begin_[at])) ++at;
  taken = at - start;
  return at;
}

template <typename Unit>
template <bool kPoints>
uint32_t Matcher<Unit>::enter_span(const uint32_t* pc, uint32_t at, bool& ok) {
  const uint32_t* table = words_ + (pc[0] >> 8);
  const uint32_t least = pc[1];
  const uint32_t hint = pc[4];
  uint32_t taken = 0;
  uint32_t bound = at;
  if (least > 0) {
    if (kPoints && kIsTwoByte) {
      bound = scan_span<kPoints>(table, at, least, taken);
      if (taken < least) return kNowhere;
    } else {
      bound = at + least;
    }
  }
  const uint32_t from = kPoints && kIsTwoByte ? bound : at;
  const uint32_t most = kPoints && kIsTwoByte ? pc[2] - least : pc[2];
  const uint32_t end = scan_span<kPoints>(table, from, most, taken);
  if (end < bound || bound > length_) return kNowhere;
  if (end == bound || hint == kPossessive) return end;
  if (!push(kSpanBound, 0, bound) || !push(kSpan, static_cast<uint32_t>(pc - words_), end)) {
    ok = false;
    return kNowhere;
  }
  if (hint == kNoUnit || (end < length_ && begin_[end] == hint)) return end;
  return next_of_greedy_span<kPoints>(pc);
}

template <typename Unit>
template <bool kPoints>
uint32_t Matcher<Unit>::next_of_greedy_span(const uint32_t* pc) {
  const uint32_t bound = top_[-2].value;
  const uint32_t hint = pc[4];
  uint32_t at = top_[-1].value;
  do {
    --at;
    if (kPoints && at > bound && is_inside_pair(at)) --at;
  } while (hint != kNoUnit && at > bound && begin_[at] != hint);
  if (at == bound) {
    top_ -= 2;
  } else {
    top_[-1].value = at;
  }
  return at;
}

template <typename Unit>
template <bool kPoints>
uint32_t Matcher<Unit>::enter_lazy_span(const uint32_t* pc, uint32_t at, bool& ok) {
  const uint32_t hint = pc[4];
  uint32_t taken = 0;
  at = scan_span<kPoints>(words_ + (pc[0] >> 8), at, pc[1], taken);
  if (taken < pc[1]) return kNowhere;
  const uint32_t more = pc[2] == 0x7fff'ffff ? pc[2] : pc[2] - pc[1];
  if (more == 0) return at;
  if (!push(kSpanBound, 0, more) || !push(kSpan, static_cast<uint32_t>(pc - words_), at)) {
    ok = false;
    return kNowhere;
  }
  if (hint == kNoUnit || (at < length_ && begin_[at] == hint)) return at;
  return next_of_lazy_span<kPoints>(pc);
}

template <typename Unit>
template <bool kPoints>
uint32_t Matcher<Unit>::next_of_lazy_span(const uint32_t* pc) {
  const uint32_t* table = words_ + (pc[0] >> 8);
  const uint32_t hint = pc[4];
  uint32_t at = top_[-1].value;
  uint32_t more = top_[-2].value;
  do {
    uint32_t next = at + 1;
    if (more == 0 || at == length_ ||
        !is_in(table, kPoints ? point_at(at, next) : uint32_t{begin_[at]})) {
      top_ -= 2;
      return kNowhere;
    }
    at = next;
    --more;
  } while (hint != kNoUnit && !(at < length_ && begin_[at] == hint));
  top_[-1].value = at;
  top_[-2].value = more;
  return at;
}

template <typename Unit>
uint32_t Matcher<Unit>::next_of_span(const uint32_t* pc) {
  switch (static_cast<Op>(pc[0] & 0xff)) {
    case Op::Span:
      return next_of_greedy_span<false>(pc);
    case Op::SpanPoint:
      return next_of_greedy_span<true>(pc);
    case Op::SpanLazy:
      return next_of_lazy_span<false>(pc);
    default:
      return next_of_lazy_span<true>(pc);
  }
}

// --- Looks ---

// A positive look has matched: what it left to come back to is dropped, the former values of
// registers stay for those who come back to before it.
template <typename Unit>
void Matcher<Unit>::leave_look(uint32_t height) {
  Entry* kept = base_ + height;
  for (const Entry* entry = kept; entry != top_; ++entry) {
    if (entry->tag >> kTagShift == kUndo) *kept++ = *entry;
  }
  top_ = kept;
}

// A negative look has matched: everything is as it was before.
template <typename Unit>
void Matcher<Unit>::forget_look(uint32_t height) {
  while (top_ != base_ + height) {
    const Entry entry = *--top_;
    if (entry.tag >> kTagShift == kUndo) {
      registers_[entry.tag & kPayload] = static_cast<int32_t>(entry.value);
    }
  }
}

#define PERRY_MATCHER_PARTS(Unit)                                                            \
  template bool Matcher<Unit>::grow();                                                       \
  template bool Matcher<Unit>::is_in_ranges(const uint32_t*, uint32_t);                      \
  template uint32_t Matcher<Unit>::after_reference(const uint32_t*, uint32_t) const;         \
  template uint32_t Matcher<Unit>::enter_span<false>(const uint32_t*, uint32_t, bool&);      \
  template uint32_t Matcher<Unit>::enter_span<true>(const uint32_t*, uint32_t, bool&);       \
  template uint32_t Matcher<Unit>::enter_lazy_span<false>(const uint32_t*, uint32_t, bool&); \
  template uint32_t Matcher<Unit>::enter_lazy_span<true>(const uint32_t*, uint32_t, bool&);  \
  template uint32_t Matcher<Unit>::next_of_span(const uint32_t*);                            \
  template void Matcher<Unit>::leave_look(uint32_t);                                         \
  template void Matcher<Unit>::forget_look(uint32_t);
PERRY_MATCHER_PARTS(uint8_t)
PERRY_MATCHER_PARTS(char16_t)
#undef PERRY_MATCHER_PARTS

}  // namespace perry::runtime::regexp
