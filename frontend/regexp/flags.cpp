#include "frontend/regexp/flags.h"

#include "frontend/unicode/unicode.h"

namespace perry::frontend::regexp {

std::expected<SyntaxFlags, RegExpError> parse_flags(std::string_view flags) {
  constexpr std::string_view known = "dgimsuvy";
  uint32_t seen = 0;
  auto has = [&](char flag) { return (seen >> known.find(flag) & 1) != 0; };
  const auto* begin = reinterpret_cast<const uint8_t*>(flags.data());
  for (uint32_t at = 0; at < flags.size();) {
    uint32_t end = at + decode_utf8(begin + at, begin + flags.size()).length;
    auto error = [&](RegExpErrorKind kind) {
      return std::unexpected(RegExpError{at, end, /*in_flags=*/true, kind});
    };
    size_t index = known.find(flags[at]);
    if (index == known.npos) return error(RegExpErrorKind::UnknownFlag);
    if (seen >> index & 1) return error(RegExpErrorKind::DuplicateFlag);
    seen |= 1u << index;
    if (has('u') && has('v')) return error(RegExpErrorKind::BothUnicodeFlags);
    at = end;
  }
  return SyntaxFlags{.unicode = has('u') || has('v'), .unicode_sets = has('v')};
}

}  // namespace perry::frontend::regexp
