#include "generator/cli/project.h"

#include <doctest/doctest.h>

#include "support/base/memory_file_system.h"

using namespace perry::generator;
using perry::support::MemoryFileSystem;

namespace {

TEST_CASE("the name of a program") {
  CHECK(program_name("src/main.ts") == "main");
  CHECK(program_name("/p/tool/index.ts") == "tool");
  CHECK(program_name("/p/src/index.ts") == "index");
  CHECK(program_name("check.ts") == "check-app");
  CHECK(program_name("a.b.ts") == "a.b");
}

TEST_CASE("where a project begins") {
  MemoryFileSystem files;
  REQUIRE(files.add_file("/p/package.json", "{}"));
  REQUIRE(files.add_file("/p/src/deep/a.ts", ""));
  REQUIRE(files.add_file("/alone/a.ts", ""));
  CHECK(find_root(files, "/p/src/deep") == "/p");
  CHECK(find_root(files, "/alone") == "/alone");
}

TEST_CASE("entries, folders and names") {
  MemoryFileSystem files;
  REQUIRE(files.add_file("/p/tsconfig.json", "{}"));
  REQUIRE(files.add_file("/p/src/main.ts", ""));
  REQUIRE(files.add_file("/p/lib/main.ts", ""));
  Options options;
  options.command = Command::Configure;
  auto project = find_project(files, "/p/src", options);
  REQUIRE(project);
  CHECK(project->root == "/p");
  CHECK(project->build == "/p/build");
  CHECK(project->entries == std::vector<std::string>{"/p/src/main.ts"});

  options.command = Command::Run;
  options.profile = "release";
  CHECK(find_project(files, "/p", options)->build == "/p/.perry/release");

  options.entries = {"src/main.ts", "lib/main.ts"};
  CHECK(find_project(files, "/p", options).error().find("`main`") != std::string::npos);
  options.entries = {"src/nowhere.ts"};
  CHECK(find_project(files, "/p", options).error() == "there is no file `src/nowhere.ts`");

  options = {};
  options.command = Command::Configure;
  options.output = "a/b";
  CHECK(!find_project(files, "/p", options));
  options.output = "app";
  options.build = "out";
  project = find_project(files, "/p", options);
  REQUIRE(project);
  CHECK(project->names == std::vector<std::string>{"app"});
  CHECK(project->build == "/p/out");
  CHECK(!find_project(files, "/", options));
}

}  // namespace
