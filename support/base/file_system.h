#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

// The one door to files. Whatever reads or writes takes a FileSystem, so that tests run in memory
// and the scan can record what it looked at.
namespace perry::support {

enum class FileKind : uint8_t { File, Directory, Symlink, Other };

struct FileStat {
  FileKind kind = FileKind::File;
  uint64_t size = 0;
  int64_t mtime_ns = 0;
  uint64_t inode = 0;
  uint64_t device = 0;

  friend bool operator==(const FileStat&, const FileStat&) = default;
};

struct DirectoryEntry {
  std::string name;
  // Of the entry itself: a link is a Symlink, wherever it leads.
  FileKind kind = FileKind::File;

  friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

enum class FsErrorKind : uint8_t {
  NotFound,
  NotDirectory,  // A name before the last one is a file.
  PermissionDenied,
  IsDirectory,
  SpecialFile,  // A device, socket or pipe where a regular file is needed.
  TooLarge,     // Beyond the limit that the caller gave.
  SymlinkCycle,
  NameTooLong,
  NoSpace,
  ReadOnly,
  Other,
};

struct FsError {
  FsErrorKind kind = FsErrorKind::Other;
  // The system's number; zero where the finding is ours.
  int number = 0;
  std::string path;

  // From the system's number.
  static FsError from_errno(int number, std::string_view path);
  // What went wrong, without the path, as a phrase.
  std::string reason() const;
  // A resolver treats both ways of not being there alike.
  bool is_missing() const {
    return kind == FsErrorKind::NotFound || kind == FsErrorKind::NotDirectory;
  }
};

template <class T>
using FsResult = std::expected<T, FsError>;

enum class WriteOutcome : uint8_t { Written, Unchanged };

// Whether a write must survive a power failure. What a build can make again need not, and waiting
// for the disk would cost more than making it.
enum class Durability : uint8_t { Rebuildable, Durable };

class FileSystem {
 public:
  static constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

  virtual ~FileSystem() = default;

  // The whole contents of a regular file.
  virtual FsResult<std::string> read_file(std::string_view path, size_t limit = kNoLimit) = 0;
  // Follows links, so the kind is never Symlink.
  virtual FsResult<FileStat> stat(std::string_view path) = 0;
  // Sorted by name, without `.` and `..`.
  virtual FsResult<std::vector<DirectoryEntry>> list_directory(std::string_view path) = 0;
  // Absolute and free of links.
  virtual FsResult<std::string> real_path(std::string_view path) = 0;

  // Makes `path` hold `contents`. When it does already, nothing happens to it, its time stamp
  // included. Otherwise readers see the old contents or the new, never a mixture, and a failure
  // leaves the old. A link is written through. The directory must exist.
  virtual FsResult<WriteOutcome> write_if_changed(
      std::string_view path, std::string_view contents,
      Durability durability = Durability::Rebuildable) = 0;
  // With its parents; an existing directory is fine.
  virtual FsResult<void> make_directories(std::string_view path) = 0;
  // A file or a link, not a directory. A missing file is NotFound.
  virtual FsResult<void> remove_file(std::string_view path) = 0;
};

}  // namespace perry::support
