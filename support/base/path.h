#pragma once

#include <string>
#include <string_view>

// Paths as text with forward slashes. Nothing here looks at a disk, so `a/../b` becomes `b` even
// where `a` is a symbolic link; FileSystem::real_path knows better.
namespace perry::support {

bool is_absolute_path(std::string_view path);

// Without `.`, without `name/..`, without repeated or trailing slashes. Leading `..` stay in
// relative paths and vanish in absolute ones; the empty path is `.`.
std::string normalize_path(std::string_view path);

// `path` seen from `base`, normalised. An absolute `path` stands for itself.
std::string join_path(std::string_view base, std::string_view path);

// How to reach `path` from the directory `base`. Both must be absolute, or both relative to the
// same directory. When `base` climbs above that directory the way is unknown, and the answer is
// `path` itself, normalised.
std::string relative_path(std::string_view path, std::string_view base);

// Everything before the last name, `.` when there is nothing: `a/b.ts` gives `a`.
std::string_view path_directory(std::string_view path);
// The last name: `a/b.ts` gives `b.ts`.
std::string_view path_base_name(std::string_view path);
// The last name's suffix from its last dot on; none for a name that merely starts with a dot.
std::string_view path_extension(std::string_view path);
// The last name without that suffix.
std::string_view path_stem(std::string_view path);

// True when `path` is `directory` or lies below it. Both must be normalised.
bool is_path_inside(std::string_view path, std::string_view directory);

}  // namespace perry::support
