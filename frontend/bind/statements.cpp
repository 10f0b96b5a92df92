#include "frontend/bind/binder.h"

// Statements that open scopes or declare names. A block gets a scope only when something is
// declared directly in it; most blocks declare nothing.

namespace perry::frontend {

bool Binder::has_block_declarations(NodeList statements) const {
  for (NodeId statement : ast_.list(statements)) {
    while (ast_.is<ast::LabeledStatement>(statement))
      statement = ast_.as<ast::LabeledStatement>(statement).body;
    if (statement.is_none()) continue;
    switch (ast_.kind(statement)) {
      case NodeKind::VariableDeclaration:
        if (ast_.as<ast::VariableDeclaration>(statement).kind != VariableKind::Var) return true;
        break;
      case NodeKind::FunctionDeclaration:
      case NodeKind::ClassDeclaration:
      case NodeKind::TSInterfaceDeclaration:
      case NodeKind::TSTypeAliasDeclaration:
      case NodeKind::TSEnumDeclaration:
      case NodeKind::TSModuleDeclaration:
      case NodeKind::TSImportEqualsDeclaration:
      // Misplaced, but the names are declared all the same.
      case NodeKind::ImportDeclaration:
      case NodeKind::ExportNamedDeclaration:
      case NodeKind::ExportDefaultDeclaration:
        return true;
      default:
        break;
    }
  }
  return false;
}

void Binder::visit_block(NodeId id) {
  auto& n = as<ast::BlockStatement>(id);
  if (has_block_declarations(n.body)) {
    n.scope = open_scope(ScopeKind::Block, id);
    push_step(Step::CloseScope);
  }
  push_list(n.body);
}

namespace {

BindingKind binding_kind(VariableKind kind) {
  switch (kind) {
    case VariableKind::Var:
      return BindingKind::Var;
    case VariableKind::Let:
      return BindingKind::Let;
    case VariableKind::Const:
      return BindingKind::Const;
    case VariableKind::Using:
    case VariableKind::AwaitUsing:
      return BindingKind::Using;
  }
  return BindingKind::Var;
}

}  // namespace

// From where on a lexical declarator's names are initialised. Nothing runs between the making of a
// closure and its being bound, so `const f = () => f()` needs no check inside.
uint32_t Binder::initialized_from(NodeId declarator, NodeId init) const {
  const auto& n = ast_.as<ast::VariableDeclarator>(declarator);
  bool is_closure = ast_.is<ast::BindingIdentifier>(n.id) &&
                    (ast_.is<ast::ArrowFunction>(init) || ast_.is<ast::FunctionExpression>(init));
  return is_closure ? ast_.start(init) : ast_.end(declarator);
}

// From where on a `var` has the value of its declarator. In `switch` that may run before code that
// stands earlier.
uint32_t Binder::settled_from(NodeId declarator, NodeId init) const {
  if (init.is_none()) return 0;
  return frames_.back().switch_depth != 0 ? kNone : initialized_from(declarator, init);
}

void Binder::visit_variables(NodeId id, BindingFlag extra) {
  auto& n = as<ast::VariableDeclaration>(id);
  if (n.kind == VariableKind::AwaitUsing) note_await();
  if (typescript() && is_in_ambient_code(ast_.flags(id))) extra |= BindingFlag::Ambient;
  BindingKind kind = binding_kind(n.kind);
  std::span<const NodeId> declarators = ast_.list(n.declarators);
  // Plain names are declared at once; patterns and initialisers wait their turn.
  for (size_t i = declarators.size(); i-- > 0;) {
    if (!ast_.is<ast::VariableDeclarator>(declarators[i])) {
      push(declarators[i]);
      continue;
    }
    auto& d = as<ast::VariableDeclarator>(declarators[i]);
    push(d.init);
    push(d.type);
    if (!ast_.is<ast::BindingIdentifier>(d.id))
      push(declarators[i], Step::DeclarePattern,
           static_cast<uint32_t>(n.kind) | static_cast<uint32_t>(extra) << 3);
  }
  for (NodeId declarator : declarators) {
    if (!ast_.is<ast::VariableDeclarator>(declarator)) continue;
    auto& d = as<ast::VariableDeclarator>(declarator);
    if (!ast_.is<ast::BindingIdentifier>(d.id)) continue;
    BindingFlag flags = extra | BindingFlag::Value;
    if (!d.init.is_none()) flags |= kHasInitializer;
    Declaration declaration{identifier(d.id).name, d.id, kind, flags};
    if (n.kind == VariableKind::Var)
      declaration.settled = settled_from(declarator, d.init);
    else
      declaration.init_end = initialized_from(declarator, d.init);
    declare(declaration);
  }
}

// `extra` fits the payload of a step: it only holds low flags.
void Binder::declare_pattern(NodeId declarator, VariableKind kind, BindingFlag extra) {
  auto& d = as<ast::VariableDeclarator>(declarator);
  pattern_ = {binding_kind(kind), extra | BindingFlag::Value | kHasInitializer,
              kind == VariableKind::Var ? 0 : ast_.end(declarator),
              kind == VariableKind::Var ? settled_from(declarator, declarator) : 0};
  visit(d.id);
}

void Binder::visit_if(NodeId id) {
  auto& n = as<ast::IfStatement>(id);
  for (NodeId branch : {n.alternate, n.consequent})
    push(branch,
         ast_.is<ast::FunctionDeclaration>(branch) ? Step::VisitNestedFunction : Step::Visit);
  visit(n.test);
}

// Annex B.3.3: `if (x) function f() {}` is read as if the function stood in a block.
void Binder::visit_nested_function(NodeId id) {
  open_scope(ScopeKind::Block, id);
  push_step(Step::CloseScope);
  visit_function_declaration(id, BindingFlag::None);
}

// A loop has a scope when its head declares lexical names.
bool Binder::open_loop_scope(NodeId id, NodeId head, ScopeId& place) {
  frame().loop_depth++;
  push_step(Step::EndLoop);
  auto* variables = ast_.try_as<ast::VariableDeclaration>(head);
  if (variables == nullptr || variables->kind == VariableKind::Var) return false;
  place = open_scope(ScopeKind::For, id);
  push_step(Step::CloseScope);
  return true;
}

void Binder::visit_for(NodeId id) {
  auto& n = as<ast::ForStatement>(id);
  // The initialiser runs once, the rest again and again.
  open_loop_scope(id, n.init, n.scope);
  push(n.body);
  push(n.update);
  push(n.test);
  if (ast_.is<ast::VariableDeclaration>(n.init)) {
    frame().loop_depth--;
    visit_variables(n.init, BindingFlag::None);
    frame().loop_depth++;
  } else {
    visit(n.init);
  }
}

template <class Loop>
void Binder::visit_for_in_of(NodeId id) {
  auto& n = as<Loop>(id);
  if (ast_.has_flag(id, NodeFlag::Await)) note_await();
  bool is_lexical = open_loop_scope(id, n.left, n.scope);
  push(n.body);
  push(n.right);
  auto* variables = ast_.try_as<ast::VariableDeclaration>(n.left);
  if (variables == nullptr) {
    mark_write(n.left);
    return push(n.left);
  }
  if (variables->kind == VariableKind::AwaitUsing) note_await();
  // The names are in scope, but not initialised, while the right side is evaluated.
  for (NodeId declarator : ast_.list(variables->declarators)) {
    if (!ast_.is<ast::VariableDeclarator>(declarator)) continue;
    auto& d = as<ast::VariableDeclarator>(declarator);
    push(d.init);
    push(d.type);
    pattern_ = {binding_kind(variables->kind), BindingFlag::Value | kHasInitializer,
                is_lexical && !n.right.is_none() ? ast_.end(n.right) : 0};
    visit(d.id);
  }
}
template void Binder::visit_for_in_of<ast::ForInStatement>(NodeId id);
template void Binder::visit_for_in_of<ast::ForOfStatement>(NodeId id);

void Binder::begin_cases(NodeId id) {
  auto& n = as<ast::SwitchStatement>(id);
  bool has_declarations = false;
  for (NodeId clause : ast_.list(n.cases))
    if (ast_.is<ast::SwitchCase>(clause))
      has_declarations |= has_block_declarations(as<ast::SwitchCase>(clause).consequent);
  if (has_declarations) {
    n.scope = open_scope(ScopeKind::Switch, id);
    clause_ends_.push_back(0);
    push_step(Step::CloseScope, 0, 1);
  }
  frame().switch_depth++;
  push_step(Step::EndSwitch);
  push_list(n.cases);
}

void Binder::visit_case(NodeId id) {
  auto& n = as<ast::SwitchCase>(id);
  if (scope(current_).kind == ScopeKind::Switch) clause_ends_.back() = ast_.end(id);
  push_list(n.consequent);
  push(n.test);
}

void Binder::visit_catch(NodeId id) {
  auto& n = as<ast::CatchClause>(id);
  if (n.param.is_none()) return visit(n.body);
  n.scope = open_scope(ScopeKind::Catch, id);
  push_step(Step::CloseScope);
  push(n.body);
  push(n.type);
  bool is_simple = ast_.is<ast::BindingIdentifier>(n.param);
  pattern_ = {is_simple ? BindingKind::CatchParameter : BindingKind::CatchPattern,
              BindingFlag::Value, is_simple ? 0 : ast_.end(n.param)};
  visit(n.param);
}

void Binder::begin_with_body(NodeId id) {
  auto& n = as<ast::WithStatement>(id);
  n.scope = open_scope(ScopeKind::With, id);
  push_step(Step::CloseScope);
  push(n.body);
}

void Binder::visit_import(NodeId id) {
  auto& n = as<ast::ImportDeclaration>(id);
  bool is_type_only = ast_.has_flag(id, NodeFlag::TypeOnly);
  for (NodeId specifier : ast_.list(n.specifiers)) {
    if (specifier.is_none()) continue;
    BindingKind kind = BindingKind::Import;
    NodeId local;
    bool is_type = is_type_only;
    if (ast_.is<ast::ImportSpecifier>(specifier)) {
      local = as<ast::ImportSpecifier>(specifier).local;
      is_type |= ast_.has_flag(specifier, NodeFlag::TypeOnly);
    } else if (ast_.is<ast::ImportDefaultSpecifier>(specifier)) {
      local = as<ast::ImportDefaultSpecifier>(specifier).local;
    } else if (ast_.is<ast::ImportNamespaceSpecifier>(specifier)) {
      local = as<ast::ImportNamespaceSpecifier>(specifier).local;
      kind = BindingKind::ImportNamespace;
    }
    if (!ast_.is<ast::BindingIdentifier>(local)) continue;
    BindingFlag flags = is_type ? BindingFlag::TypeOnly : BindingFlag::Value;
    if (typescript()) flags |= BindingFlag::TypeMeaning | BindingFlag::NamespaceMeaning;
    // Whether the other module has run yet is not for this file to know. A namespace object, on
    // the other hand, exists before any code runs.
    uint32_t init_end = kind == BindingKind::Import ? kNone : 0;
    declare({identifier(local).name, local, kind, flags | kTracked, init_end});
  }
}

void Binder::visit_export_named(NodeId id) {
  auto& n = as<ast::ExportNamedDeclaration>(id);
  if (n.declaration.is_none()) return visit_export_specifiers(id);
  switch (ast_.kind(n.declaration)) {
    case NodeKind::VariableDeclaration:
      return visit_variables(n.declaration, BindingFlag::Exported);
    case NodeKind::FunctionDeclaration:
      return visit_function_declaration(n.declaration, BindingFlag::Exported);
    case NodeKind::ClassDeclaration:
      return visit_class_declaration(n.declaration, BindingFlag::Exported);
    default:
      return visit_typescript_declaration(n.declaration, BindingFlag::Exported);
  }
}

// What is exported without a name of its own gets a binding called *default*.
void Binder::visit_export_default(NodeId id) {
  auto& n = as<ast::ExportDefaultDeclaration>(id);
  BindingKind kind = BindingKind::Const;
  uint32_t init_end = ast_.end(id);
  if (ast_.is<ast::FunctionDeclaration>(n.declaration)) {
    if (NodeId name = as<ast::FunctionDeclaration>(n.declaration).id; !name.is_none()) {
      note_export(word_atom(TokenKind::Default), id, true);
      return visit_function_declaration(n.declaration, BindingFlag::Exported | kDefaultExport);
    }
    kind = BindingKind::Function;
    init_end = 0;
  } else if (ast_.is<ast::ClassDeclaration>(n.declaration)) {
    if (NodeId name = as<ast::ClassDeclaration>(n.declaration).id; !name.is_none()) {
      note_export(word_atom(TokenKind::Default), id, true);
      return visit_class_declaration(n.declaration, BindingFlag::Exported | kDefaultExport);
    }
    kind = BindingKind::Class;
  } else if (ast_.is<ast::TSInterfaceDeclaration>(n.declaration)) {
    note_export(word_atom(TokenKind::Default), id, true);
    return visit_typescript_declaration(n.declaration, BindingFlag::Exported | kDefaultExport);
  }
  Slot& slot = slots_[atoms::default_export.index];
  if (slot.in_function == kNone && is_var_scope(scope(current_).kind))
    add_binding(current_, {atoms::default_export, id, kind,
                           BindingFlag::Value | BindingFlag::Exported, init_end});
  note_export(word_atom(TokenKind::Default), id, true);
  if (kind == BindingKind::Class) return visit_class(n.declaration);
  if (kind == BindingKind::Function) return visit_function(n.declaration, ScopeFlag::None);
  visit(n.declaration);
}

}  // namespace perry::frontend
