#include "generator/project/target.h"

#include <doctest/doctest.h>

using namespace perry::generator;

namespace {

const Host kX64 = {.triple = "x86_64-unknown-linux-gnu", .cpu = "x86-64-v3"};
const Host kArm64 = {.triple = "aarch64-unknown-linux-gnu", .cpu = "generic"};

std::string cpu_of(std::optional<std::string> target, std::optional<std::string> cpu,
                   const Host& host = kX64) {
  const auto chosen = choose_target(target, cpu, host);
  return chosen ? chosen->cpu : "refused: " + chosen.error();
}

TEST_CASE("levels of processors") {
  // O13, V06: the portable level has a name of its own on each kind of processor.
  CHECK(cpu_of({}, {}) == "x86-64-v2");
  CHECK(cpu_of({}, "baseline") == "x86-64-v2");
  CHECK(cpu_of({}, "modern") == "x86-64-v3");
  CHECK(cpu_of({}, {}, kArm64) == "generic");
  CHECK(cpu_of("linux-arm64", "baseline") == "generic");
  CHECK(cpu_of({}, "znver4") == "znver4");
  CHECK(cpu_of({}, "native") == "x86-64-v3");
}

TEST_CASE("names of targets") {
  // V05: a short name, and the triple that it stands for.
  CHECK(find_triple("linux-x64") == kX64.triple);
  CHECK(find_triple("x86_64-linux-gnu") == kX64.triple);
  CHECK(find_triple("linux-arm64") == kArm64.triple);
  CHECK(find_triple(kArm64.triple) == kArm64.triple);
  CHECK(!find_triple("win32-x64"));
}

TEST_CASE("combinations that mean nothing are refused") {
  // V08
  CHECK(cpu_of("linux-arm64", "modern").starts_with("refused: `modern` is a level of x86-64"));
  CHECK(cpu_of("linux-x64", {}, kArm64).starts_with("refused: say which x86-64 processors"));
  CHECK(cpu_of("linux-x64", "baseline", kArm64) == "x86-64-v2");
  CHECK(cpu_of("linux-x64", "native", kArm64).starts_with("refused: `native` is the processor"));
  CHECK(cpu_of({}, "").starts_with("refused:"));
  // V09
  CHECK(cpu_of("linux-arm64", "x86-64-v3").starts_with("refused: `x86-64-v3` is a level"));
  CHECK(cpu_of("solaris", {}).starts_with("refused: there is no target `solaris`"));
}

TEST_CASE("which processors need no asking") {
  CHECK(is_known_cpu("x86-64-v4"));
  CHECK(is_known_cpu("generic"));
  CHECK(!is_known_cpu("x86-64-v9"));
  CHECK(!is_known_cpu("znver4"));
  const Host here = this_host();
  CHECK(is_known_cpu(here.cpu));
  CHECK(find_triple(here.triple) == here.triple);
}

}  // namespace
