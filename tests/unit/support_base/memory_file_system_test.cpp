#include "support/base/memory_file_system.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace perry::support;

namespace {

template <class T>
FsErrorKind error_of(const FsResult<T>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error().kind;
}

TEST_CASE("files are read, listed and described") {
  MemoryFileSystem fs;
  fs.set_time(100);
  REQUIRE(fs.add_file("/src/b.ts", "bb"));
  REQUIRE(fs.add_file("src/a.ts", "a"));
  REQUIRE(fs.add_symlink("/src/link", "a.ts"));
  CHECK(*fs.read_file("/src/b.ts") == "bb");
  CHECK(*fs.read_file("src/../src/./link") == "a");
  CHECK(*fs.list_directory("/src") == std::vector<DirectoryEntry>{{"a.ts", FileKind::File},
                                                                  {"b.ts", FileKind::File},
                                                                  {"link", FileKind::Symlink}});
  const FileStat stat = *fs.stat("/src/link");
  CHECK(stat.kind == FileKind::File);
  CHECK(stat.size == 1);
  CHECK(stat.mtime_ns == 100);
  CHECK(stat.inode == fs.stat("/src/a.ts")->inode);
  CHECK(fs.stat("/")->kind == FileKind::Directory);
  CHECK(*fs.real_path("/src/link") == "/src/a.ts");
  CHECK(*fs.real_path("/src/..") == "/");
}

TEST_CASE("what cannot be read says why") {
  MemoryFileSystem fs;
  REQUIRE(fs.add_file("/a/file", "12345"));
  REQUIRE(fs.add_special_file("/a/pipe"));
  REQUIRE(fs.add_file("/a/secret", ""));
  REQUIRE(fs.deny_access("/a/secret"));
  CHECK(error_of(fs.read_file("/a/none")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file("/none/x")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file("")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.read_file("/a/file/x")) == FsErrorKind::NotDirectory);
  CHECK(error_of(fs.read_file("/a/file/")) == FsErrorKind::NotDirectory);
  CHECK(error_of(fs.read_file("/a")) == FsErrorKind::IsDirectory);
  CHECK(error_of(fs.read_file("/a/pipe")) == FsErrorKind::SpecialFile);
  CHECK(error_of(fs.read_file("/a/secret")) == FsErrorKind::PermissionDenied);
  CHECK(error_of(fs.read_file("/a/file", 4)) == FsErrorKind::TooLarge);
  CHECK(fs.read_file("/a/file", 5).has_value());
  CHECK(error_of(fs.list_directory("/a/file")) == FsErrorKind::NotDirectory);
  CHECK(fs.read_file("/a/none").error().is_missing());
  CHECK(fs.read_file("/a/none").error().path == "/a/none");
}

TEST_CASE("symbolic links lead through directories and end in cycles") {
  MemoryFileSystem fs;
  REQUIRE(fs.add_file("/store/pkg@1/index.js", "x"));
  REQUIRE(fs.add_symlink("/app/node_modules/pkg", "../../store/pkg@1"));
  REQUIRE(fs.add_symlink("/abs", "/store"));
  REQUIRE(fs.add_symlink("/loop/a", "b"));
  REQUIRE(fs.add_symlink("/loop/b", "a"));
  REQUIRE(fs.add_symlink("/self", "self/x"));
  CHECK(*fs.real_path("/app/node_modules/pkg/index.js") == "/store/pkg@1/index.js");
  // `..` after a link goes up from where the link leads.
  CHECK(*fs.real_path("/app/node_modules/pkg/../pkg@1") == "/store/pkg@1");
  CHECK(*fs.read_file("/abs/pkg@1/index.js") == "x");
  CHECK(error_of(fs.read_file("/loop/a")) == FsErrorKind::SymlinkCycle);
  CHECK(error_of(fs.stat("/self")) == FsErrorKind::SymlinkCycle);
}

TEST_CASE("writing changes a file only when its bytes change") {
  MemoryFileSystem fs;
  fs.set_time(1);
  CHECK(*fs.write_if_changed("/out", "x") == WriteOutcome::Written);
  const FileStat before = *fs.stat("/out");
  fs.advance_time(10);
  CHECK(*fs.write_if_changed("/out", "x") == WriteOutcome::Unchanged);
  CHECK(*fs.stat("/out") == before);
  CHECK(*fs.write_if_changed("/out", "y") == WriteOutcome::Written);
  CHECK(fs.stat("/out")->mtime_ns == 11);
  CHECK(fs.stat("/")->mtime_ns == 11);
  REQUIRE(fs.add_symlink("/link", "out"));
  CHECK(*fs.write_if_changed("/link", "z") == WriteOutcome::Written);
  CHECK(*fs.read_file("/out") == "z");
}

TEST_CASE("failing writes leave the old contents") {
  MemoryFileSystem fs;
  REQUIRE(fs.add_file("/d/out", "old"));
  fs.fail_next_write(ENOSPC);
  CHECK(error_of(fs.write_if_changed("/d/out", "new")) == FsErrorKind::NoSpace);
  CHECK(*fs.read_file("/d/out") == "old");
  CHECK(*fs.write_if_changed("/d/out", "new") == WriteOutcome::Written);
  CHECK(error_of(fs.write_if_changed("/none/out", "x")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.write_if_changed("/d", "x")) == FsErrorKind::IsDirectory);
  REQUIRE(fs.deny_access("/d"));
  CHECK(error_of(fs.write_if_changed("/d/out", "newer")) == FsErrorKind::PermissionDenied);
  CHECK(error_of(fs.remove_file("/d/out")) == FsErrorKind::PermissionDenied);
}

TEST_CASE("directories are made and files removed") {
  MemoryFileSystem fs;
  CHECK(fs.make_directories("/a/b/c"));
  CHECK(fs.make_directories("/a/b/c"));
  CHECK(fs.stat("/a/b/c")->kind == FileKind::Directory);
  REQUIRE(fs.add_file("/a/f", ""));
  CHECK(error_of(fs.make_directories("/a/f/x")) == FsErrorKind::NotDirectory);
  REQUIRE(fs.add_symlink("/a/l", "f"));
  CHECK(fs.remove_file("/a/l"));
  CHECK(fs.stat("/a/f").has_value());
  CHECK(error_of(fs.remove_file("/a/l")) == FsErrorKind::NotFound);
  CHECK(error_of(fs.remove_file("/a/b")) == FsErrorKind::IsDirectory);
}

}  // namespace
