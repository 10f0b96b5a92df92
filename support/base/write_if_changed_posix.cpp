#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include "support/base/file_descriptor_posix.h"
#include "support/base/path.h"

// Atomic replacement of a file, done only when its bytes change.
//
// The new contents go to a temporary file in the same directory (rename is atomic only within one
// file system) with a random name created exclusively, so that two writers of one target never
// share it; the later rename wins, and both leave a whole file. Nothing is flushed to the disk for
// Rebuildable files: after a power failure such a file may be old, new or, on some file systems,
// empty, and whoever reads it must check it (outputs of a build are checked by key or checksum).
// Durable files are flushed before the rename, and their directory after it. A process that is
// killed in between leaves its temporary file, named `.perry-*.tmp`, behind.

namespace perry::support::posix {

namespace {

bool has_contents(const std::string& path, std::string_view contents) {
  struct stat info;
  FsResult<FileDescriptor> file = open_for_reading(path, info);
  if (!file || static_cast<size_t>(info.st_size) != contents.size()) return false;
  std::array<char, 64 << 10> buffer;
  size_t compared = 0;
  while (true) {
    const long got = read_fully(file->number(), buffer.data(), buffer.size());
    if (got < 0) return false;
    if (got == 0) return compared == contents.size();
    const std::string_view part(buffer.data(), static_cast<size_t>(got));
    if (contents.substr(compared, part.size()) != part) return false;
    compared += part.size();
  }
}

// Where a chain of links ends, so that the rename replaces the file and not the link.
FsResult<std::string> follow_links(const std::string& path) {
  std::string target = path;
  for (int level = 0; level < 40; level++) {
    std::array<char, PATH_MAX> buffer;
    const ssize_t size = ::readlink(target.c_str(), buffer.data(), buffer.size());
    if (size < 0) return target;
    // Joined as text only: normalising could change what a `..` after another link means.
    const std::string_view link(buffer.data(), static_cast<size_t>(size));
    target = is_absolute_path(link) ? std::string(link)
                                    : std::string(path_directory(target)) + '/' + std::string(link);
  }
  return std::unexpected(FsError::from_errno(ELOOP, path));
}

// A file that removes itself unless it was renamed.
class TemporaryFile {
 public:
  static FsResult<TemporaryFile> create(std::string_view directory) {
    for (int attempt = 0; attempt < 100; attempt++) {
      uint64_t random = 0;
      if (::getrandom(&random, sizeof random, 0) != sizeof random) return last_error(directory);
      char name[40];
      std::snprintf(name, sizeof name, "/.perry-%016llx.tmp",
                    static_cast<unsigned long long>(random));
      std::string path = std::string(directory) + name;
      const int descriptor =
          ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (descriptor >= 0) return TemporaryFile(std::move(path), FileDescriptor(descriptor));
      if (errno != EEXIST) return last_error(directory);
    }
    return std::unexpected(FsError::from_errno(EEXIST, directory));
  }

  TemporaryFile(TemporaryFile&&) = default;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  bool write(std::string_view contents) {
    while (!contents.empty()) {
      const size_t part = std::min(contents.size(), size_t{1} << 30);
      const ssize_t written = ::write(file_.number(), contents.data(), part);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      contents.remove_prefix(static_cast<size_t>(written));
    }
    return true;
  }
  bool set_mode(mode_t mode) { return ::fchmod(file_.number(), mode) == 0; }
  bool flush() { return ::fsync(file_.number()) == 0; }
  bool publish(const std::string& target) {
    if (!file_.close() || ::rename(path_.c_str(), target.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  TemporaryFile(std::string path, FileDescriptor file)
      : path_(std::move(path)), file_(std::move(file)) {}

  std::string path_;
  FileDescriptor file_;
};

bool flush_directory(const std::string& path) {
  FileDescriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory.is_open() && ::fsync(directory.number()) == 0;
}

}  // namespace

FsResult<WriteOutcome> write_if_changed(std::string_view path, std::string_view contents,
                                        Durability durability) {
  FsResult<std::string> name = system_path(path);
  if (!name) return std::unexpected(name.error());
  if (has_contents(*name, contents)) return WriteOutcome::Unchanged;

  FsResult<std::string> target = follow_links(*name);
  if (!target) return std::unexpected(target.error());
  struct stat old;
  const bool exists = ::stat(target->c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return std::unexpected(FsError::from_errno(EISDIR, path));
  if (exists && !S_ISREG(old.st_mode))
    return std::unexpected(FsError{FsErrorKind::SpecialFile, 0, *name});

  const std::string directory(path_directory(*target));
  FsResult<TemporaryFile> file = TemporaryFile::create(directory);
  if (!file) return std::unexpected(FsError{file.error().kind, file.error().number, *name});
  if (!file->write(contents)) return last_error(path);
  // An executable stays one.
  if (exists && !file->set_mode(old.st_mode & 07777)) return last_error(path);
  if (durability == Durability::Durable && !file->flush()) return last_error(path);
  if (!file->publish(*target)) return last_error(path);
  if (durability == Durability::Durable && !flush_directory(directory)) return last_error(path);
  return WriteOutcome::Written;
}

}  // namespace perry::support::posix
