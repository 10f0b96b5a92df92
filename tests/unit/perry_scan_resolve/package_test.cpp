#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

// Packages: where they are sought, what they export, who they are.

using namespace perry::scan;

namespace {

constexpr RequestKind kRequire = RequestKind::Require;

TEST_CASE("L27: array targets are walked in order, before module and main") {
  World world{{"/p/main.mjs", ""},
              {"/p/node_modules/y18n/package.json",
               R"({"name": "y18n", "version": "5.0.8", "main": "./build/index.cjs",
                   "module": "./build/lib/index.js", "type": "module",
                   "exports": {".": [{"import": "./index.mjs", "require": "./build/index.cjs"},
                                     "./build/index.cjs"],
                               "./null": [null, "./index.mjs"],
                               "./bad": ["odd", "./index.mjs"],
                               "./all-bad": ["odd", "even"],
                               "./none": [{"never": "./index.mjs"}],
                               "./empty": [],
                               "./missing": ["./missing.mjs", "./index.mjs"]}})"},
              {"/p/node_modules/y18n/index.mjs", ""},
              {"/p/node_modules/y18n/build/index.cjs", ""},
              {"/p/node_modules/y18n/build/lib/index.js", ""}};
  const std::string_view from = "/p/main.mjs";
  check_rows(world, {
                        {from, "y18n", "esm /p/node_modules/y18n/index.mjs"},
                        {from, "y18n", "commonjs /p/node_modules/y18n/build/index.cjs", kRequire},
                        {from, "y18n/null", "esm /p/node_modules/y18n/index.mjs"},
                        {from, "y18n/bad", "esm /p/node_modules/y18n/index.mjs"},
                        {from, "y18n/all-bad", "fail invalid-target"},
                        {from, "y18n/none", "fail not-exported"},
                        {from, "y18n/empty", "fail not-exported"},
                        {from, "y18n/missing", "fail target-not-found"},
                    });
}

TEST_CASE("conditions hold in the order of the object") {
  World world{{"/p/main.mjs", ""},
              {"/p/node_modules/a/package.json", R"({"exports": {
                 ".": {"default": "./default.js", "perry": "./perry.js"},
                 "./perry": {"import": "./import.js", "perry": "./perry.js"},
                 "./first": {"perry": "./perry.js", "import": "./import.js"},
                 "./nested": {"browser": "./no.js", "node": {"require": "./require.js",
                              "import": {"never": "./no.js"}}, "default": "./default.js"},
                 "./sync": {"module-sync": "./sync.js", "default": "./default.js"},
                 "./custom": {"custom": "./custom.js", "default": "./default.js"},
                 "./closed": {"node": null, "default": "./default.js"}}})"},
              {"/p/node_modules/a/default.js", ""},
              {"/p/node_modules/a/perry.js", ""},
              {"/p/node_modules/a/import.js", ""},
              {"/p/node_modules/a/require.js", ""},
              {"/p/node_modules/a/sync.js", ""},
              {"/p/node_modules/a/custom.js", ""}};
  const std::string_view from = "/p/main.mjs";
  check_rows(world, {
                        {from, "a", "commonjs~ /p/node_modules/a/default.js"},
                        {from, "a/perry", "commonjs~ /p/node_modules/a/import.js"},
                        {from, "a/perry", "commonjs~ /p/node_modules/a/perry.js", kRequire},
                        {from, "a/first", "commonjs~ /p/node_modules/a/perry.js"},
                        {from, "a/nested", "commonjs~ /p/node_modules/a/default.js"},
                        {from, "a/nested", "commonjs~ /p/node_modules/a/require.js", kRequire},
                        {from, "a/sync", "commonjs~ /p/node_modules/a/sync.js"},
                        {from, "a/custom", "commonjs~ /p/node_modules/a/default.js"},
                        {from, "a/closed", "fail not-exported"},
                    });
  world.add("/c/tsconfig.json", R"({"compilerOptions": {"customConditions": ["custom"]}})")
      .add("/c/main.ts")
      .add("/c/node_modules -> ../p/node_modules");
  CHECK(world.resolve("/c/main.ts", "a/custom") == "commonjs~ /p/node_modules/a/custom.js");
}

TEST_CASE("subpath patterns: the longest prefix wins, trailers count, folders are not mapped") {
  World world{{"/p/main.mjs", ""},
              {"/p/node_modules/a/package.json", R"({"type": "module", "exports": {
                 "./*": "./any/*.js", "./lib/*": "./lib/*.js", "./lib/*.js": "./lib/*.js",
                 "./lib/internal/*": null, "./twice/*": "./*/*.js", "./folder/": "./lib/",
                 "./up/*": "./lib/*"}})"},
              {"/p/node_modules/a/any/x.js", ""},
              {"/p/node_modules/a/any/folder/a.js", ""},
              {"/p/node_modules/a/lib/a.js", ""},
              {"/p/node_modules/a/lib/internal/b.js", ""},
              {"/p/node_modules/a/q/q.js", ""}};
  const std::string_view from = "/p/main.mjs";
  check_rows(world, {
                        {from, "a/x", "esm /p/node_modules/a/any/x.js"},
                        {from, "a/lib/a", "esm /p/node_modules/a/lib/a.js"},
                        {from, "a/lib/a.js", "esm /p/node_modules/a/lib/a.js"},
                        {from, "a/lib/internal/b", "fail not-exported"},
                        {from, "a/twice/q", "esm /p/node_modules/a/q/q.js"},
                        {from, "a/folder/a", "esm /p/node_modules/a/any/folder/a.js"},
                        {from, "a/folder/", "fail target-not-found"},
                        {from, "a/up/../any/x.js", "fail invalid-specifier"},
                        {from, "a", "fail not-exported"},
                        {from, "a/", "fail not-exported"},
                    });
}

TEST_CASE("imports, self-reference and targets that may not be") {
  World world{{"/p/package.json", R"({"name": "self", "type": "module",
                 "exports": {".": "./index.js", "./sub/*": "./src/*.js"},
                 "imports": {"#dep": {"node": "dep", "default": "./shim.js"}, "#own/*": "./src/*.js",
                             "#self": "self", "#fs": "fs", "#nodefs": "node:fs", "#up": "../x.js",
                             "#nm": "./node_modules/dep/index.js", "#pattern/*": "dep/*"}})"},
              {"/p/index.ts", ""},
              {"/p/src/a.ts", ""},
              {"/p/node_modules/dep/index.js", ""},
              {"/p/node_modules/dep/x.js", ""}};
  const std::string_view from = "/p/src/a.ts";
  check_rows(world, {
                        {from, "self", "esm /p/index.ts"},
                        {from, "self", "esm /p/index.ts", kRequire},
                        {from, "self/sub/a", "esm /p/src/a.ts"},
                        {from, "self/other", "fail not-exported"},
                        {from, "#dep", "commonjs~ /p/node_modules/dep/index.js"},
                        {from, "#dep", "commonjs~ /p/node_modules/dep/index.js", kRequire},
                        {from, "#own/a", "esm /p/src/a.ts"},
                        {from, "#self", "esm /p/index.ts"},
                        {from, "#fs", "builtin node:fs"},
                        {from, "#fs", "builtin node:fs", kRequire},
                        {from, "#nodefs", "fail invalid-target"},
                        {from, "#up", "fail invalid-target"},
                        {from, "#nm", "fail invalid-target"},
                        {from, "#pattern/x.js", "commonjs~ /p/node_modules/dep/x.js"},
                        {from, "#none", "fail import-not-defined"},
                        {from, "#", "fail invalid-specifier"},
                        {from, "#/a", "fail invalid-specifier"},
                        {from, "#own/", "fail invalid-specifier"},
                    });
}

TEST_CASE("main and its fallbacks") {
  World world{{"/p/main.mjs", ""}};
  auto package = [&](std::string name, std::string_view json,
                     std::initializer_list<std::string_view> files) {
    const std::string root = "/p/node_modules/" + name;
    if (!json.empty()) world.add(root + "/package.json", json);
    for (std::string_view file : files) world.add(root + '/' + std::string(file));
  };
  package("exact", R"({"main": "./lib/a.js"})", {"lib/a.js", "index.js"});
  package("short", R"({"main": "lib/a"})", {"lib/a.js"});
  package("folder", R"({"main": "lib"})", {"lib/index.js"});
  package("gone", R"({"main": "gone.js"})", {"index.js"});
  package("bare", "", {"index.js"});
  package("bundled", R"({"module": "m.mjs"})", {"m.mjs"});
  package("both", R"({"module": "m.mjs", "main": "c.cjs"})", {"m.mjs", "c.cjs"});
  package("nothing", R"({"name": "nothing"})", {"a.js"});
  package("json", R"({"main": "data"})", {"data.json"});
  package("addon", R"({"main": "build/x"})", {"build/x.node"});
  package("source", R"({"main": "dist/a.js"})", {"dist/a.ts"});
  package("broken", R"({"main": )", {"index.js"});
  package("number", R"({"main": 3, "name": false})", {"index.js"});
  for (RequestKind kind : {RequestKind::Import, kRequire}) {
    check_rows(world,
               {
                   {"/p/main.mjs", "exact", "commonjs~ /p/node_modules/exact/lib/a.js", kind},
                   {"/p/main.mjs", "short", "commonjs~ /p/node_modules/short/lib/a.js", kind},
                   {"/p/main.mjs", "folder", "commonjs~ /p/node_modules/folder/lib/index.js", kind},
                   {"/p/main.mjs", "gone", "commonjs~ /p/node_modules/gone/index.js", kind},
                   {"/p/main.mjs", "bare", "commonjs~ /p/node_modules/bare/index.js", kind},
                   {"/p/main.mjs", "bundled", "esm /p/node_modules/bundled/m.mjs", kind},
                   {"/p/main.mjs", "both", "commonjs /p/node_modules/both/c.cjs", kind},
                   {"/p/main.mjs", "nothing", "fail no-package-entry", kind},
                   {"/p/main.mjs", "json", "json /p/node_modules/json/data.json", kind},
                   {"/p/main.mjs", "addon", "node-addon /p/node_modules/addon/build/x.node", kind},
                   {"/p/main.mjs", "source", "commonjs~ /p/node_modules/source/dist/a.ts", kind},
                   {"/p/main.mjs", "broken", "fail invalid-config", kind},
                   {"/p/main.mjs", "number", "commonjs~ /p/node_modules/number/index.js", kind},
               });
  }
}

TEST_CASE("packages are sought upwards; require goes on where import stops") {
  World world{{"/p/a/b/main.js", ""},
              {"/p/a/node_modules/x/empty.txt", ""},
              {"/p/a/node_modules/dead/package.json", R"({"main": "gone"})"},
              {"/p/node_modules/dead/index.js", ""},
              {"/p/node_modules/x/index.js", ""},
              {"/p/node_modules/x/sub.js", ""},
              {"/p/node_modules/single.js", ""},
              {"/p/node_modules/@s/y/index.js", ""}};
  check_rows(world,
             {
                 {"/p/a/b/main.js", "x", "fail no-package-entry"},
                 {"/p/a/b/main.js", "x", "commonjs~ /p/node_modules/x/index.js", kRequire},
                 {"/p/a/b/main.js", "x/sub", "commonjs~ /p/node_modules/x/sub.js", kRequire},
                 {"/p/a/b/main.js", "single", "commonjs~ /p/node_modules/single.js", kRequire},
                 {"/p/a/b/main.js", "single", "fail package-not-installed"},
                 {"/p/a/b/main.js", "@s/y", "commonjs~ /p/node_modules/@s/y/index.js"},
                 {"/p/a/b/main.js", "@s", "fail invalid-specifier"},
                 {"/p/a/b/main.js", "none", "fail package-not-installed"},
                 {"/p/a/b/main.js", "none", "fail package-not-installed", kRequire},
             });
}

TEST_CASE("L38: stores hold several versions; links to one real path are one package") {
  World world{{"/p/main.ts", ""},
              {"/p/packages/app/main.ts", ""},
              {"/p/node_modules/.bun/solid-js@1.9.12/node_modules/solid-js/package.json",
               R"({"name": "solid-js", "version": "1.9.12", "main": "a.js"})"},
              {"/p/node_modules/.bun/solid-js@1.9.12/node_modules/solid-js/a.js", ""},
              {"/p/node_modules/.bun/solid-js@1.9.10/node_modules/solid-js/package.json",
               R"({"name": "solid-js", "version": "1.9.10", "main": "a.js"})"},
              {"/p/node_modules/.bun/solid-js@1.9.10/node_modules/solid-js/a.js", ""},
              {"/p/node_modules/.bun/ui@1.0.0/node_modules/ui/index.js", ""},
              {"/p/node_modules/.bun/ui@1.0.0/node_modules/solid-js -> "
               "../../solid-js@1.9.10/node_modules/solid-js",
               ""},
              {"/p/node_modules/solid-js -> .bun/solid-js@1.9.12/node_modules/solid-js", ""},
              {"/p/node_modules/ui -> .bun/ui@1.0.0/node_modules/ui", ""},
              {"/p/packages/app/node_modules/solid-js -> "
               "../../../node_modules/.bun/solid-js@1.9.12/node_modules/solid-js",
               ""}};
  const Resolution first = world.answer("/p/main.ts", "solid-js");
  const Resolution second = world.answer("/p/packages/app/main.ts", "solid-js");
  const Resolution ui = world.answer("/p/main.ts", "ui");
  REQUIRE(ui.ok());
  const Resolution other = world.answer(ui.path, "solid-js");
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  REQUIRE(other.ok());
  CHECK(first.package->version == "1.9.12");
  CHECK(first.entry == second.entry);
  CHECK(first.package == second.package);
  CHECK(other.package->version == "1.9.10");
  CHECK(other.package->name == "solid-js");
  CHECK(other.path == "/p/node_modules/.bun/solid-js@1.9.10/node_modules/solid-js/a.js");
  CHECK(other.package->is_in_node_modules);
}

TEST_CASE("workspaces: linked packages belong to the project") {
  World world{
      {"/p/package.json", R"({"name": "root"})"},
      {"/p/apps/web/main.ts", ""},
      {"/p/packages/ui/package.json",
       R"({"name": "@w/ui", "version": "0.1.0", "type": "module", "exports": "./src/index.js"})"},
      {"/p/packages/ui/src/index.ts", ""},
      {"/p/node_modules/@w/ui -> ../../packages/ui", ""}};
  const Resolution ui = world.answer("/p/apps/web/main.ts", "@w/ui");
  REQUIRE(ui.ok());
  CHECK(ui.path == "/p/packages/ui/src/index.ts");
  CHECK(ui.format == ModuleFormat::EsModule);
  CHECK(ui.package->name == "@w/ui");
  CHECK(ui.package->root == "/p/packages/ui");
  CHECK_FALSE(ui.package->is_in_node_modules);
}

TEST_CASE("a package is known by its name, version, root and side effects") {
  World world{
      {"/p/main.ts", ""},
      {"/p/node_modules/@s/a/package.json",
       R"({"name": "@s/a", "version": "2.0.0", "sideEffects": ["./src/setup.js", "*.css"]})"},
      {"/p/node_modules/@s/a/dist/esm/package.json", R"({"type": "module"})"},
      {"/p/node_modules/@s/a/dist/esm/a.js", ""},
      {"/p/node_modules/@s/a/src/setup.js", ""},
      {"/p/node_modules/none/index.js", ""},
      {"/p/node_modules/pure/package.json", R"({"name": "pure", "sideEffects": false})"},
      {"/p/node_modules/pure/index.js", ""}};
  const Resolution nested = world.answer("/p/main.ts", "@s/a/dist/esm/a.js");
  REQUIRE(nested.ok());
  CHECK(nested.format == ModuleFormat::EsModule);
  CHECK(nested.package->name == "@s/a");
  CHECK(nested.package->version == "2.0.0");
  CHECK(nested.package->root == "/p/node_modules/@s/a");
  CHECK_FALSE(nested.has_side_effects);
  CHECK(world.answer("/p/main.ts", "@s/a/src/setup.js").has_side_effects);
  CHECK(world.answer("/p/main.ts", "none").package->name == "none");
  CHECK(world.answer("/p/main.ts", "none").has_side_effects);
  CHECK_FALSE(world.answer("/p/main.ts", "pure").has_side_effects);
}

TEST_CASE("exports that are wrong as a whole") {
  World world{
      {"/p/main.mjs", ""},
      {"/p/node_modules/mixed/package.json", R"({"exports": {".": "./a.js", "import": "./b.js"}})"},
      {"/p/node_modules/index/package.json", R"({"exports": {"0": "./a.js"}})"},
      {"/p/node_modules/null/package.json", R"({"exports": null, "main": "a.js"})"},
      {"/p/node_modules/null/a.js", ""},
      {"/p/node_modules/empty/package.json", R"({"exports": {}})"}};
  std::string deep = R"({"exports": )";
  for (int i = 0; i < 100'000; i++) deep += R"({"node":)";
  deep += "null";
  deep.append(100'000, '}');
  world.add("/p/node_modules/deep/package.json", deep + "}");
  check_rows(world, {
                        {"/p/main.mjs", "mixed", "fail invalid-config"},
                        {"/p/main.mjs", "index", "fail invalid-config"},
                        {"/p/main.mjs", "null", "commonjs~ /p/node_modules/null/a.js"},
                        {"/p/main.mjs", "empty", "fail not-exported"},
                    });
  CHECK(world.resolve("/p/main.mjs", "deep") == "fail invalid-config");
}

}  // namespace
