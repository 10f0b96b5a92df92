#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

#include "runtime/regexp/compile.h"
#include "runtime/regexp/flags.h"
#include "runtime/regexp/match.h"

// Reads one regular expression a line: flags, a tab, the pattern, a tab, the subject, the latter
// two as four hexadecimal digits a code unit. Answers each with a line: `! ` and an error, or the
// first matches, as `begin-end` of each capture.
namespace regexp = perry::runtime::regexp;

namespace {

constexpr int kMostMatches = 4;

std::u16string units_of(std::string_view digits) {
  std::u16string units;
  for (size_t i = 0; i + 4 <= digits.size(); i += 4) {
    units += static_cast<char16_t>(std::stoul(std::string(digits.substr(i, 4)), nullptr, 16));
  }
  return units;
}

regexp::MatchResult match(const regexp::Program& program, const std::u16string& subject,
                          size_t start, regexp::MatchMemory& memory) {
  if (std::ranges::all_of(subject, [](char16_t unit) { return unit < 256; })) {
    const std::basic_string<uint8_t> narrow(subject.begin(), subject.end());
    return regexp::match(program.view(), std::span(narrow), start, false, memory);
  }
  return regexp::match(program.view(), std::span(subject), start, false, memory);
}

void print_matches(const regexp::Program& program, const std::u16string& subject) {
  regexp::MatchMemory memory;
  size_t start = 0;
  for (int count = 0; count < kMostMatches && start <= subject.size(); ++count) {
    const regexp::MatchResult result = match(program, subject, start, memory);
    if (result == regexp::MatchResult::OutOfMemory) std::cout << "out of memory";
    if (result != regexp::MatchResult::Match) break;
    for (uint32_t i = 0; i < program.view().header().capture_count; ++i) {
      std::cout << memory.registers[i * 2] << '-' << memory.registers[i * 2 + 1] << ' ';
    }
    std::cout << "; ";
    const auto begin = static_cast<size_t>(memory.registers[0]);
    const auto end = static_cast<size_t>(memory.registers[1]);
    start = end == begin ? end + 1 : end;
  }
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const size_t pattern = line.find('\t');
    const size_t subject = line.find('\t', pattern + 1);
    if (subject == std::string::npos) {
      std::cerr << "expected two tabs in: " << line << '\n';
      return 2;
    }
    const std::string_view text = line;
    const uint32_t flags = regexp::parse_flags(text.substr(0, pattern), pattern);
    const auto program =
        regexp::compile(units_of(text.substr(pattern + 1, subject - pattern - 1)), flags);
    if (program) {
      print_matches(*program, units_of(text.substr(subject + 1)));
    } else {
      std::cout << "! " << message(program.error());
    }
    // Who waits in vain for the next answer must have seen this one.
    std::cout << '\n' << std::flush;
  }
  return 0;
}
