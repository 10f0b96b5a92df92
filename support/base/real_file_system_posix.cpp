#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "support/base/file_descriptor_posix.h"
#include "support/base/path.h"
#include "support/base/real_file_system.h"

namespace perry::support {

using posix::FileDescriptor;
using posix::last_error;
using posix::system_path;

namespace {

// The size that a file claims is only a first guess: it may grow meanwhile, and files that the
// kernel makes up claim zero. So one byte more is asked for, and reading goes on until the end.
FsResult<std::string> read_to_end(int descriptor, size_t expected, size_t limit,
                                  std::string_view path) {
  std::string contents;
  size_t chunk = expected + 1;
  while (true) {
    const size_t before = contents.size();
    long got = 0;
    contents.resize_and_overwrite(before + chunk, [&](char* data, size_t) {
      got = posix::read_fully(descriptor, data + before, chunk);
      return before + (got > 0 ? static_cast<size_t>(got) : 0);
    });
    if (got < 0) return last_error(path);
    if (contents.size() > limit)
      return std::unexpected(FsError{FsErrorKind::TooLarge, 0, std::string(path)});
    if (static_cast<size_t>(got) < chunk) return contents;
    chunk = std::max<size_t>(contents.size(), 4096);
  }
}

FileKind kind_of_entry(int directory, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileKind::File;
    case DT_DIR:
      return FileKind::Directory;
    case DT_LNK:
      return FileKind::Symlink;
    case DT_UNKNOWN: {
      // Not every file system keeps the kind in the directory.
      struct stat info;
      if (::fstatat(directory, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
        return posix::kind_of_mode(info.st_mode);
      return FileKind::Other;
    }
    default:
      return FileKind::Other;
  }
}

}  // namespace

// Read rather than mapped: a file that shrinks under a mapping kills the process, and one that
// changes under it gives two passes over the source two different programs.
FsResult<std::string> RealFileSystem::read_file(std::string_view path, size_t limit) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  struct stat info;
  FsResult<FileDescriptor> file = posix::open_for_reading(*name, info);
  if (!file) return std::unexpected(file.error());
  const size_t size = static_cast<size_t>(info.st_size);
  if (size > limit) return std::unexpected(FsError{FsErrorKind::TooLarge, 0, *name});
  return read_to_end(file->number(), size, limit, path);
}

FsResult<FileStat> RealFileSystem::stat(std::string_view path) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  struct stat info;
  if (::stat(name->c_str(), &info) != 0) return last_error(path);
  return posix::to_file_stat(info);
}

namespace {

// The first bytes of a name as a number that orders as they do.
uint64_t beginning_of(std::string_view name) {
  uint64_t bytes = 0;
  std::memcpy(&bytes, name.data(), std::min(name.size(), sizeof(bytes)));
  return std::endian::native == std::endian::little ? std::byteswap(bytes) : bytes;
}

// Folders with thousands of files are common: numbers are sorted, and each entry moved once.
std::vector<DirectoryEntry> sorted_by_name(std::vector<DirectoryEntry> entries) {
  std::vector<std::pair<uint64_t, uint32_t>> order;
  order.reserve(entries.size());
  for (const DirectoryEntry& entry : entries)
    order.emplace_back(beginning_of(entry.name), static_cast<uint32_t>(order.size()));
  std::ranges::sort(order, [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : entries[a.second].name < entries[b.second].name;
  });
  std::vector<DirectoryEntry> sorted;
  sorted.reserve(entries.size());
  for (const auto& [beginning, index] : order) sorted.push_back(std::move(entries[index]));
  return sorted;
}

}  // namespace

FsResult<std::vector<DirectoryEntry>> RealFileSystem::list_directory(std::string_view path) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  struct Close {
    void operator()(DIR* directory) const { ::closedir(directory); }
  };
  const std::unique_ptr<DIR, Close> directory(::opendir(name->c_str()));
  if (directory == nullptr) return last_error(path);

  std::vector<DirectoryEntry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(directory.get());
    if (entry == nullptr) break;
    const std::string_view entry_name = entry->d_name;
    if (entry_name == "." || entry_name == "..") continue;
    entries.push_back({std::string(entry_name), kind_of_entry(::dirfd(directory.get()), *entry)});
  }
  if (errno != 0) return last_error(path);
  return sorted_by_name(std::move(entries));
}

FsResult<std::string> RealFileSystem::real_path(std::string_view path) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  struct Free {
    void operator()(char* text) const { ::free(text); }
  };
  const std::unique_ptr<char, Free> resolved(::realpath(name->c_str(), nullptr));
  if (resolved == nullptr) return last_error(path);
  return std::string(resolved.get());
}

FsResult<WriteOutcome> RealFileSystem::write_if_changed(std::string_view path,
                                                        std::string_view contents,
                                                        Durability durability) {
  return posix::write_if_changed(path, contents, durability);
}

FsResult<void> RealFileSystem::make_directories(std::string_view path) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  if (::mkdir(name->c_str(), 0777) == 0) return {};
  if (errno == EEXIST) {
    struct stat info;
    if (::stat(name->c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
    return std::unexpected(FsError::from_errno(ENOTDIR, path));
  }
  if (errno != ENOENT) return last_error(path);
  const std::string_view parent = path_directory(path);
  if (parent == path || parent == ".") return last_error(path);
  if (FsResult<void> made = make_directories(parent); !made) return made;
  // Somebody else may have made it meanwhile, which is as good.
  if (::mkdir(name->c_str(), 0777) == 0 || errno == EEXIST) return {};
  return last_error(path);
}

FsResult<void> RealFileSystem::remove_file(std::string_view path) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  if (::unlink(name->c_str()) != 0) return last_error(path);
  return {};
}

}  // namespace perry::support
