#pragma once

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <utility>

#include "support/base/file_system.h"

// What the POSIX implementations share; included by `_posix.cpp` files only.
namespace perry::support::posix {

// Owns a descriptor.
class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor() { close(); }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  // False when the system reports late that a write has failed.
  bool close();

 private:
  int number_;
};

// The failure that errno describes now.
std::unexpected<FsError> last_error(std::string_view path);

// A path as the system wants it; fails on a NUL byte, which the system would take for its end.
FsResult<std::string> system_path(std::string_view path);

// Opens for reading without ever waiting: a pipe without a writer must not hang a build.
FsResult<FileDescriptor> open_for_reading(const std::string& path, struct stat& info);

// Up to `size` bytes; less only at the end. -1 on failure.
long read_fully(int descriptor, char* place, size_t size);

FileKind kind_of_mode(mode_t mode);
FileStat to_file_stat(const struct stat& info);

FsResult<WriteOutcome> write_if_changed(std::string_view path, std::string_view contents,
                                        Durability durability);

}  // namespace perry::support::posix
