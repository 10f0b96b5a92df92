#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace perry::support {

enum class RemoteScheme : uint8_t { Http, Https, Redis, Rediss };

// Where a remote store is.
struct RemoteUrl {
  RemoteScheme scheme = RemoteScheme::Http;
  std::string user;      // decoded
  std::string password;  // decoded
  bool has_user = false;
  std::string host;  // without the brackets of an IPv6 address
  std::string port;
  std::string path;  // begins with `/` or is empty, and does not end with one

  bool is_encrypted() const {
    return scheme == RemoteScheme::Https || scheme == RemoteScheme::Rediss;
  }
  bool is_http() const { return scheme == RemoteScheme::Http || scheme == RemoteScheme::Https; }
  // Host and port as a Host header has them.
  std::string authority() const;
  // All of it but user and password.
  std::string without_user() const;
};

// The error is a phrase.
std::expected<RemoteUrl, std::string> parse_remote_url(std::string_view text);

std::string encode_base64(std::string_view bytes);

}  // namespace perry::support
