#include "perry-scan/graph/check.h"

#include <string>
#include <vector>

#include "perry-scan/graph/codes.h"
#include "perry-scan/resolve/similar_name.h"
#include "perry-scan/resolve/text.h"

namespace perry::scan {

namespace {

using frontend::ModuleKind;

class NameChecker {
 public:
  NameChecker(const Graph& graph, Exports& exports, Reports& reports)
      : graph_(graph), exports_(exports), reports_(reports) {}

  void check(const GraphModule& module);

 private:
  void check_name(const GraphModule& module, uint32_t request, const std::string& name,
                  support::Span span);
  void report_missing(const GraphModule& module, ModuleIndex index, const std::string& name,
                      support::Span span);
  void report_ambiguous(const GraphModule& module, ModuleIndex index, const std::string& name,
                        support::Span span);

  const Graph& graph_;
  Exports& exports_;
  Reports& reports_;
};

void NameChecker::check(const GraphModule& module) {
  if (module.facts == nullptr) return;
  for (const frontend::ImportEntry& entry : module.record().imports)
    if (entry.kind != frontend::ImportEntry::Kind::Namespace && is_used(module, entry))
      check_name(module, entry.request, entry.imported, entry.span);
  for (const frontend::ExportEntry& entry : module.record().exports)
    if (entry.kind == frontend::ExportEntry::Kind::Indirect && !entry.type_only)
      check_name(module, entry.request, entry.imported, entry.span);
}

void NameChecker::check_name(const GraphModule& module, uint32_t request, const std::string& name,
                             support::Span span) {
  const Edge& edge = module.edges[request];
  if (edge.state != Edge::State::Module) return;
  const GraphModule& target = graph_[edge.target];
  const ExportTarget found = exports_.resolve(edge.target, name);
  const bool is_typescript = module.facts->options.typescript();
  switch (found.kind) {
    case ExportTarget::Kind::Missing:
      return report_missing(module, edge.target, name, span);
    case ExportTarget::Kind::Ambiguous:
      return report_ambiguous(module, edge.target, name, span);
    case ExportTarget::Kind::Circular:
      reports_.about(module.path).report(diag::kCircularExport, span, target.source_path, name);
      return;
    case ExportTarget::Kind::Type: {
      // TypeScript lets types be exported again without saying so.
      bool is_import = false;
      for (const frontend::ImportEntry& entry : module.record().imports)
        is_import |= entry.span == span && entry.used_as_value;
      if (is_typescript && !is_import) return;
      reports_.about(module.path).report(diag::kTypeUsedAsValue, span, target.source_path, name);
      return;
    }
    case ExportTarget::Kind::Binding:
    case ExportTarget::Kind::Namespace:
    case ExportTarget::Kind::DeferredNamespace:
    case ExportTarget::Kind::CommonJs:
    case ExportTarget::Kind::Unknown:
      return;
  }
}

void NameChecker::report_missing(const GraphModule& module, ModuleIndex index,
                                 const std::string& name, support::Span span) {
  const GraphModule& target = graph_[index];
  support::DiagnosticSink& sink = reports_.about(module.path);
  auto builder = name == "default"
                     ? sink.report(diag::kNoDefaultExport, span, target.source_path)
                     : sink.report(diag::kNoSuchExport, span, target.source_path, name);
  if (target.kind == ModuleKind::CommonJs) {
    builder.note("it is a CommonJS module; import its default and take the property from that");
    return;
  }
  if (target.kind != ModuleKind::Module) {
    builder.note("its only export is `default`");
    return;
  }
  const std::vector<std::string> names = exports_.names(index);
  SimilarName similar(name);
  for (const std::string& candidate : names) similar.consider(candidate);
  if (name != "default" && similar.found()) {
    builder.note(compose("did you mean `{}`?", *similar.found()));
    return;
  }
  if (names.empty()) {
    builder.note("it has no exports");
    return;
  }
  constexpr size_t kMostShown = 5;
  std::string list;
  for (size_t i = 0; i < names.size() && i < kMostShown; i++)
    list += (i == 0 ? "`" : ", `") + names[i] + "`";
  if (names.size() > kMostShown) list += ", …";
  builder.note("it exports " + list);
}

void NameChecker::report_ambiguous(const GraphModule& module, ModuleIndex index,
                                   const std::string& name, support::Span span) {
  const GraphModule& target = graph_[index];
  auto builder =
      reports_.about(module.path).report(diag::kAmbiguousExport, span, target.source_path, name);
  if (target.facts == nullptr) return;
  for (const frontend::ExportEntry& entry : target.record().exports) {
    if (entry.kind != frontend::ExportEntry::Kind::Star || entry.type_only) continue;
    const Edge& edge = target.edges[entry.request];
    if (edge.state != Edge::State::Module) continue;
    const ExportTarget one = exports_.resolve(edge.target, name);
    if (one.has_value())
      builder.note(compose("one comes through `{}` from `{}`",
                           target.record().requests[entry.request].specifier,
                           graph_[one.module].source_path));
  }
}

}  // namespace

void check_names(const Graph& graph, Exports& exports, Reports& reports) {
  NameChecker checker(graph, exports, reports);
  for (const GraphModule& module : graph.modules) checker.check(module);
}

}  // namespace perry::scan
