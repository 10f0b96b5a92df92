#include <algorithm>

#include "support/store/remote_store.h"

namespace perry::support {

namespace {

// They are sent in lines and headers.
bool is_sendable(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

}  // namespace

std::string write_credentials(const Credentials& credentials) {
  if (!credentials.bearer.empty()) return "bearer " + credentials.bearer + "\n";
  return "user " + credentials.user + "\npassword " + credentials.password + "\n";
}

std::optional<Credentials> read_credentials(std::string_view text) {
  Credentials credentials;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    const std::string_view value = line.substr(std::min(space + 1, line.size()));
    if (!is_sendable(value)) return std::nullopt;
    if (word == "user")
      credentials.user = value;
    else if (word == "password")
      credentials.password = value;
    else if (word == "bearer")
      credentials.bearer = value;
    else if (!line.empty())
      return std::nullopt;
  }
  return credentials;
}

}  // namespace perry::support
