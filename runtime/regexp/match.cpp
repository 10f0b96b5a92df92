#include "runtime/regexp/match.h"

#include <algorithm>

#include "runtime/regexp/matcher.h"

namespace perry::runtime::regexp {

// --- Memory ---

template <typename Unit>
void Matcher<Unit>::start_memo() {
  failures_left_ = ~uint64_t{0};
  const size_t bits = size_t{header_.memo_count} * (size_t{length_} + 1);
  if (bits == 0 || bits > kMostMemoBits) return;
  memory_.memo_.assign((bits + 63) / 64, 0);
  memo_ = memory_.memo_.data();
}

// --- Where to begin ---

template <typename Unit>
uint32_t Matcher<Unit>::find_prefix(uint32_t at) const {
  const uint32_t count = header_.prefix_length;
  if constexpr (kIsTwoByte) {
    const auto* units = reinterpret_cast<const char16_t*>(words_ + header_.prefix);
    for (const uint32_t last = length_ - count; at <= last; ++at) {
      const Unit* found = std::char_traits<char16_t>::find(begin_ + at, last + 1 - at, units[0]);
      if (found == nullptr) return kNowhere;
      at = static_cast<uint32_t>(found - begin_);
      if (count == 1 || has_units(at, words_ + header_.prefix, count)) return at;
    }
    return kNowhere;
  } else {
    if (header_.narrow_prefix == 0) return kNowhere;
    const auto* bytes = reinterpret_cast<const uint8_t*>(words_ + header_.narrow_prefix);
    const void* found = count == 1 ? std::memchr(begin_ + at, bytes[0], length_ - at)
                                   : memmem(begin_ + at, length_ - at, bytes, count);
    if (found == nullptr) return kNowhere;
    return static_cast<uint32_t>(static_cast<const uint8_t*>(found) - begin_);
  }
}

// The first position from `at` on where a match may begin.
template <typename Unit>
uint32_t Matcher<Unit>::find_start(uint32_t at) const {
  for (;; ++at) {
    if (at > length_ || length_ - at < header_.min_length) return kNowhere;
    if (header_.prefix_length != 0) {
      at = find_prefix(at);
      if (at == kNowhere) return at;
    } else if (header_.first_set != 0) {
      const uint32_t* set = words_ + header_.first_set;
      const bool others = set[kBitmapWords] != 0;
      for (; at < length_; ++at) {
        const uint32_t unit = begin_[at];
        if (kIsTwoByte && unit >= 256 ? others : (set[unit / 32] >> (unit % 32) & 1) != 0) break;
      }
      if (at == length_) return kNowhere;
    }
    if (!is_unicode_ || !is_inside_pair(at)) return at;
  }
}

template <typename Unit>
MatchResult Matcher<Unit>::search(uint32_t start, bool sticky) {
  memory_.registers.assign(header_.register_count, -1);
  registers_ = memory_.registers.data();
  base_ = top_ = memory_.stack_.data();
  limit_ = base_ + memory_.stack_.size();
  failures_left_ = 4096 + 16 * uint64_t{length_ - start};
  if (is_unicode_ && is_inside_pair(start)) --start;
  if (sticky) return length_ - start < header_.min_length ? MatchResult::NoMatch : run(start);
  if (header_.is_anchored != 0) {
    return start > 0 || length_ < header_.min_length ? MatchResult::NoMatch : run(0);
  }
  for (uint32_t at = find_start(start); at != kNowhere; at = find_start(at + 1)) {
    const MatchResult result = run(at);
    if (result != MatchResult::NoMatch) return result;
    if (header_.leading_span == 0) continue;
    const uint32_t* span = words_ + header_.leading_span;
    if (!is_in(span, begin_[at])) continue;
    while (at + 1 < length_ && is_in(span, begin_[at + 1])) ++at;
  }
  return MatchResult::NoMatch;
}

// --- The machine ---

template <typename Unit>
MatchResult Matcher<Unit>::run(uint32_t start) {
  const uint32_t* pc = words_ + header_.start;
  uint32_t at = start;
  registers_[0] = static_cast<int32_t>(start);
  for (;;) {
    const uint32_t word = pc[0];
    const uint32_t argument = word >> 8;
    switch (static_cast<Op>(word & 0xff)) {
      case Op::Match:
        registers_[1] = static_cast<int32_t>(at);
        return MatchResult::Match;
      case Op::Fail:
        break;
      case Op::Jump:
        pc = words_ + argument;
        continue;

      case Op::Char:
        if (at == length_ || begin_[at] != argument) break;
        ++at;
        ++pc;
        continue;
      case Op::CharBack:
        if (at == 0 || begin_[at - 1] != argument) break;
        --at;
        ++pc;
        continue;
      case Op::String:
        if (length_ - at < argument || !has_units(at, words_ + pc[1], argument)) break;
        at += argument;
        pc += 2;
        continue;
      case Op::StringBack:
        if (at < argument || !has_units(at - argument, words_ + pc[1], argument)) break;
        at -= argument;
        pc += 2;
        continue;
      case Op::Set:
        if (at == length_ || !is_in(words_ + argument, begin_[at])) break;
        ++at;
        ++pc;
        continue;
      case Op::SetBack:
        if (at == 0 || !is_in(words_ + argument, begin_[at - 1])) break;
        --at;
        ++pc;
        continue;
      case Op::SetPoint: {
        uint32_t next = 0;
        if (at == length_ || !is_in(words_ + argument, point_at(at, next))) break;
        at = next;
        ++pc;
        continue;
      }
      case Op::SetPointBack: {
        uint32_t from = 0;
        if (at == 0 || !is_in(words_ + argument, point_before(at, from))) break;
        at = from;
        ++pc;
        continue;
      }

      case Op::Span:
      case Op::SpanPoint:
      case Op::SpanLazy:
      case Op::SpanLazyPoint: {
        if (is_known_failure(pc[3], at)) break;
        bool ok = true;
        switch (static_cast<Op>(word & 0xff)) {
          case Op::Span:
            at = enter_span<false>(pc, at, ok);
            break;
          case Op::SpanPoint:
            at = enter_span<true>(pc, at, ok);
            break;
          case Op::SpanLazy:
            at = enter_lazy_span<false>(pc, at, ok);
            break;
          default:
            at = enter_lazy_span<true>(pc, at, ok);
            break;
        }
        if (!ok) return MatchResult::OutOfMemory;
        if (at == kNowhere) break;
        pc += 5;
        continue;
      }

      case Op::GuardNext:
      case Op::GuardTarget: {
        const uint32_t* guard = words_ + pc[2];
        uint32_t ways = 0;
        if (at == length_) {
          ways = guard[16] >> 2;
        } else {
          const uint32_t unit = begin_[at];
          ways =
              kIsTwoByte && unit >= 256 ? guard[16] & 3 : guard[unit / 16] >> (unit % 16 * 2) & 3;
        }
        if (ways == 0 || is_known_failure(pc[1], at)) break;
        if (ways != 3) {
          pc = ways == 1 ? pc + 3 : words_ + argument;
          continue;
        }
        const bool next_first = static_cast<Op>(word & 0xff) == Op::GuardNext;
        const auto next = static_cast<uint32_t>(pc + 3 - words_);
        if (!push(kChoice, next_first ? argument : next, at)) return MatchResult::OutOfMemory;
        pc = words_ + (next_first ? next : argument);
        continue;
      }
      case Op::SplitNext:
        if (is_known_failure(pc[1], at)) break;
        if (!push(kChoice, argument, at)) return MatchResult::OutOfMemory;
        pc += 2;
        continue;
      case Op::SplitTarget:
        if (is_known_failure(pc[1], at)) break;
        if (!push(kChoice, static_cast<uint32_t>(pc + 2 - words_), at)) {
          return MatchResult::OutOfMemory;
        }
        pc = words_ + argument;
        continue;

      case Op::Save:
        if (!save(argument, static_cast<int32_t>(at))) return MatchResult::OutOfMemory;
        ++pc;
        continue;
      case Op::Clear:
        for (uint32_t i = argument; i < pc[1]; ++i) {
          if (!save(i, -1)) return MatchResult::OutOfMemory;
        }
        pc += 2;
        continue;
      case Op::Zero:
        if (!save(argument, 0)) return MatchResult::OutOfMemory;
        ++pc;
        continue;
      case Op::FailIfHere:
        if (registers_[argument] == static_cast<int32_t>(at)) break;
        ++pc;
        continue;

      case Op::CountNext:
      case Op::CountTarget: {
        const auto count = static_cast<uint32_t>(registers_[argument]);
        const auto body = static_cast<uint32_t>(pc + 4 - words_);
        if (count < pc[1]) {
          pc += 4;
        } else if (count >= pc[2]) {
          pc = words_ + pc[3];
        } else {
          const bool body_first = static_cast<Op>(word & 0xff) == Op::CountNext;
          if (!push(kChoice, body_first ? pc[3] : body, at)) return MatchResult::OutOfMemory;
          pc = words_ + (body_first ? body : pc[3]);
        }
        continue;
      }
      case Op::CountLoop: {
        auto count = static_cast<uint32_t>(registers_[argument]);
        if (pc[3] != kNone && registers_[pc[3]] == static_cast<int32_t>(at)) {
          if (count >= pc[2]) break;
          // Further iterations that match nothing change nothing, and there may be billions.
          if (pc[2] > 1000) count = pc[2] - 1;
        }
        if (count != kUnboundedCount && !save(argument, static_cast<int32_t>(count + 1))) {
          return MatchResult::OutOfMemory;
        }
        pc = words_ + pc[1];
        continue;
      }

      case Op::LineStart:
        if (at != 0) break;
        ++pc;
        continue;
      case Op::LineEnd:
        if (at != length_) break;
        ++pc;
        continue;
      case Op::LineStartMulti:
        if (at != 0 && !is_line_end(begin_[at - 1])) break;
        ++pc;
        continue;
      case Op::LineEndMulti:
        if (at != length_ && !is_line_end(begin_[at])) break;
        ++pc;
        continue;
      case Op::Boundary:
        if (is_word_boundary(words_ + argument, at) == (pc[1] != 0)) break;
        pc += 2;
        continue;
      case Op::Reference:
        at = after_reference(pc, at);
        if (at == kNowhere) break;
        pc += 2 + pc[1];
        continue;

      case Op::LookStart:
        registers_[argument] = static_cast<int32_t>(top_ - base_);
        registers_[argument + 1] = static_cast<int32_t>(at);
        if ((pc[1] & kLookNegative) != 0 && !push(kChoice, pc[2], at)) {
          return MatchResult::OutOfMemory;
        }
        pc += 3;
        continue;
      case Op::LookFound:
        leave_look(static_cast<uint32_t>(registers_[argument]));
        at = static_cast<uint32_t>(registers_[argument + 1]);
        ++pc;
        continue;
      case Op::LookFoundNot:
        forget_look(static_cast<uint32_t>(registers_[argument]));
        break;
    }

    // Failure: back to the last choice.
    if (--failures_left_ == 0) start_memo();
    for (;;) {
      if (top_ == base_) return MatchResult::NoMatch;
      const Entry entry = top_[-1];
      const uint32_t payload = entry.tag & kPayload;
      const uint32_t tag = entry.tag >> kTagShift;
      if (tag == kUndo) {
        registers_[payload] = static_cast<int32_t>(entry.value);
        --top_;
        continue;
      }
      pc = words_ + payload;
      if (tag == kChoice) {
        --top_;
        at = entry.value;
        break;
      }
      at = next_of_span(pc);
      if (at == kNowhere) continue;
      pc += 5;
      break;
    }
  }
}

template <typename Unit>
static MatchResult match_units(ProgramView program, std::span<const Unit> subject, size_t start,
                               bool sticky, MatchMemory& memory) {
  const MatchResult result =
      Matcher<Unit>(program, subject, memory).search(static_cast<uint32_t>(start), sticky);
  memory.drop_surplus();
  return result;
}

MatchResult match(ProgramView program, std::span<const uint8_t> subject, size_t start, bool sticky,
                  MatchMemory& memory) {
  return match_units(program, subject, start, sticky, memory);
}
MatchResult match(ProgramView program, std::span<const char16_t> subject, size_t start, bool sticky,
                  MatchMemory& memory) {
  return match_units(program, subject, start, sticky, memory);
}

}  // namespace perry::runtime::regexp
