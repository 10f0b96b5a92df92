#pragma once

#include "support/base/file_system.h"

namespace perry::support {

// The machine's own files. Stateless, so one object may serve many threads.
class RealFileSystem final : public FileSystem {
 public:
  FsResult<std::string> read_file(std::string_view path, size_t limit = kNoLimit) override;
  FsResult<FileStat> stat(std::string_view path) override;
  FsResult<std::vector<DirectoryEntry>> list_directory(std::string_view path) override;
  FsResult<std::string> real_path(std::string_view path) override;
  FsResult<WriteOutcome> write_if_changed(std::string_view path, std::string_view contents,
                                          Durability durability = Durability::Rebuildable) override;
  FsResult<void> make_directories(std::string_view path) override;
  FsResult<void> remove_file(std::string_view path) override;
};

}  // namespace perry::support
