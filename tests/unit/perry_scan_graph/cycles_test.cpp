#include "perry-scan/graph/cycles.h"

#include <doctest/doctest.h>

#include "tests/unit/perry_scan_graph/scanned.h"

using namespace perry::scan;

namespace {

TEST_CASE("only declarations make cycles") {
  Scanned scanned({{"main.ts", "import './a'; import './self'; import './late';"},
                   {"a.ts", "import './b'; import './leaf';"},
                   {"b.ts", "export * from './a';"},
                   {"self.ts", "import './self';"},
                   {"late.ts", "export const f = () => import('./back');"},
                   {"back.ts", "import './late';"},
                   {"leaf.ts", "export {};"}});
  const auto is_in_cycle = [&](std::string_view path) {
    return scanned.graph[scanned.find(path)].is_in_cycle;
  };
  CHECK(is_in_cycle("a.ts"));
  CHECK(is_in_cycle("b.ts"));
  CHECK(is_in_cycle("self.ts"));
  CHECK(!is_in_cycle("main.ts"));
  CHECK(!is_in_cycle("leaf.ts"));
  CHECK(!is_in_cycle("late.ts"));
  CHECK(!is_in_cycle("back.ts"));
}

TEST_CASE("targets have smaller components") {
  Scanned scanned({{"main.ts", "import './a';"},
                   {"a.ts", "import './b';"},
                   {"b.ts", "import './a'; import './c';"},
                   {"c.ts", ""}});
  const auto component = [&](std::string_view path) {
    return scanned.graph[scanned.find(path)].component;
  };
  CHECK(component("a.ts") == component("b.ts"));
  CHECK(component("c.ts") < component("b.ts"));
  CHECK(component("a.ts") < component("main.ts"));
}

TEST_CASE("a long chain costs no stack") {
  // L03
  Scanned::Files files = {{"main.ts", "export * from './m0'; import { x } from './m0'; x;"}};
  constexpr int kLength = 3000;
  for (int i = 0; i < kLength; i++) {
    const bool is_last = i + 1 == kLength;
    files.emplace_back(
        "m" + std::to_string(i) + ".ts",
        is_last ? "export const x = 1;" : "export * from './m" + std::to_string(i + 1) + "';");
  }
  Scanned scanned(files);
  CHECK(!scanned.reports.has_errors());
  const ExportTarget target = scanned.exports->resolve(scanned.find("main.ts"), "x");
  CHECK(target.module == scanned.find("m2999.ts"));
}

}  // namespace
