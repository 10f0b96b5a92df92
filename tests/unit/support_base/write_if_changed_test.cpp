#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/base/real_file_system.h"
#include "tests/unit/support_base/temporary_directory.h"
#include "tests/unit/support_base/unprivileged.h"

using namespace perry::support;
namespace stdfs = std::filesystem;

namespace {

size_t entries_in(const std::string& path) {
  return static_cast<size_t>(
      std::distance(stdfs::directory_iterator(path), stdfs::directory_iterator()));
}

TEST_CASE("a file with the same bytes is left alone") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  const std::string big(200'000, 'x');
  CHECK(*fs.write_if_changed(dir / "out", big) == WriteOutcome::Written);
  const FileStat before = *fs.stat(dir / "out");
  CHECK(*fs.write_if_changed(dir / "out", big) == WriteOutcome::Unchanged);
  CHECK(*fs.stat(dir / "out") == before);

  std::string other = big;
  other.back() = 'y';
  CHECK(*fs.write_if_changed(dir / "out", other) == WriteOutcome::Written);
  CHECK(*fs.read_file(dir / "out") == other);
  CHECK(*fs.write_if_changed(dir / "out", "") == WriteOutcome::Written);
  CHECK(*fs.write_if_changed(dir / "out", "", Durability::Durable) == WriteOutcome::Unchanged);
  CHECK(*fs.write_if_changed(dir / "out", "z", Durability::Durable) == WriteOutcome::Written);
  CHECK(entries_in(dir.path()) == 1);
}

TEST_CASE("permissions and links outlive a write") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  REQUIRE(fs.write_if_changed(dir / "tool", "1"));
  REQUIRE(::chmod((dir / "tool").c_str(), 0755) == 0);
  REQUIRE(fs.write_if_changed(dir / "tool", "2"));
  struct stat info;
  REQUIRE(::stat((dir / "tool").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0755);

  stdfs::create_directory(dir / "d");
  stdfs::create_symlink("../tool", dir / "d/link");
  REQUIRE(fs.write_if_changed(dir / "d/link", "3"));
  CHECK(stdfs::is_symlink(dir / "d/link"));
  CHECK(*fs.read_file(dir / "tool") == "3");
}

TEST_CASE("a write that cannot happen says why and leaves nothing behind") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  stdfs::create_directory(dir / "d");
  stdfs::create_symlink("loop", dir / "loop");
  CHECK(fs.write_if_changed(dir / "none/out", "x").error().kind == FsErrorKind::NotFound);
  CHECK(fs.write_if_changed(dir / "none/out", "x").error().path == dir / "none/out");
  CHECK(fs.write_if_changed(dir / "d", "x").error().kind == FsErrorKind::IsDirectory);
  CHECK(fs.write_if_changed(dir / "loop", "x").error().kind == FsErrorKind::SymlinkCycle);
  CHECK(fs.write_if_changed("/dev/null", "x").error().kind == FsErrorKind::SpecialFile);
  REQUIRE(::chmod(dir.path().c_str(), 0755) == 0);
  REQUIRE(::chmod((dir / "d").c_str(), 0555) == 0);
  CHECK(holds_without_privileges([&] {
    const FsResult<WriteOutcome> result = fs.write_if_changed(dir / "d/x", "x");
    return !result && result.error().kind == FsErrorKind::PermissionDenied;
  }));
  REQUIRE(::chmod((dir / "d").c_str(), 0700) == 0);
  CHECK(entries_in(dir.path()) == 2);
}

TEST_CASE("a disk that fills up in the middle leaves the old file and no other") {
  const TemporaryDirectory dir;
  RealFileSystem fs;
  REQUIRE(fs.write_if_changed(dir / "out", "old"));
  // The size limit of a process stands in for a full disk.
  rlimit before;
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const FsResult<WriteOutcome> result = fs.write_if_changed(dir / "out", std::string(100'000, 'x'));
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, old_handler);
  REQUIRE_FALSE(result);
  CHECK(result.error().number == EFBIG);
  CHECK(*fs.read_file(dir / "out") == "old");
  CHECK(entries_in(dir.path()) == 1);
}

TEST_CASE("two writers and a reader never see a mixture") {
  const TemporaryDirectory dir;
  const std::string path = dir / "out";
  const std::string a(300'000, 'a');
  const std::string b(200'000, 'b');
  RealFileSystem fs;
  REQUIRE(fs.write_if_changed(path, a));
  const auto write = [&](const std::string& contents) {
    for (int i = 0; i < 50; i++)
      if (!fs.write_if_changed(path, contents)) return false;
    return true;
  };
  bool first_ok = false;
  bool second_ok = false;
  std::thread first([&] { first_ok = write(a); });
  std::thread second([&] { second_ok = write(b); });
  bool is_whole = true;
  for (int i = 0; i < 100; i++) {
    const FsResult<std::string> seen = fs.read_file(path);
    is_whole = is_whole && seen && (*seen == a || *seen == b);
  }
  first.join();
  second.join();
  CHECK(first_ok);
  CHECK(second_ok);
  CHECK(is_whole);
  CHECK(entries_in(dir.path()) == 1);
}

}  // namespace
