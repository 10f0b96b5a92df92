#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

// Files of the project: relative and absolute specifiers, sources for outputs, what may be left
// out.

using namespace perry::scan;

namespace {

constexpr RequestKind kRequire = RequestKind::Require;

TEST_CASE("L17: `.` and `..` are relative") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/index.ts", ""},
              {"/p/src/index.ts", ""},
              {"/p/src/worktree.ts", ""},
              {"/p/src.ts", ""}};
  check_rows(world, {
                        {"/p/src/worktree.ts", ".", "esm /p/src/index.ts"},
                        {"/p/src/worktree.ts", "./", "esm /p/src/index.ts"},
                        {"/p/src/worktree.ts", "./.", "esm /p/src/index.ts"},
                        {"/p/src/worktree.ts", "..", "esm /p/index.ts"},
                        {"/p/src/worktree.ts", "../", "esm /p/index.ts"},
                        {"/p/src/worktree.ts", "../src", "esm /p/src.ts"},
                        {"/p/src/worktree.ts", "../src/", "esm /p/src/index.ts"},
                        {"/p/src/worktree.ts", ".", "esm /p/src/index.ts", kRequire},
                        {"/p/src/worktree.ts", "..", "esm /p/index.ts", kRequire},
                        {"/p/src/index.ts", ".", "esm /p/src/index.ts"},
                    });
}

TEST_CASE("L19: only known source extensions are replaced; others are part of the name") {
  World world{{"/p/a.ts", ""},
              {"/p/migration.ts", ""},
              {"/p/migration.gen.ts", ""},
              {"/p/runtime.ts", ""},
              {"/p/runtime.lifecycle.ts", ""},
              {"/p/styles.css.ts", ""},
              {"/p/only.ts", ""},
              {"/p/v1.2.js", ""},
              {"/p/b.test.tsx", ""},
              {"/p/plain.gen", ""}};
  check_rows(world,
             {
                 {"/p/a.ts", "./migration.gen", "commonjs~ /p/migration.gen.ts"},
                 {"/p/a.ts", "./migration.gen.js", "commonjs~ /p/migration.gen.ts"},
                 {"/p/a.ts", "./migration", "commonjs~ /p/migration.ts"},
                 {"/p/a.ts", "./runtime.lifecycle", "commonjs~ /p/runtime.lifecycle.ts"},
                 {"/p/a.ts", "./runtime.lifecycle", "commonjs~ /p/runtime.lifecycle.ts", kRequire},
                 {"/p/a.ts", "./styles.css", "commonjs~ /p/styles.css.ts"},
                 {"/p/a.ts", "./only.gen", "fail file-not-found"},
                 {"/p/a.ts", "./v1.2", "commonjs~ /p/v1.2.js"},
                 {"/p/a.ts", "./b.test", "commonjs~ /p/b.test.tsx"},
                 {"/p/a.ts", "./plain.gen", "commonjs /p/plain.gen", kRequire},
                 {"/p/a.ts", "./plain.gen", "fail unknown-format"},
             });
}

TEST_CASE("an output's name means its source, in the project") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/main.ts", ""},
              {"/p/both.ts", ""},
              {"/p/both.js", ""},
              {"/p/x.tsx", ""},
              {"/p/m.mts", ""},
              {"/p/c.cts", ""},
              {"/p/view.tsx", ""},
              {"/p/out.js", ""},
              {"/p/out.d.ts", ""},
              {"/p/jsx.jsx", ""}};
  check_rows(world, {
                        {"/p/main.ts", "./both.js", "esm /p/both.ts"},
                        {"/p/main.ts", "./both", "esm /p/both.ts"},
                        {"/p/main.ts", "./both.ts", "esm /p/both.ts"},
                        {"/p/main.ts", "./x.js", "esm /p/x.tsx"},
                        {"/p/main.ts", "./view.jsx", "esm /p/view.tsx"},
                        {"/p/main.ts", "./m.mjs", "esm /p/m.mts"},
                        {"/p/main.ts", "./c.cjs", "commonjs /p/c.cts"},
                        {"/p/main.ts", "./m.js", "fail file-not-found"},
                        {"/p/main.ts", "./out.js", "esm /p/out.js"},
                        {"/p/main.ts", "./out", "esm /p/out.js"},
                        {"/p/main.ts", "./jsx", "esm /p/jsx.jsx"},
                        {"/p/main.ts", "./both.js", "text /p/both.js", RequestKind::Import,
                         ImportAttribute::Text},
                    });
}

TEST_CASE("in packages the output wins, and the source stands in for it") {
  World world{
      {"/p/main.ts", ""},
      {"/p/node_modules/q/package.json", R"({"type": "module", "exports": {"./*": "./*"}})"},
      {"/p/node_modules/q/both.ts", ""},
      {"/p/node_modules/q/both.js", ""},
      {"/p/node_modules/q/source.ts", ""},
      {"/p/node_modules/q/own.js", ""}};
  check_rows(world,
             {
                 {"/p/main.ts", "q/both.js", "esm /p/node_modules/q/both.js"},
                 {"/p/main.ts", "q/source.js", "esm /p/node_modules/q/source.ts"},
                 {"/p/main.ts", "q/source", "fail target-not-found"},
                 {"/p/node_modules/q/own.js", "./both.js", "esm /p/node_modules/q/both.js"},
                 {"/p/node_modules/q/own.js", "./both", "fail file-not-found"},
                 {"/p/node_modules/q/own.js", "./both", "esm /p/node_modules/q/both.js", kRequire},
             });
}

TEST_CASE("nothing may be left out of an import when the project says node16") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/tsconfig.json", R"({"compilerOptions": {"module": "nodenext"}})"},
              {"/p/main.ts", ""},
              {"/p/a.ts", ""},
              {"/p/dir/index.ts", ""},
              {"/p/data.json", ""}};
  check_rows(world, {
                        {"/p/main.ts", "./a", "fail file-not-found"},
                        {"/p/main.ts", "./a.js", "esm /p/a.ts"},
                        {"/p/main.ts", "./a.ts", "esm /p/a.ts"},
                        {"/p/main.ts", "./dir", "fail is-directory"},
                        {"/p/main.ts", ".", "fail is-directory"},
                        {"/p/main.ts", "./dir/index.js", "esm /p/dir/index.ts"},
                        {"/p/main.ts", "./a", "esm /p/a.ts", kRequire},
                        {"/p/main.ts", "./dir", "esm /p/dir/index.ts", kRequire},
                        {"/p/main.ts", "./data", "json /p/data.json", kRequire},
                    });
}

TEST_CASE("URLs: escapes, queries, file: and backslashes") {
  World world{{"/p/a b.js", ""}, {"/p/100%.js", ""},     {"/p/x#y.js", ""},
              {"/p/d/e.js", ""}, {"/p/\xC3\xA9.js", ""}, {"/p/q?.js", ""}};
  const std::string_view from = "/p/main.js";
  check_rows(world, {
                        {from, "./a b.js", "commonjs~ /p/a b.js"},
                        {from, "./a%20b.js", "commonjs~ /p/a b.js"},
                        {from, "./%C3%A9.js", "commonjs~ /p/\xC3\xA9.js"},
                        {from, "./100%25.js", "commonjs~ /p/100%.js"},
                        {from, "./100%.js", "fail invalid-specifier"},
                        {from, "./100%.js", "commonjs~ /p/100%.js", kRequire},
                        {from, "./a%20b.js", "fail file-not-found", kRequire},
                        {from, "./x%23y.js", "commonjs~ /p/x#y.js"},
                        {from, "./x#y.js", "commonjs~ /p/x#y.js", kRequire},
                        {from, "./d/e.js?v=1#x", "commonjs~ /p/d/e.js?v=1#x"},
                        {from, "./q?.js", "commonjs~ /p/q?.js", kRequire},
                        {from, "./d%2Fe.js", "fail invalid-specifier"},
                        {from, ".\\d\\e.js", "fail invalid-specifier"},
                        {from, "./d\\e.js", "commonjs~ /p/d/e.js"},
                        {from, "./d/%2e%2e/d/e.js", "commonjs~ /p/d/e.js"},
                        {from, "/p/d/e.js", "commonjs~ /p/d/e.js"},
                        {from, "/p/d/e.js", "commonjs~ /p/d/e.js", kRequire},
                        {from, "file:///p/d/e.js", "commonjs~ /p/d/e.js"},
                        {from, "file://localhost/p/a%20b.js?q", "commonjs~ /p/a b.js?q"},
                        {from, "file://host/p/d/e.js", "fail invalid-specifier"},
                        {from, "file:///p/d/e.js", "fail unknown-scheme", kRequire},
                        {from, "./d/e%00.js", "fail invalid-specifier"},
                        {from, "./%FF.js", "fail invalid-specifier"},
                        {from, std::string_view("./a\0b", 5), "fail invalid-specifier"},
                        {from, "", "fail invalid-specifier"},
                    });
}

TEST_CASE("L35: builtin modules and unknown schemes") {
  World world{{"/p/node_modules/fs/index.js", ""},
              {"/p/node_modules/test/index.js", ""},
              {"/p/main.js", ""}};
  check_rows(world, {
                        {"/p/main.js", "fs", "builtin node:fs"},
                        {"/p/main.js", "node:fs", "builtin node:fs"},
                        {"/p/main.js", "fs/promises", "builtin node:fs/promises"},
                        {"/p/main.js", "fs", "builtin node:fs", kRequire},
                        {"/p/main.js", "fs/", "commonjs~ /p/node_modules/fs/index.js", kRequire},
                        {"/p/main.js", "node:test", "builtin node:test"},
                        {"/p/main.js", "test", "commonjs~ /p/node_modules/test/index.js"},
                        {"/p/main.js", "node:fss", "fail unknown-builtin"},
                        {"/p/main.js", "node:ffi", "fail unknown-builtin"},
                        {"/p/main.js", "bun:ffi", "fail unknown-scheme"},
                        {"/p/main.js", "bun:ffi", "fail unknown-scheme", kRequire},
                        {"/p/main.js", "https://example.com/a.js", "fail unknown-scheme"},
                        {"/p/main.js", "data:text/javascript,1", "fail unknown-scheme"},
                    });
}

TEST_CASE("links: one real path is one module, circles are told") {
  World world{
      {"/p/real/a.js", ""},    {"/p/link -> real", ""},       {"/p/b.js -> real/a.js", ""},
      {"/p/loop -> loop", ""}, {"/p/loop.js -> loop.js", ""}, {"/p/gone.js -> nowhere.js", ""},
      {"/p/main.js", ""}};
  check_rows(world, {
                        {"/p/main.js", "./real/a.js", "commonjs~ /p/real/a.js"},
                        {"/p/main.js", "./link/a.js", "commonjs~ /p/real/a.js"},
                        {"/p/main.js", "./b.js", "commonjs~ /p/real/a.js"},
                        // `..` is resolved before links are followed.
                        {"/p/main.js", "./link/../b.js", "commonjs~ /p/real/a.js"},
                        {"/p/link/a.js", "../b.js", "commonjs~ /p/real/a.js"},
                        {"/p/main.js", "./loop.js", "fail unreadable"},
                        {"/p/main.js", "./loop/x.js", "fail file-not-found"},
                        {"/p/main.js", "./gone.js", "fail file-not-found"},
                    });
}

TEST_CASE("assets and workers are URLs, whatever they look like") {
  World world{{"/p/package.json", R"({"type": "module"})"},
              {"/p/main.ts", ""},
              {"/p/logo.png", ""},
              {"/p/worker.ts", ""},
              {"/p/data.js", ""},
              {"/p/data.ts", ""}};
  check_rows(world, {
                        {"/p/main.ts", "logo.png", "bytes /p/logo.png", RequestKind::Asset},
                        {"/p/main.ts", "./data.js", "bytes /p/data.js", RequestKind::Asset},
                        {"/p/main.ts", "./data", "fail file-not-found", RequestKind::Asset},
                        {"/p/main.ts", "./worker.js", "esm /p/worker.ts", RequestKind::Worker},
                        {"/p/main.ts", "worker.ts", "esm /p/worker.ts", RequestKind::Worker},
                        {"/p/main.ts", "./logo.png", "text /p/logo.png", RequestKind::Import,
                         ImportAttribute::Text},
                        {"/p/main.ts", "./logo.png", "bytes /p/logo.png", RequestKind::Import,
                         ImportAttribute::Bytes},
                        {"/p/main.ts", "./logo.png", "fail unknown-format"},
                    });
}

TEST_CASE("files with types only are declarations") {
  World world{{"/p/main.ts", ""},
              {"/p/types.d.ts", ""},
              {"/p/style.css", ""},
              {"/p/style.d.css.ts", ""},
              {"/p/node_modules/@types/estree/index.d.ts", ""},
              {"/p/node_modules/t/package.json", R"({"exports": {"types": "./t.d.ts"}})"},
              {"/p/node_modules/t/t.d.ts", ""}};
  check_rows(world,
             {
                 {"/p/main.ts", "./types", "declaration /p/types.d.ts"},
                 {"/p/main.ts", "./types.js", "declaration /p/types.d.ts"},
                 {"/p/main.ts", "./types.d.ts", "declaration /p/types.d.ts"},
                 {"/p/main.ts", "estree", "declaration /p/node_modules/@types/estree/index.d.ts"},
                 {"/p/main.ts", "t", "declaration /p/node_modules/t/t.d.ts"},
             });
}

}  // namespace
