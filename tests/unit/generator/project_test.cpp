#include "generator/project/project.h"

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

TEST_CASE("names of libraries") {
  MemoryFileSystem files;
  REQUIRE(files.add_file("/p/package.json", "{}"));
  REQUIRE(files.add_file("/p/src/main.ts", ""));
  Options options;
  options.library = "static";
  auto project = find_project(files, "/p", options);
  REQUIRE(project);
  CHECK(project->build == "/p/.perry/dev-static");
  CHECK(project->output_path(project->settings.entries[0]) == "/p/.perry/dev-static/libmain.a");
  options.library = "shared";
  for (const char* const output : {"out/libgreet.so.1", "greet.so", "/elsewhere/greet"}) {
    options.output = output;
    project = find_project(files, "/p", options);
    REQUIRE(project);
    CHECK(project->output_path(project->settings.entries[0]) == "/p/.perry/dev-shared/libgreet.so");
  }
  for (const char* const output : {"libmy-lib.a", "2.so", "lib\u00e4.a"}) {
    options.output = output;
    CHECK(find_project(files, "/p", options).error().find("cannot be the name of a library") !=
          std::string::npos);
  }
}

std::vector<std::string> names_of(const Project& project) {
  std::vector<std::string> names;
  for (const Entry& entry : project.settings.entries) names.push_back(entry.name);
  return names;
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
  REQUIRE(project->settings.entries.size() == 1);
  CHECK(project->settings.entries[0].path == "/p/src/main.ts");

  options.command = Command::Run;
  options.profile = "release";
  CHECK(find_project(files, "/p", options)->build == "/p/.perry/release");
  options.cpu = "modern";
  CHECK(find_project(files, "/p", options)->build == "/p/.perry/release-modern");

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
  CHECK(names_of(*project) == std::vector<std::string>{"app"});
  CHECK(project->build == "/p/out");
  CHECK(!find_project(files, "/", options));
}

TEST_CASE("settings of the project's files") {
  MemoryFileSystem files;
  REQUIRE(files.add_file("/p/package.json", R"({"perry": {"entry": {"a": "x.ts", "b": "y.ts"},
      "profile": "size", "target": "linux-x64", "cpu": "modern", "conditions": ["one"],
      "compilePackages": [], "allow": {}}})"));
  REQUIRE(files.add_file("/p/tsconfig.json", R"({"files": ["z.ts"]})"));
  for (const char* const name : {"/p/x.ts", "/p/y.ts", "/p/z.ts"})
    REQUIRE(files.add_file(name, ""));
  Options options;
  options.conditions = {"two"};
  auto project = find_project(files, "/p", options);
  REQUIRE(project);
  CHECK(names_of(*project) == std::vector<std::string>{"a", "b"});
  CHECK(project->settings.profile == "size");
  CHECK(project->settings.cpu == "modern");
  CHECK(project->settings.conditions == std::vector<std::string>{"one", "two"});

  // The target that the command line names has other processors.
  options.target = "linux-arm64";
  project = find_project(files, "/p", options);
  REQUIRE(project);
  CHECK(!project->settings.cpu);

  REQUIRE(files.add_file("/q/tsconfig.json", R"({"files": ["types.d.ts", "z.ts"] /* one */})"));
  REQUIRE(files.add_file("/q/z.ts", ""));
  project = find_project(files, "/q", {});
  REQUIRE(project);
  CHECK(names_of(*project) == std::vector<std::string>{"z"});
}

}  // namespace
