#include <algorithm>
#include <map>
#include <tuple>

#include "frontend/diag/codes.h"
#include "frontend/extract/commonjs_pattern.h"
#include "frontend/extract/extractor.h"
#include "frontend/extract/tree.h"

// What stands at the top level: imports, and the order in which they evaluate.

namespace perry::frontend {

void Extractor::collect_module_items() {
  for (const NodeId id : ast_.list(ast_.as<ast::Program>(ast_.root()).body)) {
    if (id.is_none()) continue;
    switch (ast_.kind(id)) {
      case NodeKind::ImportDeclaration:
        import_declaration(id);
        break;
      case NodeKind::TSImportEqualsDeclaration:
        import_equals(id);
        break;
      case NodeKind::ExportNamedDeclaration:
        export_named(id);
        break;
      case NodeKind::ExportAllDeclaration:
        export_all(id);
        break;
      case NodeKind::ExportDefaultDeclaration:
        export_default(id);
        break;
      case NodeKind::TSExportAssignment:
        export_assignment(id);
        break;
      case NodeKind::ExpressionStatement:
        note_statement(id);
        break;
      default:
        break;
    }
  }
}

std::vector<ImportAttribute> Extractor::read_attributes(NodeList list) const {
  std::vector<ImportAttribute> attributes;
  for (const NodeId id : ast_.list(list)) {
    const auto* attribute = ast_.try_as<ast::ImportAttribute>(id);
    if (attribute == nullptr) continue;
    const AtomId key = name_atom(ast_, attribute->key);
    const AtomId value = name_atom(ast_, attribute->value);
    if (key.is_none() || value.is_none()) continue;
    attributes.push_back({std::string(ast_.text(key)), std::string(ast_.text(value))});
  }
  sort_attributes(attributes);
  return attributes;
}

uint32_t Extractor::add_static_request(RequestKind kind, NodeId source, NodeList attributes) {
  ModuleRequest request;
  request.kind = kind;
  if (const auto* literal = string_literal(ast_, source)) {
    request.specifier = ast_.text(literal->value);
    if (request.specifier.empty()) sink_.report(diag::kEmptySpecifier, ast_.span(source));
  }
  if (!source.is_none()) request.span = ast_.span(source);
  request.attributes = read_attributes(attributes);
  pending_.push_back({std::move(request), NodeId()});
  return static_cast<uint32_t>(pending_.size() - 1);
}

// `import {} from "x"`, which the tree does not tell from `import "x"`.
bool Extractor::is_empty_clause(NodeId id) const {
  constexpr size_t kKeyword = std::string_view("import").size();
  const size_t at = skip_blank(ast_.source(), ast_.start(id) + kKeyword);
  return at < ast_.source().size() && ast_.source()[at] == '{';
}

void Extractor::import_declaration(NodeId id) {
  has_es_syntax_ = true;
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  const auto specifiers = ast_.list(n.specifiers);
  const uint32_t index = add_static_request(RequestKind::Import, n.source, n.attributes);
  const std::string source = pending_[index].request.specifier;
  const bool is_type_only = ast_.has_flag(id, NodeFlag::TypeOnly) || options_.declaration_file;

  bool is_all_types = !specifiers.empty();
  for (const NodeId specifier : specifiers) {
    ImportEntry entry = import_entry(specifier);
    if (entry.local.empty()) continue;
    entry.request = index;
    entry.type_only |= is_type_only;
    is_all_types &= entry.type_only;
    const NodeId local = ast_.is<ast::ImportSpecifier>(specifier)
                             ? ast_.as<ast::ImportSpecifier>(specifier).local
                         : ast_.is<ast::ImportDefaultSpecifier>(specifier)
                             ? ast_.as<ast::ImportDefaultSpecifier>(specifier).local
                             : ast_.as<ast::ImportNamespaceSpecifier>(specifier).local;
    const BindingId binding = binding_of(ast_, local);
    if (!binding.is_none()) {
      import_of_binding_[binding.index] = static_cast<uint32_t>(record_.imports.size());
      entry.used_as_value =
          !entry.type_only && has(scopes_.binding(binding).flags, BindingFlag::UsedAsValue);
      entry.used_in_metadata =
          !entry.type_only && has(scopes_.binding(binding).flags, BindingFlag::UsedInMetadata);
      note_special_import(entry, binding, source);
    }
    record_.imports.push_back(std::move(entry));
  }

  ModuleRequest& request = pending_[index].request;
  request.phase = n.phase;
  request.type_only = is_type_only || is_all_types;
  // finish_imports takes it back where a name turns out to be used.
  request.elidable =
      options_.typescript() && !request.type_only && (!specifiers.empty() || is_empty_clause(id));
}

ImportEntry Extractor::import_entry(NodeId specifier) {
  ImportEntry entry;
  NodeId local;
  switch (ast_.kind(specifier)) {
    case NodeKind::ImportSpecifier: {
      const auto& n = ast_.as<ast::ImportSpecifier>(specifier);
      local = n.local;
      const AtomId imported = name_atom(ast_, n.imported.is_none() ? n.local : n.imported);
      if (!imported.is_none()) entry.imported = ast_.text(imported);
      entry.type_only = ast_.has_flag(specifier, NodeFlag::TypeOnly);
      break;
    }
    case NodeKind::ImportDefaultSpecifier:
      local = ast_.as<ast::ImportDefaultSpecifier>(specifier).local;
      entry.kind = ImportEntry::Kind::Default;
      entry.imported = "default";
      break;
    case NodeKind::ImportNamespaceSpecifier:
      local = ast_.as<ast::ImportNamespaceSpecifier>(specifier).local;
      entry.kind = ImportEntry::Kind::Namespace;
      break;
    default:
      return entry;
  }
  const AtomId name = name_atom(ast_, local);
  if (!name.is_none()) entry.local = ast_.text(name);
  entry.span = ast_.span(specifier);
  return entry;
}

void Extractor::note_special_import(const ImportEntry& entry, BindingId binding,
                                    std::string_view source) {
  if (source != "module" && source != "node:module") return;
  if (entry.imported == ast_.text(atoms::create_require))
    create_require_.push_back(binding);
  else if (entry.kind != ImportEntry::Kind::Named || entry.imported == "default")
    module_module_.push_back(binding);
}

// TypeScript's `import x = require("y")`. `import x = A.B` asks for nothing.
void Extractor::import_equals(NodeId id) {
  const auto& n = ast_.as<ast::TSImportEqualsDeclaration>(id);
  const bool is_exported = ast_.has_flag(id, NodeFlag::Export);
  const bool is_type_only = ast_.has_flag(id, NodeFlag::TypeOnly);
  if (const auto* external = ast_.try_as<ast::TSExternalModuleReference>(n.reference)) {
    const uint32_t index = add_static_request(RequestKind::Require, external->expression, {});
    const BindingId binding = binding_of(ast_, n.id);
    const bool is_used = is_exported || binding.is_none() ||
                         has(scopes_.binding(binding).flags, BindingFlag::UsedAsValue);
    ModuleRequest& request = pending_[index].request;
    request.type_only = is_type_only || options_.declaration_file;
    request.elidable = !request.type_only && !is_used;
  }
  if (!is_exported) return;
  has_es_syntax_ = true;
  const AtomId name = name_atom(ast_, n.id);
  if (!name.is_none()) add_local_export(ast_.text(name), n.id, is_type_only, ast_.span(n.id));
}

namespace {

// The identifier that JSX calls when nothing else is said: `h` of `@jsx preact.h` is `preact`.
std::string_view factory_root(const ModuleRecord& record, Directive::Kind kind) {
  for (const Directive& d : record.directives)
    if (d.kind == kind) return std::string_view(d.value).substr(0, d.value.find('.'));
  return "React";
}

}  // namespace

void Extractor::finish_imports() {
  const std::string_view element = factory_root(record_, Directive::Kind::Jsx);
  const std::string_view fragment = factory_root(record_, Directive::Kind::JsxFragment);
  for (ImportEntry& entry : record_.imports) {
    // JSX may use its factory without naming it; only the project's options tell.
    if (record_.uses_jsx && !entry.type_only && (entry.local == element || entry.local == fragment))
      entry.used_as_value = true;
    if (entry.used_as_value) pending_[entry.request].request.elidable = false;
  }
}

void Extractor::order_evaluation() {
  using Key = std::tuple<std::string_view,
                         std::vector<std::pair<std::string_view, std::string_view>>, ImportPhase>;
  std::map<Key, bool> is_kept;  // whether one was listed that nobody elides
  for (uint32_t i = 0; i < record_.requests.size(); i++) {
    const ModuleRequest& r = record_.requests[i];
    const bool is_static = r.kind == RequestKind::Import || r.kind == RequestKind::ExportFrom;
    if (!is_static || r.type_only) continue;
    Key key = {r.specifier, {}, r.phase};
    for (const ImportAttribute& a : r.attributes) std::get<1>(key).emplace_back(a.key, a.value);
    const auto [place, is_first] = is_kept.try_emplace(std::move(key), !r.elidable);
    if (!is_first && (place->second || r.elidable)) continue;
    place->second |= !r.elidable;
    record_.evaluation_order.push_back(i);
  }
}

}  // namespace perry::frontend
