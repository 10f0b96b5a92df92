#include "support/store/breaker.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/time.h>

#include "tests/unit/support_base/temporary_directory.h"

using namespace perry::support;

TEST_CASE("a failure opens it, for every process, until it has grown old") {
  const TemporaryDirectory directory;
  const Breaker breaker(directory / "lost", 2000, 300);
  CHECK_FALSE(breaker.is_open());
  breaker.add_failure();
  CHECK(Breaker(directory / "lost", 2000, 300).is_open());
  const timeval old[2] = {{1000, 0}, {1000, 0}};
  REQUIRE(::utimes((directory / "lost").c_str(), old) == 0);
  CHECK_FALSE(breaker.is_open());
  CHECK_FALSE(breaker.is_open());
}

TEST_CASE("answers that are slow add up to the time-out") {
  const TemporaryDirectory directory;
  const Breaker breaker(directory / "lost", 2000, 300);
  for (int i = 0; i < 50; i++) breaker.add_answer(90, 0);
  for (int i = 0; i < 50; i++) breaker.add_answer(500, 1'000'000);
  CHECK_FALSE(breaker.is_open());
  for (int i = 0; i < 4; i++) breaker.add_answer(500, 0);
  CHECK_FALSE(breaker.is_open());
  breaker.add_answer(500, 0);
  CHECK(breaker.is_open());
}

TEST_CASE("a folder that cannot be written has none") {
  const Breaker breaker("/proc/perry/lost", 2000, 300);
  breaker.add_failure();
  CHECK_FALSE(breaker.is_open());
}
