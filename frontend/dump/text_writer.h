#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace perry::frontend {

// Where a dump goes. Failures to write are the sink's to remember.
class TextSink {
 public:
  virtual ~TextSink() = default;
  virtual void write(std::string_view text) = 0;
};

// Collects small pieces of text and hands them on in large ones.
class TextWriter {
 public:
  explicit TextWriter(TextSink& sink) : sink_(sink) {}
  TextWriter(const TextWriter&) = delete;
  TextWriter& operator=(const TextWriter&) = delete;
  ~TextWriter() { flush(); }

  void put(char c) {
    if (used_ == buffer_.size()) [[unlikely]]
      flush();
    buffer_[used_++] = c;
  }
  void put(std::string_view text) {
    if (buffer_.size() - used_ < text.size()) [[unlikely]] {
      put_slowly(text);
      return;
    }
    std::memcpy(buffer_.data() + used_, text.data(), text.size());
    used_ += text.size();
  }
  void number(uint64_t value);
  // Quoted and escaped as JSON.stringify does it: lone surrogates (in `text` as the three bytes of
  // WTF-8) become escapes. What is no UTF-8 at all becomes U+FFFD.
  void json_string(std::string_view text);

  void flush();

 private:
  void put_slowly(std::string_view text);

  TextSink& sink_;
  size_t used_ = 0;
  std::array<char, 64 * 1024> buffer_;
};

}  // namespace perry::frontend
