#include "frontend/regexp/regexp.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using perry::frontend::RegExpError;
using perry::frontend::RegExpOptions;
using perry::frontend::validate_regexp;

namespace {

// An error must lie within the text that it is about.
void check(std::string_view pattern, std::string_view flags, RegExpOptions options) {
  std::optional<RegExpError> error = validate_regexp(pattern, flags, options);
  if (!error) return;
  size_t size = error->in_flags ? flags.size() : pattern.size();
  if (error->start > error->end || error->end > size) std::abort();
}

}  // namespace

// The input is a pattern, bytes as they come, and is read in every mode; up to its first NUL it is
// read as flags as well.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view pattern(reinterpret_cast<const char*>(data), size);
  check(pattern, "", {});
  check(pattern, "", {.annex_b = false});
  check(pattern, "u", {});
  check(pattern, "v", {});
  check("", pattern.substr(0, pattern.find('\0')), {});
  return 0;
}
