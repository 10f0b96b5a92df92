#include "perry-cc/driver/line_reader.h"

#include <algorithm>

#include "perry-cc/driver/standard_streams.h"

namespace perry::cc {

std::string_view take_field(std::string_view& rest, char separator) {
  const size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

bool LineReader::next(std::string_view& line) {
  for (;;) {
    const size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos) {
      line = std::string_view(buffer_).substr(start_, end - start_);
      start_ = searched_ = end + 1;
      return true;
    }
    buffer_.erase(0, start_);
    start_ = 0;
    searched_ = buffer_.size();
    out_.flush();
    if (read_some_standard_input(buffer_)) continue;
    if (buffer_.empty()) return false;
    buffer_ += '\n';  // the last line had none
  }
}

}  // namespace perry::cc
