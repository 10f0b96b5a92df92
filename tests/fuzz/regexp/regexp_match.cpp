#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "runtime/regexp/compile.h"
#include "runtime/regexp/flags.h"
#include "runtime/regexp/match.h"

namespace regexp = perry::runtime::regexp;

namespace {

template <typename Unit>
void check(const regexp::Program& program, std::span<const Unit> subject, bool sticky) {
  regexp::MatchMemory memory;
  const auto length = static_cast<int32_t>(subject.size());
  for (int32_t start = 0; start <= length; ++start) {
    if (regexp::match(program.view(), subject, static_cast<size_t>(start), sticky, memory) !=
        regexp::MatchResult::Match) {
      break;
    }
    for (uint32_t i = 0; i < program.view().header().capture_count; ++i) {
      const int32_t begin = memory.registers[i * 2];
      const int32_t end = memory.registers[i * 2 + 1];
      if (begin == -1 && end == -1) continue;
      if (begin < 0 || begin > end || end > length) std::abort();
    }
    if (memory.registers[1] > start) start = memory.registers[1] - 1;
  }
}

}  // namespace

// A byte of flags, a pattern and, behind a NUL, a subject. Bytes of the pattern are code units, but
// two of them after 0xff.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  uint32_t flags = data[0];
  if ((flags & regexp::kUnicode) != 0) flags &= ~uint32_t{regexp::kUnicodeSets};
  std::u16string pattern;
  size_t i = 1;
  for (; i < size && data[i] != 0; ++i) {
    if (data[i] == 0xff && i + 2 < size) {
      pattern += static_cast<char16_t>(data[i + 1] << 8 | data[i + 2]);
      i += 2;
    } else {
      pattern += data[i];
    }
  }
  const auto program = regexp::compile(pattern, flags);
  if (!program) return 0;
  const std::span<const uint8_t> rest(data + i, size - i);
  const bool sticky = (flags & regexp::kSticky) != 0;
  check(*program, rest, sticky);
  const std::u16string wide(rest.begin(), rest.end());
  check<char16_t>(*program, wide, sticky);
  std::u16string pairs;
  for (size_t k = 0; k + 1 < rest.size(); k += 2) {
    pairs += static_cast<char16_t>(rest[k] << 8 | rest[k + 1]);
  }
  check<char16_t>(*program, pairs, sticky);
  return 0;
}
