#include "support/base/binary_writer.h"

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace perry::support {

void BinaryWriter::fixed(uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) u8(static_cast<uint8_t>(value >> (8 * i)));
}

void BinaryWriter::f64(double value) {
  if (value != value) value = std::numeric_limits<double>::quiet_NaN();
  u64(std::bit_cast<uint64_t>(value));
}

void BinaryWriter::varint(uint64_t value) {
  while (value >= 0x80) {
    u8(static_cast<uint8_t>(value | 0x80));
    value >>= 7;
  }
  u8(static_cast<uint8_t>(value));
}

void BinaryWriter::signed_varint(int64_t value) {
  const uint64_t bits = static_cast<uint64_t>(value);
  varint((bits << 1) ^ (value < 0 ? ~uint64_t{0} : 0));
}

void BinaryWriter::string(std::string_view text) {
  varint(text.size());
  raw(text);
}

void BinaryWriter::hash(const Hash256& hash) {
  raw({reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()});
}

size_t BinaryWriter::begin_record() {
  u32(0);
  return out_.size();
}

void BinaryWriter::end_record(size_t mark) {
  const size_t length = out_.size() - mark;
  if (length > std::numeric_limits<uint32_t>::max()) {
    std::fputs("perry: a record of the binary encoding exceeds 4 GiB\n", stderr);
    std::abort();
  }
  for (size_t i = 0; i < 4; i++) out_[mark - 4 + i] = static_cast<char>(length >> (8 * i));
}

}  // namespace perry::support
