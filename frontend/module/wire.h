#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

// What the codecs of this folder share.
namespace perry::frontend::wire {

// Booleans as bits of one number, the first one lowest.
template <class... Flags>
uint32_t pack(Flags... flags) {
  uint32_t bits = 0;
  uint32_t next = 0;
  ((bits |= static_cast<uint32_t>(flags) << next++), ...);
  return bits;
}

// Bits without a meaning are an error.
template <class... Flags>
void unpack(support::BinaryReader& in, uint32_t bits, Flags&... flags) {
  uint32_t next = 0;
  ((flags = (bits >> next++ & 1) != 0), ...);
  if (bits >> next != 0) in.fail();
}

template <class E>
void write_enum(support::BinaryWriter& out, E value) {
  out.u8(static_cast<uint8_t>(value));
}

template <class E>
E read_enum(support::BinaryReader& in, E last) {
  const uint8_t value = in.u8();
  if (value > static_cast<uint8_t>(last)) in.fail();
  return static_cast<E>(in.ok() ? value : 0);
}

// A length and the elements.
template <class T, class Write>
void write_all(support::BinaryWriter& out, const std::vector<T>& items, Write write) {
  out.varint(items.size());
  for (const T& item : items) write(out, item);
}

// Grows as elements come: a forged length cannot make it allocate what the input does not hold. The
// first ones, which are mostly all, have their places at once.
template <class T, class Read>
void read_all(support::BinaryReader& in, size_t smallest, std::vector<T>& items, Read read) {
  constexpr size_t kPlacesAtOnce = 16;
  const size_t count = in.count(smallest);
  items.reserve(std::min(count, kPlacesAtOnce));
  for (size_t i = 0; i < count && in.ok(); i++) items.push_back(read(in));
}

inline void write_strings(support::BinaryWriter& out, const std::vector<std::string>& strings) {
  write_all(out, strings, [](support::BinaryWriter& to, const std::string& s) { to.string(s); });
}

inline std::vector<std::string> read_strings(support::BinaryReader& in) {
  std::vector<std::string> strings;
  read_all(in, 1, strings, [](support::BinaryReader& from) { return std::string(from.string()); });
  return strings;
}

}  // namespace perry::frontend::wire
