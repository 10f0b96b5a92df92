#pragma once

#include <cstring>
#include <type_traits>

#include "runtime/regexp/flags.h"
#include "runtime/regexp/match.h"

namespace perry::runtime::regexp {

// A backtracking matcher with its stack in the heap.
//
// An entry of the stack is a choice (where to go on, and at which position), the former value of a
// register, or a span: two entries that stand for all of the positions that a loop over one class
// may give back.
//
// Failures are remembered once a search has gone back often: the pair of a choice and a position is
// marked when the matcher comes by, and leads nowhere the second time, since the first time ended
// in failure. That holds as long as the rest of the match depends on nothing but the position, so
// there is no memo in patterns with references, in looks (whose end is not the match's) and in
// counted loops. One more thing may matter: whether a loop around it has moved since its iteration
// began. Choices therefore name the innermost loop that asks so, and are not marked while it
// has not moved; then the loops around it have moved as well. So the time of a search is bounded by
// the choices times the subject's length, times what one span may give back.
template <typename Unit>
class Matcher {
 public:
  Matcher(ProgramView program, std::span<const Unit> subject, MatchMemory& memory)
      : words_(program.words()),
        header_(program.header()),
        begin_(subject.data()),
        length_(static_cast<uint32_t>(subject.size())),
        memory_(memory),
        is_unicode_((program.header().flags & (kUnicode | kUnicodeSets)) != 0) {}

  MatchResult search(uint32_t start, bool sticky);

 private:
  static constexpr bool kIsTwoByte = std::is_same_v<Unit, char16_t>;
  // 64 MB.
  static constexpr size_t kMostEntries = size_t{1} << 23;
  static constexpr size_t kMostMemoBits = size_t{1} << 28;
  // Counters stop here.
  static constexpr uint32_t kUnboundedCount = 0x7fff'ffff;

  using Entry = MatchMemory::Entry;
  static constexpr uint32_t kTagShift = 30;
  static constexpr uint32_t kPayload = (1u << kTagShift) - 1;
  enum Tag : uint32_t {
    kChoice = 0,     // payload: the place in the program; value: position
    kUndo = 1,       // payload: register; value: what it was
    kSpanBound = 2,  // value: the least position; of lazy spans how many more may be taken
    kSpan = 3,       // on top of a bound; payload: its instruction; value: position
  };

  // match.cpp
  MatchResult run(uint32_t start);
  uint32_t find_start(uint32_t at) const;
  uint32_t find_prefix(uint32_t at) const;
  bool is_inside_pair(uint32_t at) const {
    return kIsTwoByte && at > 0 && at < length_ && is_trail(begin_[at]) && is_lead(begin_[at - 1]);
  }

  bool grow();
  bool push(uint32_t tag, uint32_t payload, uint32_t value) {
    if (top_ == limit_ && !grow()) [[unlikely]]
      return false;
    *top_++ = {tag << kTagShift | payload, value};
    return true;
  }
  bool save(uint32_t index, int32_t value) {
    int32_t& slot = registers_[index];
    if (slot == value) return true;
    if (!push(kUndo, index, static_cast<uint32_t>(slot))) return false;
    slot = value;
    return true;
  }

  void start_memo();
  // Whether a choice at this position is known to fail; marks it otherwise.
  bool is_known_failure(uint32_t memo, uint32_t at) {
    if (memo_ == nullptr || (memo & 0xffff) == 0) return false;
    const uint32_t loop = memo >> 16;
    if (loop != 0 && registers_[loop] == static_cast<int32_t>(at)) return false;
    const size_t bit = size_t{(memo & 0xffff) - 1} * (size_t{length_} + 1) + at;
    uint64_t& word = memo_[bit / 64];
    const uint64_t mask = uint64_t{1} << (bit % 64);
    if ((word & mask) != 0) return true;
    word |= mask;
    return false;
  }

  // --- characters ---
  static bool is_lead(uint32_t unit) { return (unit & 0xfc00) == 0xd800; }
  static bool is_trail(uint32_t unit) { return (unit & 0xfc00) == 0xdc00; }
  static bool is_line_end(uint32_t unit) {
    return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029;
  }
  static bool is_in_ranges(const uint32_t* table, uint32_t point);
  static bool is_in(const uint32_t* table, uint32_t point) {
    if (!kIsTwoByte || point < 256) return (table[point / 32] >> (point % 32) & 1) != 0;
    return table[kBitmapWords] != 0 && is_in_ranges(table, point);
  }
  // The code point at a position that is not the end, and the position behind.
  uint32_t point_at(uint32_t at, uint32_t& next) const {
    const uint32_t unit = begin_[at];
    next = at + 1;
    if (kIsTwoByte && is_lead(unit) && next < length_ && is_trail(begin_[next])) {
      return 0x10000 + ((unit & 0x3ff) << 10) + (begin_[next++] & 0x3ff);
    }
    return unit;
  }
  // The code point in front of a position that is not 0, and where it begins.
  uint32_t point_before(uint32_t at, uint32_t& from) const {
    const uint32_t unit = begin_[at - 1];
    from = at - 1;
    if (kIsTwoByte && is_trail(unit) && from > 0 && is_lead(begin_[from - 1])) {
      --from;
      return 0x10000 + ((begin_[from] & 0x3ffu) << 10) + (unit & 0x3ff);
    }
    return unit;
  }
  bool has_units(uint32_t at, const uint32_t* units, uint32_t count) const {
    const auto* wanted = reinterpret_cast<const char16_t*>(units);
    if constexpr (kIsTwoByte) {
      return std::memcmp(begin_ + at, wanted, count * sizeof(char16_t)) == 0;
    }
    for (uint32_t i = 0; i < count; ++i) {
      if (begin_[at + i] != wanted[i]) return false;
    }
    return true;
  }
  bool is_word_boundary(const uint32_t* table, uint32_t at) const {
    const bool before = at > 0 && is_in(table, begin_[at - 1]);
    const bool behind = at < length_ && is_in(table, begin_[at]);
    return before != behind;
  }

  // match_parts.cpp: false, or kNowhere, is failure.
  static constexpr uint32_t kNowhere = 0xffff'ffff;
  uint32_t after_reference(const uint32_t* pc, uint32_t at) const;
  bool equals_ignoring_case(uint32_t a, uint32_t b, uint32_t count, uint32_t flags) const;
  template <bool kPoints>
  uint32_t scan_span(const uint32_t* table, uint32_t at, uint32_t most, uint32_t& taken) const;
  // Enters a span: the position to go on from; `ok` is false when memory ran out.
  template <bool kPoints>
  uint32_t enter_span(const uint32_t* pc, uint32_t at, bool& ok);
  template <bool kPoints>
  uint32_t enter_lazy_span(const uint32_t* pc, uint32_t at, bool& ok);
  // Takes the next position out of the span on top of the stack.
  uint32_t next_of_span(const uint32_t* pc);
  template <bool kPoints>
  uint32_t next_of_greedy_span(const uint32_t* pc);
  template <bool kPoints>
  uint32_t next_of_lazy_span(const uint32_t* pc);
  void leave_look(uint32_t height);
  void forget_look(uint32_t height);

  const uint32_t* words_;
  const ProgramHeader& header_;
  const Unit* begin_;
  uint32_t length_;
  MatchMemory& memory_;
  int32_t* registers_ = nullptr;
  Entry* base_ = nullptr;
  Entry* top_ = nullptr;
  Entry* limit_ = nullptr;
  uint64_t* memo_ = nullptr;
  uint64_t failures_left_ = 0;  // until they are remembered
  const bool is_unicode_;
};

}  // namespace perry::runtime::regexp
