#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "runtime/regexp/compile.h"
#include "runtime/regexp/flags.h"
#include "runtime/regexp/match.h"

namespace perry::runtime::regexp::test {

inline std::expected<Program, ErrorKind> compiled(std::u16string_view pattern,
                                                  std::string_view flags = "") {
  return compile(pattern, parse_flags(flags, flags.size()));
}

// "begin-end" of each capture of the first match, "none", or "! " and the error.
inline std::string found(std::u16string_view pattern, std::string_view flags,
                         std::u16string_view subject, size_t start = 0) {
  const auto program = compiled(pattern, flags);
  if (!program) return std::string("! ") + message(program.error());
  MatchMemory memory;
  const bool sticky = flags.contains('y');
  MatchResult result = MatchResult::NoMatch;
  if (std::ranges::all_of(subject, [](char16_t unit) { return unit < 256; })) {
    const std::basic_string<uint8_t> narrow(subject.begin(), subject.end());
    result = match(program->view(), std::span(narrow), start, sticky, memory);
  } else {
    result = match(program->view(), std::span(subject), start, sticky, memory);
  }
  if (result == MatchResult::NoMatch) return "none";
  if (result == MatchResult::OutOfMemory) return "out of memory";
  std::string text;
  for (uint32_t i = 0; i < program->view().header().capture_count; ++i) {
    if (i > 0) text += ' ';
    const int32_t begin = memory.registers[i * 2];
    text +=
        begin < 0 ? "-" : std::to_string(begin) + "-" + std::to_string(memory.registers[i * 2 + 1]);
  }
  return text;
}

}  // namespace perry::runtime::regexp::test
