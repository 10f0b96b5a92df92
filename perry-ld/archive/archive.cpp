#include "perry-ld/archive/archive.h"

#include <ar.h>

#include <cstdint>
#include <cstring>

namespace perry::ld {

namespace {

constexpr size_t kHeaderSize = sizeof(ar_hdr);
constexpr std::string_view kObjectName = "library.o/";

// Times and owners are nobody's.
void add_member(std::string& out, std::string_view name, std::string_view contents) {
  const auto put = [&](std::string_view text, size_t width) {
    out += text;
    out.append(width - text.size(), ' ');
  };
  put(name, sizeof ar_hdr::ar_name);
  put("0", sizeof ar_hdr::ar_date);
  put("0", sizeof ar_hdr::ar_uid);
  put("0", sizeof ar_hdr::ar_gid);
  put("644", sizeof ar_hdr::ar_mode);
  put(std::to_string(contents.size()), sizeof ar_hdr::ar_size);
  out += ARFMAG;
  out += contents;
  if (out.size() % 2 != 0) out += '\n';
}

void put_big_endian(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

}  // namespace

std::string make_archive(std::string_view object, std::string_view symbol) {
  std::string names(symbol);
  names += '\0';
  constexpr size_t kNumbers = 2 * sizeof(uint32_t);
  const size_t index_size = kNumbers + names.size();
  const size_t place = SARMAG + kHeaderSize + index_size + index_size % 2;
  std::string index;
  put_big_endian(index, 1);
  put_big_endian(index, static_cast<uint32_t>(place));
  index += names;

  std::string out = ARMAG;
  out.reserve(place + kHeaderSize + object.size() + 1);
  add_member(out, "/", index);
  add_member(out, kObjectName, object);
  return out;
}

}  // namespace perry::ld
