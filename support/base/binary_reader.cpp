#include "support/base/binary_reader.h"

#include <bit>
#include <cstring>
#include <limits>

namespace perry::support {

std::string_view describe(BinaryError error) {
  switch (error) {
    case BinaryError::None:
      return "no error";
    case BinaryError::Truncated:
      return "data end too early";
    case BinaryError::NotCanonical:
      return "a value is not in canonical form";
    case BinaryError::Invalid:
      return "a value is out of range";
    case BinaryError::TrailingBytes:
      return "data go on after their end";
  }
  return "";
}

void BinaryReader::fail(BinaryError error) {
  if (error_ != BinaryError::None) return;
  error_ = error;
  // Nothing remains, so every later read fails by its ordinary check.
  next_ = end_;
}

uint64_t BinaryReader::fixed(size_t size) {
  const std::string_view bytes = raw(size);
  uint64_t value = 0;
  for (size_t i = 0; i < bytes.size(); i++)
    value |= static_cast<uint64_t>(static_cast<uint8_t>(bytes[i])) << (8 * i);
  return value;
}

bool BinaryReader::boolean() {
  const uint8_t value = u8();
  if (value > 1) fail(BinaryError::NotCanonical);
  return value == 1;
}

double BinaryReader::f64() {
  const double value = std::bit_cast<double>(u64());
  const bool is_other_nan =
      value != value && std::bit_cast<uint64_t>(value) !=
                            std::bit_cast<uint64_t>(std::numeric_limits<double>::quiet_NaN());
  if (!is_other_nan) return value;
  fail(BinaryError::NotCanonical);
  return 0;
}

uint64_t BinaryReader::long_varint() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const uint8_t byte = u8();
    if (!ok()) return 0;
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) continue;
    // A last byte of zero is padding, and the tenth byte has room for one bit only.
    if ((byte == 0 && shift != 0) || (shift == 63 && byte > 1)) break;
    return value;
  }
  fail(BinaryError::NotCanonical);
  return 0;
}

uint32_t BinaryReader::varint32() {
  const uint64_t value = varint();
  if (value <= std::numeric_limits<uint32_t>::max()) return static_cast<uint32_t>(value);
  fail();
  return 0;
}

int64_t BinaryReader::signed_varint() {
  const uint64_t bits = varint();
  return static_cast<int64_t>((bits >> 1) ^ ((bits & 1) != 0 ? ~uint64_t{0} : 0));
}

Hash256 BinaryReader::hash() {
  Hash256 hash;
  const std::string_view bytes = raw(hash.bytes.size());
  if (ok()) std::memcpy(hash.bytes.data(), bytes.data(), bytes.size());
  return hash;
}

size_t BinaryReader::count(size_t smallest) {
  const uint64_t count = varint();
  if (count <= remaining() / smallest) return count;
  fail(BinaryError::Truncated);
  return 0;
}

size_t BinaryReader::enter_record() {
  const uint32_t size = u32();
  const size_t outer = end_;
  if (size > remaining())
    fail(BinaryError::Truncated);
  else if (ok())
    end_ = next_ + size;
  return outer;
}

void BinaryReader::leave_record(size_t mark) {
  if (next_ != end_) fail(BinaryError::TrailingBytes);
  end_ = mark;
  if (!ok()) next_ = end_;
}

void BinaryReader::skip_record() {
  const uint32_t size = u32();
  raw(size);
}

void BinaryReader::finish() {
  if (next_ != end_) fail(BinaryError::TrailingBytes);
}

}  // namespace perry::support
