#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/base/hash256.h"

namespace perry::support {

enum class BinaryError : uint8_t {
  None,
  Truncated,      // The data end inside a value.
  NotCanonical,   // A value in a form that the writer never produces.
  Invalid,        // A well-formed value that means nothing here; reported by the caller.
  TrailingBytes,  // A record or the whole input goes on after its last value.
};

std::string_view describe(BinaryError error);

// Reads what BinaryWriter wrote, from bytes that nobody vouches for. The first error sticks, after
// which every read yields zero or nothing, so a caller may read a whole structure and ask once. No
// read goes beyond the end, and `count` keeps a forged length from allocating more than the input's
// own size can justify.
class BinaryReader {
 public:
  explicit BinaryReader(std::string_view bytes) : bytes_(bytes), end_(bytes.size()) {}

  uint8_t u8() {
    if (next_ < end_) return static_cast<uint8_t>(bytes_[next_++]);
    fail(BinaryError::Truncated);
    return 0;
  }
  uint16_t u16() { return static_cast<uint16_t>(fixed(2)); }
  uint32_t u32() { return static_cast<uint32_t>(fixed(4)); }
  uint64_t u64() { return fixed(8); }
  bool boolean();
  double f64();
  uint64_t varint() {
    // Most numbers are small.
    if (next_ < end_ && static_cast<uint8_t>(bytes_[next_]) < 0x80)
      return static_cast<uint8_t>(bytes_[next_++]);
    return long_varint();
  }
  // A varint that must fit 32 bits.
  uint32_t varint32();
  int64_t signed_varint();
  // Points into the input.
  std::string_view string() { return raw(varint()); }
  std::string_view raw(size_t size) {
    if (size > remaining() || !ok()) {
      fail(BinaryError::Truncated);
      return {};
    }
    const std::string_view bytes = bytes_.substr(next_, size);
    next_ += size;
    return bytes;
  }
  Hash256 hash();

  // The number of elements that follow, each at least `smallest` bytes long (one or more). Fails
  // when the rest of the input cannot hold them.
  size_t count(size_t smallest = 1);

  // Reading stays inside the record until `leave_record`, which requires that all of it was read.
  // The mark goes from one to the other.
  size_t enter_record();
  void leave_record(size_t mark);
  void skip_record();

  // Fails unless everything was read.
  void finish();

  // Reports a value that the caller finds senseless.
  void fail(BinaryError error = BinaryError::Invalid);

  bool ok() const { return error_ == BinaryError::None; }
  BinaryError error() const { return error_; }
  size_t remaining() const { return end_ - next_; }
  size_t offset() const { return next_; }

 private:
  uint64_t fixed(size_t size);
  uint64_t long_varint();

  std::string_view bytes_;
  size_t next_ = 0;
  size_t end_;
  BinaryError error_ = BinaryError::None;
};

}  // namespace perry::support
