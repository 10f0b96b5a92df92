#include "generator/project/target.h"

#include <algorithm>

namespace perry::generator {

namespace {

struct TargetName {
  std::string_view name;
  std::string_view triple;
};

constexpr std::string_view kX64 = "x86_64-unknown-linux-gnu";
constexpr std::string_view kArm64 = "aarch64-unknown-linux-gnu";

constexpr TargetName kTargets[] = {
    {"linux-x64", kX64},       {"x86_64-linux-gnu", kX64},
    {"x86_64-linux", kX64},    {kX64, kX64},
    {"linux-arm64", kArm64},   {"aarch64-linux-gnu", kArm64},
    {"aarch64-linux", kArm64}, {kArm64, kArm64},
};

constexpr std::string_view kX64Level = "x86-64";
constexpr std::string_view kBaseline = "x86-64-v2";
constexpr std::string_view kModern = "x86-64-v3";
constexpr std::string_view kOnlyLevel = "generic";

std::unexpected<std::string> refuse(std::string text) { return std::unexpected(std::move(text)); }

std::expected<std::string, std::string> choose_cpu(const std::optional<std::string>& cpu,
                                                   const std::string& triple, const Host& host) {
  const bool is_x64 = triple == kX64;
  if (!cpu) {
    // Two programs for x86-64 differ in what they run on; on a machine of that kind the portable
    // one is meant.
    if (is_x64 && triple != host.triple)
      return refuse(
          "say which x86-64 processors the program is for: `--cpu baseline` or "
          "`--cpu modern`");
    return std::string(is_x64 ? kBaseline : kOnlyLevel);
  }
  if (*cpu == "baseline") return std::string(is_x64 ? kBaseline : kOnlyLevel);
  if (*cpu == "modern") {
    if (!is_x64)
      return refuse("`modern` is a level of x86-64 processors, and there is one level of `" +
                    triple + "`: leave out `--cpu`, or name a processor");
    return std::string(kModern);
  }
  if (*cpu == "native") {
    if (triple != host.triple)
      return refuse("`native` is the processor of this machine, `" + host.triple +
                    "`, and the program is for `" + triple + "`");
    return host.cpu;
  }
  if (cpu->starts_with(kX64Level) && !is_x64)
    return refuse("`" + *cpu + "` is a level of x86-64 processors, and the program is for `" +
                  triple + "`");
  if (cpu->empty()) return refuse("the name of the processor is empty");
  return *cpu;
}

}  // namespace

Host this_host() {
#if defined(__x86_64__)
  Host host = {.triple = std::string(kX64), .cpu = std::string(kX64Level)};
  if (__builtin_cpu_supports("x86-64-v2")) host.cpu = kBaseline;
  if (__builtin_cpu_supports("x86-64-v3")) host.cpu = kModern;
  if (__builtin_cpu_supports("x86-64-v4")) host.cpu = "x86-64-v4";
  return host;
#elif defined(__aarch64__)
  return {.triple = std::string(kArm64), .cpu = std::string(kOnlyLevel)};
#else
#error "no code is generated for this processor"
#endif
}

std::optional<std::string> find_triple(std::string_view name) {
  const auto row = std::ranges::find(kTargets, name, &TargetName::name);
  if (row == std::end(kTargets)) return std::nullopt;
  return std::string(row->triple);
}

std::expected<Target, std::string> choose_target(const std::optional<std::string>& target,
                                                 const std::optional<std::string>& cpu,
                                                 const Host& host) {
  const auto triple = find_triple(target.value_or(host.triple));
  if (!triple)
    return refuse("there is no target `" + *target +
                  "`: linux-x64 and linux-arm64 are, or their triples");
  auto chosen = choose_cpu(cpu, *triple, host);
  if (!chosen) return refuse(std::move(chosen.error()));
  return Target{.triple = *triple, .cpu = std::move(*chosen)};
}

bool is_known_cpu(std::string_view cpu) {
  return cpu == kOnlyLevel || cpu == kX64Level ||
         (cpu.starts_with("x86-64-v") && cpu.size() == 9 && cpu[8] >= '2' && cpu[8] <= '4');
}

}  // namespace perry::generator
