#include "support/base/arena.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace perry::support;

namespace {

TEST_CASE("an arena aligns what it hands out and keeps it in place") {
  Arena arena;
  std::vector<uint64_t*> numbers;
  for (uint64_t i = 0; i < 20'000; i++) {
    arena.make<char>('x');
    numbers.push_back(arena.make<uint64_t>(i));
    CHECK_MESSAGE(reinterpret_cast<uintptr_t>(numbers.back()) % alignof(uint64_t) == 0, i);
  }
  for (uint64_t i = 0; i < numbers.size(); i++) REQUIRE(*numbers[i] == i);
  CHECK(arena.bytes_used() == 20'000 * 9);
}

TEST_CASE("an arena serves requests larger than its blocks") {
  Arena arena;
  const std::span<int> big = arena.make_array<int>(3'000'000);
  CHECK(big.size() == 3'000'000);
  CHECK(big.front() == 0);
  CHECK(big.back() == 0);
  struct alignas(64) Line {
    char bytes[64];
  };
  CHECK(reinterpret_cast<uintptr_t>(arena.make<Line>()) % 64 == 0);
}

TEST_CASE("an arena copies text and can start over") {
  Arena arena;
  std::string text = "hello";
  const std::string_view copy = arena.copy(text);
  text[0] = 'j';
  CHECK(copy == "hello");
  CHECK(arena.copy("").empty());
  arena.reset();
  CHECK(arena.bytes_used() == 0);
  CHECK(arena.copy("again") == "again");
}

}  // namespace
