#include "runtime/unicode/base64.h"

#include <array>
#include <string_view>

namespace perry::runtime {

namespace {

constexpr uint8_t kInvalid = 0xff;
constexpr std::string_view kDigits[2] = {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"};
constexpr std::string_view kHexDigits = "0123456789abcdef";

using Table = std::array<uint8_t, 256>;
constexpr Table table_of(std::string_view digits) {
  Table table;
  table.fill(kInvalid);
  for (size_t i = 0; i < digits.size(); ++i) {
    table[static_cast<uint8_t>(digits[i])] = static_cast<uint8_t>(i);
  }
  return table;
}
constexpr Table kSextets[2] = {table_of(kDigits[0]), table_of(kDigits[1])};
constexpr Table kNibbles = [] {
  Table table = table_of(kHexDigits);
  for (uint8_t i = 10; i < 16; ++i) table[static_cast<uint8_t>('A' + i - 10)] = i;
  return table;
}();

template <typename Unit>
uint8_t digit_of(const Table& table, Unit unit) {
  return unit < table.size() ? table[unit] : kInvalid;
}

template <typename Unit>
bool is_ascii_white_space(Unit unit) {
  return unit == '\t' || unit == '\n' || unit == '\f' || unit == '\r' || unit == ' ';
}

// FromBase64 (23.3.3.10).
template <typename Unit>
class Base64Decoder {
 public:
  Base64Decoder(std::span<const Unit> text, Base64Alphabet alphabet, LastChunk last_chunk,
                std::span<uint8_t> out)
      : text_(text),
        table_(kSextets[static_cast<size_t>(alphabet)]),
        last_chunk_(last_chunk),
        out_(out) {}

  Decoded run() {
    while (result_.written < out_.size()) {
      if (length_ == 0) whole_chunks();
      if (result_.written == out_.size()) break;
      skip_white_space();
      if (index_ == text_.size()) return at_end();
      const Unit unit = text_[index_++];
      if (unit == '=') return after_padding();
      const uint8_t digit = digit_of(table_, unit);
      if (digit == kInvalid) return failed(DecodeError::BadCharacter);
      const size_t room = out_.size() - result_.written;
      if (room < length_ && length_ >= 2) return result_;
      chunk_ = chunk_ << 6 | digit;
      if (++length_ < 4) continue;
      write(3);
      chunk_ = length_ = 0;
      result_.read = index_;
    }
    return result_;
  }

 private:
  // As long as nothing but digits comes.
  void whole_chunks() {
    while (text_.size() - index_ >= 4 && out_.size() - result_.written >= 3) {
      uint32_t chunk = 0;
      uint32_t all = 0;
      for (size_t i = 0; i < 4; ++i) {
        const uint8_t digit = digit_of(table_, text_[index_ + i]);
        all |= digit;
        chunk = chunk << 6 | (digit & 63u);
      }
      if ((all & 0xc0) != 0) break;
      chunk_ = chunk;
      write(3);
      index_ += 4;
      result_.read = index_;
    }
    chunk_ = 0;
  }

  void skip_white_space() {
    while (index_ < text_.size() && is_ascii_white_space(text_[index_])) ++index_;
  }

  // The first `count` bytes of the chunk's 24 bits.
  void write(size_t count) {
    for (size_t i = 0; i < count; ++i) {
      out_[result_.written++] = static_cast<uint8_t>(chunk_ >> (16 - 8 * i));
    }
  }

  Decoded failed(DecodeError error) {
    result_.error = error;
    return result_;
  }
  Decoded finished() {
    result_.read = text_.size();
    return result_;
  }

  Decoded at_end() {
    if (length_ == 0) return finished();
    if (last_chunk_ == LastChunk::StopBeforePartial) return result_;
    if (last_chunk_ == LastChunk::Strict) return failed(DecodeError::Incomplete);
    if (length_ == 1) return failed(DecodeError::LoneCharacter);
    return final_chunk();
  }

  // Behind the first "=".
  Decoded after_padding() {
    if (length_ < 2) return failed(DecodeError::BadCharacter);
    skip_white_space();
    if (length_ == 2) {
      if (index_ == text_.size()) {
        if (last_chunk_ == LastChunk::StopBeforePartial) return result_;
        return failed(DecodeError::Incomplete);
      }
      if (text_[index_] == '=') {
        ++index_;
        skip_white_space();
      }
    }
    if (index_ < text_.size()) return failed(DecodeError::BadCharacter);
    const uint32_t extra = chunk_ & (length_ == 2 ? 15u : 3u);
    if (last_chunk_ == LastChunk::Strict && extra != 0) return failed(DecodeError::ExtraBits);
    return final_chunk();
  }

  Decoded final_chunk() {
    chunk_ <<= 6 * (4 - length_);
    write(length_ - 1);
    return finished();
  }

  std::span<const Unit> text_;
  const Table& table_;
  LastChunk last_chunk_;
  std::span<uint8_t> out_;
  Decoded result_;
  size_t index_ = 0;
  uint32_t chunk_ = 0;   // the digits of an unfinished chunk
  uint32_t length_ = 0;  // how many
};

// FromHex (23.3.3.11).
template <typename Unit>
Decoded decode_hex_units(std::span<const Unit> text, std::span<uint8_t> out) {
  Decoded result;
  while (result.read < text.size() && result.written < out.size()) {
    const uint8_t high = digit_of(kNibbles, text[result.read]);
    const uint8_t low = digit_of(kNibbles, text[result.read + 1]);
    if (high == kInvalid || low == kInvalid) {
      result.error = DecodeError::BadCharacter;
      return result;
    }
    out[result.written++] = static_cast<uint8_t>(high << 4 | low);
    result.read += 2;
  }
  return result;
}

}  // namespace

Decoded decode_base64(std::span<const uint8_t> text, Base64Alphabet alphabet, LastChunk last_chunk,
                      std::span<uint8_t> out) {
  return Base64Decoder<uint8_t>(text, alphabet, last_chunk, out).run();
}
Decoded decode_base64(std::span<const char16_t> text, Base64Alphabet alphabet, LastChunk last_chunk,
                      std::span<uint8_t> out) {
  return Base64Decoder<char16_t>(text, alphabet, last_chunk, out).run();
}

Decoded decode_hex(std::span<const uint8_t> text, std::span<uint8_t> out) {
  return decode_hex_units(text, out);
}
Decoded decode_hex(std::span<const char16_t> text, std::span<uint8_t> out) {
  return decode_hex_units(text, out);
}

size_t base64_length(size_t bytes, Base64Padding padding) {
  if (padding == Base64Padding::Full) return (bytes + 2) / 3 * 4;
  return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : bytes % 3 + 1);
}

void encode_base64(std::span<const uint8_t> bytes, Base64Alphabet alphabet, Base64Padding padding,
                   uint8_t* out) {
  const std::string_view digits = kDigits[static_cast<size_t>(alphabet)];
  const auto digit = [&](uint32_t chunk, int place) {
    return static_cast<uint8_t>(digits[chunk >> (18 - 6 * place) & 63]);
  };
  size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const uint32_t chunk = uint32_t{bytes[i]} << 16 | uint32_t{bytes[i + 1]} << 8 | bytes[i + 2];
    for (int place = 0; place < 4; ++place) *out++ = digit(chunk, place);
  }
  const size_t rest = bytes.size() - i;
  if (rest == 0) return;
  const uint32_t chunk = uint32_t{bytes[i]} << 16 | (rest == 2 ? uint32_t{bytes[i + 1]} << 8 : 0);
  for (size_t place = 0; place <= rest; ++place) *out++ = digit(chunk, static_cast<int>(place));
  if (padding == Base64Padding::Omitted) return;
  for (size_t place = rest + 1; place < 4; ++place) *out++ = '=';
}

void encode_hex(std::span<const uint8_t> bytes, uint8_t* out) {
  for (const uint8_t byte : bytes) {
    *out++ = static_cast<uint8_t>(kHexDigits[byte >> 4]);
    *out++ = static_cast<uint8_t>(kHexDigits[byte & 15]);
  }
}

}  // namespace perry::runtime
