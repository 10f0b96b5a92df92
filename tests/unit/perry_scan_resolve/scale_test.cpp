#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/base/recording_file_system.h"
#include "tests/unit/perry_scan_resolve/world.h"

using namespace perry::scan;

namespace {

// G14: what 10,000 modules with five imports each cost. The bound is far above what is measured, so
// that only a wrong order of growth fails it.
TEST_CASE("G14: a graph of 10,000 modules resolves quickly and asks little") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/tsconfig.json", R"({"compilerOptions": {"paths": {"@/*": ["./src/*"]}}})"}};
  constexpr int kModules = 10'000;
  constexpr int kPerDirectory = 50;
  for (int i = 0; i < 200; i++) {
    const std::string root = "/p/node_modules/pkg" + std::to_string(i);
    world.add(root + "/package.json", R"({"exports": {".": {"import": "./lib/index.js"}}})")
        .add(root + "/lib/index.js");
  }
  auto name = [](int i) {
    return "d" + std::to_string(i / kPerDirectory) + "/sub/m" + std::to_string(i);
  };
  for (int i = 0; i < kModules; i++) world.add("/p/src/" + name(i) + ".ts");

  perry::support::RecordingFileSystem recording(world.files);
  Resolver resolver(recording, {});
  const auto start = std::chrono::steady_clock::now();
  size_t found = 0;
  for (int i = 0; i < kModules; i++) {
    const std::string importer = "/p/src/" + name(i) + ".ts";
    const std::string specifiers[] = {
        "./m" + std::to_string(i / kPerDirectory * kPerDirectory) + ".js",
        "../../" + name((i * 7) % kModules), "@/" + name((i * 13) % kModules),
        "pkg" + std::to_string(i % 200), "node:fs"};
    for (const std::string& specifier : specifiers)
      found += resolver.resolve({.specifier = specifier, .importer = importer}).ok() ? 1 : 0;
  }
  const auto spent = std::chrono::steady_clock::now() - start;
  CHECK(found == kModules * 5);
  const long long milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(spent).count();
  const size_t questions = recording.take_probes().size();
  MESSAGE((kModules * 5), " resolutions in ", milliseconds, " ms, ", questions, " questions");
  CHECK(milliseconds < 10'000);
  // A few for each directory and each package, none for each module.
  CHECK(questions < 4000);
}

}  // namespace
