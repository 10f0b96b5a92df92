#include "perry-scan/plan/link_plan.h"

#include <algorithm>
#include <set>
#include <utility>

namespace perry::scan {

namespace {

using frontend::ImportEntry;
using frontend::ModuleKind;
using frontend::PlanExport;

// The edges that make a module part of the program.
template <class Visit>
void for_each_target(const GraphModule& module, Visit visit) {
  if (module.implicit_target != kNoModule) visit(module.implicit_target);
  for (const Edge& edge : module.edges)
    if (edge.state == Edge::State::Module) visit(edge.target);
  for (const Candidate& candidate : module.candidates) visit(candidate.target);
}

std::vector<ModuleIndex> reachable(const Graph& graph, const std::vector<ModuleIndex>& entries) {
  std::vector<bool> seen(graph.modules.size());
  std::vector<ModuleIndex> found;
  for (const ModuleIndex entry : entries) {
    if (!seen[entry]) found.push_back(entry);
    seen[entry] = true;
  }
  for (size_t next = 0; next < found.size(); next++) {
    for_each_target(graph[found[next]], [&](ModuleIndex target) {
      if (seen[target]) return;
      seen[target] = true;
      found.push_back(target);
    });
  }
  std::ranges::sort(found, {}, [&](ModuleIndex m) { return std::string_view(graph[m].id); });
  return found;
}

bool imports_computed(const GraphModule& module) {
  if (module.facts == nullptr) return false;
  return std::ranges::any_of(module.record().requests, [](const frontend::ModuleRequest& r) {
    return r.kind == frontend::RequestKind::DynamicPattern ||
           r.kind == frontend::RequestKind::DynamicUnknown;
  });
}

class PlanMaker {
 public:
  PlanMaker(const Graph& graph, Exports& exports, const std::vector<ModuleIndex>& modules)
      : graph_(graph),
        exports_(exports),
        modules_(modules),
        places_(graph.modules.size()),
        needs_namespace_(graph.modules.size()) {
    for (uint32_t i = 0; i < modules.size(); i++) places_[modules[i]] = i;
  }

  // To be said before fill().
  void need_namespace(ModuleIndex module);
  void fill(frontend::LinkPlan& plan);

 private:
  void find_namespaces();
  void note_namespaces(const GraphModule& module);
  void fill_module(ModuleIndex index, frontend::PlanModule& plan);
  void fill_requests(const GraphModule& module, frontend::PlanModule& plan) const;

  const Graph& graph_;
  Exports& exports_;
  const std::vector<ModuleIndex>& modules_;
  std::vector<uint32_t> places_;  // by module: where it stands in the plan
  std::vector<bool> needs_namespace_;
  std::vector<ModuleIndex> open_;
  std::vector<std::vector<PlanExport>> exports_of_;
};

void PlanMaker::need_namespace(ModuleIndex module) {
  if (needs_namespace_[module]) return;
  needs_namespace_[module] = true;
  open_.push_back(module);
}

void PlanMaker::note_namespaces(const GraphModule& module) {
  if (module.facts == nullptr) return;
  const frontend::ModuleRecord& record = module.record();
  for (const ImportEntry& entry : record.imports) {
    const Edge& edge = module.edges[entry.request];
    if (edge.state != Edge::State::Module ||
        (!is_used(module, entry) && !is_in_metadata(module, entry)))
      continue;
    if (entry.kind == ImportEntry::Kind::Namespace) {
      need_namespace(edge.target);
      continue;
    }
    const ExportTarget target = exports_.resolve(edge.target, entry.imported);
    if (target.is_namespace()) need_namespace(target.module);
  }
  for (size_t i = 0; i < record.requests.size(); i++) {
    const Edge& edge = module.edges[i];
    if (edge.state != Edge::State::Module) continue;
    const frontend::RequestKind kind = record.requests[i].kind;
    const bool is_module = graph_[edge.target].kind == ModuleKind::Module ||
                           graph_[edge.target].kind == ModuleKind::Builtin;
    if (kind == frontend::RequestKind::DynamicImport ||
        (kind == frontend::RequestKind::Require && is_module))
      need_namespace(edge.target);
  }
  for (const Candidate& candidate : module.candidates)
    if (graph_[candidate.target].kind == ModuleKind::Module ||
        record.requests[candidate.request].kind == frontend::RequestKind::DynamicPattern)
      need_namespace(candidate.target);
}

PlanExport::Target plan_target(ExportTarget::Kind kind) {
  switch (kind) {
    case ExportTarget::Kind::Namespace:
      return PlanExport::Target::Namespace;
    case ExportTarget::Kind::DeferredNamespace:
      return PlanExport::Target::DeferredNamespace;
    case ExportTarget::Kind::CommonJs:
      return PlanExport::Target::CommonJs;
    default:
      return PlanExport::Target::Binding;
  }
}

// A namespace may hold namespaces.
void PlanMaker::find_namespaces() {
  exports_of_.resize(graph_.modules.size());
  for (const ModuleIndex index : modules_) note_namespaces(graph_[index]);
  // A computed specifier may lead to any module.
  if (std::ranges::any_of(modules_, [&](ModuleIndex m) { return imports_computed(graph_[m]); }))
    for (const ModuleIndex index : modules_)
      if (graph_[index].kind == ModuleKind::Module) need_namespace(index);
  while (!open_.empty()) {
    const ModuleIndex index = open_.back();
    open_.pop_back();
    for (const std::string& name : exports_.names(index)) {
      const ExportTarget target = exports_.resolve(index, name);
      PlanExport entry;
      entry.exported = name;
      entry.module = places_[target.module];
      entry.name = target.name;
      entry.target = plan_target(target.kind);
      if (target.is_namespace()) need_namespace(target.module);
      exports_of_[index].push_back(std::move(entry));
    }
  }
}

void PlanMaker::fill_requests(const GraphModule& module, frontend::PlanModule& plan) const {
  std::set<std::pair<ModuleIndex, frontend::ImportPhase>> seen;
  const auto add = [&](ModuleIndex target, frontend::ImportPhase phase) {
    if (seen.emplace(target, phase).second)
      plan.requests.push_back({.module = places_[target], .phase = phase});
  };
  if (module.implicit_target != kNoModule)
    add(module.implicit_target, frontend::ImportPhase::Evaluation);
  for (const uint32_t request : module.record().evaluation_order) {
    const Edge& edge = module.edges[request];
    if (edge.state == Edge::State::Module)
      add(edge.target, module.record().requests[request].phase);
  }
}

void PlanMaker::fill_module(ModuleIndex index, frontend::PlanModule& plan) {
  const GraphModule& module = graph_[index];
  plan.id = module.id;
  plan.source_path = module.source_path + module.suffix;
  plan.kind = module.kind;
  plan.needs_namespace = needs_namespace_[index];
  plan.exports = std::move(exports_of_[index]);
  if (module.facts == nullptr) return;
  plan.has_top_level_await = module.record().has_top_level_await;
  if (module.kind == ModuleKind::CommonJs) plan.commonjs_names = exports_.commonjs_names(index);
  fill_requests(module, plan);
}

void PlanMaker::fill(frontend::LinkPlan& plan) {
  find_namespaces();
  plan.modules.resize(modules_.size());
  for (size_t i = 0; i < modules_.size(); i++) fill_module(modules_[i], plan.modules[i]);
}

}  // namespace

std::vector<Program> make_programs(const Graph& graph, Exports& exports,
                                   const BuildSettings& settings) {
  std::vector<Program> programs;
  for (size_t i = 0; i < graph.programs.size(); i++) {
    Program& program = programs.emplace_back();
    program.name = settings.programs[i];
    program.modules = reachable(graph, graph.programs[i]);
    program.plan.linker = settings.linker;
    program.plan.target = settings.target;
    program.plan.profile = settings.profile;
    program.plan.output = settings.output;
    PlanMaker maker(graph, exports, program.modules);
    if (settings.output != frontend::OutputKind::Program) {
      program.plan.library = program.name;
      // What hosts look up in a library is what its main module exports.
      maker.need_namespace(graph.programs[i].back());
    }
    maker.fill(program.plan);
    std::vector<uint32_t> places(graph.modules.size());
    for (uint32_t place = 0; place < program.modules.size(); place++)
      places[program.modules[place]] = place;
    for (const ModuleIndex entry : graph.programs[i]) program.plan.entries.push_back(places[entry]);
  }
  return programs;
}

}  // namespace perry::scan
