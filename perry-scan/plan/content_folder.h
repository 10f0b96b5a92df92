#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "support/base/file_system.h"

namespace perry::scan {

// A folder of files that are named after their contents: one that is there is right.
class ContentFolder {
 public:
  ContentFolder(support::FileSystem& files, const std::string& build, std::string_view name);

  support::FsResult<void> open();
  // That it is wanted; whether it is there. `name` begins with the folder's.
  bool keep(const std::string& name);
  // The same, and writes it if it is not. True when it is new.
  support::FsResult<bool> put(const std::string& name, std::string_view contents);
  // Removes all but what is wanted and what `old_ninja_file` names. Whether that succeeds matters
  // to nobody.
  void remove_others(std::string_view suffix, std::string_view old_ninja_file);

 private:
  support::FileSystem& files_;
  std::string build_;
  std::string path_;
  std::unordered_set<std::string> there_;
  std::unordered_set<std::string> wanted_;
};

}  // namespace perry::scan
