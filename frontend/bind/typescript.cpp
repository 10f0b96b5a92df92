#include "frontend/bind/binder.h"

// TypeScript's declarations: names that mean values, types or namespaces, and may mean several of
// them at once. One scope holds one binding for a name; its flags say what the name means.
//
// Blocks of one namespace (or enum) see each other's exported members. Their scopes share a group,
// and `merged_members_` finds a member by group and name, so that no block has to list what the
// others declare.

namespace perry::frontend {

namespace {

bool is_variable(BindingKind kind) {
  return kind == BindingKind::Let || kind == BindingKind::Const || kind == BindingKind::Using;
}

bool is_function(BindingKind kind) {
  return kind == BindingKind::Function || kind == BindingKind::BlockFunction;
}

}  // namespace

// What merges is taken from the checker's tables, but generously: only what would be two values
// under one name when the program runs is refused.
bool Binder::merge_typescript(uint32_t existing, const Declaration& d) {
  Binding& b = binding(existing);
  bool old_value = has(b.flags, BindingFlag::Value), new_value = has(d.flags, BindingFlag::Value);
  bool old_ambient = has(b.flags, BindingFlag::Ambient);
  bool new_ambient = has(d.flags, BindingFlag::Ambient);
  bool old_takes_name = false;
  if (old_value && new_value) {
    bool is_namespace = b.kind == BindingKind::Namespace || d.kind == BindingKind::Namespace;
    bool is_enum = b.kind == BindingKind::Enum && d.kind == BindingKind::Enum;
    bool is_overload = is_function(b.kind) && is_function(d.kind) &&
                       (!has(b.flags, kImplemented) || !has(d.flags, kImplemented));
    bool is_ambient = (old_ambient || new_ambient) && !is_variable(b.kind) && !is_variable(d.kind);
    if (!is_namespace && !is_enum && !is_overload && !is_ambient) return false;
    old_takes_name = b.kind == BindingKind::Namespace || (old_ambient && !new_ambient);
  }
  BindingFlag flags = b.flags | d.flags;
  if (new_value && (!old_value || (old_takes_name && d.kind != BindingKind::Namespace))) {
    b.kind = d.kind;
    facts_[existing].init_end = d.init_end;
    if (d.init_end != 0) has_lexical_ = true;
  }
  // What is declared and also defined is not ambient.
  bool is_ambient = (!old_value || old_ambient) && (!new_value || new_ambient);
  if (!is_ambient) flags = flags & ~BindingFlag::Ambient;
  b.flags = flags;
  return true;
}

// A name without a value: interfaces, aliases, type parameters.
uint32_t Binder::declare_type_name(NodeId node, BindingKind kind, BindingFlag extra) {
  if (!ast_.is<ast::BindingIdentifier>(node)) return kNone;
  return declare({identifier(node).name, node, kind, extra | BindingFlag::TypeMeaning});
}

void Binder::visit_typescript_declaration(NodeId id, BindingFlag extra) {
  if (id.is_none()) return;
  if (is_in_ambient_code(ast_.flags(id))) extra |= BindingFlag::Ambient;
  switch (ast_.kind(id)) {
    case NodeKind::TSInterfaceDeclaration:
      return visit_interface(id, extra);
    case NodeKind::TSTypeAliasDeclaration:
      return visit_type_alias(id, extra);
    case NodeKind::TSEnumDeclaration:
      return visit_enum(id, extra);
    case NodeKind::TSModuleDeclaration:
      return visit_namespace(id, extra);
    case NodeKind::TSImportEqualsDeclaration:
      return visit_import_equals(id, extra);
    default:
      return visit(id);
  }
}

void Binder::visit_typescript(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::TSInterfaceDeclaration:
    case NodeKind::TSTypeAliasDeclaration:
    case NodeKind::TSEnumDeclaration:
    case NodeKind::TSModuleDeclaration:
    case NodeKind::TSImportEqualsDeclaration:
      return visit_typescript_declaration(id, BindingFlag::None);
    case NodeKind::TSExportAssignment: {
      NodeId expression = as<ast::TSExportAssignment>(id).expression;
      if (ast_.is<ast::Identifier>(expression)) return type_event(expression, TypeUse::Alias);
      return visit(expression);
    }
    case NodeKind::TSNamespaceExportDeclaration:
      return;
    default:
      return visit_type(id);
  }
}

void Binder::visit_interface(NodeId id, BindingFlag extra) {
  auto& n = as<ast::TSInterfaceDeclaration>(id);
  declare_type_name(n.id, BindingKind::Type, extra);
  if (!n.type_parameters.is_none()) {
    n.scope = open_scope(ScopeKind::Type, id);
    push_step(Step::CloseScope);
  }
  push_list(n.members);
  push_list(n.extends);
  push(n.type_parameters);
}

void Binder::visit_type_alias(NodeId id, BindingFlag extra) {
  auto& n = as<ast::TSTypeAliasDeclaration>(id);
  declare_type_name(n.id, BindingKind::Type, extra);
  if (!n.type_parameters.is_none()) {
    n.scope = open_scope(ScopeKind::Type, id);
    push_step(Step::CloseScope);
  }
  push(n.type);
  push(n.type_parameters);
}

void Binder::visit_enum(NodeId id, BindingFlag extra) {
  auto& n = as<ast::TSEnumDeclaration>(id);
  constexpr BindingFlag kMeanings = BindingFlag::Value | BindingFlag::TypeMeaning;
  uint32_t index = kNone;
  ScopeId around = current_;
  if (ast_.is<ast::BindingIdentifier>(n.id))
    index = declare({identifier(n.id).name, n.id, BindingKind::Enum,
                     extra | kMeanings | BindingFlag::NamespaceMeaning});
  n.scope = open_scope(ScopeKind::Enum, id);
  push_step(Step::CloseScope);
  uint32_t group = index == kNone ? kNone : merge_group(index, around);
  if (group != kNone) {
    scope_groups_.emplace(current_.index, group);
    group_blocks_[group]++;
  }
  for (NodeId member : ast_.list(n.members)) {
    if (!ast_.is<ast::TSEnumMember>(member)) continue;
    NodeId name = as<ast::TSEnumMember>(member).id;
    AtomId atom;
    if (ast_.is<ast::StringLiteral>(name))
      atom = as<ast::StringLiteral>(name).value;
    else if (ast_.is<ast::IdentifierName>(name))
      atom = identifier(name).name;
    else
      continue;
    uint32_t existing = slots_[atom.index].in_block;
    if (existing != kNone && binding(existing).scope == current_) continue;
    BindingFlag ambient = extra & BindingFlag::Ambient;
    uint32_t added =
        add_binding(current_, {atom, name, BindingKind::EnumMember, kMeanings | ambient});
    link(name, added);
    if (group != kNone) merged_members_.try_emplace({group, atom.index}, added);
  }
  push_list(n.members);
}

namespace {

// Whether a namespace's body makes anything at run time; one that only holds types does not.
bool has_values(const Ast& ast, NodeId body) {
  std::vector<NodeId> pending{body};
  while (!pending.empty()) {
    NodeId id = pending.back();
    pending.pop_back();
    if (id.is_none()) continue;
    switch (ast.kind(id)) {
      case NodeKind::TSModuleBlock:
        for (NodeId statement : ast.list(ast.as<ast::TSModuleBlock>(id).body))
          pending.push_back(statement);
        break;
      case NodeKind::TSModuleDeclaration:
        pending.push_back(ast.as<ast::TSModuleDeclaration>(id).body);
        break;
      case NodeKind::ExportNamedDeclaration: {
        const auto& n = ast.as<ast::ExportNamedDeclaration>(id);
        if (n.declaration.is_none() && n.specifiers.count != 0) return true;
        if (ast.is<ast::TSImportEqualsDeclaration>(n.declaration)) return true;
        pending.push_back(n.declaration);
        break;
      }
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

}  // namespace

void Binder::visit_namespace(NodeId id, BindingFlag extra) {
  auto& n = as<ast::TSModuleDeclaration>(id);
  uint32_t parts = 0;
  bool was_ambient = ambient_;
  if (n.keyword == ModuleKeyword::Global || ast_.is<ast::StringLiteral>(n.id) || n.id.is_none() ||
      ast_.is<ast::ErrorNode>(n.id)) {
    // Another module's names, or the global ones: nothing is declared here.
    open_frame(ScopeKind::Namespace, id, ScopeFlag::None);
    parts = 1;
  } else {
    // `namespace a.b.c {}`: each name is exported from the one before it.
    std::vector<NodeId> names;
    NodeId name = n.id;
    for (; ast_.is<ast::TSQualifiedName>(name); name = as<ast::TSQualifiedName>(name).left)
      names.push_back(as<ast::TSQualifiedName>(name).right);
    names.push_back(name);
    BindingFlag flags = extra | BindingFlag::NamespaceMeaning;
    if (has_values(ast_, n.body)) flags |= BindingFlag::Value;
    for (size_t i = names.size(); i-- > 0;) {
      if (ast_.is<ast::ErrorNode>(names[i])) continue;
      open_namespace_part(id, names[i], flags);
      flags |= BindingFlag::Exported;
      flags = flags & ~kDefaultExport;
      parts++;
    }
  }
  n.scope = current_;
  ambient_ |= has(extra, BindingFlag::Ambient);
  push_step(Step::EndNamespace, parts, was_ambient ? 1 : 0);
  if (auto* body = ast_.try_as<ast::TSModuleBlock>(n.body)) push_list(body->body);
}

uint32_t Binder::open_namespace_part(NodeId node, NodeId name, BindingFlag flags) {
  ScopeId around = current_;
  uint32_t index = declare({identifier(name).name, name, BindingKind::Namespace, flags});
  open_frame(ScopeKind::Namespace, node, ScopeFlag::None);
  uint32_t group = merge_group(index, around);
  scope_groups_.emplace(current_.index, group);
  group_blocks_[group]++;
  return index;
}

// The group that the blocks of the namespace or enum `index`, declared in `around`, belong to.
uint32_t Binder::merge_group(uint32_t index, ScopeId around) {
  if (auto known = merge_groups_.find(index); known != merge_groups_.end()) return known->second;
  uint32_t group = index;
  if (auto outer = scope_groups_.find(around.index); outer != scope_groups_.end()) {
    auto first = merged_members_.find({outer->second, binding(index).name.index});
    if (first != merged_members_.end() && first->second != index) {
      auto known = merge_groups_.find(first->second);
      group = known != merge_groups_.end() ? known->second : first->second;
    }
  }
  merge_groups_.emplace(index, group);
  return group;
}

void Binder::note_merged_export(const Declaration& d, ScopeId in, uint32_t index) {
  auto group = scope_groups_.find(in.index);
  if (group != scope_groups_.end())
    merged_members_.try_emplace({group->second, d.name.index}, index);
}

void Binder::end_namespace(uint32_t parts, bool was_ambient) {
  for (uint32_t i = 0; i < parts; i++) {
    finish_hoisting();
    close_frame();
  }
  ambient_ = was_ambient;
}

void Binder::visit_import_equals(NodeId id, BindingFlag extra) {
  auto& n = as<ast::TSImportEqualsDeclaration>(id);
  BindingFlag flags = extra | BindingFlag::TypeMeaning | BindingFlag::NamespaceMeaning | kTracked;
  flags |= ast_.has_flag(id, NodeFlag::TypeOnly) ? BindingFlag::TypeOnly : BindingFlag::Value;
  if (ast_.has_flag(id, NodeFlag::Export)) flags |= BindingFlag::Exported;
  if (ast_.is<ast::BindingIdentifier>(n.id))
    declare({identifier(n.id).name, n.id, BindingKind::Import, flags, ast_.end(id)});
  if (!ast_.is<ast::TSExternalModuleReference>(n.reference))
    visit_type_reference(n.reference, TypeUse::Alias);
}

// What a name means may be declared further out than the name itself: each visible binding knows
// the nearest one of each meaning, so that nothing has to search outward. A type-only import stands
// for a value too: to use it as one is the checker's error, not a use of what it hides.
void Binder::note_meanings(uint32_t index, uint32_t outer) {
  if (meanings_.empty()) meanings_.resize(scopes_.bindings_.size());
  Meanings m = outer == kNone ? Meanings{} : meanings_[outer];
  BindingFlag flags = facts_[index].flags;
  if (has(flags, BindingFlag::Value) || has(flags, BindingFlag::TypeOnly)) m.value = index;
  if (has(flags, BindingFlag::TypeMeaning)) m.type = index;
  if (has(flags, BindingFlag::NamespaceMeaning)) m.qualifier = index;
  meanings_[index] = m;
}

uint32_t Binder::find_value(AtomId name) {
  uint32_t index = visible_[name.index];
  if (index != kNone) index = meanings_[index].value;
  return merged_scopes_.empty() ? index : find_merged(name, index);
}

uint32_t Binder::find_merged(AtomId name, uint32_t index) {
  for (size_t i = merged_scopes_.size(); i-- > 0;) {
    uint32_t around = merged_scopes_[i];
    if (index != kNone && binding(index).scope.index >= around) break;
    auto member = merged_members_.find({scope_groups_.at(around), name.index});
    if (member != merged_members_.end()) return member->second;
  }
  return index;
}

void Binder::resolve_type_use(TypeUse use, NodeId id) {
  if (use == TypeUse::Metadata) return note_metadata_use(id);
  auto& node = identifier(id);
  uint32_t index = visible_[node.name.index];
  if (index != kNone) {
    const Meanings& m = meanings_[index];
    switch (use) {
      case TypeUse::Type:
        index = m.type;
        break;
      case TypeUse::Qualifier:
        index = m.qualifier;
        break;
      case TypeUse::Query:
        index = m.value;
        break;
      case TypeUse::Alias:
      case TypeUse::Metadata:
        break;
    }
  }
  if (!merged_scopes_.empty()) index = find_merged(node.name, index);
  if (use == TypeUse::Alias) {
    // A value behind it makes it a use like any other.
    if (index == kNone || has(binding(index).flags, BindingFlag::Value))
      return resolve_reference<true>(id);
  } else {
    ast_.add_flag(id, NodeFlag::TypeReference);
  }
  if (index == kNone) return;
  node.binding = BindingId(index);
  if (has(facts_[index].flags, kTracked)) facts_[index].flags |= BindingFlag::UsedAsType;
}

}  // namespace perry::frontend
