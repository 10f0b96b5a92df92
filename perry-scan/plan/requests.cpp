#include "perry-scan/plan/requests.h"

#include <optional>

#include "perry-scan/database/mentions.h"

namespace perry::scan {

namespace {

using frontend::ImportView;
using frontend::RequestTarget;

std::optional<RequestTarget::Mode> mode_of(frontend::RequestKind kind) {
  switch (kind) {
    case frontend::RequestKind::DynamicImport:
    case frontend::RequestKind::DynamicPattern:
      return RequestTarget::Mode::Import;
    case frontend::RequestKind::Require:
    case frontend::RequestKind::RequirePattern:
      return RequestTarget::Mode::Require;
    case frontend::RequestKind::Worker:
      return RequestTarget::Mode::Worker;
    default:
      return std::nullopt;
  }
}

class RequestMaker {
 public:
  RequestMaker(const Graph& graph, Exports& exports, ModuleIndex index,
               frontend::CompileRequest& request)
      : graph_(graph), exports_(exports), module_(graph[index]), request_(request) {}

  void add_requests();
  void add_imports();

 private:
  void add_candidates();
  void add_view(const std::string& local, ModuleIndex asked, const std::string& name);
  void add_namespace(const frontend::ImportEntry& entry, ModuleIndex target);
  void describe_binding(ImportView& view, const ExportTarget& target) const;

  const Graph& graph_;
  Exports& exports_;
  const GraphModule& module_;
  frontend::CompileRequest& request_;
};

void RequestMaker::add_requests() {
  const auto& requests = module_.record().requests;
  for (size_t i = 0; i < requests.size(); i++) {
    const auto mode = mode_of(requests[i].kind);
    const Edge& edge = module_.edges[i];
    const bool is_module = edge.state == Edge::State::Module;
    if (!mode || (!is_module && edge.state != Edge::State::Missing)) continue;
    RequestTarget target;
    target.mode = *mode;
    target.specifier = requests[i].specifier;
    target.attributes = requests[i].attributes;
    target.phase = requests[i].phase;
    target.kind = is_module ? RequestTarget::Kind::Module : RequestTarget::Kind::Missing;
    if (is_module) {
      target.module = graph_[edge.target].id;
      target.module_kind = graph_[edge.target].kind;
    }
    request_.requests.push_back(std::move(target));
  }
  add_candidates();
}

// What a pattern may mean is asked for like what is written out.
void RequestMaker::add_candidates() {
  for (const Candidate& candidate : module_.candidates) {
    const frontend::ModuleRequest& r = module_.record().requests[candidate.request];
    RequestTarget target;
    target.mode = *mode_of(r.kind);
    target.specifier = candidate.specifier;
    target.attributes = r.attributes;
    target.phase = r.phase;
    target.module = graph_[candidate.target].id;
    target.module_kind = graph_[candidate.target].kind;
    request_.requests.push_back(std::move(target));
  }
}

void RequestMaker::describe_binding(ImportView& view, const ExportTarget& target) const {
  const GraphModule& owner = graph_[target.module];
  if (owner.facts == nullptr) {
    // The value of a data file is in its own object.
    view.facts.is_constant = true;
    return;
  }
  const frontend::ExportedBinding* binding = owner.facts->signature.find(target.name);
  if (binding != nullptr) view.facts = binding->facts;
}

// A module in a cycle may be called before what it imports was evaluated, whether that is in the
// cycle or not.
void RequestMaker::add_view(const std::string& local, ModuleIndex asked, const std::string& name) {
  const ExportTarget target = exports_.resolve(asked, name);
  if (!target.has_value()) return;
  ImportView view;
  view.local = local;
  view.module = graph_[target.module].id;
  view.module_kind = graph_[target.module].kind;
  view.name = target.name;
  switch (target.kind) {
    case ExportTarget::Kind::Namespace:
      view.target = ImportView::Target::Namespace;
      break;
    case ExportTarget::Kind::DeferredNamespace:
      view.target = ImportView::Target::DeferredNamespace;
      break;
    case ExportTarget::Kind::CommonJs:
      view.target = ImportView::Target::CommonJs;
      view.may_be_uninitialized = module_.is_in_cycle;
      break;
    default:
      describe_binding(view, target);
      view.may_be_uninitialized = module_.is_in_cycle && !view.facts.starts_initialized;
  }
  request_.imports.push_back(std::move(view));
}

void RequestMaker::add_namespace(const frontend::ImportEntry& entry, ModuleIndex target) {
  const bool is_deferred =
      module_.record().requests[entry.request].phase == frontend::ImportPhase::Defer;
  ImportView view;
  view.local = entry.local;
  view.target = is_deferred ? ImportView::Target::DeferredNamespace : ImportView::Target::Namespace;
  view.module = graph_[target].id;
  view.module_kind = graph_[target].kind;
  request_.imports.push_back(std::move(view));
}

void RequestMaker::add_imports() {
  // What `eval` is handed may name anything.
  const bool uses_all = module_.record().uses_direct_eval;
  for (const frontend::ImportEntry& entry : module_.record().imports) {
    const Edge& edge = module_.edges[entry.request];
    const bool is_needed =
        !entry.type_only && (entry.used_as_value || uses_all || is_in_metadata(module_, entry));
    if (edge.state != Edge::State::Module || !is_needed) continue;
    if (entry.kind == frontend::ImportEntry::Kind::Namespace)
      add_namespace(entry, edge.target);
    else
      add_view(entry.local, edge.target, entry.imported);
  }
  if (module_.implicit_target == kNoModule) return;
  for (const ImplicitImport& implicit : module_.implicit_imports)
    add_view(implicit.local, module_.implicit_target, implicit.name);
}

}  // namespace

frontend::CompileRequest make_request(const Graph& graph, Exports& exports, ModuleIndex index,
                                      const BuildSettings& settings) {
  const GraphModule& module = graph[index];
  frontend::CompileRequest request;
  request.compiler = settings.compiler;
  request.target = settings.target;
  request.profile = settings.profile;
  request.keeps_lines = settings.profile != frontend::Profile::Size;
  request.keeps_function_source = settings.profile != frontend::Profile::Size;
  request.is_position_independent = settings.output != frontend::OutputKind::Program;
  request.module_id = module.id;
  request.source_path = module.source_path;
  request.source_hash = module.hash;
  request.kind = module.kind;
  request.emit = module.emit;
  if (module.facts != nullptr) {
    request.source = module.facts->options;
    for (const support::Definition& definition : settings.definitions)
      if (has_mention(module.facts->mentions, definition.name))
        request.definitions.push_back(definition);
    RequestMaker maker(graph, exports, index, request);
    maker.add_requests();
    maker.add_imports();
  }
  frontend::normalize(request);
  return request;
}

}  // namespace perry::scan
