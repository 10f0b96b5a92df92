#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "support/base/file_descriptor_posix.h"
#include "support/base/path.h"
#include "support/store/local_store.h"
#include "support/store/permissions_posix.h"

namespace perry::support {

namespace {

using posix::FileDescriptor;
using posix::last_error;

// How exact the record of last use is. Finer would cost a write for each hit.
constexpr time_t kUseResolution_s = 3600;
// No object is larger; what claims to be is not ours.
constexpr off_t kLargestEntry = off_t{1} << 30;
constexpr std::string_view kTag =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Objects that perry compiled. Everything here can be deleted at any time.\n";

bool make_folder(const std::string& path, const StorePermissions& permissions) {
  if (::mkdir(path.c_str(), 0777) != 0) return errno == EEXIST;
  if (permissions.folder != 0) (void)::chmod(path.c_str(), permissions.folder);
  return true;
}

// The store's own folder is nobody else's business unless somebody made it so.
bool make_root(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return true;
  if (errno != ENOENT) return false;
  const std::string parent(path_directory(path));
  if (parent == path || parent == ".") return false;
  return make_root(parent) && (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), size_t{1} << 30));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

void write_tag(const std::string& folder) {
  const std::string path = folder + "/CACHEDIR.TAG";
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.is_open()) (void)write_all(file.number(), kTag);
}

std::string temporary_name() {
  uint64_t random = 0;
  if (::getrandom(&random, sizeof random, 0) != sizeof random) random = 0;
  char name[48];
  std::snprintf(name, sizeof name, "%ld-%016llx", static_cast<long>(::getpid()),
                static_cast<unsigned long long>(random));
  return name;
}

bool copy_range(int from, off_t offset, int to) {
  struct stat info;
  if (::fstat(from, &info) != 0) return false;
  while (offset < info.st_size) {
    const size_t rest = static_cast<size_t>(info.st_size - offset);
    const ssize_t copied = ::copy_file_range(from, &offset, to, nullptr, rest, 0);
    if (copied <= 0 && !(copied < 0 && errno == EINTR)) return false;
  }
  return true;
}

}  // namespace

std::string group_name(std::string_view target) {
  std::string name;
  for (const char c : target) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '_' || c == '-';
    name += is_plain ? c : '_';
  }
  constexpr size_t kLongest = 100;
  name.resize(std::min(name.size(), kLongest));
  return name.empty() ? "any" : name;
}

LocalStore::LocalStore(std::string folder, std::string_view group)
    : folder_(std::move(folder)), group_(group_name(group)) {}

std::string LocalStore::path_of(const Hash256& key) const {
  const std::string hex = key.to_hex();
  return folder_ + "/" + std::string(kObjectsFolder) + "/" + group_ + "/" + hex.substr(0, 2) + "/" +
         hex.substr(2);
}

FsResult<std::optional<std::string>> LocalStore::read(const Hash256& key) const {
  const std::string path = path_of(key);
  struct stat info;
  FsResult<FileDescriptor> file = posix::open_for_reading(path, info);
  if (!file) {
    if (file.error().is_missing()) return std::nullopt;
    return std::unexpected(file.error());
  }
  if (info.st_size > kLargestEntry) return std::unexpected(FsError{FsErrorKind::TooLarge, 0, path});
  std::string bytes;
  long got = 0;
  bytes.resize_and_overwrite(static_cast<size_t>(info.st_size), [&](char* data, size_t size) {
    got = posix::read_fully(file->number(), data, size);
    return got > 0 ? static_cast<size_t>(got) : 0;
  });
  if (got < 0) return last_error(path);
  return bytes;
}

void LocalStore::touch(const Hash256& key) const {
  const std::string path = path_of(key);
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) return;
  if (::time(nullptr) - info.st_mtim.tv_sec < kUseResolution_s) return;
  (void)::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
}

FsResult<void> LocalStore::make_folders(const std::string& entry) const {
  if (!make_root(folder_)) return last_error(folder_);
  const StorePermissions permissions = store_permissions(folder_);
  const std::string temporary = folder_ + "/" + std::string(kTemporaryFolder);
  const std::string objects = folder_ + "/" + std::string(kObjectsFolder);
  for (const std::string& path :
       {temporary, objects, objects + "/" + group_, std::string(path_directory(entry))})
    if (!make_folder(path, permissions)) return last_error(path);
  write_tag(folder_);
  return {};
}

FsResult<void> LocalStore::publish(const Hash256& key, std::string_view bytes) const {
  const std::string path = path_of(key);
  const std::string fresh = folder_ + "/" + std::string(kTemporaryFolder) + "/" + temporary_name();
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  FileDescriptor file(::open(fresh.c_str(), kFlags, 0666));
  if (!file.is_open()) {
    if (errno != ENOENT) return last_error(fresh);
    if (const auto made = make_folders(path); !made) return made;
    file = FileDescriptor(::open(fresh.c_str(), kFlags, 0666));
    if (!file.is_open()) return last_error(fresh);
  }
  const auto give_up = [&]() -> FsResult<void> {
    const auto error = last_error(path);
    (void)::unlink(fresh.c_str());
    return error;
  };
  if (!write_all(file.number(), bytes)) return give_up();
  share_file(file.number(), folder_);
  if (!file.close()) return give_up();
  if (::rename(fresh.c_str(), path.c_str()) == 0) return {};
  if (errno != ENOENT) return give_up();
  if (const auto made = make_folders(path); !made) {
    (void)::unlink(fresh.c_str());
    return made;
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) return give_up();
  return {};
}

void LocalStore::remove(const Hash256& key) const { (void)::unlink(path_of(key).c_str()); }

bool LocalStore::copy_out(const Hash256& key, size_t offset, const std::string& target) const {
  struct stat info;
  const FsResult<FileDescriptor> from = posix::open_for_reading(path_of(key), info);
  if (!from || static_cast<size_t>(info.st_size) < offset) return false;
  const std::string fresh = target + "." + temporary_name();
  FileDescriptor to(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!to.is_open()) return false;
  if (copy_range(from->number(), static_cast<off_t>(offset), to.number()) && to.close() &&
      ::rename(fresh.c_str(), target.c_str()) == 0)
    return true;
  (void)::unlink(fresh.c_str());
  return false;
}

}  // namespace perry::support
