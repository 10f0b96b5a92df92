#include "support/store/local_store.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/time.h>

#include <string>
#include <vector>

#include "support/base/real_file_system.h"
#include "support/base/sha256.h"
#include "support/store/maintenance.h"
#include "tests/unit/support_base/temporary_directory.h"

using namespace perry::support;

namespace {

void set_age(const std::string& path, time_t seconds) {
  const time_t when = ::time(nullptr) - seconds;
  const timeval times[2] = {{when, 0}, {when, 0}};
  REQUIRE(::utimes(path.c_str(), times) == 0);
}

}  // namespace

TEST_CASE("entries come back, by group and key") {
  const TemporaryDirectory directory;
  const LocalStore store(directory / "new/store", "x86_64-linux");
  const LocalStore other(directory / "new/store", "aarch64-linux");
  CHECK(*store.read(sha256("a")) == std::nullopt);
  REQUIRE(store.publish(sha256("a"), "one"));
  CHECK(**store.read(sha256("a")) == "one");
  CHECK(*other.read(sha256("a")) == std::nullopt);
  REQUIRE(store.publish(sha256("a"), "two"));
  CHECK(**store.read(sha256("a")) == "two");
  store.remove(sha256("a"));
  CHECK(*store.read(sha256("a")) == std::nullopt);
}

TEST_CASE("a group is one folder whatever it is called") {
  CHECK(group_name("x86_64-unknown-linux-gnu") == "x86_64-unknown-linux-gnu");
  CHECK(group_name("../../etc") == "______etc");
  CHECK(group_name("") == "any");
  CHECK(group_name(std::string(300, 'a')).size() == 100);
}

TEST_CASE("a part of an entry becomes a file") {
  const TemporaryDirectory directory;
  const LocalStore store(directory / "store", "t");
  REQUIRE(store.publish(sha256("a"), "head and blob"));
  CHECK(store.copy_out(sha256("a"), 9, directory / "out"));
  RealFileSystem files;
  CHECK(*files.read_file(directory / "out") == "blob");
  CHECK_FALSE(store.copy_out(sha256("a"), 99, directory / "out"));
  CHECK_FALSE(store.copy_out(sha256("b"), 0, directory / "out"));
  CHECK_FALSE(store.copy_out(sha256("a"), 0, directory / "no/folder"));
  CHECK(files.list_directory(directory.path())->size() == 2);
}

TEST_CASE("errors are told, and what is missing is none") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  REQUIRE(files.write_if_changed(directory / "file", "x"));
  const LocalStore store(directory / "file", "t");
  CHECK(*store.read(sha256("a")) == std::nullopt);
  CHECK(store.publish(sha256("a"), "x").error().kind == FsErrorKind::NotDirectory);
}

TEST_CASE("what was used least recently goes first, and a tenth more than must") {
  const TemporaryDirectory directory;
  const LocalStore store(directory / "store", "t");
  std::vector<Hash256> keys;
  for (int i = 0; i < 20; i++) {
    keys.push_back(sha256(std::to_string(i)));
    REQUIRE(store.publish(keys.back(), std::string(10, 'x')));
    set_age(store.path_of(keys.back()), 1000 - i);
  }
  StoreSettings settings;
  settings.most_entries = 10;
  const auto removed = collect_store(store.folder(), settings);
  REQUIRE(removed);
  CHECK(removed->entries == 11);
  CHECK(removed->bytes == 110);
  CHECK(*store.read(keys[10]) == std::nullopt);
  CHECK(**store.read(keys[11]) == std::string(10, 'x'));
  settings.most_bytes = 89;
  CHECK(collect_store(store.folder(), settings)->entries == 1);
  settings.longest_unused_s = 985;
  CHECK(collect_store(store.folder(), settings)->entries == 3);
  CHECK(measure_store(store.folder()).entries == 5);
}

TEST_CASE("a reader keeps what it has open, and others find nothing") {
  const TemporaryDirectory directory;
  const LocalStore store(directory / "store", "t");
  REQUIRE(store.publish(sha256("a"), "x"));
  CHECK(remove_entries(store.folder(), {sha256("a").short_hex(32)}).entries == 1);
  CHECK(remove_entries(store.folder(), {sha256("a").short_hex(32)}).entries == 0);
  REQUIRE(store.publish(sha256("a"), "x"));
  CHECK(remove_entries(store.folder(), {"", "0000", sha256("b").to_hex()}).entries == 0);
  CHECK(remove_all_entries(store.folder()).entries == 1);
  CHECK(remove_all_entries(directory / "nowhere").entries == 0);
  REQUIRE(store.publish(sha256("a"), "x"));
}

TEST_CASE("a collection is due when the last one is long ago") {
  const TemporaryDirectory directory;
  const LocalStore store(directory / "store", "t");
  REQUIRE(store.publish(sha256("a"), "x"));
  const StoreSettings settings;
  CHECK(is_collection_due(store.folder(), settings));
  REQUIRE(collect_store(store.folder(), settings));
  CHECK_FALSE(is_collection_due(store.folder(), settings));
  set_age(store.folder() + "/collected", 3601);
  CHECK(is_collection_due(store.folder(), settings));
}

TEST_CASE("one holds the lock, until it is gone or hangs") {
  const TemporaryDirectory directory;
  {
    const StoreLock first(directory.path());
    CHECK(first.is_held());
    CHECK_FALSE(StoreLock(directory.path()).is_held());
    set_age(directory / "lock", 700);
    const StoreLock second(directory.path());
    CHECK(second.is_held());
    CHECK_FALSE(StoreLock(directory.path()).is_held());
  }
  CHECK(StoreLock(directory.path()).is_held());
  CHECK_FALSE(StoreLock(directory / "nowhere").is_held());
}
