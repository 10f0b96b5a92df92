#include "support/base/path.h"

#include <algorithm>
#include <vector>

namespace perry::support {

namespace {

std::string_view without_trailing_slashes(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

// The names that are left of a path after `.` and `..` have taken effect.
std::vector<std::string_view> resolve_names(std::string_view path) {
  const bool is_absolute = is_absolute_path(path);
  std::vector<std::string_view> names;
  size_t start = 0;
  while (start <= path.size()) {
    const size_t slash = std::min(path.find('/', start), path.size());
    const std::string_view name = path.substr(start, slash - start);
    start = slash + 1;
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      names.push_back(name);
    } else if (!names.empty() && names.back() != "..") {
      names.pop_back();
    } else if (!is_absolute) {
      names.push_back(name);
    }
  }
  return names;
}

// Absolute, and nothing in it that could be left out.
bool is_normal(std::string_view path) {
  if (!is_absolute_path(path) || (path.size() > 1 && path.ends_with('/'))) return false;
  // Only behind a slash can something be left out: another one, `.` or `..`.
  for (size_t slash = 0; slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (slash + 1 == path.size() || (path[slash + 1] != '/' && path[slash + 1] != '.')) continue;
    if (path[slash + 1] == '/') return false;
    const std::string_view name = path.substr(slash + 1, path.find('/', slash + 1) - slash - 1);
    if (name == "." || name == "..") return false;
  }
  return true;
}

// As relative_path, of normal paths, without taking them to pieces.
std::string relative_path_of_normal(std::string_view path, std::string_view base) {
  const auto ends_name = [](std::string_view text, size_t at) {
    return at == text.size() || text[at] == '/';
  };
  // What follows it begins with a slash or is empty.
  auto common = static_cast<size_t>(std::ranges::mismatch(path, base).in1 - path.begin());
  while (common > 0 && !(ends_name(path, common) && ends_name(base, common))) common--;
  std::string out;
  const std::string_view above = base == "/" ? std::string_view() : base.substr(common);
  const std::string_view below = path == "/" ? std::string_view() : path.substr(common);
  const auto levels = static_cast<size_t>(std::ranges::count(above, '/'));
  out.reserve(levels * 3 + below.size());
  for (size_t i = 0; i < levels; i++) out += out.empty() ? ".." : "/..";
  if (!below.empty()) out += out.empty() ? below.substr(1) : below;
  if (out.empty()) out = ".";
  return out;
}

void append_name(std::string& path, std::string_view name) {
  if (!path.empty() && path.back() != '/') path += '/';
  path += name;
}

}  // namespace

bool is_absolute_path(std::string_view path) { return path.starts_with('/'); }

std::string normalize_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  if (is_absolute_path(path)) out += '/';
  for (std::string_view name : resolve_names(path)) append_name(out, name);
  if (out.empty()) out = ".";
  return out;
}

std::string join_path(std::string_view base, std::string_view path) {
  if (is_absolute_path(path) || base.empty()) return normalize_path(path);
  std::string joined(base);
  joined += '/';
  joined += path;
  return normalize_path(joined);
}

std::string relative_path(std::string_view path, std::string_view base) {
  if (is_normal(path) && is_normal(base)) return relative_path_of_normal(path, base);
  const std::vector<std::string_view> to = resolve_names(path);
  const std::vector<std::string_view> from = resolve_names(base);
  const auto [to_rest, from_rest] = std::mismatch(to.begin(), to.end(), from.begin(), from.end());
  if (is_absolute_path(path) != is_absolute_path(base) ||
      std::find(from_rest, from.end(), "..") != from.end())
    return normalize_path(path);
  std::string out;
  for (auto name = from_rest; name != from.end(); ++name) append_name(out, "..");
  for (auto name = to_rest; name != to.end(); ++name) append_name(out, *name);
  if (out.empty()) out = ".";
  return out;
}

std::string_view path_directory(std::string_view path) {
  path = without_trailing_slashes(path);
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return without_trailing_slashes(path.substr(0, std::max<size_t>(slash, 1)));
}

std::string_view path_base_name(std::string_view path) {
  path = without_trailing_slashes(path);
  if (path == "/") return path;
  return path.substr(path.rfind('/') + 1);
}

std::string_view path_extension(std::string_view path) {
  const std::string_view name = path_base_name(path);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name == "..") return {};
  return name.substr(dot);
}

std::string_view path_stem(std::string_view path) {
  std::string_view name = path_base_name(path);
  name.remove_suffix(path_extension(path).size());
  return name;
}

bool is_path_inside(std::string_view path, std::string_view directory) {
  if (directory == "/") return is_absolute_path(path);
  if (directory == ".") return !is_absolute_path(path) && path != ".." && !path.starts_with("../");
  return path.starts_with(directory) &&
         (path.size() == directory.size() || path[directory.size()] == '/');
}

}  // namespace perry::support
