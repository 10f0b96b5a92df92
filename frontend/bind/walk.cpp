#include <cstdio>
#include <cstdlib>

#include "frontend/bind/binder.h"
#include "frontend/bind/child_plan.h"

// The walk: an explicit stack of steps, last in, first out. A node pushes its later children and
// goes on with its first one in the same loop, so that a chain (of operators, of member accesses,
// of `else if`) costs neither recursion nor a stack entry a link.

namespace perry::frontend {

Binder::Binder(Ast& ast, const SourceOptions& options, support::DiagnosticSink& sink)
    : ast_(ast), options_(options), sink_(sink), ambient_(options.declaration_file) {}

Scopes bind(Ast& ast, const SourceOptions& options, support::DiagnosticSink& sink) {
  return Binder(ast, options, sink).run();
}

Scopes Binder::run() {
  // Events keep two bits of a node's index for themselves; such a tree fills 8 GB.
  if (ast_.size_in_words() >= kOpen) {
    std::fputs("perry: syntax tree too large\n", stderr);
    std::exit(1);
  }
  // Every step on the stack stands for a node that is yet to be walked or closed, and a node has
  // three words at least.
  if (!work_.reserve(ast_.size_in_words() + 64)) {
    std::fputs("perry: out of memory for scopes\n", stderr);
    std::exit(1);
  }
  top_ = work_.data();
  walk();
  if (resolves_types())
    resolve<true>();
  else
    resolve<false>();
  finish_facts();
  take_eval_errors();
  return std::move(scopes_);
}

void Binder::walk() {
  NodeId root = ast_.root();
  auto& program = as<ast::Program>(root);
  if (options_.goal == Goal::CommonJS) {
    // The slots below must have room for them.
    for (std::string_view name : kCommonJSNames) ast_.atoms().intern_borrowed(name);
  }
  atom_count_ = ast_.atoms().count();
  slots_ = std::make_unique<Slot[]>(atom_count_);

  ScopeKind kind = options_.goal == Goal::Module     ? ScopeKind::Module
                   : options_.goal == Goal::CommonJS ? ScopeKind::CommonJS
                                                     : ScopeKind::Global;
  bool is_strict =
      options_.goal == Goal::Module || options_.strict || ast_.has_flag(root, NodeFlag::Strict);
  open_frame(kind, root, is_strict ? ScopeFlag::Strict : ScopeFlag::None);
  program.scope = current_;
  if (kind == ScopeKind::CommonJS) declare_commonjs_parameters();
  push_list(program.body);
  run_steps();
  // Names of scripts are global; those of modules are out of sight for global code.
  if (kind == ScopeKind::Global) walk_global_code();
  finish_exports();
  finish_hoisting();
  declare_arguments();
  close_frame();
  walk_global_code();
}

void Binder::run_steps() {
  Work* bottom = work_.data();
  while (top_ != bottom) {
    Work work = *--top_;
    if (work.step == static_cast<uint32_t>(Step::Visit)) [[likely]]
      visit(NodeId(work.id));
    else
      run_step(work);
  }
}

void Binder::run_step(Work work) {
  NodeId id(work.id);
  uint32_t payload = work.step >> 8;
  switch (static_cast<Step>(work.step & 0xff)) {
    case Step::Visit:
      return visit(id);
    case Step::VisitMethod:
      return visit_function(id, ScopeFlag::Method);
    case Step::VisitNestedFunction:
      return visit_nested_function(id);
    case Step::VisitFieldValue:
      return visit_field_value(id);
    case Step::DeclarePattern:
      return declare_pattern(id, static_cast<VariableKind>(payload & 7),
                             static_cast<BindingFlag>(payload >> 3));
    case Step::BeginBody:
      return begin_body(id);
    case Step::EndFunction:
      return end_function(id);
    case Step::OpenClass:
      return open_class(id);
    case Step::BeginClassBody:
      return begin_class_body(id);
    case Step::BeginCases:
      return begin_cases(id);
    case Step::BeginWithBody:
      return begin_with_body(id);
    case Step::BeginEval:
      return begin_eval(id);
    case Step::EndEval:
      return end_eval();
    case Step::EndLoop:
      frame().loop_depth--;
      return;
    case Step::EndSwitch:
      frame().switch_depth--;
      return;
    case Step::CloseScope:
      if (payload != 0) clause_ends_.pop_back();
      return close_scope();
    case Step::CloseClass:
      restore_private_names(current_);
      return close_scope();
    case Step::BeginTrueType:
      return begin_true_type(id);
    case Step::SetInferOwner:
      infer_owner_ = id;
      return;
    case Step::CloseSignature:
      return close_signature();
    case Step::EndNamespace:
      return end_namespace(work.id, payload != 0);
  }
}

void Binder::push_list(NodeList list) {
  if (list.count == 0) return;
  std::span<const NodeId> nodes = ast_.list(list);
  for (size_t i = nodes.size(); i-- > 0;) push(nodes[i]);
}

void Binder::visit_children(NodeId id) {
  const ChildPlan& plan = kChildPlans[static_cast<size_t>(ast_.kind(id))];
  for (uint8_t i = 0; i < plan.count; i++) {
    uint8_t field = plan.fields[i];
    uint32_t at = id.index + Ast::kHeaderWords + (field & ~ChildPlan::kList);
    if (field & ChildPlan::kList)
      push_list({ast_.word(at), ast_.word(at + 1)});
    else
      push(NodeId(ast_.word(at)));
  }
}

void Binder::visit(NodeId id) {
  while (!id.is_none()) {
    switch (ast_.kind(id)) {
      case NodeKind::Identifier:
        return reference(id);
      case NodeKind::BindingIdentifier:
        declare({identifier(id).name, id, pattern_.kind, pattern_.flags, pattern_.init_end,
                 pattern_.settled});
        return;
      case NodeKind::IdentifierName:
      case NodeKind::NullLiteral:
      case NodeKind::BooleanLiteral:
      case NodeKind::NumericLiteral:
      case NodeKind::BigIntLiteral:
      case NodeKind::StringLiteral:
      case NodeKind::RegExpLiteral:
      case NodeKind::TemplateElement:
      case NodeKind::ImportMeta:
      case NodeKind::BreakStatement:
      case NodeKind::ContinueStatement:
      case NodeKind::EmptyStatement:
      case NodeKind::DebuggerStatement:
      case NodeKind::ExportAllDeclaration:
        if (ast_.is<ast::ExportAllDeclaration>(id)) visit_export_specifiers(id);
        return;

      // Chains that go on with their first part.
      case NodeKind::ExpressionStatement:
        id = as<ast::ExpressionStatement>(id).expression;
        continue;
      case NodeKind::StaticMember:
        id = as<ast::StaticMember>(id).object;
        continue;
      case NodeKind::ComputedMember: {
        auto& n = as<ast::ComputedMember>(id);
        push(n.property);
        id = n.object;
        continue;
      }
      case NodeKind::BinaryExpression:
      case NodeKind::LogicalExpression: {
        auto& n = as<ast::BinaryExpression>(id);
        push(n.right);
        id = n.left;
        continue;
      }
      case NodeKind::ConditionalExpression: {
        auto& n = as<ast::ConditionalExpression>(id);
        push(n.alternate);
        push(n.consequent);
        id = n.test;
        continue;
      }
      case NodeKind::UnaryExpression:
        id = as<ast::UnaryExpression>(id).argument;
        continue;
      case NodeKind::ReturnStatement:
        id = as<ast::ReturnStatement>(id).argument;
        continue;
      case NodeKind::LabeledStatement:
        id = as<ast::LabeledStatement>(id).body;
        continue;
      case NodeKind::CallExpression: {
        visit_call(id);
        id = as<ast::CallExpression>(id).callee;
        continue;
      }
      case NodeKind::NewExpression:
        note_constant_eval(id);
        return visit_children(id);
      case NodeKind::AssignmentExpression: {
        auto& n = as<ast::AssignmentExpression>(id);
        mark_write(n.left);
        push(n.right);
        id = n.left;
        continue;
      }
      case NodeKind::UpdateExpression: {
        auto& n = as<ast::UpdateExpression>(id);
        mark_write(n.argument);
        id = n.argument;
        continue;
      }
      case NodeKind::Property: {
        auto& n = as<ast::Property>(id);
        bool is_method = n.kind != PropertyKind::Init || ast_.has_flag(id, NodeFlag::Method);
        if (ast_.has_flag(id, NodeFlag::Computed)) {
          push(n.value, is_method ? Step::VisitMethod : Step::Visit);
          id = n.key;
          continue;
        }
        if (is_method && ast_.is<ast::FunctionExpression>(n.value))
          return visit_function(n.value, ScopeFlag::Method);
        id = n.value;
        continue;
      }
      case NodeKind::AwaitExpression:
        note_await();
        id = as<ast::AwaitExpression>(id).argument;
        continue;

      case NodeKind::ArrayPattern:
        return visit_array_pattern(id);
      case NodeKind::ObjectPattern:
        return visit_object_pattern(id);
      case NodeKind::AssignmentPattern: {
        auto& n = as<ast::AssignmentPattern>(id);
        if (pattern_.kind == BindingKind::Parameter) frame().has_parameter_expressions = true;
        mark_write(n.left);
        push(n.right);
        id = n.left;
        continue;
      }
      case NodeKind::RestElement:
        mark_write(as<ast::RestElement>(id).argument);
        id = as<ast::RestElement>(id).argument;
        continue;

      case NodeKind::ThisExpression:
        return note_function_use(ScopeFlag::UsesThis);
      case NodeKind::Super:
        return note_function_use(ScopeFlag::UsesThis | ScopeFlag::UsesSuper);
      case NodeKind::NewTarget:
        return note_function_use(ScopeFlag::UsesNewTarget);
      case NodeKind::PrivateMember: {
        auto& n = as<ast::PrivateMember>(id);
        resolve_private(n.binding, n.name, {n.name_start, ast_.end(id)});
        id = n.object;
        continue;
      }
      case NodeKind::PrivateName: {
        auto& n = as<ast::PrivateName>(id);
        return resolve_private(n.binding, n.name, ast_.span(id));
      }

      case NodeKind::FunctionDeclaration:
        return visit_function_declaration(id, BindingFlag::None);
      case NodeKind::FunctionExpression:
      case NodeKind::ArrowFunction:
        return visit_function(id, ScopeFlag::None);
      case NodeKind::ClassDeclaration:
        return visit_class_declaration(id, BindingFlag::None);
      case NodeKind::ClassExpression:
        return visit_class(id);
      case NodeKind::Parameter:
        return visit_parameter(id);
      case NodeKind::MethodDefinition:
        return visit_method(id);
      case NodeKind::PropertyDefinition:
        return visit_property_definition(id);
      case NodeKind::StaticBlock:
        return visit_static_block(id);

      case NodeKind::VariableDeclaration:
        return visit_variables(id, BindingFlag::None);
      case NodeKind::BlockStatement:
        return visit_block(id);
      case NodeKind::IfStatement:
        return visit_if(id);
      case NodeKind::ForStatement:
        return visit_for(id);
      case NodeKind::ForInStatement:
        return visit_for_in_of<ast::ForInStatement>(id);
      case NodeKind::ForOfStatement:
        return visit_for_in_of<ast::ForOfStatement>(id);
      case NodeKind::WhileStatement:
      case NodeKind::DoWhileStatement:
        return visit_loop(id);
      case NodeKind::SwitchStatement:
        push(id, Step::BeginCases);
        id = as<ast::SwitchStatement>(id).discriminant;
        continue;
      case NodeKind::SwitchCase:
        return visit_case(id);
      case NodeKind::WithStatement:
        push(id, Step::BeginWithBody);
        id = as<ast::WithStatement>(id).object;
        continue;
      case NodeKind::CatchClause:
        return visit_catch(id);

      case NodeKind::ImportDeclaration:
        return visit_import(id);
      case NodeKind::ExportNamedDeclaration:
        return visit_export_named(id);
      case NodeKind::ExportDefaultDeclaration:
        return visit_export_default(id);

      case NodeKind::JSXIdentifier:
        if (ast_.has_flag(id, NodeFlag::Reference)) reference(id);
        return;

      default:
        if (ast_.kind(id) >= NodeKind::TSAsExpression) return visit_typescript(id);
        return visit_children(id);
    }
  }
}

void Binder::reference(NodeId id) {
  AtomId name = identifier(id).name;
  if (name == atoms::arguments) [[unlikely]]
    frames_[frame().this_frame].saw_arguments = true;
  if (name == word_atom(TokenKind::This)) [[unlikely]]  // <this.Component/>
    return note_function_use(ScopeFlag::UsesThis);
  events_.push_back(id.index);
}

// `target` is assigned to; patterns mark their own parts.
void Binder::mark_write(NodeId target) {
  while (!target.is_none()) {
    switch (ast_.kind(target)) {
      case NodeKind::Identifier:
        return ast_.add_flag(target, NodeFlag::Write);
      case NodeKind::TSAsExpression:
      case NodeKind::TSSatisfiesExpression:
      case NodeKind::TSNonNullExpression:
        target = as<ast::TSNonNullExpression>(target).expression;
        break;
      case NodeKind::TSTypeAssertion:
        target = as<ast::TSTypeAssertion>(target).expression;
        break;
      default:
        return;
    }
  }
}

void Binder::visit_array_pattern(NodeId id) {
  NodeList elements = as<ast::ArrayPattern>(id).elements;
  for (NodeId element : ast_.list(elements)) mark_write(element);
  push_list(elements);
}

void Binder::visit_object_pattern(NodeId id) {
  NodeList properties = as<ast::ObjectPattern>(id).properties;
  for (NodeId property : ast_.list(properties)) {
    if (!ast_.is<ast::Property>(property)) continue;
    mark_write(as<ast::Property>(property).value);
    if (pattern_.kind == BindingKind::Parameter && ast_.has_flag(property, NodeFlag::Computed))
      frame().has_parameter_expressions = true;
  }
  push_list(properties);
}

// Everything but the callee.
void Binder::visit_call(NodeId id) {
  auto& n = as<ast::CallExpression>(id);
  note_constant_eval(id);
  if (n.arguments.count != 0) push_list(n.arguments);
  push(n.type_arguments);
  if (ast_.is<ast::Identifier>(n.callee) && identifier(n.callee).name == atoms::eval &&
      !ast_.has_flag(id, NodeFlag::Optional))
    note_direct_eval();
}

// What eval's text may mention: every name in sight, and what belongs to the function around.
// close_scope carries the marks outward.
void Binder::note_direct_eval() {
  scope(current_).flags |= ScopeFlag::DirectEval | ScopeFlag::ContainsDirectEval;
  ScopeFlag uses = ScopeFlag::UsesThis | ScopeFlag::UsesNewTarget;
  ScopeId function = frames_[frame().this_frame].scope;
  if (has(scope(function).flags, ScopeFlag::Method) ||
      scope(function).kind == ScopeKind::FieldInit ||
      scope(function).kind == ScopeKind::StaticBlock)
    uses |= ScopeFlag::UsesSuper;
  note_function_use(uses);
  frames_[frame().this_frame].saw_arguments = true;
}

void Binder::note_function_use(ScopeFlag flag) {
  scope(frames_[frame().this_frame].scope).flags |= flag;
}

void Binder::note_await() {
  Scope& s = scope(frame().scope);
  if (s.kind == ScopeKind::Module) s.flags |= ScopeFlag::HasAwait;
}

void Binder::visit_loop(NodeId id) {
  frame().loop_depth++;
  push_step(Step::EndLoop);
  visit_children(id);
}

}  // namespace perry::frontend
