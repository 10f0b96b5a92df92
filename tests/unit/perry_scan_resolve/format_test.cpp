#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

using namespace perry::scan;

namespace {

TEST_CASE("a file's format comes from its name and the nearest type") {
  World world;
  world.add("/none/main.mjs").add("/module/package.json", R"({"type": "module"})");
  world.add("/commonjs/package.json", R"({"type": "commonjs"})")
      .add("/odd/package.json", R"({"type": "odd"})");
  for (std::string_view project : {"/none", "/module", "/commonjs", "/odd"}) {
    for (std::string_view extension : {".js", ".ts", ".tsx", ".jsx", ".mjs", ".mts", ".cjs", ".cts",
                                       ".json", ".node", ".wasm", ""})
      world.add(std::string(project) + "/f" + std::string(extension));
    world.add(std::string(project) + "/main.js");
  }
  auto format = [&](std::string project, std::string extension) {
    const Resolution found = world.resolver().describe_file(project + "/f" + extension);
    REQUIRE(found.ok());
    return std::string(to_string(found.format)) + (found.is_ambiguous ? "~" : "");
  };
  for (std::string extension : {".js", ".ts", ".tsx", ".jsx", ""}) {
    CHECK(format("/none", extension) == "commonjs~");
    CHECK(format("/odd", extension) == "commonjs~");
    CHECK(format("/module", extension) == "esm");
    CHECK(format("/commonjs", extension) == "commonjs");
  }
  for (std::string project : {"/none", "/module", "/commonjs"}) {
    CHECK(format(project, ".mjs") == "esm");
    CHECK(format(project, ".mts") == "esm");
    CHECK(format(project, ".cjs") == "commonjs");
    CHECK(format(project, ".cts") == "commonjs");
    CHECK(format(project, ".json") == "json");
    CHECK(format(project, ".node") == "node-addon");
    CHECK(format(project, ".wasm") == "wasm");
  }
}

TEST_CASE("the nearest package.json decides, but none beyond node_modules") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/node_modules/a/b.js", ""},
              {"/p/sub/package.json", "{}"},
              {"/p/sub/deep/c.js", ""}};
  CHECK(world.resolver().describe_file("/p/node_modules/a/b.js").is_ambiguous);
  CHECK(world.resolver().describe_file("/p/sub/deep/c.js").is_ambiguous);
}

TEST_CASE("attributes decide over names") {
  World world{{"/p/main.ts", ""}, {"/p/a.json", "{}"}, {"/p/a.js", ""}};
  check_rows(
      world,
      {
          {"/p/main.ts", "./a.json", "json /p/a.json"},
          {"/p/main.ts", "./a.json", "json /p/a.json", RequestKind::Import, ImportAttribute::Json},
          {"/p/main.ts", "./a.json", "text /p/a.json", RequestKind::Import, ImportAttribute::Text},
          {"/p/main.ts", "./a.js", "bytes /p/a.js", RequestKind::Import, ImportAttribute::Bytes},
          {"/p/main.ts", "./a", "fail file-not-found", RequestKind::Import, ImportAttribute::Text},
      });
}

}  // namespace
