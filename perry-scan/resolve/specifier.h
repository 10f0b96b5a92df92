#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

// Specifiers as text: what sort they are, and what they say once escapes are resolved.
namespace perry::scan {

enum class SpecifierForm : uint8_t {
  Empty,
  Relative,  // ./x ../x . ..
  Absolute,  // /x
  Internal,  // #x
  Url,       // scheme:x
  Bare,      // pkg, pkg/x, @scope/pkg/x
};

// As `import` sees it.
SpecifierForm import_form(std::string_view specifier);
// As `require` sees it: `..x` is a file beside, and nothing is a URL but `node:`.
SpecifierForm require_form(std::string_view specifier);

// `node` of `node:fs`; empty when there is none.
std::string_view url_scheme(std::string_view specifier);

// A package's name and what follows it: `@a/b/c/d` gives `@a/b` and `./c/d`, `a` gives `a` and `.`.
struct PackageSpecifier {
  std::string_view name;
  std::string subpath;
};
std::optional<PackageSpecifier> parse_package_specifier(std::string_view specifier);

// A URL's path as a path of files. What comes after it (`?query`, `#fragment`) makes modules
// distinct that share a file.
struct UrlPath {
  std::string path;
  std::string suffix;
};
// `reference` is a relative or absolute path, or what follows `file:`. Escapes and backslashes are
// resolved the way URLs have it; `.` and `..` are left to the caller unless they are escaped. The
// error is a phrase that says what is wrong.
std::expected<UrlPath, std::string> decode_url_path(std::string_view reference);
// `file:///a/b` and what else `file:` may look like, to an absolute path.
std::expected<UrlPath, std::string> decode_file_url(std::string_view url);

}  // namespace perry::scan
