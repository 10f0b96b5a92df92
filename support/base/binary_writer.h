#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "support/base/hash256.h"

namespace perry::support {

// Writes the canonical binary encoding: every value has exactly one form, so equal data are equal
// bytes and a hash of the bytes is a hash of the data. docs/formats/binary.md describes the forms.
class BinaryWriter {
 public:
  void u8(uint8_t value) { out_ += static_cast<char>(value); }
  void u16(uint16_t value) { fixed(value, 2); }
  void u32(uint32_t value) { fixed(value, 4); }
  void u64(uint64_t value) { fixed(value, 8); }
  void boolean(bool value) { u8(value ? 1 : 0); }
  // One form for every NaN.
  void f64(double value);
  void varint(uint64_t value);
  // Small magnitudes of either sign take few bytes.
  void signed_varint(int64_t value);
  void string(std::string_view text);
  // Bytes without a length; the reader must know it.
  void raw(std::string_view bytes) { out_ += bytes; }
  void hash(const Hash256& hash);

  // A record is preceded by its length, so that a reader can step over it. Records nest.
  // The mark goes from `begin_record` to `end_record`.
  size_t begin_record();
  void end_record(size_t mark);

  // That it will be about so long.
  void reserve(size_t size) { out_.reserve(size); }
  size_t size() const { return out_.size(); }
  const std::string& bytes() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void fixed(uint64_t value, int bytes);

  std::string out_;
};

}  // namespace perry::support
