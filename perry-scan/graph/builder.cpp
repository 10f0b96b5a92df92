// A worklist of modules. Each is read, and every place in it that asks for another module is
// resolved; what was not seen before joins the list. Edges of types alone are dropped before they
// are resolved: nothing depends on them.
//
// Reading is separate from linking: a name's meaning needs the whole graph (exports.h), and so does
// a module's id (identity.h).
#include "perry-scan/graph/builder.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "perry-scan/graph/codes.h"
#include "perry-scan/graph/cycles.h"
#include "perry-scan/graph/identity.h"
#include "perry-scan/graph/language.h"
#include "perry-scan/graph/metadata_imports.h"
#include "perry-scan/graph/patterns.h"
#include "perry-scan/resolve/builtin_modules.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

using frontend::ModuleKind;
using frontend::ModuleRequest;

// A path from the project's root where it lies inside.
std::string shown(std::string_view path, std::string_view root) {
  return support::is_path_inside(path, root) ? support::relative_path(path, root)
                                             : std::string(path);
}

std::optional<RequestKind> resolution_kind(frontend::RequestKind kind) {
  switch (kind) {
    case frontend::RequestKind::Import:
    case frontend::RequestKind::ExportFrom:
    case frontend::RequestKind::DynamicImport:
      return RequestKind::Import;
    case frontend::RequestKind::Require:
      return RequestKind::Require;
    case frontend::RequestKind::Worker:
      return RequestKind::Worker;
    default:
      return std::nullopt;
  }
}

bool is_computed(frontend::RequestKind kind) {
  switch (kind) {
    case frontend::RequestKind::DynamicPattern:
    case frontend::RequestKind::DynamicUnknown:
    case frontend::RequestKind::RequirePattern:
    case frontend::RequestKind::RequireUnknown:
      return true;
    default:
      return false;
  }
}

bool is_external(std::string_view specifier, const std::vector<std::string>& externals) {
  return std::ranges::any_of(externals, [&](std::string_view external) {
    if (external.ends_with("/*"))
      return specifier.starts_with(external.substr(0, external.size() - 1));
    return specifier == external;
  });
}

ImportAttribute attribute_of(const ModuleRequest& request) {
  for (const frontend::ImportAttribute& a : request.attributes) {
    if (a.key != "type") continue;
    if (a.value == "json") return ImportAttribute::Json;
    if (a.value == "text") return ImportAttribute::Text;
    if (a.value == "bytes") return ImportAttribute::Bytes;
  }
  return ImportAttribute::None;
}

std::optional<ModuleKind> kind_of(ModuleFormat format) {
  switch (format) {
    case ModuleFormat::EsModule:
      return ModuleKind::Module;
    case ModuleFormat::CommonJs:
      return ModuleKind::CommonJs;
    case ModuleFormat::Json:
      return ModuleKind::Json;
    case ModuleFormat::Text:
      return ModuleKind::Text;
    case ModuleFormat::Bytes:
      return ModuleKind::Bytes;
    case ModuleFormat::Builtin:
      return ModuleKind::Builtin;
    case ModuleFormat::NodeAddon:
    case ModuleFormat::Wasm:
    case ModuleFormat::Declaration:
      break;
  }
  return std::nullopt;
}

bool is_data(ModuleKind kind) { return kind != ModuleKind::Module && kind != ModuleKind::CommonJs; }

// Data lies beside sources for many reasons, so a pattern has to name it.
bool wants_data(const ModuleRequest& r) {
  return attribute_of(r) != ImportAttribute::None || r.specifier.ends_with(".json");
}

// Where no package.json says a name, each folder is a package of its own.
bool is_one_package(const Package* a, const Package* b) {
  if (a == nullptr || b == nullptr || a->is_in_node_modules || b->is_in_node_modules) return false;
  return a == b || (a->name.empty() && b->name.empty());
}

class Builder {
 public:
  Builder(const GraphInput& input, Resolver& resolver, Sources& sources, Reports& reports,
          WatchedFacts& watched)
      : input_(input),
        resolver_(resolver),
        sources_(sources),
        reports_(reports),
        watched_(watched),
        builtins_(input.builtins.begin(), input.builtins.end()) {}

  Graph run();

 private:
  struct Asker {
    ModuleIndex module = kNoModule;
    uint32_t request = 0;
  };

  void read_policy();
  void add_entry(const GraphEntry& entry);
  void visit(ModuleIndex index);
  bool read(ModuleIndex index);
  Edge follow(ModuleIndex index, uint32_t request);
  Edge resolve(ModuleIndex index, uint32_t request, RequestKind kind, const ModuleRequest& r);
  bool add_candidates(ModuleIndex index, uint32_t request, const ModuleRequest& r);
  ModuleIndex add(const Resolution& resolution, ModuleKind kind, Asker asker);
  void add_jsx_imports(ModuleIndex index, const TsConfig* config);
  void watch(std::span<const Fact> facts);

  void report_failure(const GraphModule& module, const ModuleRequest& r, const Failure& failure);
  bool is_acceptable(const GraphModule& module, const ModuleRequest& r,
                     const Resolution& resolution);
  bool is_allowed(const GraphModule& module, const ModuleRequest& r, const Resolution& resolution);
  void report_policy_hint();
  void report_unreadable(const GraphModule& module, const support::FsError& error);
  std::string without_root(std::string text) const;
  std::string shown_here(std::string_view path) const { return shown(path, input_.root); }

  const GraphInput& input_;
  Resolver& resolver_;
  Sources& sources_;
  Reports& reports_;
  WatchedFacts& watched_;
  std::unordered_set<std::string_view> builtins_;
  PackagePolicy policy_;
  std::vector<std::string_view> refused_;
  Graph graph_;
  std::unordered_map<std::string, ModuleIndex> known_;
  std::vector<Resolution> resolutions_;          // beside graph_.modules
  support::IdMap<EntryId, uint8_t> seen_facts_;  // a bit for each expectation
};

void Builder::watch(std::span<const Fact> facts) {
  for (const Fact fact : facts) {
    const auto bit = static_cast<uint8_t>(1 << static_cast<int>(fact.expectation));
    uint8_t& seen = seen_facts_.at(fact.entry);
    if ((seen & bit) == 0) watched_.facts.push_back(fact);
    seen |= bit;
  }
}

// The host project's word on packages; a dependency has none.
void Builder::read_policy() {
  FileTree& tree = resolver_.tree();
  tree.begin_facts();
  const Manifest* manifest = resolver_.manifests().in(tree.known(input_.root));
  watch(tree.facts());
  if (manifest == nullptr) return;
  const std::string file(tree.path(manifest->file));
  std::vector<ConfigProblem> problems;
  if (manifest->problem) {
    problems.push_back(*manifest->problem);
  } else {
    policy_ = PackagePolicy::from(manifest->json, problems, file);
  }
  for (const ConfigProblem& problem : problems) {
    if (!problem.text.empty()) reports_.set_text(problem.file, problem.text);
    reports_.about(problem.file).report(diag::kInvalidConfiguration, problem.span, problem.message);
  }
}

ModuleIndex Builder::add(const Resolution& resolution, ModuleKind kind, Asker asker) {
  std::string key(resolution.path);
  key += resolution.suffix + '\0' + static_cast<char>('0' + static_cast<int>(kind));
  // Whether a file is a module is found when it is read.
  if (kind == ModuleKind::CommonJs) key.back() = '0' + static_cast<char>(ModuleKind::Module);
  const auto [place, is_new] =
      known_.try_emplace(std::move(key), static_cast<ModuleIndex>(graph_.modules.size()));
  if (!is_new) return place->second;
  GraphModule& module = graph_.modules.emplace_back();
  module.kind = kind;
  module.package = resolution.package;
  module.suffix = resolution.suffix;
  module.importer = asker.module;
  module.importer_request = asker.request;
  if (kind == ModuleKind::Builtin)
    module.source_path = resolution.path;
  else
    module.path = resolution.path;
  Resolution& kept = resolutions_.emplace_back();
  kept.format = resolution.format;
  kept.is_ambiguous = resolution.is_ambiguous;
  return place->second;
}

void Builder::add_entry(const GraphEntry& entry) {
  const Resolution resolution = resolver_.describe_file(entry.path);
  watch(resolution.facts);
  const auto found = kind_of(resolution.format);
  if (!resolution.ok() || !found) {
    auto builder =
        reports_.about_no_file().report(diag::kEntryNotFound, {}, shown_here(entry.path));
    if (!resolution.ok()) builder.note(resolution.failure->message);
    return;
  }
  const bool is_script = entry.kind == ModuleKind::Script;
  graph_.programs.back().push_back(add(resolution, is_script ? ModuleKind::Script : *found, {}));
}

// What JSX calls: present in every module that has some, used or not, since only the compiler knows
// which forms occur.
void Builder::add_jsx_imports(ModuleIndex index, const TsConfig* config) {
  const std::string specifier = jsx_module_of(config, graph_[index].record(), graph_[index].emit);
  if (specifier.empty()) return;
  ModuleRequest request;
  request.specifier = specifier;
  const uint32_t asking = static_cast<uint32_t>(graph_[index].edges.size());
  const Edge edge = resolve(index, asking, RequestKind::Import, request);
  GraphModule& module = graph_[index];
  if (edge.state != Edge::State::Module) return;
  module.implicit_target = edge.target;
  if (module.emit.jsx_runtime == frontend::JsxRuntime::AutomaticDev)
    module.implicit_imports = {{"*Fragment*", "Fragment"}, {"*jsxDEV*", "jsxDEV"}};
  else
    module.implicit_imports = {{"*Fragment*", "Fragment"}, {"*jsx*", "jsx"}, {"*jsxs*", "jsxs"}};
}

// False when there is nothing to follow.
bool Builder::read(ModuleIndex index) {
  GraphModule& module = graph_[index];
  if (module.kind == ModuleKind::Builtin) return false;
  const bool is_script = module.kind == ModuleKind::Script;
  const bool has_syntax =
      is_script || module.kind == ModuleKind::Module || module.kind == ModuleKind::CommonJs;
  const auto fail = [&](const support::FsError& error) {
    if (module.importer != kNoModule) {
      report_unreadable(module, error);
      return false;
    }
    if (error.is_missing()) {
      reports_.about_no_file().report(diag::kEntryNotFound, {}, shown_here(module.path));
      return false;
    }
    reports_.about_no_file().report(diag::kCannotReadModule, {}, shown_here(module.path),
                                    error.reason());
    return false;
  };
  // The file itself, beside what resolution looked at.
  const Fact itself = {resolver_.tree().known(module.path), Expectation::Contents};
  watch({&itself, 1});
  if (!has_syntax) {
    const auto hash = sources_.hash_of(module.path);
    if (!hash) return fail(hash.error());
    module.hash = *hash;
    return false;
  }
  resolver_.tree().begin_facts();
  const TsConfig* config = resolver_.config_of(module.path);
  watch(resolver_.tree().facts());
  const auto facts =
      sources_.load(module.path, is_script ? script_reading()
                                           : reading_of(module.path, resolutions_[index], config));
  if (!facts) return fail(facts.error());
  module.facts = *facts;
  module.hash = module.facts->hash;
  if (!is_script)
    module.kind = module.facts->options.goal == frontend::Goal::CommonJS ? ModuleKind::CommonJs
                                                                         : ModuleKind::Module;
  module.emit = emit_options_of(config, *module.facts);
  module.elides_unused = module.facts->options.typescript() &&
                         (config == nullptr || !config->verbatim_module_syntax.value_or(false));
  if (!module.facts->diagnostics.all().empty()) {
    support::DiagnosticSink& sink = reports_.about(module.path);
    sink = module.facts->diagnostics;
  }
  add_jsx_imports(index, config);
  return true;
}

void Builder::visit(ModuleIndex index) {
  if (!read(index)) return;
  const size_t count = graph_[index].record().requests.size();
  graph_[index].edges.resize(count);
  for (uint32_t i = 0; i < count; i++) graph_[index].edges[i] = follow(index, i);
}

Edge Builder::follow(ModuleIndex index, uint32_t request) {
  const GraphModule& module = graph_[index];
  const ModuleRequest& r = module.record().requests[request];
  if (is_for_metadata(module, request)) {
    ModuleRequest hopeful = r;
    hopeful.optional = true;
    return resolve(index, request, RequestKind::Import, hopeful);
  }
  if (r.type_only || (r.elidable && module.elides_unused)) return {};
  if (is_computed(r.kind)) {
    const bool is_ours = module.package == nullptr || !module.package->is_in_node_modules;
    const bool has_candidates = is_ours && add_candidates(index, request, r);
    if (is_ours && !has_candidates && !r.optional)
      reports_.about(graph_[index].path).report(diag::kComputedSpecifier, r.span);
    return {.state = Edge::State::Computed};
  }
  const auto kind = resolution_kind(r.kind);
  if (!kind) return {.state = Edge::State::Computed};
  return resolve(index, request, *kind, r);
}

// The modules of the same package that a pattern may mean. One that cannot be part of a program, a
// text beside the sources, say, is not meant. False when there is none.
bool Builder::add_candidates(ModuleIndex index, uint32_t request, const ModuleRequest& r) {
  RequestKind kind = RequestKind::Import;
  if (r.kind == frontend::RequestKind::RequirePattern)
    kind = RequestKind::Require;
  else if (r.kind != frontend::RequestKind::DynamicPattern)
    return false;
  const std::string importer = graph_[index].path;
  FileTree& tree = resolver_.tree();
  tree.begin_facts();
  const EntryId directory = tree.known(support::path_directory(importer));
  const std::vector<std::string> specifiers = pattern_candidates(tree, directory, r.specifier);
  watch(tree.facts());
  bool has_any = false;
  for (const std::string& specifier : specifiers) {
    const Resolution resolution = resolver_.resolve(
        {.specifier = specifier, .importer = importer, .kind = kind, .attribute = attribute_of(r)});
    watch(resolution.facts);
    if (!resolution.ok() || !is_one_package(resolution.package, graph_[index].package)) continue;
    const auto found = kind_of(resolution.format);
    if (!found || (is_data(*found) && !wants_data(r))) continue;
    const ModuleIndex target = add(resolution, *found, {.module = index, .request = request});
    graph_[index].candidates.push_back({request, specifier, target});
    has_any = true;
  }
  return has_any;
}

Edge Builder::resolve(ModuleIndex index, uint32_t request, RequestKind kind,
                      const ModuleRequest& r) {
  if (is_external(r.specifier, input_.externals)) {
    if (!is_declaration(r.kind)) return {.state = Edge::State::Missing};
    reports_.about(graph_[index].path)
        .report(diag::kExternalDeclared, r.span, r.specifier)
        .note("`import()` and `require` of it are allowed; they throw when the program asks");
    return {.state = Edge::State::Broken};
  }
  const Resolution resolution = resolver_.resolve({.specifier = r.specifier,
                                                   .importer = graph_[index].path,
                                                   .kind = kind,
                                                   .attribute = attribute_of(r)});
  watch(resolution.facts);
  const GraphModule& module = graph_[index];
  if (!resolution.ok()) {
    if (r.optional) return {.state = Edge::State::Missing};
    report_failure(module, r, *resolution.failure);
    return {.state = Edge::State::Broken};
  }
  const bool is_missing_builtin =
      resolution.format == ModuleFormat::Builtin && !builtins_.contains(resolution.path);
  if (is_missing_builtin && r.optional) return {.state = Edge::State::Missing};
  if (resolution.format == ModuleFormat::Declaration && r.optional && is_declaration(r.kind))
    return {};
  if (!is_acceptable(module, r, resolution) || !is_allowed(module, r, resolution))
    return {.state = Edge::State::Broken};
  return {.state = Edge::State::Module,
          .target =
              add(resolution, *kind_of(resolution.format), {.module = index, .request = request})};
}

bool Builder::is_acceptable(const GraphModule& module, const ModuleRequest& r,
                            const Resolution& resolution) {
  switch (resolution.format) {
    case ModuleFormat::Builtin:
      if (builtins_.contains(resolution.path)) return true;
      reports_.about(module.path).report(diag::kBuiltinNotAvailable, r.span, resolution.path);
      return false;
    case ModuleFormat::Declaration:
      reports_.about(module.path)
          .report(diag::kOnlyTypes, r.span, r.specifier, shown_here(resolution.path))
          .note("write `import type` where only types are meant");
      return false;
    case ModuleFormat::NodeAddon:
      reports_.about(module.path)
          .report(diag::kUnsupportedFormat, r.span, shown_here(resolution.path), "a native addon");
      return false;
    case ModuleFormat::Wasm:
      reports_.about(module.path)
          .report(diag::kUnsupportedFormat, r.span, shown_here(resolution.path),
                  "a WebAssembly module");
      return false;
    default:
      return true;
  }
}

bool Builder::is_allowed(const GraphModule& module, const ModuleRequest& r,
                         const Resolution& resolution) {
  if (resolution.package == nullptr ||
      policy_.verdict(*resolution.package) == PolicyVerdict::Allowed)
    return true;
  const std::string_view name = resolution.package->name;
  reports_.about(module.path)
      .report(diag::kPackageRefused, r.span, name, explain_refusal(policy_, name));
  refused_.push_back(name);
  return false;
}

void Builder::report_policy_hint() {
  if (refused_.empty()) return;
  std::ranges::sort(refused_);
  const auto rest = std::ranges::unique(refused_);
  refused_.erase(rest.begin(), rest.end());
  reports_.set_hint(policy_hint(policy_, refused_));
}

// At the place that asks for it.
void Builder::report_unreadable(const GraphModule& module, const support::FsError& error) {
  const GraphModule& importer = graph_[module.importer];
  const auto& requests = importer.record().requests;
  const support::Span span = module.importer_request < requests.size()
                                 ? requests[module.importer_request].span
                                 : support::Span();
  reports_.about(importer.path)
      .report(diag::kCannotReadModule, span, shown_here(module.path), error.reason());
}

// Paths below the project as one writes them there.
std::string Builder::without_root(std::string text) const {
  const std::string prefix = input_.root == "/" ? input_.root : input_.root + "/";
  for (size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
    text.erase(at, prefix.size());
  return text;
}

void Builder::report_failure(const GraphModule& module, const ModuleRequest& r,
                             const Failure& failure) {
  auto builder =
      reports_.about(module.path)
          .report(diag::kCannotResolve, r.span, r.specifier, without_root(failure.message));
  std::string tried;
  bool is_above = false;
  for (const Attempt& attempt : failure.tried) {
    if (!support::is_path_inside(attempt.path, input_.root)) {
      is_above = true;
      continue;
    }
    if (!tried.empty()) tried += ", ";
    tried += shown_here(attempt.path);
  }
  if (is_above) tried += tried.empty() ? "it above the project" : ", and above the project";
  if (!tried.empty()) builder.note("looked for " + tried);
  for (const std::string& hint : failure.hints) builder.note(without_root(hint));
  if (!failure.config) return;
  const ConfigProblem& problem = *failure.config;
  if (!problem.text.empty()) reports_.set_text(problem.file, problem.text);
  reports_.about(problem.file).report(diag::kInvalidConfiguration, problem.span, problem.message);
}

Graph Builder::run() {
  read_policy();
  for (const std::vector<GraphEntry>& program : input_.programs) {
    graph_.programs.emplace_back();
    for (const GraphEntry& entry : program) add_entry(entry);
  }
  for (ModuleIndex next = 0; next < graph_.modules.size(); next++) visit(next);
  report_policy_hint();
  assign_ids(graph_, input_.root);
  find_cycles(graph_);
  return std::move(graph_);
}

}  // namespace

bool is_used(const GraphModule& module, const frontend::ImportEntry& entry) {
  if (entry.type_only) return false;
  return entry.used_as_value || !module.elides_unused;
}

bool is_in_metadata(const GraphModule& module, const frontend::ImportEntry& entry) {
  return entry.used_in_metadata && !entry.type_only && module.emit.decorator_metadata;
}

Graph build_graph(const GraphInput& input, Resolver& resolver, Sources& sources, Reports& reports,
                  WatchedFacts& watched) {
  return Builder(input, resolver, sources, reports, watched).run();
}

}  // namespace perry::scan
