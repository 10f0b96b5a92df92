#include <sys/resource.h>

#include <array>
#include <cstdio>

#include "perry-cc/driver/costs.h"

namespace perry::cc {

namespace {

std::string line(const std::string& name, double amount, const char* unit) {
  std::array<char, 120> buffer;
  const int size =
      std::snprintf(buffer.data(), buffer.size(), "%-12s %10.3f %s\n", name.c_str(), amount, unit);
  return std::string(buffer.data(), static_cast<size_t>(size));
}

}  // namespace

std::string describe_costs(const support::Trace& trace) {
  std::string result;
  for (const support::Trace::Total& total : trace.totals())
    result += line(total.name, static_cast<double>(total.duration_ns) / 1e6, "ms");
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  constexpr double kKibibytesPerMebibyte = 1024;
  return result +
         line("peak memory", static_cast<double>(usage.ru_maxrss) / kKibibytesPerMebibyte, "MiB");
}

}  // namespace perry::cc
