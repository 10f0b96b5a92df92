#include "perry-scan/resolve/text.h"

#include <cassert>
#include <cstddef>

namespace perry::scan {

std::string compose_text(std::string_view pattern, std::initializer_list<std::string_view> args) {
  std::string out;
  size_t next = 0;
  for (size_t i = 0; i < pattern.size(); i++) {
    const char c = pattern[i];
    if (c != '{' && c != '}') {
      out += c;
      continue;
    }
    assert(i + 1 < pattern.size());
    const char after = pattern[++i];
    if (after == c) {
      out += c;
    } else if (after == '}') {
      assert(next < args.size());
      out += args.begin()[next++];
    } else {
      const size_t index = static_cast<size_t>(after - '0');
      assert(index < args.size());
      out += args.begin()[index];
      i++;
    }
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace perry::scan
