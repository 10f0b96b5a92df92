#include "perry-scan/driver/dump_graph.h"

#include <string_view>
#include <unordered_map>

#include "frontend/module/names.h"
#include "frontend/module/request.h"
#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/requests.h"

namespace perry::scan {

namespace {

using frontend::ImportView;
using frontend::PlanExport;

class GraphDump {
 public:
  GraphDump(const Graph& graph, Exports& exports, const BuildSettings& settings)
      : graph_(graph), exports_(exports), settings_(settings) {
    for (const GraphModule& module : graph.modules) paths_[module.id] = module.source_path;
    for (const Program& program : make_programs(graph, exports, settings))
      for (const frontend::PlanModule& module : program.plan.modules)
        if (module.needs_namespace) note_namespace(program.plan, module);
  }

  std::string run() {
    for (ModuleIndex m = 0; m < graph_.modules.size(); m++) add_module(m);
    return std::move(out_);
  }

 private:
  void note_namespace(const frontend::LinkPlan& plan, const frontend::PlanModule& module) {
    std::string& text = namespaces_[module.id];
    text.clear();
    for (const PlanExport& e : module.exports) {
      const std::string& path = plan.modules[e.module].source_path;
      text += "  exports " + e.exported + " = " +
              (e.target == PlanExport::Target::Namespace ? "namespace" : e.name) + " of " + path +
              "\n";
    }
    if (text.empty()) text = "  exports nothing\n";
  }

  void add_module(ModuleIndex m);
  void add_edges(const GraphModule& module);
  void add_import(const ImportView& view);

  const Graph& graph_;
  Exports& exports_;
  const BuildSettings& settings_;
  std::unordered_map<std::string_view, std::string_view> paths_;  // by id
  std::unordered_map<std::string, std::string> namespaces_;
  std::string out_;
};

void GraphDump::add_edges(const GraphModule& module) {
  const auto& requests = module.record().requests;
  for (size_t i = 0; i < requests.size(); i++) {
    const Edge& edge = module.edges[i];
    out_ += "  ";
    out_ += frontend::to_string(requests[i].kind);
    if (!requests[i].specifier.empty()) out_ += " \"" + requests[i].specifier + "\"";
    switch (edge.state) {
      case Edge::State::Erased:
        out_ += ": erased\n";
        break;
      case Edge::State::Module:
        out_ += ": " + graph_[edge.target].source_path + "\n";
        break;
      case Edge::State::Missing:
        out_ += ": missing\n";
        break;
      case Edge::State::Computed:
        out_ += ": when it runs\n";
        for (const Candidate& candidate : module.candidates)
          if (candidate.request == i)
            out_ += "    \"" + candidate.specifier + "\": " + graph_[candidate.target].source_path +
                    "\n";
        break;
      case Edge::State::Broken:
        out_ += ": broken\n";
        break;
    }
  }
}

void GraphDump::add_import(const ImportView& view) {
  out_ += "  " + view.local + " = ";
  switch (view.target) {
    case ImportView::Target::Namespace:
      out_ += "namespace";
      break;
    case ImportView::Target::DeferredNamespace:
      out_ += "deferred namespace";
      break;
    case ImportView::Target::CommonJs:
      out_ += "CommonJS " + view.name;
      break;
    case ImportView::Target::Binding:
      out_ += std::string(to_string(view.facts.kind)) + " " + view.name;
      break;
  }
  out_ += " of " + std::string(paths_[view.module]);
  if (view.may_be_uninitialized) out_ += ", checked";
  out_ += "\n";
}

void GraphDump::add_module(ModuleIndex m) {
  const GraphModule& module = graph_[m];
  out_ += module.source_path + module.suffix + " (" + std::string(to_string(module.kind)) + ")\n";
  if (module.facts != nullptr) {
    add_edges(module);
    for (const ImportView& view : make_request(graph_, exports_, m, settings_).imports)
      add_import(view);
  }
  if (const auto place = namespaces_.find(module.id); place != namespaces_.end())
    out_ += place->second;
}

}  // namespace

std::string dump_graph(const Graph& graph, Exports& exports, const BuildSettings& settings) {
  return GraphDump(graph, exports, settings).run();
}

}  // namespace perry::scan
