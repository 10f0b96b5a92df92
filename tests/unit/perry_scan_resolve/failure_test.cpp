#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

// What is said when nothing is found: everything tried, and the likely fix first.

using namespace perry::scan;

namespace {

struct Said {
  std::string_view importer;
  std::string_view specifier;
  // Parts of the first hint, or of the message when `-` comes first.
  std::string_view part;
  RequestKind kind = RequestKind::Import;
};

void check_said(World& world, std::initializer_list<Said> rows) {
  for (const Said& row : rows) {
    const Resolution resolution = world.answer(row.importer, row.specifier, row.kind);
    INFO(row.importer, " asks for ", row.specifier);
    REQUIRE_FALSE(resolution.ok());
    const Failure& failure = *resolution.failure;
    std::string text;
    if (row.part.starts_with('-')) {
      text = failure.message;
    } else if (!failure.hints.empty()) {
      text = failure.hints[0];
    }
    const std::string_view part = row.part.substr(row.part.starts_with('-') ? 1 : 0);
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("files: case, extension, spelling") {
  World world{{"/p/tsconfig.json", R"({"compilerOptions": {"module": "nodenext"}})"},
              {"/p/main.mts", ""},
              {"/p/Button.ts", ""},
              {"/p/util.ts", ""},
              {"/p/old.mts", ""},
              {"/p/types.d.ts", ""},
              {"/p/lib/index.ts", ""},
              {"/p/Components/list.ts", ""}};
  check_said(world, {
                        {"/p/main.mts", "./button.js", "the file is called `Button.ts`"},
                        {"/p/main.mts", "./button.js", "write `./Button.js`"},
                        {"/p/main.mts", "./util", "write `./util.js`"},
                        {"/p/main.mts", "./utl.js", "did you mean `./util"},
                        {"/p/main.mts", "./old.js", "write `./old.mjs`"},
                        {"/p/main.mts", "./lib", "write `./lib/index.js`"},
                        {"/p/main.mts", "./components/list.js", "is called `Components`"},
                        {"/p/main.mts", "./nothing-like-it.js", "-there is no file"},
                    });
}

TEST_CASE("L35: schemes and builtin modules") {
  World world{{"/p/main.mjs", ""}};
  check_said(world, {
                        {"/p/main.mjs", "bun:ffi", "belong to another runtime"},
                        {"/p/main.mjs", "bun:ffi", "-`bun:` is no scheme that can be imported"},
                        {"/p/main.mjs", "npm:react", "import `react`"},
                        {"/p/main.mjs", "https://a/b.js", "not fetched"},
                        {"/p/main.mjs", "nodes:fs", "did you mean `node:fs`"},
                        {"/p/main.mjs", "node:fss", "did you mean `node:fs`"},
                        {"/p/main.mjs", "node:Path", "did you mean `node:path`"},
                        {"/p/main.mjs", "node:ffi", "addon"},
                        {"/p/main.mjs", "test", "did you mean `node:test`"},
                    });
}

TEST_CASE("packages: not installed, no entry, not exported") {
  World world{{"/p/main.mjs", ""},
              {"/p/helper.ts", ""},
              {"/p/node_modules/react/package.json", R"({"name": "react", "main": "dist/x.js"})"},
              {"/p/node_modules/types-only/package.json",
               R"({"name": "types-only", "typings": "gone.d.ts"})"},
              {"/p/node_modules/a/package.json", R"({"name": "a", "exports": {
                 ".": {"require": "./a.cjs"}, "./feature": "./f.js", "./closed": null,
                 "./typed": {"types": "./typed.d.ts"}}})"},
              {"/p/package.json", R"({"name": "host", "imports": {"#config": "./config.js"}})"}};
  check_said(world, {
                        {"/p/main.mjs", "raect", "did you mean `react`, which is installed?"},
                        {"/p/main.mjs", "left-pad", "npm install left-pad"},
                        {"/p/main.mjs", "helper", "write `./helper`"},
                        {"/p/main.mjs", "react", "names `dist/x.js` as `main`"},
                        {"/p/main.mjs", "types-only", "types only"},
                        {"/p/main.mjs", "a", "exports this under `require`"},
                        {"/p/main.mjs", "a/features", "did you mean `a/feature`?"},
                        {"/p/main.mjs", "a/feature.js", "did you mean `a/feature`?"},
                        {"/p/main.mjs", "a/zzz", "the package exports `.`, `./feature`"},
                        {"/p/main.mjs", "a/closed", "on purpose"},
                        {"/p/main.mjs", "a/typed", "types only"},
                        {"/p/main.mjs", "a/feature", "-which does not exist"},
                        {"/p/main.mjs", "#confg", "did you mean `#config`?"},
                        {"/p/main.mjs", "#config", "build the package first"},
                    });
}

TEST_CASE("a failure lists what was tried, in order") {
  World world{{"/p/main.ts", ""}, {"/p/node_modules/x.txt", ""}};
  const Resolution file = world.answer("/p/main.ts", "./a.js");
  REQUIRE_FALSE(file.ok());
  std::vector<std::string> tried;
  for (const Attempt& attempt : file.failure->tried) tried.push_back(attempt.path);
  REQUIRE(tried.size() >= 4);
  tried.resize(4);
  CHECK(tried == std::vector<std::string>{"/p/a.ts", "/p/a.tsx", "/p/a.js", "/p/a.jsx"});
  const Resolution package = world.answer("/p/main.ts", "@s/q/x");
  REQUIRE_FALSE(package.ok());
  REQUIRE(package.failure->tried.size() == 2);
  CHECK(package.failure->tried[0].path == "/p/node_modules/@s/q");
  CHECK(package.failure->tried[1].path == "/node_modules/@s/q");
}

TEST_CASE("a broken package.json is shown with the place") {
  World world{{"/p/main.mjs", ""},
              {"/p/node_modules/a/package.json", "{\n  \"name\": \"a\",\n}"},
              {"/p/node_modules/b/package.json", R"({"exports": {".": "b.js"}})"}};
  const Resolution broken = world.answer("/p/main.mjs", "a");
  REQUIRE_FALSE(broken.ok());
  REQUIRE(broken.failure->config.has_value());
  CHECK(broken.failure->config->file == "/p/node_modules/a/package.json");
  CHECK(broken.failure->config->span.start == 17);
  CHECK(broken.failure->config->message == "expected a name in double quotes, found `}`");
  const Resolution target = world.answer("/p/main.mjs", "b");
  REQUIRE_FALSE(target.ok());
  CHECK(target.failure->kind == FailureKind::InvalidTarget);
  REQUIRE(target.failure->config.has_value());
  const perry::support::Span span = target.failure->config->span;
  CHECK(target.failure->config->text.substr(span.start, span.size()) == "\"b.js\"");
  REQUIRE_FALSE(target.failure->hints.empty());
  CHECK(target.failure->hints[0] == "write `./b.js`");
}

TEST_CASE("files and directories that cannot be read") {
  World world{
      {"/p/main.mjs", ""}, {"/p/node_modules/a/package.json", "{}"}, {"/p/closed/a.js", ""}};
  REQUIRE(world.files.deny_access("/p/node_modules/a/package.json"));
  REQUIRE(world.files.deny_access("/p/closed"));
  CHECK(world.resolve("/p/main.mjs", "a") == "fail invalid-config");
  // Names can be asked for where they cannot be listed.
  CHECK(world.resolve("/p/main.mjs", "./closed/a.js") == "commonjs~ /p/closed/a.js");
}

}  // namespace
