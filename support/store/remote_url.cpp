#include "support/store/remote_url.h"

#include <algorithm>
#include <optional>

namespace perry::support {

namespace {

struct Scheme {
  std::string_view name;
  RemoteScheme scheme;
  std::string_view port;
};
constexpr Scheme kSchemes[] = {{"http", RemoteScheme::Http, "80"},
                               {"https", RemoteScheme::Https, "443"},
                               {"redis", RemoteScheme::Redis, "6379"},
                               {"rediss", RemoteScheme::Rediss, "6379"}};

const Scheme& row_of(RemoteScheme scheme) {
  return *std::ranges::find(kSchemes, scheme, &Scheme::scheme);
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode_percent(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const int high = digit_value(text[i + 1]);
    const int low = digit_value(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

// Whatever stands in the URL is sent in lines and headers.
bool has_control_character(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

bool read_user(std::string_view text, RemoteUrl& url) {
  const size_t colon = text.find(':');
  const auto user = decode_percent(text.substr(0, colon));
  const auto password =
      decode_percent(colon == std::string_view::npos ? "" : text.substr(colon + 1));
  if (!user || !password) return false;
  url.user = *user;
  url.password = *password;
  url.has_user = true;
  return true;
}

// As far as its characters tell; the resolver knows the rest.
bool is_ipv6_address(std::string_view text) {
  return text.contains(':') &&
         text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string::npos;
}

bool read_host(std::string_view text, RemoteUrl& url) {
  if (text.starts_with('[')) {
    const size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    url.host = text.substr(1, end - 1);
    if (!is_ipv6_address(url.host)) return false;
    text.remove_prefix(end + 1);
    if (!text.empty() && !text.starts_with(':')) return false;
  } else {
    const size_t colon = std::min(text.find(':'), text.size());
    url.host = text.substr(0, colon);
    if (url.host.find_first_of("[]") != std::string::npos) return false;
    text.remove_prefix(colon);
  }
  if (!text.empty()) url.port = text.substr(1);
  constexpr size_t kLongestPort = 5;
  return !url.host.empty() && !url.port.empty() && url.port.size() <= kLongestPort &&
         url.port.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::string RemoteUrl::authority() const {
  const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == row_of(scheme).port ? name : name + ":" + port;
}

std::string RemoteUrl::without_user() const {
  return std::string(row_of(scheme).name) + "://" + authority() + path;
}

std::expected<RemoteUrl, std::string> parse_remote_url(std::string_view text) {
  const auto wrong = [](std::string_view what) { return std::unexpected(std::string(what)); };
  if (has_control_character(text)) return wrong("it holds a space or a control character");
  const size_t colon = text.find("://");
  const std::string_view name = text.substr(0, std::min(colon, text.size()));
  const auto* const row = std::ranges::find(kSchemes, name, &Scheme::name);
  if (colon == std::string_view::npos || row == std::end(kSchemes))
    return wrong("it does not begin with http://, https://, redis:// or rediss://");
  RemoteUrl url;
  url.scheme = row->scheme;
  url.port = row->port;
  text.remove_prefix(colon + 3);
  const size_t slash = std::min(text.find('/'), text.size());
  url.path = text.substr(slash);
  while (url.path.ends_with('/')) url.path.pop_back();
  if (url.path.find_first_of("?#") != std::string::npos)
    return wrong("`?` and `#` have no meaning in it");
  std::string_view place = text.substr(0, slash);
  if (const size_t at = place.rfind('@'); at != std::string_view::npos) {
    if (!read_user(place.substr(0, at), url)) return wrong("its user or password is wrong");
    place.remove_prefix(at + 1);
  }
  if (!read_host(place, url)) return wrong("its host or port is wrong");
  return url;
}

std::string encode_base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t bits = 0;
    const size_t there = std::min<size_t>(3, bytes.size() - i);
    for (size_t j = 0; j < 3; j++)
      bits = bits << 8 | (j < there ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (size_t j = 0; j < 4; j++) result += j <= there ? kDigits[bits >> (18 - 6 * j) & 63] : '=';
  }
  return result;
}

}  // namespace perry::support
