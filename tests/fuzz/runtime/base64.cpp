#include "runtime/unicode/base64.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace perry::runtime;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// Whether two ways of decoding have come to the same.
void require_same(const Decoded& a, const Decoded& b) {
  require(a.read == b.read && a.written == b.written && a.error == b.error);
}

// What was read stands for exactly what was written, and encodes to it again.
void check_round_trip(std::span<const uint8_t> bytes) {
  for (const auto alphabet : {Base64Alphabet::Standard, Base64Alphabet::Url}) {
    for (const auto padding : {Base64Padding::Full, Base64Padding::Omitted}) {
      std::vector<uint8_t> text(base64_length(bytes.size(), padding));
      encode_base64(bytes, alphabet, padding, text.data());
      std::vector<uint8_t> back(bytes.size());
      const Decoded result = decode_base64(text, alphabet, LastChunk::Loose, back);
      require(result.error == DecodeError::None && result.written == bytes.size());
      require(std::ranges::equal(back, bytes));
    }
  }
  std::vector<uint8_t> hex(bytes.size() * 2);
  encode_hex(bytes, hex.data());
  std::vector<uint8_t> back(bytes.size());
  require(decode_hex(hex, back).written == bytes.size() && std::ranges::equal(back, bytes));
}

// Into a room of `capacity` bytes, which is allocated so that one more would be noticed.
void check_decode(std::span<const uint8_t> text, Base64Alphabet alphabet, LastChunk last_chunk,
                  size_t capacity) {
  std::vector<uint8_t> out(capacity);
  const Decoded result = decode_base64(text, alphabet, last_chunk, out);
  require(result.read <= text.size() && result.written <= capacity);
  const std::vector<char16_t> wide(text.begin(), text.end());
  std::vector<uint8_t> wide_out(capacity);
  require_same(result, decode_base64(wide, alphabet, last_chunk, wide_out));
  require(out == wide_out);
  check_round_trip({out.data(), result.written});
  if (result.error != DecodeError::None) return;
  // What was read, alone, decodes to the same.
  std::vector<uint8_t> again(capacity);
  const Decoded part = decode_base64(text.subspan(0, result.read), alphabet, last_chunk, again);
  require(part.error == DecodeError::None && part.written == result.written && again == out);
}

}  // namespace

// The first byte says how, the second how much room there is; the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const auto alphabet = (data[0] & 1) != 0 ? Base64Alphabet::Url : Base64Alphabet::Standard;
  const auto last_chunk = static_cast<LastChunk>((data[0] >> 1) % 3);
  const std::span<const uint8_t> text(data + 2, size - 2);
  check_decode(text, alphabet, last_chunk, data[1]);
  check_decode(text, alphabet, last_chunk, base64_capacity(text.size()));
  check_round_trip(text);
  if (text.size() % 2 != 0) return 0;
  std::vector<uint8_t> bytes(data[1]);
  const Decoded hex = decode_hex(text, bytes);
  require(hex.read == hex.written * 2 && hex.written <= bytes.size());
  return 0;
}
