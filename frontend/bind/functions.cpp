#include "frontend/ast/decorators.h"
#include "frontend/bind/binder.h"

// Functions and classes. All function-like code (functions, arrows, field initialisers, static
// blocks, and the file itself) has a frame while it is walked.

namespace perry::frontend {

void Binder::open_frame(ScopeKind kind, NodeId node, ScopeFlag flags) {
  Frame f;
  bool has_own_this = kind != ScopeKind::Arrow && kind != ScopeKind::Namespace;
  f.this_frame = has_own_this ? static_cast<uint32_t>(frames_.size()) : frame().this_frame;
  f.hoist_base = hoists_.size();
  f.pattern = pattern_;
  f.scope = make_scope(kind, node, flags);
  f.var_scope = f.scope;
  frames_.push_back(f);
  events_.push_back(f.scope.index | kOpen);
  current_ = f.scope;
}

void Binder::close_frame() {
  close_scope();
  pattern_ = frame().pattern;
  frames_.pop_back();
}

void Binder::visit_function_declaration(NodeId id, BindingFlag extra) {
  auto& n = as<ast::FunctionDeclaration>(id);
  NodeFlag node_flags = ast_.flags(id);
  bool is_async = has(node_flags, NodeFlag::Async);
  bool is_plain = !is_async && !has(node_flags, NodeFlag::Generator);
  BindingFlag flags = extra | BindingFlag::Value;
  if (is_plain) flags |= kPlainFunction;
  if (!n.body.is_none()) flags |= kImplemented | kHoisted;
  if (typescript() && is_in_ambient_code(node_flags)) flags |= BindingFlag::Ambient;
  if (ast_.is<ast::BindingIdentifier>(n.id)) {
    bool is_top = current_ == frame().var_scope;
    AtomId name = identifier(n.id).name;
    BindingKind kind = is_top ? BindingKind::Function : BindingKind::BlockFunction;
    size_t before = scopes_.bindings_.size();
    uint32_t index = declare({name, n.id, kind, flags});
    if (!is_top && is_plain && index == before && options_.annex_b && !strict() &&
        !n.body.is_none())
      add_hoist_candidate(index);
  }
  visit_function(id, ScopeFlag::None);
}

void Binder::visit_function(NodeId id, ScopeFlag extra) {
  auto& n = as<ast::FunctionExpression>(id);
  NodeKind kind = ast_.kind(id);
  NodeFlag node_flags = ast_.flags(id);
  ScopeFlag flags = extra;
  if (has(node_flags, NodeFlag::Strict)) flags |= ScopeFlag::Strict;
  if (has(node_flags, NodeFlag::Async)) flags |= ScopeFlag::Async;
  if (has(node_flags, NodeFlag::Generator)) flags |= ScopeFlag::Generator;
  bool is_simple = has_simple_parameters(n.params);
  if (is_simple) flags |= ScopeFlag::SimpleParameters;

  if (kind == NodeKind::FunctionExpression && !n.id.is_none()) {
    open_scope(ScopeKind::FunctionName, id);
    uint32_t name = add_binding(
        current_, {identifier(n.id).name, n.id, BindingKind::FunctionName, BindingFlag::Value});
    link(n.id, name);
  }
  open_frame(kind == NodeKind::ArrowFunction ? ScopeKind::Arrow : ScopeKind::Function, id, flags);
  n.scope = current_;
  push(id, Step::EndFunction);
  push(id, Step::BeginBody);
  push(n.return_type);
  if (is_simple)
    declare_simple_parameters(n.params);
  else
    push_list(n.params);
  push(n.type_parameters);
}

bool Binder::has_simple_parameters(NodeList params) const {
  for (NodeId param : ast_.list(params)) {
    if (!ast_.is<ast::Parameter>(param)) return false;
    const auto& p = ast_.as<ast::Parameter>(param);
    if (!p.init.is_none() || !ast_.is<ast::BindingIdentifier>(p.pattern) ||
        ast_.has_flag(param, NodeFlag::Rest))
      return false;
  }
  return true;
}

void Binder::declare_simple_parameters(NodeList params) {
  std::span<const NodeId> nodes = ast_.list(params);
  for (size_t i = nodes.size(); i-- > 0;) {
    auto& p = as<ast::Parameter>(nodes[i]);
    push(p.type);
    push_list(p.decorators);
  }
  BindingFlag flags = BindingFlag::Value;
  if (ambient_) flags |= BindingFlag::Ambient;
  for (NodeId param : nodes) {
    NodeId name = as<ast::Parameter>(param).pattern;
    if (!ast_.has_flag(param, NodeFlag::ThisParameter))
      declare({identifier(name).name, name, BindingKind::Parameter, flags});
  }
}

void Binder::visit_parameter(NodeId id) {
  auto& n = as<ast::Parameter>(id);
  // In types a parameter only gives a name to talk about.
  bool is_type = scope(current_).kind == ScopeKind::Type;
  BindingFlag flags = BindingFlag::Value;
  if (is_type || ambient_) flags |= BindingFlag::Ambient;
  pattern_ = {BindingKind::Parameter, flags, is_type ? 0 : ast_.end(id)};
  if (!n.init.is_none()) frame().has_parameter_expressions = true;
  push(n.init);
  push(n.type);
  if (ast_.has_flag(id, NodeFlag::ThisParameter)) return;
  // The decorators come last because they may leave another pattern behind than the names need.
  if (n.decorators.count != 0) push_list(n.decorators);
  visit(n.pattern);
}

// With expressions among the parameters the body's names live in a scope of their own, so that the
// expressions don't see them.
void Binder::begin_body(NodeId id) {
  auto& n = as<ast::FunctionExpression>(id);
  if (n.body.is_none()) return;
  frame().is_in_body = true;
  if (!ast_.is<ast::BlockStatement>(n.body)) return visit(n.body);
  auto& body = as<ast::BlockStatement>(n.body);
  if (frame().has_parameter_expressions) {
    body.scope = open_scope(ScopeKind::FunctionBody, n.body);
    frame().var_scope = current_;
    frame().has_parameter_expressions = false;
  }
  push_list(body.body);
}

void Binder::end_function(NodeId id) {
  finish_hoisting();
  if (frame().var_scope != frame().scope) {
    uint32_t own = slots_[atoms::arguments.index].in_function;
    if (frame().saw_arguments && own != kNone && binding(own).scope == current_ &&
        binding(own).kind == BindingKind::Var)
      binding(own).flags |= BindingFlag::InitializedFromParameter;
    close_scope();
    frame().var_scope = frame().scope;
  }
  declare_arguments();
  close_frame();
  const Scope& around = scope(current_);
  if (around.kind == ScopeKind::FunctionName && around.node == id) close_scope();
}

// `arguments` is there if it is used. A mere `var arguments` is the same variable: it starts with
// the arguments object.
void Binder::declare_arguments() {
  ScopeKind kind = scope(frame().scope).kind;
  if (!frame().saw_arguments || (kind != ScopeKind::Function && kind != ScopeKind::CommonJS))
    return;
  uint32_t existing = slots_[atoms::arguments.index].in_function;
  if (existing != kNone && binding(existing).scope == frame().scope) {
    Binding& b = binding(existing);
    if (b.kind != BindingKind::Var) return;
    b.kind = BindingKind::Implicit;
    b.flags |= kTracked;
    if (has(b.flags, kHasInitializer)) b.flags |= BindingFlag::Reassigned;
    return;
  }
  add_binding(frame().scope,
              {atoms::arguments, NodeId(), BindingKind::Implicit, BindingFlag::Value | kTracked});
}

void Binder::visit_class_declaration(NodeId id, BindingFlag extra) {
  auto& n = as<ast::ClassDeclaration>(id);
  if (ast_.is<ast::BindingIdentifier>(n.id)) {
    BindingFlag flags = extra | BindingFlag::Value;
    if (typescript()) {
      flags |= BindingFlag::TypeMeaning;
      if (is_in_ambient_code(ast_.flags(id))) flags |= BindingFlag::Ambient;
    }
    declare({identifier(n.id).name, n.id, BindingKind::Class, flags, ast_.end(id)});
  }
  visit_class(id);
}

// A class's own decorators see neither its inner name nor its private names.
void Binder::visit_class(NodeId id) {
  NodeList decorators = as<ast::ClassExpression>(id).decorators;
  if (decorators.count == 0) return open_class(id);
  push(id, Step::OpenClass);
  push_list(decorators);
}

void Binder::note_metadata_names(NodeId class_id) {
  for (const NodeId name : metadata_names(ast_, class_id)) metadata_names_.insert(name.index);
}

void Binder::open_class(NodeId id) {
  auto& n = as<ast::ClassExpression>(id);
  if (typescript()) note_metadata_names(id);
  n.scope = open_scope(ScopeKind::Class, id, ScopeFlag::Strict);
  if (ast_.is<ast::BindingIdentifier>(n.id)) {
    BindingFlag flags = BindingFlag::Value;
    if (typescript()) flags |= BindingFlag::TypeMeaning;
    if (!is_decorated(ast_, id)) flags |= kSafeInMembers;
    uint32_t name = add_binding(
        current_, {identifier(n.id).name, n.id, BindingKind::ClassName, flags, ast_.end(id)});
    if (ast_.is<ast::ClassExpression>(id)) link(n.id, name);
  }
  push(id, Step::BeginClassBody);
  push_list(n.implements);
  push(n.super_type_arguments);
  push(n.super_class);
  push(n.type_parameters);
}

// The heritage has been walked: it still belongs to the private names around.
void Binder::begin_class_body(NodeId id) {
  auto& n = as<ast::ClassExpression>(id);
  declare_private_names(n.members);
  push_step(Step::CloseClass);
  push_list(n.members);
}

void Binder::visit_method(NodeId id) {
  auto& n = as<ast::MethodDefinition>(id);
  bool is_computed = ast_.has_flag(id, NodeFlag::Computed);
  if (n.decorators.count == 0 && !is_computed && ast_.is<ast::FunctionExpression>(n.value))
    return visit_function(n.value, ScopeFlag::Method);
  push(n.value, ast_.is<ast::FunctionExpression>(n.value) ? Step::VisitMethod : Step::Visit);
  if (is_computed) push(n.key);
  push_list(n.decorators);
}

void Binder::visit_property_definition(NodeId id) {
  auto& n = as<ast::PropertyDefinition>(id);
  if (!n.value.is_none()) push(id, Step::VisitFieldValue);
  push(n.type);
  if (ast_.has_flag(id, NodeFlag::Computed)) push(n.key);
  push_list(n.decorators);
}

// An initialiser runs as a method of its own, later and with its own `this`.
void Binder::visit_field_value(NodeId id) {
  auto& n = as<ast::PropertyDefinition>(id);
  open_frame(ScopeKind::FieldInit, id, ScopeFlag::Strict);
  n.scope = current_;
  push(id, Step::EndFunction);
  visit(n.value);
}

void Binder::visit_static_block(NodeId id) {
  auto& n = as<ast::StaticBlock>(id);
  open_frame(ScopeKind::StaticBlock, id, ScopeFlag::Strict);
  n.scope = current_;
  push(id, Step::EndFunction);
  push_list(n.body);
}

}  // namespace perry::frontend
