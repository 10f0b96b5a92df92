#include "support/base/real_file_system.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "tests/unit/support_base/temporary_directory.h"
#include "tests/unit/support_base/unprivileged.h"

using namespace perry::support;
namespace stdfs = std::filesystem;

namespace {

template <class T>
FsErrorKind error_of(const FsResult<T>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error().kind;
}

void write_plainly(const std::string& path, std::string_view contents) {
  std::ofstream(path, std::ios::binary) << contents;
}

TEST_CASE("real files are read whole") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  std::string bytes;
  for (int i = 0; i < 100'000; i++) bytes += static_cast<char>(i * 31);
  write_plainly(dir / "file", bytes);
  write_plainly(dir / "empty", "");
  CHECK(*fs.read_file(dir / "file") == bytes);
  CHECK(fs.read_file(dir / "empty")->empty());
  CHECK(error_of(fs.read_file(dir / "file", bytes.size() - 1)) == FsErrorKind::TooLarge);
  CHECK(fs.read_file(dir / "file", bytes.size()).has_value());
}

TEST_CASE("a file that the kernel makes up is read although it claims no size") {
  RealFileSystem fs;
  const FsResult<std::string> text = fs.read_file("/proc/self/status");
  REQUIRE(text);
  CHECK(text->find("Pid:") != std::string::npos);
  CHECK(error_of(fs.read_file("/proc/self/status", 10)) == FsErrorKind::TooLarge);
}

TEST_CASE("a big sparse file is no trouble") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  write_plainly(dir / "big", "start");
  stdfs::resize_file(dir / "big", size_t{200} << 20);
  const FsResult<std::string> text = fs.read_file(dir / "big");
  REQUIRE(text);
  CHECK(text->size() == size_t{200} << 20);
  CHECK(text->starts_with("start"));
}

TEST_CASE("what is not a regular file is refused without waiting") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  CHECK(error_of(fs.read_file(dir.path())) == FsErrorKind::IsDirectory);
  REQUIRE(::mkfifo((dir / "pipe").c_str(), 0600) == 0);
  CHECK(error_of(fs.read_file(dir / "pipe")) == FsErrorKind::SpecialFile);
  CHECK(error_of(fs.read_file("/dev/null")) == FsErrorKind::SpecialFile);
  CHECK(fs.stat(dir / "pipe")->kind == FileKind::Other);

  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, (dir / "socket").c_str(), sizeof address.sun_path - 1);
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  CHECK(error_of(fs.read_file(dir / "socket")) == FsErrorKind::SpecialFile);
  ::close(socket);
}

TEST_CASE("what is missing or out of reach is told apart") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  write_plainly(dir / "file", "x");
  stdfs::create_symlink("b", dir / "a");
  stdfs::create_symlink("a", dir / "b");
  stdfs::create_symlink("nowhere", dir / "dangling");
  CHECK(error_of(fs.read_file(dir / "none")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file(dir / "dangling")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file("")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file(std::string_view("/dev\0/null", 10))) == FsErrorKind::NotFound);
  CHECK(error_of(fs.stat(dir / "file/x")) == FsErrorKind::NotDirectory);
  CHECK(error_of(fs.read_file(dir / "a")) == FsErrorKind::SymlinkCycle);
  CHECK(error_of(fs.stat(dir / "a")) == FsErrorKind::SymlinkCycle);
  CHECK(error_of(fs.real_path(dir / "a")) == FsErrorKind::SymlinkCycle);
  CHECK(error_of(fs.stat(dir / std::string(300, 'n'))) == FsErrorKind::NameTooLong);
  CHECK(error_of(fs.list_directory(dir / "file")) == FsErrorKind::NotDirectory);
  const FsError error = fs.read_file(dir / "none").error();
  CHECK(error.number == ENOENT);
  CHECK(error.path == dir / "none");
  CHECK(error.reason() == "no such file or directory");
}

TEST_CASE("what may not be read says so") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  REQUIRE(::chmod(dir.path().c_str(), 0755) == 0);
  write_plainly(dir / "file", "x");
  stdfs::create_directory(dir / "d");
  REQUIRE(::chmod((dir / "file").c_str(), 0) == 0);
  REQUIRE(::chmod((dir / "d").c_str(), 0) == 0);
  constexpr FsErrorKind kDenied = FsErrorKind::PermissionDenied;
  const auto is_denied = [](const auto& result) {
    return !result && result.error().kind == kDenied;
  };
  CHECK(holds_without_privileges([&] {
    return is_denied(fs.read_file(dir / "file")) && is_denied(fs.list_directory(dir / "d")) &&
           is_denied(fs.stat(dir / "d/x")) && fs.stat(dir / "file").has_value();
  }));
  REQUIRE(::chmod((dir / "d").c_str(), 0700) == 0);
}

TEST_CASE("stat and listings show what is there") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  write_plainly(dir / "z", "123");
  stdfs::create_directory(dir / "d");
  stdfs::create_symlink("z", dir / "link");
  CHECK(*fs.list_directory(dir.path()) == std::vector<DirectoryEntry>{{"d", FileKind::Directory},
                                                                      {"link", FileKind::Symlink},
                                                                      {"z", FileKind::File}});
  const FileStat stat = *fs.stat(dir / "link");
  CHECK(stat.kind == FileKind::File);
  CHECK(stat.size == 3);
  CHECK(stat.mtime_ns > 1'500'000'000'000'000'000);
  CHECK(stat == *fs.stat(dir / "z"));
  CHECK(*fs.real_path(dir / "d/../link") == *fs.real_path(dir.path()) + "/z");
}

TEST_CASE("directories are made with their parents and files removed") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  CHECK(fs.make_directories(dir / "a/b/c"));
  CHECK(fs.make_directories(dir / "a/b/c/"));
  CHECK(stdfs::is_directory(dir / "a/b/c"));
  write_plainly(dir / "file", "");
  CHECK(error_of(fs.make_directories(dir / "file")) == FsErrorKind::NotDirectory);
  CHECK(error_of(fs.make_directories(dir / "file/x")) == FsErrorKind::NotDirectory);
  CHECK(fs.remove_file(dir / "file"));
  CHECK(error_of(fs.remove_file(dir / "file")) == FsErrorKind::NotFound);
}

}  // namespace
