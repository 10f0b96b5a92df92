#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/requests.h"
#include "tests/unit/perry_scan_graph/scanned.h"

using namespace perry::scan;
using perry::frontend::CompileRequest;

namespace {

CompileRequest request_of(Scanned& scanned, std::string_view path) {
  return make_request(scanned.graph, *scanned.exports, scanned.find(path), scanned.settings);
}

std::string bytes_of(const Scanned::Files& files, std::string_view path) {
  Scanned scanned(files);
  REQUIRE(!scanned.reports.has_errors());
  return encode_request(request_of(scanned, path));
}

const Scanned::Files kFiles = {
    {"main.ts", "import { f, type T } from './barrel'; import * as ns from './b'; f(ns);"},
    {"barrel.ts", "export * from './a'; export * from './b';"},
    {"a.ts", "export function f(x: unknown) {} export type T = 1; export const other = 1;"},
    {"b.ts", "export const b = 1;"},
};

Scanned::Files with(size_t place, const std::string& text) {
  Scanned::Files files = kFiles;
  files[place].second = text;
  return files;
}

TEST_CASE("a request does not change with what its module cannot see") {
  const std::string before = bytes_of(kFiles, "main.ts");
  // Another order, another way, another body, other exports, another user.
  CHECK(bytes_of(with(1, "export * from './b'; export * from './a';"), "main.ts") == before);
  CHECK(bytes_of(with(1, "export { f } from './a';"), "main.ts") == before);
  CHECK(bytes_of(with(2, "export function f(y: unknown) { return 2 } export const fresh = 1;"),
                 "main.ts") == before);
  CHECK(bytes_of(with(3, "export const b = 2, c = 3;"), "main.ts") == before);
  const std::string leaf = bytes_of(kFiles, "a.ts");
  CHECK(bytes_of(with(0, "import { other } from './a'; other;"), "a.ts") == leaf);
}

TEST_CASE("a request changes with each fact that its module may rely on") {
  // G19, V28
  std::set<std::string> keys = {bytes_of(kFiles, "main.ts")};
  for (const char* text : {
           "export function f() {} export type T = 1;",
           "export function f(x: number) {} export type T = 1;",
           "export async function f(x: unknown) {} export type T = 1;",
           "export const f = (x: unknown) => {}; export type T = 1;",
           "export let f = (x: unknown) => {}; f = null!; export type T = 1;",
           "export class f {} export type T = 1;",
           "export const f = 1; export type T = 1;",
           "export const f = 2; export type T = 1;",
           "const l = 2; export { l as f }; export type T = 1;",
           "const l = 2; export { l, l as f }; export type T = 1;",
       })
    keys.insert(bytes_of(with(2, text), "main.ts"));
  // `export const f = 2` and `export { l as f }` look the same from outside.
  CHECK(keys.size() == 10);
  CHECK(keys.insert(bytes_of(with(1, "export function f() {}"), "main.ts")).second);
}

TEST_CASE("where a read may come too early") {
  Scanned scanned({{"main.ts", "import { a } from './a'; import { leaf } from './leaf'; a; leaf;"},
                   {"a.ts", "import { b, f, v } from './b'; export const a = () => [b, f, v];"},
                   {"b.ts",
                    "import { a } from './a'; export const b = 1; export var v = a;"
                    "export function f() {}"},
                   {"leaf.ts", "export const leaf = 1;"}});
  const CompileRequest a = request_of(scanned, "a.ts");
  CHECK(a.find_import("b")->may_be_uninitialized);
  CHECK(!a.find_import("f")->may_be_uninitialized);
  CHECK(!a.find_import("v")->may_be_uninitialized);
  const CompileRequest main = request_of(scanned, "main.ts");
  CHECK(!main.find_import("a")->may_be_uninitialized);
  CHECK(!main.find_import("leaf")->may_be_uninitialized);
}

TEST_CASE("crossed aliases, all permutations") {
  // L26
  std::vector<std::string> locals = {"a", "b", "c"};
  do {
    Scanned scanned(
        {{"main.ts", "import { a as " + locals[0] + ", c as " + locals[1] +
                         " } from './x'; import { a as " + locals[2] + " } from './y'; a; b; c;"},
         {"x.ts", "export const a = 1, c = 2;"},
         {"y.ts", "export const a = 3, c = 4;"}});
    const CompileRequest request = request_of(scanned, "main.ts");
    CHECK(request.find_import(locals[0])->facts.value.number == 1);
    CHECK(request.find_import(locals[1])->facts.value.number == 2);
    CHECK(request.find_import(locals[2])->facts.value.number == 3);
  } while (std::ranges::next_permutation(locals).found);
}

TEST_CASE("a plan has the order of declarations, each module once") {
  Scanned scanned({{"main.ts",
                    "import './b'; import { a } from './a'; import './b';\n"
                    "import type {} from './a'; import { T } from './types'; a;"},
                   {"a.ts", "export const a = 1;"},
                   {"b.ts", "import './a'; await 1;"},
                   {"types.ts", "export interface T {}"}});
  const std::vector<Program> programs =
      make_programs(scanned.graph, *scanned.exports, scanned.settings);
  REQUIRE(programs.size() == 1);
  const perry::frontend::LinkPlan& plan = programs[0].plan;
  CHECK(plan.modules.size() == 3);
  const auto& main = plan.modules[plan.entries[0]];
  CHECK(main.source_path == "main.ts");
  REQUIRE(main.requests.size() == 2);
  CHECK(plan.modules[main.requests[0].module].source_path == "b.ts");
  CHECK(plan.modules[main.requests[0].module].has_top_level_await);
  CHECK(plan.modules[main.requests[1].module].source_path == "a.ts");
  CHECK(perry::frontend::decode_link_plan(encode_link_plan(plan)) == plan);
}

TEST_CASE("hosts see what the main module of a library exports, through all barrels") {
  Scanned scanned({{"main.ts", "export * from './a'; export const own = 1;"},
                   {"a.ts", "import './b'; export const a = 1;"},
                   {"b.ts", "export const b = 1;"}});
  scanned.settings.output = perry::frontend::OutputKind::StaticLibrary;
  scanned.settings.programs = {"rules"};
  const std::vector<Program> programs =
      make_programs(scanned.graph, *scanned.exports, scanned.settings);
  const perry::frontend::LinkPlan& plan = programs[0].plan;
  CHECK(plan.library == "rules");
  for (const auto& module : plan.modules)
    CHECK(module.needs_namespace == (module.source_path == "main.ts"));
  const auto& exports = plan.modules[plan.entries[0]].exports;
  REQUIRE(exports.size() == 2);
  CHECK(exports[0].exported == "a");
  CHECK(exports[1].exported == "own");
  CHECK(request_of(scanned, "b.ts").is_position_independent);
  CHECK(perry::frontend::decode_link_plan(encode_link_plan(plan)) == plan);
  perry::frontend::LinkPlan wrong = plan;
  for (const char* const name : {"", "my-rules", "1st"}) {
    wrong.library = name;
    CHECK_FALSE(perry::frontend::decode_link_plan(encode_link_plan(wrong)).has_value());
  }
}

TEST_CASE("whatever order files are read in, the bytes are the same") {
  // K01, O07
  Scanned::Files turned(kFiles.rbegin(), kFiles.rend());
  for (const char* path : {"main.ts", "barrel.ts", "a.ts", "b.ts"})
    CHECK(bytes_of(kFiles, path) == bytes_of(turned, path));
}

}  // namespace
