#include "generator/report/amounts.h"

#include <array>
#include <cstdio>

namespace perry::generator {

std::string amount_of_bytes(uint64_t bytes) {
  constexpr uint64_t kStep = 1024;
  constexpr std::array<const char*, 5> kUnits = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  if (bytes < kStep) return std::to_string(bytes) + " bytes";
  double amount = static_cast<double>(bytes);
  size_t unit = 0;
  for (; amount >= static_cast<double>(kStep) && unit + 1 < kUnits.size(); unit++)
    amount /= static_cast<double>(kStep);
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f %s", amount, kUnits[unit]);
  return text.data();
}

std::string amount_of_time(int64_t seconds) {
  constexpr int64_t kMinute = 60;
  constexpr int64_t kHour = 3600;
  constexpr int64_t kDay = 86'400;
  const auto amount = [](int64_t count, std::string_view noun) {
    return amount_of(static_cast<uint64_t>(count), noun);
  };
  if (seconds < 0) seconds = 0;
  if (seconds < 2 * kMinute) return amount(seconds, "second");
  if (seconds < 2 * kHour) return amount(seconds / kMinute, "minute");
  if (seconds < 2 * kDay) return amount(seconds / kHour, "hour");
  return amount(seconds / kDay, "day");
}

std::string amount_of(uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace perry::generator
