#include "support/base/file_descriptor_posix.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace perry::support::posix {

bool FileDescriptor::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 || ::close(number) == 0;
}

std::unexpected<FsError> last_error(std::string_view path) {
  return std::unexpected(FsError::from_errno(errno, path));
}

FsResult<std::string> system_path(std::string_view path) {
  if (path.find('\0') != std::string_view::npos)
    return std::unexpected(FsError{FsErrorKind::NotFound, 0, std::string(path)});
  return std::string(path);
}

FsResult<FileDescriptor> open_for_reading(const std::string& path, struct stat& info) {
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open()) {
    // A socket cannot be opened at all, and the system's number for that says little.
    if (errno == ENXIO || errno == ENODEV)
      return std::unexpected(FsError{FsErrorKind::SpecialFile, errno, path});
    return last_error(path);
  }
  if (::fstat(file.number(), &info) != 0) return last_error(path);
  if (S_ISDIR(info.st_mode)) return std::unexpected(FsError::from_errno(EISDIR, path));
  if (!S_ISREG(info.st_mode)) return std::unexpected(FsError{FsErrorKind::SpecialFile, 0, path});
  return file;
}

long read_fully(int descriptor, char* place, size_t size) {
  size_t done = 0;
  while (done < size) {
    // Some systems refuse more than 2 GiB in one call.
    const ssize_t got = ::read(descriptor, place + done, std::min(size - done, size_t{1} << 30));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  return static_cast<long>(done);
}

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::File;
  if (S_ISDIR(mode)) return FileKind::Directory;
  if (S_ISLNK(mode)) return FileKind::Symlink;
  return FileKind::Other;
}

FileStat to_file_stat(const struct stat& info) {
  return {kind_of_mode(info.st_mode), static_cast<uint64_t>(info.st_size),
          int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec, info.st_ino,
          info.st_dev};
}

}  // namespace perry::support::posix
