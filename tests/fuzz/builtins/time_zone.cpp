#include "runtime/builtins/date/time_zone.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using perry::runtime::builtins::PosixRule;
using perry::runtime::builtins::TimeZone;

// The input is a file of the time zone database, and a POSIX rule. What both accept has an offset
// at every time.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr int64_t kTimes[] = {-8'640'000'000'000, -3'000'000'000, 0, 1'700'000'000,
                                8'640'000'000'000};
  if (const auto zone = TimeZone::of_file(text, "")) {
    for (const int64_t time : kTimes) {
      zone->at(time);
      zone->at_local(time);
    }
  }
  if (const auto rule = PosixRule::parse(text)) {
    for (const int64_t time : kTimes) rule->at(time);
  }
  return 0;
}
