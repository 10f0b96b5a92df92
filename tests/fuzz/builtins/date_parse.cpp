#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "runtime/builtins/date/parse.h"

using perry::runtime::StringView;
using perry::runtime::builtins::parse_date;

// The input is a text in Latin-1, whose meaning must not depend on how wide its units are stored.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char16_t> wide(data, data + size);
  const auto narrow_date = parse_date(StringView(data, size));
  const auto wide_date = parse_date(StringView(wide.data(), wide.size()));
  if (narrow_date.has_value() != wide_date.has_value()) std::abort();
  if (!narrow_date) return 0;
  if (narrow_date->time != wide_date->time || narrow_date->is_local != wide_date->is_local) {
    std::abort();
  }
  if (!std::isfinite(narrow_date->time)) std::abort();
  return 0;
}
