#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "runtime/regexp/program.h"

namespace perry::runtime::regexp {

enum class MatchResult : uint8_t {
  NoMatch,
  Match,
  OutOfMemory,  // there is too much to come back to
};

// What matching needs beside the program; used again by the next match. Nothing in it matters in
// between but `registers`: after a match the begin and end of each capture, or -1 and -1.
class MatchMemory {
 public:
  std::vector<int32_t> registers;

  // Gives back what only an uncommon match needs.
  void drop_surplus() {
    constexpr size_t kKept = 1 << 14;
    if (stack_.size() > kKept) stack_ = {};
    if (memo_.size() > kKept) memo_ = {};
  }

 private:
  template <typename Unit>
  friend class Matcher;

  struct Entry {
    uint32_t tag;
    uint32_t value;
  };
  std::vector<Entry> stack_;
  std::vector<uint64_t> memo_;
};

// Finds the first match that begins at `start` or behind, or with `sticky` exactly there. In
// patterns with `u` or `v`, a start inside of a surrogate pair is the pair's.
MatchResult match(ProgramView program, std::span<const uint8_t> subject, size_t start, bool sticky,
                  MatchMemory& memory);
MatchResult match(ProgramView program, std::span<const char16_t> subject, size_t start, bool sticky,
                  MatchMemory& memory);

}  // namespace perry::runtime::regexp
