#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/base/file_system.h"

namespace perry::generator {

// Tells when something changed in a set of folders. Files are replaced as often as they are
// written, so it is their folders that are watched.
class FolderWatch {
 public:
  FolderWatch();
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  bool is_open() const { return file_ >= 0; }
  int file() const { return file_; }
  // Watches exactly these; those that cannot be watched, it returns.
  std::vector<std::string> set_folders(const std::set<std::string>& folders);
  // Takes what has happened since the last call, without waiting: paths.
  std::vector<std::string> take();

 private:
  int file_;
  std::map<std::string, int> numbers_;
  std::map<int, std::string> folders_;
};

// The folders whose contents decide what is built: those of the files in `inputs`, folders among
// these, and all folders of the project, in which a missing file may appear. What installs,
// remembers and builds things by itself is left out.
std::set<std::string> folders_to_watch(support::FileSystem& files, const std::string& root,
                                       const std::string& build_folder,
                                       const std::vector<std::string>& inputs);

}  // namespace perry::generator
