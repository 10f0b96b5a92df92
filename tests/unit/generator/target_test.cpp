#include "generator/cli/target.h"

#include <doctest/doctest.h>

using namespace perry::generator;

namespace {

TEST_CASE("levels of processors") {
  // O13, V06: the portable level has a name of its own on each kind of processor.
  CHECK(cpu_name("baseline", "x86_64-unknown-linux-gnu") == "x86-64-v2");
  CHECK(cpu_name("modern", "x86_64-unknown-linux-gnu") == "x86-64-v3");
  CHECK(cpu_name("baseline", "aarch64-unknown-linux-gnu") == "generic");
  CHECK(cpu_name("znver4", "x86_64-unknown-linux-gnu") == "znver4");
  CHECK(cpu_name("native", host_triple()) != "native");
}

}  // namespace
