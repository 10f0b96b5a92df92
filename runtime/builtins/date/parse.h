#pragma once

#include <optional>

#include "runtime/string/string_view.h"

// What Date.parse understands (21.4.3.2): the format of the specification, and all else that V8
// takes for a date.
namespace perry::runtime::builtins {

struct ParsedDate {
  // Milliseconds since 1970; not clipped, but finite.
  double time = 0;
  // The time is one of the local zone.
  bool is_local = false;
};
std::optional<ParsedDate> parse_date(StringView text);

}  // namespace perry::runtime::builtins
