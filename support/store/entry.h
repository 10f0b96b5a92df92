#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "support/base/hash256.h"

// One entry of a content store, the same bytes in every tier: what a key stands for (the blob), and
// what whoever made it had to say (the note). docs/formats/store-entry.md describes the bytes. An
// entry that is not exactly what its writer would have written for this key and this blob does not
// exist, so that damage of any kind is a miss.
namespace perry::support {

inline constexpr uint8_t kStoreEntryVersion = 1;
// Blobs from this size on begin at a multiple of kStoreBlobAlignment, so that file systems which
// can share blocks between files may do so.
inline constexpr size_t kLargeBlob = size_t{64} << 10;
inline constexpr size_t kStoreBlobAlignment = 4096;

enum class EntryError : uint8_t {
  NotAnEntry,
  OtherVersion,
  OtherKey,
  Damaged,  // also cut off
};

std::string_view describe(EntryError error);

// Views into the entry's bytes.
struct StoreEntry {
  std::string_view note;
  std::string_view blob;
  size_t blob_offset = 0;
};

std::string encode_entry(const Hash256& key, std::string_view note, std::string_view blob);

// Trusts nothing: the checksums of head and blob are computed anew.
std::expected<StoreEntry, EntryError> decode_entry(std::string_view bytes, const Hash256& key);

}  // namespace perry::support
