#include "generator/dev/watch.h"

#include <algorithm>
#include <string_view>

#include "support/base/path.h"

namespace perry::generator {

std::set<std::string> folders_to_watch(support::FileSystem& files, const std::string& root,
                                       const std::string& build_folder,
                                       const std::vector<std::string>& inputs) {
  std::set<std::string> folders;
  for (const std::string& input : inputs) {
    if (support::is_path_inside(input, build_folder)) continue;
    const auto stat = files.stat(input);
    const bool is_folder = stat && stat->kind == support::FileKind::Directory;
    folders.insert(is_folder ? input : std::string(support::path_directory(input)));
  }
  std::vector<std::string> pending = {root};
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    const auto entries = files.list_directory(folder);
    if (!entries) continue;
    folders.insert(folder);
    for (const support::DirectoryEntry& entry : *entries) {
      if (entry.kind != support::FileKind::Directory || entry.name.starts_with('.') ||
          entry.name == "node_modules")
        continue;
      std::string path = support::join_path(folder, entry.name);
      // A folder that Ninja works in changes all the time.
      if (path == build_folder || files.stat(path + "/build.ninja")) continue;
      pending.push_back(std::move(path));
    }
  }
  return folders;
}

}  // namespace perry::generator
