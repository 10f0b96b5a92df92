#include "support/store/content_store.h"

#include <doctest/doctest.h>

#include "support/base/real_file_system.h"
#include "support/base/sha256.h"
#include "tests/unit/support_base/temporary_directory.h"

using namespace perry::support;

namespace {

const Hash256 kKey = sha256("key");

StoreSettings in_folder(const std::string& folder) {
  StoreSettings settings;
  settings.folder = folder;
  return settings;
}

}  // namespace

TEST_CASE("what was kept is found and delivered") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  ContentStore store(in_folder(directory / "store"), files, directory.path(), "t");
  for (const size_t size : {size_t{0}, size_t{10}, kLargeBlob}) {
    const std::string blob(size, 'b');
    store.keep(kKey, "note", blob);
    const auto found = store.find(kKey);
    REQUIRE(found);
    CHECK(found->entry.note == "note");
    CHECK(found->tier == "local");
    const std::string target = directory / std::to_string(size);
    CHECK(store.deliver(kKey, *found, target));
    CHECK(*files.read_file(target) == blob);
    // Over what there is, too.
    REQUIRE(files.write_if_changed(target, "old"));
    CHECK(store.deliver(kKey, *found, target));
    CHECK(*files.read_file(target) == blob);
  }
  CHECK(store.counts().stores == 3);
  CHECK(store.counts().errors == 0);
}

TEST_CASE("a damaged entry is a miss once, and goes") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  ContentStore store(in_folder(directory / "store"), files, directory.path(), "t");
  store.keep(kKey, "", "blob");
  const std::string path = LocalStore(directory / "store", "t").path_of(kKey);
  REQUIRE(files.write_if_changed(path, "PCSE\1"));
  CHECK_FALSE(store.find(kKey));
  CHECK(store.counts().errors == 1);
  CHECK(store.counts().first_error == path + ": it is damaged");
  CHECK_FALSE(files.stat(path));
  CHECK_FALSE(store.find(kKey));
  CHECK(store.counts().errors == 1);
}

// O14: without a folder and remotes nothing is found, kept or complained about.
TEST_CASE("a store without tiers does nothing") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  ContentStore store(StoreSettings(), files, directory.path(), "t");
  store.keep(kKey, "", "blob");
  CHECK_FALSE(store.find(kKey));
  store.collect();
  CHECK(store.counts().stores == 0);
  CHECK(store.counts().errors == 0);
  CHECK(files.list_directory(directory.path())->empty());
}

TEST_CASE("remotes that cannot be used are errors, and no more") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  StoreSettings settings;
  settings.remotes.push_back({.url = "nonsense", .credentials = {}, .authority = {}});
  settings.remotes.push_back(
      {.url = "http://localhost", .credentials = directory / "none", .authority = {}});
  // Nobody listens there.
  settings.remotes.push_back({.url = "http://127.0.0.1:1", .credentials = {}, .authority = {}});
  ContentStore store(settings, files, directory.path(), "t");
  CHECK(store.counts().errors == 2);
  CHECK_FALSE(store.find(kKey));
  CHECK(store.counts().errors == 3);
  // It is not asked again.
  CHECK_FALSE(store.find(kKey));
  store.keep(kKey, "", "blob");
  CHECK(store.counts().errors == 3);
  CHECK(store.counts().stores == 0);
}
