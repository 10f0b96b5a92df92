#include "tests/unit/perry_scan_graph/scanned.h"

#include <doctest/doctest.h>

#include "support/base/stack.h"

namespace perry::scan {

Scanned::Scanned(const Files& contents, std::string_view root)
    : resolver(files, {}), sources(files, {}, std::string(root), 0, {}) {
  for (const auto& [name, text] : contents)
    REQUIRE(files.add_file(std::string(root) + "/" + name, text));
  settings.root = root;
  settings.build = std::string(root) + "/build";
  settings.programs = {"main"};
  const GraphInput input = {.root = std::string(root),
                            .programs = {{{std::string(root) + "/main.ts"}}},
                            .builtins = {},
                            .externals = {}};
  support::run_with_stack(support::kStackFrameGrowth * (size_t{64} << 20), [&] {
    graph = build_graph(input, resolver, sources, reports, watched);
    exports = std::make_unique<Exports>(graph);
    check_names(graph, *exports, reports);
  });
}

ModuleIndex Scanned::find(std::string_view source_path) const {
  for (ModuleIndex m = 0; m < graph.modules.size(); m++)
    if (graph[m].source_path == source_path) return m;
  FAIL("no module " << source_path);
  return kNoModule;
}

}  // namespace perry::scan
