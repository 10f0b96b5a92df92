#include "perry-cc/irgen/generator.h"

// TypeScript's namespaces: code that runs where it stands, and an object for what it exports.
// Exported variables live in the object alone.
namespace perry::irgen {

// The object of an enum or namespace: what an earlier block, a function or a class made, or else a
// new one, which the name then holds.
ValueId FunctionGenerator::shared_object(fe::BindingId name) {
  const fe::Binding& b = binding(name);
  const ir::AtomId text = m_.atom(b.name);
  const bool is_member =
      scope(b.scope).kind == fe::ScopeKind::Namespace && has(b.flags, fe::BindingFlag::Exported);
  const ValueId outer = is_member ? object_of(b.scope) : ValueId();
  const bool has_value = b.kind != fe::BindingKind::Enum && b.kind != fe::BindingKind::Namespace;
  const BlockId missing = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  const ValueId known =
      is_member && !has_value ? op(Op::GetProp, {outer}, Immediate::of(text)) : load_place(name);
  const ValueId values[] = {known};
  b_.branch(op(Op::IsNullish, {known}), ir::Builder::Target{missing, {}},
            ir::Builder::Target{end, values});
  b_.seal(missing);
  b_.enter(missing);
  const ValueId made = b_.append(Op::NewObject, {}, Immediate::of(m_.empty_literal()));
  if (is_member) op(Op::SetProp, {outer, made}, Immediate::of(text, strict_));
  b_.jump(end, {made});
  b_.seal(end);
  b_.enter(end);
  if (!has_value) store_binding(name, result);
  return result;
}

// A block that declares only types makes nothing.
bool FunctionGenerator::has_values(NodeId body) const {
  std::vector<NodeId> pending = {body};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (!id || tree().has_flag(id, NodeFlag::Declare)) continue;
    switch (tree().kind(id)) {
      case NodeKind::TSModuleBlock:
        for (const NodeId s : list(as<ast::TSModuleBlock>(id).body)) pending.push_back(s);
        break;
      case NodeKind::TSModuleDeclaration:
        pending.push_back(as<ast::TSModuleDeclaration>(id).body);
        break;
      case NodeKind::ExportNamedDeclaration:
        if (as<ast::ExportNamedDeclaration>(id).specifiers.count != 0) return true;
        if (is<ast::TSImportEqualsDeclaration>(as<ast::ExportNamedDeclaration>(id).declaration))
          return true;
        pending.push_back(as<ast::ExportNamedDeclaration>(id).declaration);
        break;
      case NodeKind::TSInterfaceDeclaration:
      case NodeKind::TSTypeAliasDeclaration:
      case NodeKind::TSImportEqualsDeclaration:
      case NodeKind::EmptyStatement:
        break;
      default:
        return true;
    }
  }
  return false;
}

void FunctionGenerator::namespace_declaration(NodeId id) {
  const auto& n = as<ast::TSModuleDeclaration>(id);
  const bool is_named = is<ast::BindingIdentifier>(n.id) || is<ast::TSQualifiedName>(n.id);
  if (n.keyword == fe::ModuleKeyword::Global || !is_named || !has_values(n.body)) return;
  // `namespace a.b.c`: one in the other, the outermost first.
  std::vector<NodeId> names;
  NodeId name = n.id;
  for (; is<ast::TSQualifiedName>(name); name = as<ast::TSQualifiedName>(name).left)
    names.push_back(as<ast::TSQualifiedName>(name).right);
  names.push_back(name);
  std::vector<fe::ScopeId> inner(names.size());
  fe::ScopeId at_scope = n.scope;
  for (fe::ScopeId& s : inner) s = std::exchange(at_scope, scope(at_scope).parent);
  const fe::ScopeId outside = scope_;
  for (size_t i = names.size(); i-- > 0;) {
    at(names[i]);
    const fe::BindingId part = as<ast::IdentifierName>(names[i]).binding;
    shared_object(part);
    m_.note_object(inner[i], part);
    scope_ = inner[i];
    declare_names(scope_);
  }
  const NodeList body = as<ast::TSModuleBlock>(n.body).body;
  hoist_functions(body);
  statements(body);
  scope_ = outside;
}

// What a namespace exports and has a variable of its own becomes a property, too.
void FunctionGenerator::export_from_namespace(NodeId declaration) {
  const bool is_function = is<ast::FunctionDeclaration>(declaration);
  if (!is_function && !is<ast::ClassDeclaration>(declaration)) return;
  if (tree().has_flag(declaration, NodeFlag::Declare)) return;
  if (is_function && !hoistable(declaration)) return;
  const NodeId name = is_function ? as<ast::FunctionDeclaration>(declaration).id
                                  : as<ast::ClassDeclaration>(declaration).id;
  if (!name) return;
  const auto& n = as<ast::BindingIdentifier>(name);
  at(declaration);
  op(Op::SetProp, {object_of(scope_), load_place(n.binding)},
     Immediate::of(m_.atom(n.name), strict_));
}

// --- import x = ..., export = ... ---

ValueId FunctionGenerator::entity_name(NodeId id) {
  std::vector<NodeId> parts;
  for (; is<ast::TSQualifiedName>(id); id = as<ast::TSQualifiedName>(id).left) parts.push_back(id);
  ValueId value = b_.box(load(id));
  for (size_t i = parts.size(); i-- > 0;) {
    const NodeId name = as<ast::TSQualifiedName>(parts[i]).right;
    at(name);
    value = op(Op::GetProp, {value}, Immediate::of(m_.atom(as<ast::IdentifierName>(name).name)));
  }
  return value;
}

// A namespace of types alone isn't there when the program runs.
bool FunctionGenerator::names_value(NodeId id) const {
  while (is<ast::TSQualifiedName>(id)) id = as<ast::TSQualifiedName>(id).left;
  const fe::BindingId root = as<ast::Identifier>(id).binding;
  return !root || has(binding(root).flags, fe::BindingFlag::Value);
}

ValueId FunctionGenerator::call_require(ir::AtomId specifier) {
  if (m_.goal() != fe::Goal::CommonJS) return op(Op::RequireModule, {string(specifier)});
  const fe::AtomId name = tree().atoms().find("require");
  const ValueId require = load_place(m_.scopes.find(m_.scopes.root(), name));
  return op(Op::Call, {require, b_.undefined(), string(specifier)});
}

void FunctionGenerator::import_equals(NodeId id) {
  const auto& n = as<ast::TSImportEqualsDeclaration>(id);
  if (tree().has_flag(id, NodeFlag::TypeOnly) || !is<ast::BindingIdentifier>(n.id)) return;
  const fe::BindingId name = as<ast::BindingIdentifier>(n.id).binding;
  const fe::BindingFlag flags = binding(name).flags;
  const bool is_used =
      has(flags, fe::BindingFlag::UsedAsValue) || has(flags, fe::BindingFlag::Exported);
  if (!is_used || m_.place(name) == Place::Absent) return;
  at(id);
  if (!is<ast::TSExternalModuleReference>(n.reference)) {
    if (names_value(n.reference)) initialize(name, entity_name(n.reference));
    return;
  }
  const NodeId specifier = as<ast::TSExternalModuleReference>(n.reference).expression;
  initialize(name, call_require(m_.atom(as<ast::StringLiteral>(specifier).value)));
}

void FunctionGenerator::export_assignment(NodeId id) {
  if (m_.goal() != fe::Goal::CommonJS) return unsupported(id, "`export =` in a module");
  const ValueId value = boxed(as<ast::TSExportAssignment>(id).expression);
  at(id);
  const fe::AtomId name = tree().atoms().find("module");
  const ValueId module = load_place(m_.scopes.find(m_.scopes.root(), name));
  op(Op::SetProp, {module, value}, Immediate::of(m_.atom("exports"), strict_));
}

}  // namespace perry::irgen
