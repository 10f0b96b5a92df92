#include "support/store/entry.h"

#include <doctest/doctest.h>

#include <string>

#include "support/base/sha256.h"

using namespace perry::support;

namespace {

const Hash256 kKey = sha256("key");

}  // namespace

TEST_CASE("what is kept comes back") {
  for (const size_t size : {size_t{0}, size_t{1}, kLargeBlob - 1, kLargeBlob, kLargeBlob + 1}) {
    const std::string blob(size, 'b');
    const std::string bytes = encode_entry(kKey, "note", blob);
    const auto entry = decode_entry(bytes, kKey);
    REQUIRE(entry);
    CHECK(entry->note == "note");
    CHECK(entry->blob == blob);
    // O14: the same data are the same bytes.
    CHECK(encode_entry(kKey, "note", blob) == bytes);
  }
}

TEST_CASE("large blobs are aligned") {
  const std::string blob(kLargeBlob, 'b');
  const std::string bytes = encode_entry(kKey, "", blob);
  CHECK(decode_entry(bytes, kKey)->blob_offset == kStoreBlobAlignment);
  std::string padded = bytes;
  padded[kStoreBlobAlignment - 1] = 'x';
  CHECK(decode_entry(padded, kKey).error() == EntryError::Damaged);
}

TEST_CASE("whatever is changed is noticed") {
  const std::string bytes = encode_entry(kKey, "note", "the blob");
  for (size_t i = 0; i < bytes.size(); i++) {
    CHECK_FALSE(decode_entry(bytes.substr(0, i), kKey));
    for (const int bit : {1, 128}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      CHECK_FALSE(decode_entry(changed, kKey));
    }
  }
  CHECK(decode_entry(bytes + "x", kKey).error() == EntryError::Damaged);
}

TEST_CASE("what is wrong is told apart") {
  std::string bytes = encode_entry(kKey, "", "blob");
  CHECK(decode_entry("", kKey).error() == EntryError::NotAnEntry);
  CHECK(decode_entry("ELF something", kKey).error() == EntryError::NotAnEntry);
  CHECK(decode_entry(bytes, sha256("other")).error() == EntryError::OtherKey);
  bytes[4] = 9;
  CHECK(decode_entry(bytes, kKey).error() == EntryError::OtherVersion);
}
