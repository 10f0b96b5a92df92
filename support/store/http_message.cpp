#include "support/store/http_message.h"

#include <algorithm>
#include <charconv>

namespace perry::support {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

// Whether a list of words, separated by commas, has a word.
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const size_t comma = std::min(list.find(','), list.size());
    if (equals_ignoring_case(trimmed(list.substr(0, comma)), word)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

std::optional<uint64_t> whole_number(std::string_view text, int base) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<HttpHead> parse_status_line(std::string_view line) {
  constexpr std::string_view kVersion = "HTTP/1.";
  constexpr size_t kStatusAt = 9;
  if (!line.starts_with(kVersion) || line.size() < kStatusAt + 3 || line[kStatusAt - 1] != ' ')
    return std::nullopt;
  const auto status = whole_number(line.substr(kStatusAt, 3), 10);
  if (!status || *status < 100) return std::nullopt;
  HttpHead head;
  head.status = static_cast<int>(*status);
  head.closes = line[kVersion.size()] == '0';
  return head;
}

bool read_header(HttpHead& head, std::string_view name, std::string_view value) {
  if (equals_ignoring_case(name, "content-length")) {
    const auto length = whole_number(value, 10);
    // Two lengths that differ are an attack on somebody.
    if (!length || (head.content_length && *head.content_length != *length)) return false;
    head.content_length = length;
  } else if (equals_ignoring_case(name, "transfer-encoding")) {
    if (!equals_ignoring_case(value, "chunked")) return false;
    head.is_chunked = true;
  } else if (equals_ignoring_case(name, "connection")) {
    if (lists(value, "close")) head.closes = true;
    if (lists(value, "keep-alive")) head.closes = false;
  }
  return true;
}

}  // namespace

std::optional<HttpHead> parse_http_head(std::string_view text) {
  std::optional<HttpHead> head;
  while (!text.empty() || !head) {
    const size_t end = std::min(text.find("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 2, text.size()));
    if (!head) {
      head = parse_status_line(line);
      if (!head) return std::nullopt;
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    if (!read_header(*head, line.substr(0, colon), trimmed(line.substr(colon + 1))))
      return std::nullopt;
  }
  constexpr int kNoContent = 204;
  constexpr int kNotModified = 304;
  if (head->status == kNoContent || head->status == kNotModified || head->status < 200) {
    head->content_length = 0;
    head->is_chunked = false;
  }
  // Without a length only the end of the connection ends the body.
  if (!head->content_length && !head->is_chunked) head->closes = true;
  return head;
}

HttpBodyReader::HttpBodyReader(const HttpHead& head, size_t limit)
    : limit_(limit), is_chunked_(head.is_chunked) {
  if (!is_chunked_) rest_ = head.content_length;
}

HttpBodyReader::State HttpBodyReader::take_some(std::string& input) {
  const size_t size =
      rest_ ? static_cast<size_t>(std::min<uint64_t>(*rest_, input.size())) : input.size();
  if (size > limit_ - body_.size() || (rest_ && *rest_ > limit_ - body_.size()))
    return State::TooLarge;
  body_.append(input, 0, size);
  input.erase(0, size);
  if (!rest_) return State::Incomplete;
  *rest_ -= size;
  return *rest_ == 0 ? State::Complete : State::Incomplete;
}

// Where a line ends that is all there. A line that is too long is so however much of it has come.
std::optional<size_t> HttpBodyReader::end_of_line(const std::string& input, bool& is_malformed) {
  constexpr size_t kLongestLine = 256;
  const size_t end = input.find("\r\n");
  const bool is_whole = end != std::string::npos;
  is_malformed = is_whole ? end > kLongestLine : input.size() > kLongestLine + 1;
  return is_whole && !is_malformed ? std::optional(end) : std::nullopt;
}

// False when the line is not all there, or wrong.
bool HttpBodyReader::take_chunk_size(std::string& input, bool& is_malformed) {
  const auto end = end_of_line(input, is_malformed);
  if (!end) return false;
  const std::string_view line = std::string_view(input).substr(0, *end);
  const auto size = whole_number(trimmed(line.substr(0, line.find(';'))), 16);
  is_malformed = !size;
  if (!size) return false;
  rest_ = size;
  next_ = *size == 0 ? Next::Trailer : Next::Data;
  input.erase(0, *end + 2);
  return true;
}

HttpBodyReader::State HttpBodyReader::feed_chunked(std::string& input) {
  bool is_malformed = false;
  while (true) {
    switch (next_) {
      case Next::Size:
        if (!take_chunk_size(input, is_malformed))
          return is_malformed ? State::Malformed : State::Incomplete;
        break;
      case Next::Data:
        if (const State state = take_some(input); state != State::Complete) return state;
        next_ = Next::DataEnd;
        break;
      case Next::DataEnd:
        if (input.size() < 2) return State::Incomplete;
        if (!input.starts_with("\r\n")) return State::Malformed;
        input.erase(0, 2);
        next_ = Next::Size;
        break;
      case Next::Trailer: {
        const auto end = end_of_line(input, is_malformed);
        if (!end) return is_malformed ? State::Malformed : State::Incomplete;
        input.erase(0, *end + 2);
        if (*end == 0) next_ = Next::Nothing;
        break;
      }
      case Next::Nothing:
        return State::Complete;
    }
  }
}

HttpBodyReader::State HttpBodyReader::feed(std::string& input) {
  return is_chunked_ ? feed_chunked(input) : take_some(input);
}

HttpBodyReader::State HttpBodyReader::end() const {
  return !is_chunked_ && !rest_ ? State::Complete : State::Malformed;
}

}  // namespace perry::support
