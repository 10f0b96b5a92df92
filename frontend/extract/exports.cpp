#include "frontend/diag/codes.h"
#include "frontend/extract/extractor.h"
#include "frontend/extract/tree.h"

// Exports of every form.

namespace perry::frontend {

namespace {

constexpr std::string_view kAssigned = "export=";

// The first name of `a.b.c`.
NodeId leftmost_name(const Ast& ast, NodeId id) {
  while (const auto* qualified = ast.try_as<ast::TSQualifiedName>(id)) id = qualified->left;
  return id;
}

}  // namespace

// A name without a meaning at run time: nothing of it can be imported there.
bool Extractor::has_no_value(BindingId id) const {
  if (options_.declaration_file) return true;
  if (!options_.typescript() || id.is_none()) return false;
  return !has(scopes_.binding(id).flags, BindingFlag::Value);
}

void Extractor::add_local_export(std::string_view exported, NodeId name, bool is_type_only,
                                 support::Span span) {
  const AtomId local = name_atom(ast_, name);
  const BindingId binding = binding_of(ast_, name);
  ExportEntry entry;
  entry.exported = exported;
  entry.local = ast_.text(local.is_none() ? atoms::default_export : local);
  entry.type_only = is_type_only || options_.declaration_file;
  entry.span = span;
  const auto [place, is_new] = export_index_.try_emplace(
      entry.exported + '\0' + entry.local, static_cast<uint32_t>(record_.exports.size()));
  if (!is_new) {
    record_.exports[place->second].type_only &= entry.type_only;
    return;
  }
  record_.exports.push_back(std::move(entry));
  export_bindings_.resize(record_.exports.size());
  export_bindings_.back() = binding;
}

void Extractor::export_named(NodeId id) {
  has_es_syntax_ = true;
  const auto& n = ast_.as<ast::ExportNamedDeclaration>(id);
  if (!n.source.is_none()) return export_from(id);
  if (!n.declaration.is_none()) return export_declaration(n.declaration);
  for (const NodeId specifier : ast_.list(n.specifiers))
    if (ast_.is<ast::ExportSpecifier>(specifier))
      export_local(specifier, ast_.has_flag(id, NodeFlag::TypeOnly) ||
                                  ast_.has_flag(specifier, NodeFlag::TypeOnly));
}

void Extractor::export_from(NodeId id) {
  const auto& n = ast_.as<ast::ExportNamedDeclaration>(id);
  const auto specifiers = ast_.list(n.specifiers);
  const bool is_type_only = ast_.has_flag(id, NodeFlag::TypeOnly) || options_.declaration_file;
  const uint32_t index = add_static_request(RequestKind::ExportFrom, n.source, n.attributes);
  bool is_all_types = !specifiers.empty();
  for (const NodeId specifier : specifiers) {
    const auto* s = ast_.try_as<ast::ExportSpecifier>(specifier);
    if (s == nullptr) continue;
    const AtomId imported = name_atom(ast_, s->local);
    const AtomId exported = name_atom(ast_, s->exported.is_none() ? s->local : s->exported);
    if (imported.is_none() || exported.is_none()) continue;
    ExportEntry entry;
    entry.kind = ExportEntry::Kind::Indirect;
    entry.type_only = is_type_only || ast_.has_flag(specifier, NodeFlag::TypeOnly);
    is_all_types &= entry.type_only;
    entry.request = index;
    entry.exported = ast_.text(exported);
    entry.imported = ast_.text(imported);
    entry.span = ast_.span(specifier);
    record_.exports.push_back(std::move(entry));
  }
  ModuleRequest& request = pending_[index].request;
  request.type_only = is_type_only || is_all_types;
  request.elidable = options_.typescript() && !request.type_only && specifiers.empty();
}

// `export {a as b}`: of a declaration here, or of an import, which makes it a re-export. A whole
// namespace that was imported counts as local (ParseModule, step 11.a.ii.1.a).
void Extractor::export_local(NodeId specifier, bool is_type_only) {
  const auto& s = ast_.as<ast::ExportSpecifier>(specifier);
  const AtomId exported = name_atom(ast_, s.exported.is_none() ? s.local : s.exported);
  if (exported.is_none()) return;
  const BindingId binding = binding_of(ast_, s.local);
  const auto import = import_of_binding_.find(binding.index);
  if (import == import_of_binding_.end()) {
    return add_local_export(ast_.text(exported), s.local, is_type_only || has_no_value(binding),
                            ast_.span(specifier));
  }
  ImportEntry& imported = record_.imports[import->second];
  is_type_only |= imported.type_only;
  if (!is_type_only) imported.used_as_value = true;
  if (imported.kind == ImportEntry::Kind::Namespace)
    return add_local_export(ast_.text(exported), s.local, is_type_only, ast_.span(specifier));
  ExportEntry entry;
  entry.kind = ExportEntry::Kind::Indirect;
  entry.type_only = is_type_only || options_.declaration_file;
  entry.request = imported.request;
  entry.exported = ast_.text(exported);
  entry.imported = imported.imported;
  entry.span = ast_.span(specifier);
  record_.exports.push_back(std::move(entry));
}

void Extractor::export_all(NodeId id) {
  has_es_syntax_ = true;
  const auto& n = ast_.as<ast::ExportAllDeclaration>(id);
  const uint32_t index = add_static_request(RequestKind::ExportFrom, n.source, n.attributes);
  const bool is_type_only = ast_.has_flag(id, NodeFlag::TypeOnly) || options_.declaration_file;
  pending_[index].request.type_only = is_type_only;
  ExportEntry entry;
  entry.kind = n.exported.is_none() ? ExportEntry::Kind::Star : ExportEntry::Kind::Namespace;
  entry.type_only = is_type_only;
  entry.request = index;
  const AtomId exported = name_atom(ast_, n.exported);
  if (!exported.is_none()) entry.exported = ast_.text(exported);
  entry.span = n.exported.is_none() ? ast_.span(id) : ast_.span(n.exported);
  record_.exports.push_back(std::move(entry));
}

void Extractor::export_default(NodeId id) {
  has_es_syntax_ = true;
  const NodeId declaration = ast_.as<ast::ExportDefaultDeclaration>(id).declaration;
  if (declaration.is_none()) return;
  NodeId name;
  bool is_type_only = false;
  switch (ast_.kind(declaration)) {
    case NodeKind::FunctionDeclaration:
      name = ast_.as<ast::FunctionDeclaration>(declaration).id;
      break;
    case NodeKind::ClassDeclaration:
      name = ast_.as<ast::ClassDeclaration>(declaration).id;
      break;
    case NodeKind::TSInterfaceDeclaration:
      name = ast_.as<ast::TSInterfaceDeclaration>(declaration).id;
      is_type_only = true;
      break;
    case NodeKind::Identifier: {
      // The value of a name, but only the name of a type.
      BindingId binding = binding_of(ast_, declaration);
      if (binding.is_none()) binding = type_named(ast_, scopes_, declaration);
      const auto import = import_of_binding_.find(binding.index);
      is_type_only = import == import_of_binding_.end() ? has_no_value(binding)
                                                        : record_.imports[import->second].type_only;
      break;
    }
    default:
      break;
  }
  add_local_export("default", name, is_type_only, ast_.span(declaration));
}

// `export = x`: the file's module.exports.
void Extractor::export_assignment(NodeId id) {
  const NodeId value = skip_type_wrappers(ast_, ast_.as<ast::TSExportAssignment>(id).expression);
  const BindingId binding = binding_of(ast_, value);
  const auto import = import_of_binding_.find(binding.index);
  if (import != import_of_binding_.end()) record_.imports[import->second].used_as_value = true;
  ExportEntry entry;
  entry.kind = ExportEntry::Kind::TypeAssignment;
  entry.type_only = has_no_value(binding);
  entry.exported = kAssigned;
  const AtomId name = ast_.is<ast::Identifier>(value) ? name_atom(ast_, value) : AtomId();
  entry.local = ast_.text(name.is_none() ? atoms::default_export : name);
  entry.span = ast_.span(id);
  record_.exports.push_back(std::move(entry));
}

void Extractor::export_declaration(NodeId declaration) {
  const bool is_ambient = ast_.has_flag(declaration, NodeFlag::Declare);
  const auto add = [&](NodeId name) {
    const AtomId atom = name_atom(ast_, name);
    if (ast_.is<ast::BindingIdentifier>(name))
      add_local_export(ast_.text(atom), name, is_ambient || has_no_value(binding_of(ast_, name)),
                       ast_.span(name));
  };
  switch (ast_.kind(declaration)) {
    case NodeKind::VariableDeclaration: {
      const auto& n = ast_.as<ast::VariableDeclaration>(declaration);
      for (const NodeId declarator : ast_.list(n.declarators))
        if (const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator))
          for_each_pattern_name(ast_, d->id, add);
      return;
    }
    case NodeKind::FunctionDeclaration:
      return add(ast_.as<ast::FunctionDeclaration>(declaration).id);
    case NodeKind::ClassDeclaration:
      return add(ast_.as<ast::ClassDeclaration>(declaration).id);
    case NodeKind::TSEnumDeclaration:
      return add(ast_.as<ast::TSEnumDeclaration>(declaration).id);
    case NodeKind::TSModuleDeclaration:
      return add(leftmost_name(ast_, ast_.as<ast::TSModuleDeclaration>(declaration).id));
    case NodeKind::TSInterfaceDeclaration:
      return add(ast_.as<ast::TSInterfaceDeclaration>(declaration).id);
    case NodeKind::TSTypeAliasDeclaration:
      return add(ast_.as<ast::TSTypeAliasDeclaration>(declaration).id);
    case NodeKind::TSImportEqualsDeclaration:
      return import_equals(declaration);
    default:
      return;
  }
}

// `export =` makes the whole of the file's value, so nothing can stand beside it that has one.
void Extractor::check_export_assignment() {
  const ExportEntry* assignment = nullptr;
  const ExportEntry* other = nullptr;
  for (const ExportEntry& entry : record_.exports) {
    const ExportEntry*& place =
        entry.kind == ExportEntry::Kind::TypeAssignment ? assignment : other;
    if (place == nullptr) place = &entry;
  }
  if (assignment == nullptr || other == nullptr) return;
  sink_.report(diag::kExportAssignmentBesideExports, assignment->span)
      .label(other->span, "exported here");
}

}  // namespace perry::frontend
