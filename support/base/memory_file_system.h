#pragma once

#include <map>
#include <memory>

#include "support/base/file_system.h"

namespace perry::support {

// Files that exist in memory only, for tests. Time stands still unless it is moved. Relative paths
// start at `/`. One thread at a time.
class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem();
  ~MemoryFileSystem() override;

  FsResult<std::string> read_file(std::string_view path, size_t limit = kNoLimit) override;
  FsResult<FileStat> stat(std::string_view path) override;
  FsResult<std::vector<DirectoryEntry>> list_directory(std::string_view path) override;
  FsResult<std::string> real_path(std::string_view path) override;
  FsResult<WriteOutcome> write_if_changed(std::string_view path, std::string_view contents,
                                          Durability durability = Durability::Rebuildable) override;
  FsResult<void> make_directories(std::string_view path) override;
  FsResult<void> remove_file(std::string_view path) override;

  // The time that the next change gives to what it touches.
  void set_time(int64_t time_ns) { time_ns_ = time_ns; }
  void advance_time(int64_t by_ns) { time_ns_ += by_ns; }

  // Sets up a test: missing directories are made, and an existing file gets the new contents and
  // the present time even when they are equal.
  FsResult<void> add_file(std::string_view path, std::string_view contents);
  // `target` is relative to the link's directory, as usual.
  FsResult<void> add_symlink(std::string_view path, std::string_view target);
  FsResult<void> add_special_file(std::string_view path);
  // A file that cannot be read or written, or a directory that cannot be listed or changed.
  FsResult<void> deny_access(std::string_view path);
  // Makes the next write fail as if the system had answered `number`.
  void fail_next_write(int number) { next_write_error_ = number; }

 private:
  struct Node;
  struct Place;

  FsResult<Place> locate(std::string_view path);
  FsResult<Node*> find(std::string_view path);
  FsResult<void> add_node(std::string_view path, FileKind kind, std::string_view contents);
  std::unique_ptr<Node> make_node(FileKind kind);
  void put(const Place& place, FileKind kind, std::string_view contents);

  std::unique_ptr<Node> root_;
  int64_t time_ns_ = 1'000'000'000;
  uint64_t next_inode_ = 1;
  int next_write_error_ = 0;
};

}  // namespace perry::support
