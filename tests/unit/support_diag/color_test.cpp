#include "support/diag/color.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

bool is_on(ColorChoice choice, const ColorEnvironment& environment) {
  return decide_color(choice, environment) == ColorUse::On;
}

TEST_CASE("the command line decides first") {
  CHECK(is_on(ColorChoice::Always, {.is_terminal = false, .no_color = "1"}));
  CHECK_FALSE(is_on(ColorChoice::Never, {.is_terminal = true, .force_color = "1"}));
}

TEST_CASE("otherwise the surroundings decide") {
  CHECK(is_on(ColorChoice::Auto, {.is_terminal = true}));
  CHECK(is_on(ColorChoice::Auto, {.is_terminal = true, .term = "xterm"}));
  CHECK_FALSE(is_on(ColorChoice::Auto, {.is_terminal = true, .term = "dumb"}));
  CHECK_FALSE(is_on(ColorChoice::Auto, {.is_terminal = false}));
  CHECK_FALSE(is_on(ColorChoice::Auto, {.is_terminal = true, .no_color = "1"}));
  CHECK(is_on(ColorChoice::Auto, {.is_terminal = true, .no_color = ""}));
  CHECK(is_on(ColorChoice::Auto, {.is_terminal = false, .force_color = "1"}));
  CHECK(is_on(ColorChoice::Auto, {.no_color = "1", .force_color = "1"}));
  CHECK_FALSE(is_on(ColorChoice::Auto, {.is_terminal = true, .force_color = "0"}));
}

}  // namespace
