#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What an HTTP/1.1 server answers, read from bytes as they come in.
namespace perry::support {

struct HttpHead {
  int status = 0;
  std::optional<uint64_t> content_length;
  bool is_chunked = false;
  bool closes = false;  // the connection ends with the body
};

// Reads a head, without the empty line at its end. Nothing when it is none.
std::optional<HttpHead> parse_http_head(std::string_view text);

// Takes the body out of what follows the head.
class HttpBodyReader {
 public:
  // `limit` is the most that a body may have.
  HttpBodyReader(const HttpHead& head, size_t limit);

  enum class State : uint8_t { Incomplete, Complete, Malformed, TooLarge };
  // Takes from `input` what belongs to the body.
  State feed(std::string& input);
  // The connection has ended.
  State end() const;
  std::string take() { return std::move(body_); }

 private:
  enum class Next : uint8_t { Size, Data, DataEnd, Trailer, Nothing };
  State feed_chunked(std::string& input);
  static std::optional<size_t> end_of_line(const std::string& input, bool& is_malformed);
  bool take_chunk_size(std::string& input, bool& is_malformed);
  State take_some(std::string& input);

  std::string body_;
  size_t limit_;
  std::optional<uint64_t> rest_;  // of the body, or of the chunk
  bool is_chunked_;
  Next next_ = Next::Size;
};

}  // namespace perry::support
