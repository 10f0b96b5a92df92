#include "perry-scan/graph/identity.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/perry_scan_graph/scanned.h"

using namespace perry::scan;

namespace {

const Scanned::Files kFiles = {
    {"main.ts", "import './a'; import 'pkg'; import 'other';"},
    {"a.ts", "export {};"},
    {"node_modules/pkg/package.json", R"({"name": "pkg", "version": "1.0.0"})"},
    {"node_modules/pkg/index.js", "require('./lib/x')"},
    {"node_modules/pkg/lib/x.js", ""},
    {"node_modules/other/package.json", R"({"name": "other", "version": "1.0.0"})"},
    {"node_modules/other/index.js", "require('pkg')"},
    {"node_modules/other/node_modules/pkg/package.json", R"({"name": "pkg", "version": "1.0.0"})"},
    {"node_modules/other/node_modules/pkg/index.js", ""},
};

TEST_CASE("an id does not depend on where the project lies") {
  Scanned here(kFiles);
  Scanned there(kFiles, "/somewhere/else");
  REQUIRE(here.graph.modules.size() == there.graph.modules.size());
  for (size_t i = 0; i < here.graph.modules.size(); i++)
    CHECK(here.graph.modules[i].id == there.graph.modules[i].id);
}

TEST_CASE("an id does not depend on the order in which modules are found") {
  Scanned::Files turned = kFiles;
  turned[0].second = "import 'other'; import 'pkg'; import './a';";
  Scanned one(kFiles);
  Scanned other(turned);
  for (const GraphModule& module : one.graph.modules)
    CHECK(module.id == other.id(module.source_path));
}

TEST_CASE("two copies of one version are two modules") {
  Scanned scanned(kFiles);
  std::set<std::string> ids;
  for (const GraphModule& module : scanned.graph.modules) CHECK(ids.insert(module.id).second);
  // The copy nearer to the root has the name that it has in every project.
  Scanned::Files flat = {
      {"main.ts", "import 'pkg'"}, kFiles[2], kFiles[3], kFiles[4], {"a.ts", ""}};
  Scanned alone(flat);
  CHECK(alone.id("node_modules/pkg/index.js") == scanned.id("node_modules/pkg/index.js"));
}

TEST_CASE("ids that begin alike become longer") {
  Scanned scanned(kFiles);
  assign_ids(scanned.graph, "/p", 1);
  std::set<std::string> ids;
  bool has_long = false;
  for (const GraphModule& module : scanned.graph.modules) {
    CHECK(ids.insert(module.id).second);
    has_long |= module.id.size() == 64;
  }
  Scanned::Files many = {{"main.ts", ""}};
  for (int i = 0; i < 20; i++) {
    many[0].second += "import './m" + std::to_string(i) + "';";
    many.emplace_back("m" + std::to_string(i) + ".ts", "");
  }
  Scanned crowded(many);
  assign_ids(crowded.graph, "/p", 1);
  ids.clear();
  for (const GraphModule& module : crowded.graph.modules) {
    CHECK(ids.insert(module.id).second);
    has_long |= module.id.size() == 64;
  }
  CHECK(has_long);
}

}  // namespace
