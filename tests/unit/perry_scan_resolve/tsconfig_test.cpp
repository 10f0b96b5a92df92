#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

using namespace perry::scan;

namespace {

const TsConfig& config_of(World& world, std::string_view path) {
  const TsConfig* config = world.resolver().config_of(path);
  REQUIRE(config != nullptr);
  return *config;
}

TEST_CASE("options, comments and what is implied") {
  World world{{"/p/tsconfig.json", R"({
    // comments and trailing commas are fine
    "compilerOptions": {
      "target": "ES2020", "module": "NodeNext", "jsx": "react-jsx", "jsxImportSource": "preact",
      "experimentalDecorators": true, "emitDecoratorMetadata": true, "strict": true,
      "verbatimModuleSyntax": true, "allowImportingTsExtensions": true,
    },
  })"},
              {"/p/a.ts", ""},
              {"/q/tsconfig.json", "{}"},
              {"/q/a.ts", ""}};
  const TsConfig& config = config_of(world, "/p/a.ts");
  CHECK(config.problems.empty());
  CHECK(config.target == "es2020");
  CHECK(config.resolution() == ModuleResolution::Node);
  CHECK(config.resolves_json());
  CHECK(config.jsx_mode() == JsxMode::ReactJsx);
  CHECK(config.jsx_import_source == "preact");
  CHECK(config.experimental_decorators == true);
  CHECK(config.emit_decorator_metadata == true);
  CHECK(config.verbatim_module_syntax == true);
  CHECK(config.allow_importing_ts_extensions == true);
  CHECK(config.has_always_strict());
  CHECK_FALSE(config.defines_class_fields());
  const TsConfig& empty = config_of(world, "/q/a.ts");
  CHECK(empty.resolution() == ModuleResolution::Bundler);
  CHECK(empty.defines_class_fields());
  CHECK_FALSE(empty.has_always_strict());
  CHECK(empty.jsx_mode() == JsxMode::Unspecified);
}

TEST_CASE("what `module` implies") {
  struct Row {
    std::string_view options;
    ModuleResolution expected;
  };
  const Row rows[] = {
      {R"("module": "node16")", ModuleResolution::Node},
      {R"("module": "node18")", ModuleResolution::Node},
      {R"("module": "node20")", ModuleResolution::Node},
      {R"("module": "preserve")", ModuleResolution::Bundler},
      {R"("module": "commonjs")", ModuleResolution::Bundler},
      {R"("module": "esnext", "moduleResolution": "bundler")", ModuleResolution::Bundler},
      {R"("module": "nodenext", "moduleResolution": "bundler")", ModuleResolution::Bundler},
      {R"("moduleResolution": "Node16")", ModuleResolution::Node},
      {R"("moduleResolution": "node10")", ModuleResolution::Bundler},
  };
  for (const Row& row : rows) {
    World world{{"/p/a.ts", ""}};
    world.add("/p/tsconfig.json", "{\"compilerOptions\": {" + std::string(row.options) + "}}");
    INFO(row.options);
    CHECK(config_of(world, "/p/a.ts").resolution() == row.expected);
  }
}

TEST_CASE("extends: later wins, paths stay where they were written") {
  World world{
      {"/p/app/tsconfig.json",
       R"({"extends": ["../base", "@tsconfig/strictest/tsconfig.json", "shared"],
           "compilerOptions": {"target": "es2022"}})"},
      {"/p/base.json",
       R"({"extends": "./base2.json",
           "compilerOptions": {"paths": {"@/*": ["./src/*"]}, "strict": false, "target": "es5"},
           "include": ["src"]})"},
      {"/p/base2.json",
       R"({"compilerOptions": {"baseUrl": "./nope", "rootDirs": ["gen", "${configDir}/src"],
           "customConditions": ["c"]}, "references": [{"path": "./other"}]})"},
      {"/p/node_modules/@tsconfig/strictest/tsconfig.json",
       R"({"compilerOptions": {"strict": true}})"},
      {"/p/node_modules/shared/package.json", R"({"tsconfig": "config/base"})"},
      {"/p/node_modules/shared/config/base.json", R"({"compilerOptions": {"jsx": "preserve"}})"},
      {"/p/app/src/a.ts", ""}};
  const TsConfig& config = config_of(world, "/p/app/src/a.ts");
  CHECK(config.problems.empty());
  CHECK(config.target == "es2022");
  CHECK(config.strict == true);
  CHECK(config.jsx_mode() == JsxMode::Preserve);
  CHECK(config.base_url == "/p/nope");
  CHECK(config.paths_base == "/p/nope");
  CHECK(config.root_dirs == std::vector<std::string>{"/p/gen", "/p/app/src"});
  CHECK(config.custom_conditions == std::vector<std::string>{"c"});
  CHECK(config.include == std::vector<std::string>{"/p/src"});
  CHECK(config.references.empty());
}

TEST_CASE("circles, missing files and wrong types are told with their place") {
  World world{
      {"/p/tsconfig.json", R"({"extends": "./a.json"})"},
      {"/p/a.json", R"({"extends": "./b.json", "compilerOptions": {"strict": true}})"},
      {"/p/b.json", R"({"extends": ["./a.json", "./gone.json"]})"},
      {"/p/x.ts", ""},
      {"/q/tsconfig.json", R"({"compilerOptions": {"paths": [], "strict": 1, "jsx": null}})"},
      {"/q/x.ts", ""},
      {"/r/tsconfig.json", "{ \"a\" }"},
      {"/r/x.ts", ""}};
  const TsConfig& circle = config_of(world, "/p/x.ts");
  CHECK(circle.strict == true);
  REQUIRE(circle.problems.size() == 2);
  CHECK(circle.problems[0].file == "/p/b.json");
  CHECK(circle.problems[0].message == "`./a.json` extends itself in a circle");
  CHECK(circle.problems[0].span == perry::support::Span{13, 23});
  CHECK(circle.problems[1].message == "cannot find the configuration `./gone.json`");
  const TsConfig& wrong = config_of(world, "/q/x.ts");
  REQUIRE(wrong.problems.size() == 2);
  CHECK(wrong.problems[0].message == "`strict` must be true or false");
  CHECK(wrong.problems[1].message == "`paths` must be an object");
  REQUIRE(config_of(world, "/r/x.ts").problems.size() == 1);
  CHECK(config_of(world, "/r/x.ts").problems[0].span.start == 6);
}

TEST_CASE("a tree of extends that grows without end is cut") {
  World world{{"/p/x.ts", ""}};
  auto name = [](int i) { return "c" + std::to_string(i) + ".json"; };
  for (int i = 0; i < 40; i++)
    world.add("/p/" + name(i), R"({"extends": [")" + name(i + 1).insert(0, "./") + "\", \"./" +
                                   name(i + 1) + "\"]}");
  world.add("/p/" + name(40), "{}").add("/p/tsconfig.json", R"({"extends": "./c0.json"})");
  CHECK_FALSE(config_of(world, "/p/x.ts").problems.empty());
}

TEST_CASE("the nearest file counts, references where it has no files, none in packages") {
  World world{{"/p/tsconfig.json", R"({"files": [], "references": [{"path": "./tsconfig.node.json"},
                                       {"path": "./tsconfig.app.json"}]})"},
              {"/p/tsconfig.app.json",
               R"({"include": ["src"], "compilerOptions": {"paths": {"@/*": ["./src/*"]}}})"},
              {"/p/tsconfig.node.json", R"({"include": ["vite.config.ts"]})"},
              {"/p/src/main.ts", ""},
              {"/p/src/lib/a.ts", ""},
              {"/p/vite.config.ts", ""},
              {"/p/sub/tsconfig.json", "{}"},
              {"/p/sub/deep/b.ts", ""},
              {"/p/node_modules/q/tsconfig.json", "{}"},
              {"/p/node_modules/q/index.ts", ""}};
  CHECK(config_of(world, "/p/src/main.ts").file == "/p/tsconfig.app.json");
  CHECK(config_of(world, "/p/vite.config.ts").file == "/p/tsconfig.node.json");
  CHECK(config_of(world, "/p/sub/deep/b.ts").file == "/p/sub/tsconfig.json");
  CHECK(world.resolver().config_of("/p/node_modules/q/index.ts") == nullptr);
  CHECK(world.resolve("/p/src/main.ts", "@/lib/a") == "commonjs~ /p/src/lib/a.ts");
}

TEST_CASE("a tsconfig.json that is named stands for the nearest ones") {
  World world{
      {"/p/tsconfig.json", "{}"},
      {"/p/tsconfig.build.json", R"({"compilerOptions": {"paths": {"x": ["./src/x.ts"]}}})"},
      {"/p/src/x.ts", ""},
      {"/p/src/main.ts", ""}};
  world.options.tsconfig = "/p/tsconfig.build.json";
  CHECK(world.resolve("/p/src/main.ts", "x") == "commonjs~ /p/src/x.ts");
}

TEST_CASE("paths: exact before patterns, the longest prefix, several candidates") {
  World world{{"/p/tsconfig.json", R"({"compilerOptions": {"paths": {
                 "*": ["./types/*.d.ts", "./vendor/*"], "@/*": ["./src/*"], "@/lib/*": ["./lib/*"],
                 "@/exact": ["./src/one.ts"], "two": ["./gone", "./src/two"], "fs": ["./src/fs.ts"],
                 "data": ["./src/data", "./src/one"], "~*": ["./src*"], "react": ["./types/react.d.ts"], "#own": ["./src/one.ts"]}}})"},
              {"/p/src/main.ts", ""},
              {"/p/src/one.ts", ""},
              {"/p/src/data.json", ""},
              {"/p/src/two/index.ts", ""},
              {"/p/src/fs.ts", ""},
              {"/p/src/lib/a.ts", ""},
              {"/p/lib/a.ts", ""},
              {"/p/vendor/v.js", ""},
              {"/p/types/react.d.ts", ""},
              {"/p/node_modules/react/index.js", ""},
              {"/p/node_modules/plain/index.js", ""}};
  const std::string_view from = "/p/src/main.ts";
  check_rows(world, {
                        {from, "@/one", "commonjs~ /p/src/one.ts"},
                        {from, "@/one.js", "commonjs~ /p/src/one.ts"},
                        {from, "@/lib/a", "commonjs~ /p/lib/a.ts"},
                        {from, "@/exact", "commonjs~ /p/src/one.ts"},
                        {from, "two", "commonjs~ /p/src/two/index.ts"},
                        // The types come from there as well.
                        {from, "data", "commonjs~ /p/src/one.ts"},
                        {from, "fs", "commonjs~ /p/src/fs.ts"},
                        {from, "v", "commonjs~ /p/vendor/v.js"},
                        {from, "~/one", "commonjs~ /p/src/one.ts"},
                        {from, "#own", "commonjs~ /p/src/one.ts"},
                        {from, "plain", "commonjs~ /p/node_modules/plain/index.js"},
                        // Code is not where types are.
                        {from, "react", "commonjs~ /p/node_modules/react/index.js"},
                        {from, "react", "declaration /p/types/react.d.ts", RequestKind::TypeImport},
                        {from, "node:path", "builtin node:path"},
                    });
}

TEST_CASE("baseUrl, rootDirs and moduleSuffixes") {
  World world{{"/p/tsconfig.json", R"({"compilerOptions": {"baseUrl": "src",
                 "rootDirs": ["src", "generated"], "moduleSuffixes": [".ios", ""]}})"},
              {"/p/src/app/main.ts", ""},
              {"/p/src/util.ts", ""},
              {"/p/src/app/view.ios.ts", ""},
              {"/p/src/app/view.ts", ""},
              {"/p/generated/app/made.ts", ""}};
  check_rows(world, {
                        {"/p/src/app/main.ts", "util", "commonjs~ /p/src/util.ts"},
                        {"/p/src/app/main.ts", "./made", "commonjs~ /p/generated/app/made.ts"},
                        {"/p/generated/app/made.ts", "./main", "commonjs~ /p/src/app/main.ts"},
                        {"/p/src/app/main.ts", "./view", "commonjs~ /p/src/app/view.ios.ts"},
                        {"/p/src/app/main.ts", "./view.js", "commonjs~ /p/src/app/view.ios.ts"},
                    });
}

}  // namespace
