#include "perry-scan/resolve/specifier.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "support/base/utf8.h"

namespace perry::scan {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_relative(std::string_view specifier) {
  return specifier == "." || specifier == ".." || specifier.starts_with("./") ||
         specifier.starts_with("../");
}

// `.` and `..` may be spelled with escapes.
std::string unescape_dots(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size(); i++) {
    if (name.size() - i >= 3 && name[i] == '%' && name[i + 1] == '2' &&
        (name[i + 2] == 'e' || name[i + 2] == 'E')) {
      out += '.';
      i += 2;
    } else {
      out += name[i];
    }
  }
  if (out == "." || out == "..") return out;
  return std::string(name);
}

// What the URL parser drops: controls and spaces around, tabs and line ends within.
std::string strip_for_url(std::string_view text) {
  auto is_space = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string out;
  for (char c : text) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

bool is_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const support::Utf8Step step = support::decode_utf8(text, at);
    if (step.is_malformed) return false;
    at += step.size;
  }
  return true;
}

std::expected<std::string, std::string> unescape(std::string_view path) {
  std::string out;
  for (size_t i = 0; i < path.size(); i++) {
    if (path[i] != '%') {
      out += path[i];
      continue;
    }
    const int high = i + 1 < path.size() ? hex_value(path[i + 1]) : -1;
    const int low = i + 2 < path.size() ? hex_value(path[i + 2]) : -1;
    if (high < 0 || low < 0)
      return std::unexpected("`%` must be followed by two hexadecimal digits (`%25` for itself)");
    const char c = static_cast<char>(high * 16 + low);
    if (c == '/' || c == '\\') return std::unexpected("`/` and `\\` must not be escaped");
    if (c == '\0') return std::unexpected("a path must not contain a null character");
    out += c;
    i += 2;
  }
  if (!is_utf8(out)) return std::unexpected("the escapes do not spell UTF-8");
  return out;
}

// Stands for itself, wherever it stands.
bool is_plain_in_url(char c) {
  return is_letter(c) || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '_' || c == '@';
}

}  // namespace

std::string_view url_scheme(std::string_view specifier) {
  if (specifier.empty() || !is_letter(specifier[0])) return {};
  size_t end = 1;
  while (end < specifier.size() &&
         (is_letter(specifier[end]) || is_digit(specifier[end]) || specifier[end] == '+' ||
          specifier[end] == '-' || specifier[end] == '.'))
    end++;
  if (end == specifier.size() || specifier[end] != ':') return {};
  return specifier.substr(0, end);
}

SpecifierForm import_form(std::string_view specifier) {
  if (specifier.empty()) return SpecifierForm::Empty;
  if (specifier[0] == '/') return SpecifierForm::Absolute;
  if (is_relative(specifier)) return SpecifierForm::Relative;
  if (specifier[0] == '#') return SpecifierForm::Internal;
  if (!url_scheme(specifier).empty()) return SpecifierForm::Url;
  return SpecifierForm::Bare;
}

SpecifierForm require_form(std::string_view specifier) {
  if (specifier.empty()) return SpecifierForm::Empty;
  if (specifier[0] == '/') return SpecifierForm::Absolute;
  if (specifier[0] == '.' && (specifier.size() == 1 || specifier[1] == '.' || specifier[1] == '/'))
    return SpecifierForm::Relative;
  if (specifier[0] == '#') return SpecifierForm::Internal;
  if (!url_scheme(specifier).empty()) return SpecifierForm::Url;
  return SpecifierForm::Bare;
}

std::optional<PackageSpecifier> parse_package_specifier(std::string_view specifier) {
  size_t slash = specifier.find('/');
  if (specifier.starts_with('@')) {
    if (slash == std::string_view::npos) return std::nullopt;
    slash = specifier.find('/', slash + 1);
  }
  const std::string_view name = specifier.substr(0, slash);
  if (name.empty() || name[0] == '.' || name.find_first_of("\\%") != std::string_view::npos)
    return std::nullopt;
  PackageSpecifier result{name, "."};
  if (slash != std::string_view::npos) result.subpath += specifier.substr(slash);
  return result;
}

std::expected<UrlPath, std::string> decode_url_path(std::string_view reference) {
  if (std::ranges::all_of(reference, is_plain_in_url)) return UrlPath{std::string(reference), {}};
  const std::string stripped = strip_for_url(reference);
  const size_t path_end = std::min(stripped.find_first_of("?#"), stripped.size());
  UrlPath result;
  result.suffix = stripped.substr(path_end);

  std::string path = stripped.substr(0, path_end);
  std::ranges::replace(path, '\\', '/');
  std::string with_dots;
  for (size_t start = 0; start <= path.size();) {
    const size_t end = std::min(path.find('/', start), path.size());
    with_dots += unescape_dots(std::string_view(path).substr(start, end - start));
    if (end < path.size()) with_dots += '/';
    start = end + 1;
  }
  std::expected<std::string, std::string> plain = unescape(with_dots);
  if (!plain) return std::unexpected(std::move(plain).error());
  result.path = std::move(*plain);
  return result;
}

std::expected<UrlPath, std::string> decode_file_url(std::string_view url) {
  std::string rest = strip_for_url(url);
  rest.erase(0, rest.find(':') + 1);
  const size_t path_end = std::min(rest.find_first_of("?#"), rest.size());
  std::replace(rest.begin(), rest.begin() + static_cast<ptrdiff_t>(path_end), '\\', '/');
  if (rest.starts_with("//")) {
    const size_t host_end = std::min(rest.find_first_of("/?#", 2), rest.size());
    const std::string host = rest.substr(2, host_end - 2);
    if (!host.empty() && host != "localhost")
      return std::unexpected("a `file:` URL must not name a host");
    rest.erase(0, host_end);
  }
  if (!rest.starts_with('/')) rest.insert(0, 1, '/');
  return decode_url_path(rest);
}

}  // namespace perry::scan
