#include "support/base/recording_file_system.h"

#include <type_traits>
#include <utility>

namespace perry::support {

std::string_view to_string(FsProbeKind kind) {
  switch (kind) {
    case FsProbeKind::ReadFile:
      return "read-file";
    case FsProbeKind::Stat:
      return "stat";
    case FsProbeKind::ListDirectory:
      return "list-directory";
    case FsProbeKind::RealPath:
      return "real-path";
    case FsProbeKind::WriteIfChanged:
      return "write-if-changed";
    case FsProbeKind::MakeDirectories:
      return "make-directories";
    case FsProbeKind::RemoveFile:
      return "remove-file";
  }
  return "";
}

template <class T>
FsResult<T> RecordingFileSystem::record(FsProbeKind kind, std::string_view path,
                                        FsResult<T> result) {
  FsProbe probe{kind, std::string(path), std::nullopt, std::nullopt};
  if (!result) {
    probe.error = result.error().kind;
  } else if constexpr (std::is_same_v<T, FileStat>) {
    probe.found = result->kind;
  }
  const std::lock_guard lock(mutex_);
  probes_.push_back(std::move(probe));
  return result;
}

FsResult<std::string> RecordingFileSystem::read_file(std::string_view path, size_t limit) {
  return record(FsProbeKind::ReadFile, path, inner_.read_file(path, limit));
}

FsResult<FileStat> RecordingFileSystem::stat(std::string_view path) {
  return record(FsProbeKind::Stat, path, inner_.stat(path));
}

FsResult<std::vector<DirectoryEntry>> RecordingFileSystem::list_directory(std::string_view path) {
  return record(FsProbeKind::ListDirectory, path, inner_.list_directory(path));
}

FsResult<std::string> RecordingFileSystem::real_path(std::string_view path) {
  return record(FsProbeKind::RealPath, path, inner_.real_path(path));
}

FsResult<WriteOutcome> RecordingFileSystem::write_if_changed(std::string_view path,
                                                             std::string_view contents,
                                                             Durability durability) {
  return record(FsProbeKind::WriteIfChanged, path,
                inner_.write_if_changed(path, contents, durability));
}

FsResult<void> RecordingFileSystem::make_directories(std::string_view path) {
  return record(FsProbeKind::MakeDirectories, path, inner_.make_directories(path));
}

FsResult<void> RecordingFileSystem::remove_file(std::string_view path) {
  return record(FsProbeKind::RemoveFile, path, inner_.remove_file(path));
}

std::vector<FsProbe> RecordingFileSystem::take_probes() {
  const std::lock_guard lock(mutex_);
  return std::exchange(probes_, {});
}

}  // namespace perry::support
