#include "generator/cli/target.h"

namespace perry::generator {

namespace {

bool is_x64(std::string_view triple) { return triple.starts_with("x86_64"); }

// The highest of the levels that the processor at hand has.
std::string native_cpu() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) return "x86-64-v4";
  if (__builtin_cpu_supports("x86-64-v3")) return "x86-64-v3";
  if (__builtin_cpu_supports("x86-64-v2")) return "x86-64-v2";
  return "x86-64";
#else
  return "generic";
#endif
}

}  // namespace

std::string host_triple() {
#if defined(__x86_64__)
  return "x86_64-unknown-linux-gnu";
#elif defined(__aarch64__)
  return "aarch64-unknown-linux-gnu";
#else
#error "no code is generated for this processor"
#endif
}

std::string cpu_name(std::string_view level, std::string_view triple) {
  if (level == "baseline") return is_x64(triple) ? "x86-64-v2" : "generic";
  if (level == "modern") return is_x64(triple) ? "x86-64-v3" : "generic";
  if (level == "native") return native_cpu();
  return std::string(level);
}

}  // namespace perry::generator
