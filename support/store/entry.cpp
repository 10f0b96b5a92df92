#include "support/store/entry.h"

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/base/sha256.h"

namespace perry::support {

namespace {

constexpr std::string_view kMagic = "PCSE";

size_t blob_offset(size_t head_size, size_t blob_size) {
  if (blob_size < kLargeBlob) return head_size;
  return (head_size + kStoreBlobAlignment - 1) / kStoreBlobAlignment * kStoreBlobAlignment;
}

bool is_zero(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

std::string_view describe(EntryError error) {
  switch (error) {
    case EntryError::NotAnEntry:
      return "it is no entry of a store";
    case EntryError::OtherVersion:
      return "another version of perry wrote it";
    case EntryError::OtherKey:
      return "it belongs to another key";
    case EntryError::Damaged:
      return "it is damaged";
  }
  __builtin_unreachable();
}

std::string encode_entry(const Hash256& key, std::string_view note, std::string_view blob) {
  BinaryWriter out;
  out.raw(kMagic);
  out.u8(kStoreEntryVersion);
  out.hash(key);
  out.string(note);
  out.varint(blob.size());
  out.hash(sha256(blob));
  out.hash(sha256(out.bytes()));
  std::string bytes = out.take();
  const size_t offset = blob_offset(bytes.size(), blob.size());
  bytes.reserve(offset + blob.size());
  bytes.append(offset - bytes.size(), '\0');
  bytes += blob;
  return bytes;
}

std::expected<StoreEntry, EntryError> decode_entry(std::string_view bytes, const Hash256& key) {
  if (!bytes.starts_with(kMagic)) return std::unexpected(EntryError::NotAnEntry);
  BinaryReader in(bytes);
  in.raw(kMagic.size());
  if (in.u8() != kStoreEntryVersion) return std::unexpected(EntryError::OtherVersion);
  const Hash256 named = in.hash();
  StoreEntry entry;
  entry.note = in.string();
  const uint64_t size = in.varint();
  const Hash256 blob_hash = in.hash();
  const size_t hashed = in.offset();
  const Hash256 checksum = in.hash();
  if (!in.ok() || size > bytes.size() || sha256(bytes.substr(0, hashed)) != checksum)
    return std::unexpected(EntryError::Damaged);
  if (named != key) return std::unexpected(EntryError::OtherKey);
  entry.blob_offset = blob_offset(in.offset(), size);
  if (bytes.size() < entry.blob_offset || bytes.size() - entry.blob_offset != size ||
      !is_zero(bytes.substr(in.offset(), entry.blob_offset - in.offset())))
    return std::unexpected(EntryError::Damaged);
  entry.blob = bytes.substr(entry.blob_offset);
  if (sha256(entry.blob) != blob_hash) return std::unexpected(EntryError::Damaged);
  return entry;
}

}  // namespace perry::support
