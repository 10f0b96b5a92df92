#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

// Base64 and hexadecimal text (23.3.3), over bytes and code units alone.
namespace perry::runtime {

enum class Base64Alphabet : uint8_t { Standard, Url };
// What becomes of a last chunk of less than four characters.
enum class LastChunk : uint8_t { Loose, Strict, StopBeforePartial };
enum class Base64Padding : uint8_t { Full, Omitted };

enum class DecodeError : uint8_t { None, BadCharacter, LoneCharacter, Incomplete, ExtraBits };

struct Decoded {
  size_t read = 0;     // code units that stand for what was written
  size_t written = 0;  // bytes; also before an error
  DecodeError error = DecodeError::None;
};

// So many bytes hold all that a text of `length` units can stand for.
constexpr size_t base64_capacity(size_t length) { return length / 4 * 3 + 3; }

// Decodes until the text ends or the next chunk doesn't fit into `out`.
Decoded decode_base64(std::span<const uint8_t> text, Base64Alphabet alphabet, LastChunk last_chunk,
                      std::span<uint8_t> out);
Decoded decode_base64(std::span<const char16_t> text, Base64Alphabet alphabet, LastChunk last_chunk,
                      std::span<uint8_t> out);

size_t base64_length(size_t bytes, Base64Padding padding);
// Fills `out`, which has base64_length() units.
void encode_base64(std::span<const uint8_t> bytes, Base64Alphabet alphabet, Base64Padding padding,
                   uint8_t* out);

// The length is even.
Decoded decode_hex(std::span<const uint8_t> text, std::span<uint8_t> out);
Decoded decode_hex(std::span<const char16_t> text, std::span<uint8_t> out);
// Two units for each byte.
void encode_hex(std::span<const uint8_t> bytes, uint8_t* out);

}  // namespace perry::runtime
