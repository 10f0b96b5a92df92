#include "runtime/builtins/string/find.h"

#include <algorithm>
#include <cstring>

#include "runtime/string/string.h"

namespace perry::runtime::builtins {

namespace {

template <typename Text, typename Pattern>
size_t search_units(Text text, Pattern pattern, size_t from) {
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
  // Short patterns are the rule; the bound on long ones keeps the search linear.
  if (pattern.size() < 8) {
    const auto found = std::search(begin, text.end(), pattern.begin(), pattern.end());
    return found == text.end() ? kNotFound : static_cast<size_t>(found - text.begin());
  }
  // Horspool's skips by the low byte of a unit.
  size_t skip[256];
  const size_t last = pattern.size() - 1;
  std::fill(std::begin(skip), std::end(skip), pattern.size());
  for (size_t i = 0; i < last; ++i) skip[pattern[i] & 0xff] = last - i;
  for (size_t i = from; i + pattern.size() <= text.size();) {
    const auto unit = text[i + last];
    if (unit == pattern[last] &&
        std::equal(pattern.begin(), pattern.end(), text.begin() + static_cast<std::ptrdiff_t>(i))) {
      return i;
    }
    i += skip[unit & 0xff];
  }
  return kNotFound;
}

}  // namespace

size_t find_first(StringView text, StringView pattern, size_t from) {
  if (pattern.is_empty()) return from;
  if (pattern.length() > text.length() || from > text.length() - pattern.length()) {
    return kNotFound;
  }
  if (!text.is_two_byte() && !pattern.is_two_byte()) {
    const uint8_t* begin = text.latin1().data();
    const void* found =
        pattern.length() == 1
            ? std::memchr(begin + from, pattern[0], text.length() - from)
            : memmem(begin + from, text.length() - from, pattern.latin1().data(), pattern.length());
    if (found == nullptr) return kNotFound;
    return static_cast<size_t>(static_cast<const uint8_t*>(found) - begin);
  }
  return text.visit([&](auto units) {
    return pattern.visit([&](auto wanted) { return search_units(units, wanted, from); });
  });
}

bool stands_at(StringView text, StringView pattern, size_t position) {
  return position <= text.length() && pattern.length() <= text.length() - position &&
         equals(text.substring(position, position + pattern.length()), pattern);
}

size_t find_last(StringView text, StringView pattern, size_t from) {
  if (pattern.length() > text.length()) return kNotFound;
  for (size_t i = std::min(from, text.length() - pattern.length()) + 1; i > 0; --i) {
    if (stands_at(text, pattern, i - 1)) return i - 1;
  }
  return kNotFound;
}

}  // namespace perry::runtime::builtins
