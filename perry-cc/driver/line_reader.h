#pragma once

#include <string>
#include <string_view>

#include "frontend/dump/text_writer.h"

namespace perry::cc {

// Cuts the text up to the next `separator` off the front of `rest`.
std::string_view take_field(std::string_view& rest, char separator);

// Lines of standard input. What was answered goes out before waiting for more.
class LineReader {
 public:
  explicit LineReader(frontend::TextWriter& out) : out_(out) {}

  bool next(std::string_view& line);

 private:
  frontend::TextWriter& out_;
  std::string buffer_;
  size_t start_ = 0;
  size_t searched_ = 0;
};

}  // namespace perry::cc
