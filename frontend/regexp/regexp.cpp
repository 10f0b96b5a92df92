#include "frontend/regexp/regexp.h"

#include "frontend/regexp/flags.h"
#include "frontend/regexp/validator.h"

namespace perry::frontend {

std::string_view message(RegExpErrorKind kind) {
  static constexpr std::string_view messages[] = {
#define PERRY_REGEXP_ERROR(Kind, message) message,
#include "frontend/regexp/errors.def"
#undef PERRY_REGEXP_ERROR
  };
  return messages[size_t(kind)];
}

std::optional<RegExpError> validate_regexp(std::string_view pattern, std::string_view flags,
                                           RegExpOptions options) {
  std::expected<regexp::SyntaxFlags, RegExpError> syntax = regexp::parse_flags(flags);
  if (!syntax) return syntax.error();
  return regexp::Validator(pattern, *syntax, options).run();
}

}  // namespace perry::frontend
