#include <set>

#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

namespace {

void check_flags_error(std::string_view flags, RegExpErrorKind kind, uint32_t start, uint32_t end) {
  // The flags go before the pattern, whatever is wrong with that.
  std::optional<RegExpError> error = validate_regexp("(", flags);
  INFO(std::string(flags));
  CHECK(error.has_value());
  if (!error) return;
  CHECK(error->kind == kind);
  CHECK(error->in_flags);
  CHECK(error->start == start);
  CHECK(error->end == end);
}

}  // namespace

TEST_CASE("flags") {
  for (std::string_view flags : {"", "d", "dgimsuy", "dgimsvy", "yvsmigd"}) {
    CHECK(!validate_regexp("a", flags));
  }
  check_flags_error("x", RegExpErrorKind::UnknownFlag, 0, 1);
  check_flags_error("gI", RegExpErrorKind::UnknownFlag, 1, 2);
  check_flags_error("gé", RegExpErrorKind::UnknownFlag, 1, 3);
  check_flags_error("\\u0067", RegExpErrorKind::UnknownFlag, 0, 1);
  check_flags_error("gg", RegExpErrorKind::DuplicateFlag, 1, 2);
  check_flags_error("gimg", RegExpErrorKind::DuplicateFlag, 3, 4);
  check_flags_error("guv", RegExpErrorKind::BothUnicodeFlags, 2, 3);
  check_flags_error("vu", RegExpErrorKind::BothUnicodeFlags, 1, 2);
}

TEST_CASE("every kind of error has a message of its own") {
  std::set<std::string_view> messages;
  for (uint32_t kind = 0; kind < regexp_error_kind_count; ++kind) {
    std::string_view text = message(RegExpErrorKind(kind));
    CHECK(!text.empty());
    CHECK(!text.ends_with('.'));
    CHECK(messages.insert(text).second);
  }
}

}  // namespace perry::frontend::test
