#include <doctest/doctest.h>

#include "support/base/sha256.h"

using namespace perry::support;

namespace {

// FIPS 180-4 examples.
constexpr std::string_view kEmpty =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view kAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_CASE("sha256 of known texts") {
  CHECK(sha256("").to_hex() == kEmpty);
  CHECK(sha256("abc").to_hex() == kAbc);
}

TEST_CASE("sha256 of a stream does not depend on how it is cut") {
  Sha256 hasher;
  hasher.update("a");
  hasher.update("");
  hasher.update("bc");
  CHECK(hasher.finish().to_hex() == kAbc);
  CHECK(hasher.finish().to_hex() == kEmpty);
  hasher.update(std::string(1'000'000, 'a'));
  CHECK(hasher.finish().to_hex() ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a hash and its hexadecimal form") {
  const Hash256 hash = sha256("abc");
  CHECK(hash.short_hex(7) == "ba7816b");
  CHECK(hash.short_hex(0).empty());
  CHECK(hash.short_hex(1000) == kAbc);
  CHECK(Hash256::from_hex(kAbc) == hash);
  CHECK_FALSE(Hash256::from_hex(kAbc.substr(1)));
  CHECK_FALSE(Hash256::from_hex(std::string(64, 'g')));
  CHECK_FALSE(Hash256::from_hex(std::string(64, 'A')));
}

}  // namespace
