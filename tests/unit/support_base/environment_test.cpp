#include "support/base/environment.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace perry::support;

namespace {

TEST_CASE("environment_variable") {
  REQUIRE(::setenv("PERRY_TEST_VARIABLE", "a=b", 1) == 0);
  CHECK(environment_variable("PERRY_TEST_VARIABLE") == "a=b");
  CHECK(environment_variable("PERRY_TEST") == std::nullopt);
  REQUIRE(::setenv("PERRY_TEST_VARIABLE", "", 1) == 0);
  CHECK(environment_variable("PERRY_TEST_VARIABLE") == "");
  REQUIRE(::unsetenv("PERRY_TEST_VARIABLE") == 0);
  CHECK(environment_variable("PERRY_TEST_VARIABLE") == std::nullopt);
}

}  // namespace
