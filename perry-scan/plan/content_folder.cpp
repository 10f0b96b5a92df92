#include "perry-scan/plan/content_folder.h"

#include <tuple>
#include <utility>

#include "support/base/path.h"

namespace perry::scan {

ContentFolder::ContentFolder(support::FileSystem& files, const std::string& build,
                             std::string_view name)
    : files_(files), build_(build), path_(support::join_path(build, name)) {}

support::FsResult<void> ContentFolder::open() {
  auto made = files_.make_directories(path_);
  if (!made) return made;
  auto listed = files_.list_directory(path_);
  if (!listed) return std::unexpected(listed.error());
  for (support::DirectoryEntry& entry : *listed) there_.insert(std::move(entry.name));
  return {};
}

bool ContentFolder::keep(const std::string& name) {
  std::string base(support::path_base_name(name));
  const bool is_there = there_.contains(base);
  wanted_.insert(std::move(base));
  return is_there;
}

support::FsResult<bool> ContentFolder::put(const std::string& name, std::string_view contents) {
  if (keep(name)) return false;
  const auto written = files_.write_if_changed(support::join_path(build_, name), contents);
  if (!written) return std::unexpected(written.error());
  return true;
}

void ContentFolder::remove_others(std::string_view suffix, std::string_view old_ninja_file) {
  for (const std::string& name : there_) {
    if (wanted_.contains(name) || !name.ends_with(suffix)) continue;
    const std::string_view key = support::path_stem(name);
    if (old_ninja_file.find(key) == std::string_view::npos)
      std::ignore = files_.remove_file(support::join_path(path_, name));
  }
}

}  // namespace perry::scan
