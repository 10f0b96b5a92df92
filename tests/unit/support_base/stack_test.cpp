#include "support/base/stack.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace perry::support;

namespace {

// Not a tail call, so that each level takes a frame.
[[gnu::noinline]] int depth(const StackLimit& limit, int level) {
  if (limit.exhausted()) return level;
  volatile int result = depth(limit, level + 1);
  return result;
}

TEST_CASE("recursion stops at the limit of the thread's own stack") {
  CHECK(depth(StackLimit::current(64 << 10), 0) > 1000);
}

TEST_CASE("a bigger stack goes deeper") {
  const auto measure = [] { return depth(StackLimit::current(64 << 10), 0); };
  const int small = run_with_stack(1 << 20, measure);
  const int large = run_with_stack(32 << 20, measure);
  CHECK(small > 1000);
  CHECK(large > 20 * small);
}

TEST_CASE("a reserve larger than the stack still lets shallow recursion through") {
  CHECK(run_with_stack(1 << 20, [] { return depth(StackLimit::current(1 << 30), 0); }) > 100);
}

TEST_CASE("a limit that was not set is never exhausted") { CHECK_FALSE(StackLimit().exhausted()); }

TEST_CASE("run_with_stack hands results over") {
  int seen = 0;
  run_with_stack(1 << 20, [&seen] { seen = 7; });
  CHECK(seen == 7);
  CHECK(run_with_stack(1 << 20, [] { return std::string(100, 'x'); }).size() == 100);
  const std::unique_ptr<int> moved =
      run_with_stack(1 << 20, [] { return std::make_unique<int>(3); });
  CHECK(*moved == 3);
}

TEST_CASE("a stack that cannot be had falls back to the caller's") {
  CHECK(run_with_stack(size_t{1} << 55, [] { return 5; }) == 5);
}

}  // namespace
