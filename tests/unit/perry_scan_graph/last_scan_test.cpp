#include "perry-scan/replay/last_scan.h"

#include <doctest/doctest.h>

#include <string>

#include "perry-scan/replay/surroundings.h"
#include "support/base/sha256.h"
#include "tests/unit/perry_scan_graph/scanned.h"

namespace perry::scan {

namespace {

LastScan example() {
  LastScan last;
  last.situation = support::sha256("situation");
  last.ninja_file = 17;
  last.modules = 3;
  last.requests = {{"src/a.ts", support::sha256("a")}, {"src/b.ts", support::sha256("b")}};
  last.plans = {support::sha256("plan")};
  last.folders = {
      {.path = "/p",
       .identity = {.size = 1, .mtime_ns = 2, .inode = 3},
       .listing = 4,
       .names =
           {{.name = "l", .kind = EntryKind::Directory, .is_link = true, .target = "/elsewhere"}}},
      {.path = "/", .identity = {}, .listing = {}, .names = {KnownName()}}};
  last.files = {{.path = "/p/package.json",
                 .identity = {.size = 5, .mtime_ns = 6, .inode = 7},
                 .hash = support::sha256("{}")}};
  return last;
}

// What a scan of these files leaves, with the tree that its texts live in.
struct Noted {
  explicit Noted(const Scanned::Files& files) : scanned(files) {
    is_whole = note_surroundings(scanned.resolver.tree(), scanned.watched.facts, scanned.sources,
                                 scanned.files, kNow, last);
    scanned.files.advance_time(1'000'000'000);
  }
  bool holds() {
    bool is_changed = false;
    return surroundings_hold(last, scanned.files, kNow, is_changed);
  }

  static constexpr int64_t kNow = 10'000'000'000;
  Scanned scanned;
  LastScan last;
  bool is_whole = false;
};

const Scanned::Files kProject = {{"package.json", "{}"},
                                 {"main.ts", "import './lib/a';\n"},
                                 {"lib/a.ts", "export {};\n"},
                                 {"lib/notes.md", "x\n"}};

}  // namespace

TEST_CASE("a last scan is read as it was written") {
  const std::string bytes = example().encode();
  const auto read = LastScan::decode(bytes);
  REQUIRE(read);
  CHECK(read->encode() == bytes);
  CHECK(read->folders[0].listing == 4);
  CHECK(read->folders[0].names[0].target == "/elsewhere");
  CHECK_FALSE(read->folders[1].listing);
  CHECK(read->requests[1].key == support::sha256("b"));
}

TEST_CASE("what is no last scan is none") {
  const std::string bytes = example().encode();
  for (size_t size = 0; size < bytes.size(); size++)
    CHECK_FALSE(LastScan::decode(std::string_view(bytes).substr(0, size)));
  CHECK_FALSE(LastScan::decode(bytes + "x"));
  for (size_t at = 0; at < bytes.size(); at++) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x80);
    if (const auto read = LastScan::decode(damaged)) CHECK(read->encode() == damaged);
  }
}

TEST_CASE("surroundings hold until something that was asked for changes") {
  Noted noted(kProject);
  REQUIRE(noted.is_whole);
  CHECK(noted.holds());

  SUBCASE("a file that was not asked for") {
    REQUIRE(noted.scanned.files.add_file("/unrelated", "x"));
    CHECK(noted.holds());
  }
  SUBCASE("the contents of a source, which the database knows") {
    REQUIRE(noted.scanned.files.add_file("/p/lib/a.ts", "export const a = 1;\n"));
    CHECK(noted.holds());
  }
  SUBCASE("a file in a folder that was listed") {
    REQUIRE(noted.scanned.files.add_file("/p/lib/a.tsx", "x"));
    CHECK_FALSE(noted.holds());
  }
  SUBCASE("a package.json") {
    REQUIRE(noted.scanned.files.add_file("/p/package.json", "{\"type\": \"module\"}"));
    CHECK_FALSE(noted.holds());
  }
  SUBCASE("the same package.json, written again") {
    REQUIRE(noted.scanned.files.add_file("/p/package.json", "{}"));
    CHECK(noted.holds());
  }
  SUBCASE("a package.json above, which was looked for") {
    REQUIRE(noted.scanned.files.add_file("/package.json", "{}"));
    CHECK_FALSE(noted.holds());
  }
  SUBCASE("a module") {
    REQUIRE(noted.scanned.files.remove_file("/p/lib/a.ts"));
    CHECK_FALSE(noted.holds());
  }
}

TEST_CASE("where links lead is looked at each time") {
  Scanned::Files files = kProject;
  files[1].second = "import 'dep';\n";
  files.emplace_back("packages/dep/index.js", "1;\n");
  files.emplace_back("packages/other/index.js", "2;\n");
  files.emplace_back("node_modules/dep/index.js", "3;\n");
  Noted noted(files);
  REQUIRE(noted.is_whole);
  CHECK(noted.holds());
  REQUIRE(noted.scanned.files.remove_file("/p/node_modules/dep/index.js"));
  REQUIRE(noted.scanned.files.add_symlink("/p/node_modules/dep/index.js",
                                          "../../packages/other/index.js"));
  CHECK_FALSE(noted.holds());
}

}  // namespace perry::scan
