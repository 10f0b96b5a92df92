#include "support/base/reserved_array.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

TEST_CASE("a reserved array grows without moving") {
  ReservedArray<uint32_t> array(size_t{1} << 30);
  REQUIRE(array.capacity() == size_t{1} << 30);
  const uint32_t* first = array.extend(1);
  REQUIRE(first != nullptr);
  for (uint32_t i = 1; i < 100'000; i++) *array.extend(1) = i;
  CHECK(first == array.data());
  CHECK(array[99'999] == 99'999);
  CHECK(array[0] == 0);
  array.truncate(10);
  CHECK(array.size() == 10);
}

TEST_CASE("a reserved array reports the end of its reservation") {
  ReservedArray<char> array(100);
  CHECK(array.extend(101) == nullptr);
  CHECK(array.extend(100) != nullptr);
  CHECK(array.extend(1) == nullptr);
  CHECK(array.extend(0) != nullptr);
}

TEST_CASE("a reservation that cannot be had is refused") {
  ReservedArray<char> array;
  CHECK_FALSE(array.reserve(size_t{1} << 60));
  CHECK(array.capacity() == 0);
  CHECK(array.extend(1) == nullptr);
  CHECK(array.reserve(8));
}

TEST_CASE("a reserved array can be handed over") {
  ReservedArray<int> a(16);
  *a.extend(1) = 42;
  ReservedArray<int> b = std::move(a);
  REQUIRE(b.size() == 1);
  CHECK(b[0] == 42);
  CHECK(a.empty());
}

}  // namespace
