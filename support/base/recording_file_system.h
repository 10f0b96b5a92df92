#pragma once

#include <mutex>
#include <optional>

#include "support/base/file_system.h"

namespace perry::support {

enum class FsProbeKind : uint8_t {
  ReadFile,
  Stat,
  ListDirectory,
  RealPath,
  WriteIfChanged,
  MakeDirectories,
  RemoveFile
};

std::string_view to_string(FsProbeKind kind);

// One question put to a file system, and how it was answered. Questions that found nothing count as
// much as the others: a file that appears later may change the answer.
struct FsProbe {
  FsProbeKind kind = FsProbeKind::Stat;
  std::string path;
  // Nothing when the probe succeeded.
  std::optional<FsErrorKind> error;
  // What a successful Stat found.
  std::optional<FileKind> found;

  bool is_hit() const { return !error.has_value(); }
  friend bool operator==(const FsProbe&, const FsProbe&) = default;
};

// Passes everything on to another file system and keeps a log, in the order of the answers.
// As safe for threads as the one it wraps.
class RecordingFileSystem final : public FileSystem {
 public:
  explicit RecordingFileSystem(FileSystem& inner) : inner_(inner) {}

  FsResult<std::string> read_file(std::string_view path, size_t limit = kNoLimit) override;
  FsResult<FileStat> stat(std::string_view path) override;
  FsResult<std::vector<DirectoryEntry>> list_directory(std::string_view path) override;
  FsResult<std::string> real_path(std::string_view path) override;
  FsResult<WriteOutcome> write_if_changed(std::string_view path, std::string_view contents,
                                          Durability durability = Durability::Rebuildable) override;
  FsResult<void> make_directories(std::string_view path) override;
  FsResult<void> remove_file(std::string_view path) override;

  // The log so far; the next one starts empty.
  std::vector<FsProbe> take_probes();

 private:
  template <class T>
  FsResult<T> record(FsProbeKind kind, std::string_view path, FsResult<T> result);

  FileSystem& inner_;
  std::mutex mutex_;
  std::vector<FsProbe> probes_;
};

}  // namespace perry::support
