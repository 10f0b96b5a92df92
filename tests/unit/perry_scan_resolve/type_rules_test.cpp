#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

// Edges that need types alone.

using namespace perry::scan;

namespace {

constexpr RequestKind kTypes = RequestKind::TypeImport;
constexpr RequestKind kTypesCjs = RequestKind::TypeRequire;

TEST_CASE("L20: for types, declarations come before code") {
  World world{{"/p/main.ts", ""},        {"/p/a.d.ts", ""},   {"/p/a.js", ""},
              {"/p/b.ts", ""},           {"/p/b.d.ts", ""},   {"/p/c.js", ""},
              {"/p/style.d.css.ts", ""}, {"/p/style.css", ""}};
  check_rows(world, {
                        {"/p/main.ts", "./a", "declaration /p/a.d.ts", kTypes},
                        {"/p/main.ts", "./a.js", "declaration /p/a.d.ts", kTypes},
                        {"/p/main.ts", "./a", "commonjs~ /p/a.js"},
                        {"/p/main.ts", "./b", "commonjs~ /p/b.ts", kTypes},
                        {"/p/main.ts", "./c", "commonjs~ /p/c.js", kTypes},
                        {"/p/main.ts", "./style.css", "declaration /p/style.d.css.ts", kTypes},
                        {"/p/main.ts", "./gone", "fail file-not-found", kTypes},
                    });
}

TEST_CASE("L20: packages by types, typings, @types and the condition") {
  World world{{"/p/main.ts", ""},
              {"/p/node_modules/t/package.json", R"({"types": "./t.d.ts", "main": "t.js"})"},
              {"/p/node_modules/t/t.d.ts", ""},
              {"/p/node_modules/t/t.js", ""},
              {"/p/node_modules/u/index.js", ""},
              {"/p/node_modules/@types/u/index.d.ts", ""},
              {"/p/node_modules/@s/v/index.js", ""},
              {"/p/node_modules/@types/s__v/package.json", R"({"types": "v.d.ts"})"},
              {"/p/node_modules/@types/s__v/v.d.ts", ""},
              {"/p/node_modules/e/package.json", R"({"exports": {
                 "import": {"types": "./i.d.mts", "default": "./i.mjs"},
                 "require": {"types": "./r.d.cts", "default": "./r.cjs"}}})"},
              {"/p/node_modules/e/i.d.mts", ""},
              {"/p/node_modules/e/i.mjs", ""},
              {"/p/node_modules/e/r.d.cts", ""},
              {"/p/node_modules/e/r.cjs", ""},
              {"/p/node_modules/plain/index.js", ""}};
  const std::string_view from = "/p/main.ts";
  check_rows(world, {
                        {from, "t", "declaration /p/node_modules/t/t.d.ts", kTypes},
                        {from, "t", "commonjs~ /p/node_modules/t/t.js"},
                        {from, "u", "declaration /p/node_modules/@types/u/index.d.ts", kTypes},
                        {from, "@s/v", "declaration /p/node_modules/@types/s__v/v.d.ts", kTypes},
                        {from, "e", "declaration /p/node_modules/e/i.d.mts", kTypes},
                        {from, "e", "declaration /p/node_modules/e/r.d.cts", kTypesCjs},
                        {from, "e", "esm /p/node_modules/e/i.mjs"},
                        {from, "plain", "commonjs~ /p/node_modules/plain/index.js", kTypes},
                        {from, "node:fs", "builtin node:fs", kTypes},
                        {from, "gone", "fail package-not-installed", kTypes},
                    });
}

TEST_CASE("imports that lead in a circle end") {
  World world{{"/p/package.json", R"({"name": "p", "imports": {"#a": "#b", "#b": "#a"}})"},
              {"/p/main.ts", ""}};
  CHECK(world.resolve("/p/main.ts", "#a", kTypes).starts_with("fail "));
  CHECK(world.resolve("/p/main.ts", "#a").starts_with("fail "));
}

}  // namespace
