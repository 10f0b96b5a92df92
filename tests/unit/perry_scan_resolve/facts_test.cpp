#include <doctest/doctest.h>

#include <algorithm>

#include "support/base/recording_file_system.h"
#include "tests/unit/perry_scan_resolve/world.h"

// K09: what an answer depends on, hits and misses, whoever asked first.

using namespace perry::scan;

namespace {

std::vector<std::string> facts_of(World& world, const Resolution& resolution) {
  std::vector<std::string> lines;
  for (const Fact& fact : resolution.facts)
    lines.push_back(describe(world.resolver().tree(), fact));
  return lines;
}

bool has(const std::vector<std::string>& lines, std::string_view line) {
  return std::ranges::find(lines, line) != lines.end();
}

TEST_CASE("K09: misses before a hit are facts, and so are package.json and tsconfig.json") {
  World world{{"/p/package.json", "{}"},
              {"/p/tsconfig.json", R"({"extends": "./base.json"})"},
              {"/p/base.json", "{}"},
              {"/p/src/main.ts", ""},
              {"/p/src/a.tsx", ""}};
  const Resolution first = world.answer("/p/src/main.ts", "./a");
  REQUIRE(first.ok());
  const std::vector<std::string> lines = facts_of(world, first);
  for (std::string_view expected :
       {"missing /p/src/a.ts", "file /p/src/a.tsx", "missing /p/src/tsconfig.json",
        "contents /p/tsconfig.json", "contents /p/base.json", "missing /p/src/package.json",
        "contents /p/package.json"}) {
    INFO(expected);
    CHECK(has(lines, expected));
  }
  // The same question again depends on the same, although nothing is asked of the disk.
  CHECK(facts_of(world, world.answer("/p/src/main.ts", "./a")) == lines);
}

TEST_CASE("K09: an importer that asks later depends on what an earlier one found out") {
  World world{{"/p/a/one.mjs", ""},
              {"/p/b/two.mjs", ""},
              {"/p/node_modules/q/package.json", R"({"exports": "./q.js"})"},
              {"/p/node_modules/q/q.js", ""}};
  world.answer("/p/a/one.mjs", "q");
  const std::vector<std::string> lines = facts_of(world, world.answer("/p/b/two.mjs", "q"));
  CHECK(has(lines, "missing /p/b/node_modules"));
  CHECK(has(lines, "directory /p/node_modules"));
  CHECK(has(lines, "contents /p/node_modules/q/package.json"));
  CHECK(has(lines, "file /p/node_modules/q/q.js"));
  CHECK_FALSE(has(lines, "missing /p/a/node_modules"));
}

TEST_CASE("K09: what fails depends on what was not there") {
  World world{{"/p/main.mjs", ""}};
  const Resolution failed = world.answer("/p/main.mjs", "q");
  REQUIRE_FALSE(failed.ok());
  const std::vector<std::string> lines = facts_of(world, failed);
  CHECK(has(lines, "missing /p/node_modules"));
  CHECK(has(lines, "missing /node_modules"));
}

TEST_CASE("K09: links and hints are facts") {
  World world{{"/p/main.ts", ""}, {"/p/Real/a.ts", ""}, {"/p/link -> Real", ""}};
  const std::vector<std::string> lines = facts_of(world, world.answer("/p/main.ts", "./link/a"));
  CHECK(has(lines, "link /p/link -> /p/Real"));
  CHECK(has(lines, "file /p/Real/a.ts"));
  const std::vector<std::string> failed = facts_of(world, world.answer("/p/main.ts", "./Real/A"));
  CHECK(has(failed, "listing /p/Real"));
}

TEST_CASE("K09: a build watches the files read and the directories that decided") {
  World world{{"/w/p/package.json", "{}"}, {"/w/p/src/main.ts", ""}, {"/w/p/src/a.ts", ""}};
  const Resolution found = world.answer("/w/p/src/main.ts", "./a");
  CHECK(watch_list(world.resolver().tree(), found.facts, "/w/p") ==
        std::vector<std::string>{"/w/p", "/w/p/package.json", "/w/p/src"});
  CHECK(watch_list(world.resolver().tree(), found.facts, "/") ==
        std::vector<std::string>{"/", "/w", "/w/p", "/w/p/package.json", "/w/p/src"});
}

TEST_CASE("each question is put to the file system once") {
  World world{{"/p/src/main.ts", ""}, {"/p/src/a.ts", ""}, {"/p/src/b.ts", ""}};
  perry::support::RecordingFileSystem recording(world.files);
  Resolver resolver(recording, {});
  for (int i = 0; i < 3; i++) {
    for (std::string_view name : {"./a", "./b", "./c", "q"})
      resolver.resolve({.specifier = name, .importer = "/p/src/main.ts"});
  }
  std::vector<std::string> questions;
  for (const perry::support::FsProbe& probe : recording.take_probes())
    questions.push_back(std::string(to_string(probe.kind)) + ' ' + probe.path);
  std::ranges::sort(questions);
  const auto repeat = std::ranges::adjacent_find(questions);
  const std::string repeated = repeat == questions.end() ? "" : *repeat;
  CHECK(repeated == "");
}

TEST_CASE("the contents that were read are known by their hash") {
  World world{{"/p/package.json", R"({"type": "module"})"}, {"/p/main.js", ""}};
  const Resolution entry = world.resolver().describe_file("/p/main.js");
  CHECK(entry.format == ModuleFormat::EsModule);
  size_t hashed = 0;
  for (const Fact& fact : entry.facts) {
    if (fact.expectation != Expectation::Contents) continue;
    CHECK(world.resolver().tree().contents_hash(fact.entry).has_value());
    hashed++;
  }
  CHECK(hashed == 1);
}

}  // namespace
