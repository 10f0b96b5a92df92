#include "perry-scan/graph/metadata_imports.h"

#include <algorithm>

namespace perry::scan {

namespace {

bool has_value(const GraphModule& module, uint32_t request, Exports& exports) {
  const Edge& edge = module.edges[request];
  if (edge.state != Edge::State::Module) return false;
  return std::ranges::any_of(module.record().imports, [&](const frontend::ImportEntry& entry) {
    if (entry.request != request || !is_in_metadata(module, entry)) return false;
    return entry.kind == frontend::ImportEntry::Kind::Namespace ||
           exports.resolve(edge.target, entry.imported).has_value();
  });
}

}  // namespace

bool is_for_metadata(const GraphModule& module, uint32_t request) {
  const frontend::ModuleRequest& r = module.record().requests[request];
  if (r.type_only || !r.elidable || !module.elides_unused || !module.emit.decorator_metadata)
    return false;
  return std::ranges::any_of(module.record().imports, [&](const frontend::ImportEntry& entry) {
    return entry.request == request && is_in_metadata(module, entry);
  });
}

void take_back_types(Graph& graph, Exports& exports) {
  for (GraphModule& module : graph.modules) {
    if (module.facts == nullptr || !module.emit.decorator_metadata) continue;
    for (uint32_t i = 0; i < module.edges.size(); i++)
      if (is_for_metadata(module, i) && !has_value(module, i, exports)) module.edges[i] = {};
  }
}

}  // namespace perry::scan
