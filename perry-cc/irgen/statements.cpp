#include "perry-cc/irgen/generator.h"

// Statements. What stands behind a jump is left out: nothing can lead there.
namespace perry::irgen {

void FunctionGenerator::statement(NodeId id) {
  if (!b_.is_open()) return;
  if (m_.stack.exhausted()) [[unlikely]]
    return m_.report_too_deep(tree().span(id));
  statement_at(id);
}

void FunctionGenerator::statement_at(NodeId id) {
  at(id);
  switch (tree().kind(id)) {
    case NodeKind::ExpressionStatement:
      if (completion_) return complete(expression(as<ast::ExpressionStatement>(id).expression));
      return effect(as<ast::ExpressionStatement>(id).expression);
    case NodeKind::BlockStatement:
      return block(id);
    case NodeKind::EmptyStatement:
      return;
    case NodeKind::DebuggerStatement:
      op(Op::Debugger, {});
      return;
    case NodeKind::VariableDeclaration:
      return variable_declaration(id);
    case NodeKind::FunctionDeclaration:
      return function_statement(id);
    case NodeKind::ClassDeclaration:
      if (!tree().has_flag(id, NodeFlag::Declare)) class_declaration(id);
      return;
    case NodeKind::IfStatement:
      complete(ValueId());
      return if_statement(id);
    case NodeKind::ForStatement:
      complete(ValueId());
      return for_statement(id);
    case NodeKind::ForInStatement:
      complete(ValueId());
      return for_in_statement(id);
    case NodeKind::ForOfStatement:
      if (tree().has_flag(id, NodeFlag::Await)) return for_await(id);
      complete(ValueId());
      return for_of_statement(id);
    case NodeKind::WhileStatement:
      complete(ValueId());
      return while_statement(id);
    case NodeKind::DoWhileStatement:
      complete(ValueId());
      return do_while_statement(id);
    case NodeKind::ContinueStatement:
      return break_or_continue(as<ast::ContinueStatement>(id).label, Exit::Kind::Continue);
    case NodeKind::BreakStatement:
      return break_or_continue(as<ast::BreakStatement>(id).label, Exit::Kind::Break);
    case NodeKind::ReturnStatement:
      return return_statement(id);
    case NodeKind::ThrowStatement: {
      const ValueId value = boxed(as<ast::ThrowStatement>(id).argument);
      at(id);
      return b_.throw_value(value);
    }
    case NodeKind::WithStatement:
      complete(ValueId());
      return with_statement(id);
    case NodeKind::SwitchStatement:
      complete(ValueId());
      return switch_statement(id);
    case NodeKind::LabeledStatement:
      return labeled_statement(id);
    case NodeKind::TryStatement:
      complete(ValueId());
      return try_statement(id);
    case NodeKind::ImportDeclaration:
      return;  // linked
    case NodeKind::ExportAllDeclaration:
      if (m_.goal() == fe::Goal::CommonJS && !tree().has_flag(id, NodeFlag::TypeOnly))
        unsupported(id, "module syntax in a CommonJS module");
      return;  // linked
    case NodeKind::ExportNamedDeclaration:
      return export_named(id);
    case NodeKind::ExportDefaultDeclaration:
      return export_default(id);
    default:
      return typescript_statement(id);
  }
}

void FunctionGenerator::typescript_statement(NodeId id) {
  if (tree().has_flag(id, NodeFlag::Declare) && !is<ast::TSImportEqualsDeclaration>(id)) return;
  switch (tree().kind(id)) {
    case NodeKind::TSEnumDeclaration:
      return enum_declaration(id);
    case NodeKind::TSModuleDeclaration:
      return namespace_declaration(id);
    case NodeKind::TSImportEqualsDeclaration:
      return import_equals(id);
    case NodeKind::TSExportAssignment:
      return export_assignment(id);
    default:
      return;  // imports are linked, types are erased
  }
}

void FunctionGenerator::statements(NodeList nodes) {
  if (has_using(nodes)) return disposable_statements(nodes);
  for (const NodeId id : list(nodes)) {
    if (!b_.is_open()) return;
    statement(id);
  }
}

void FunctionGenerator::scoped_statements(NodeList nodes, fe::ScopeId inner) {
  const InScope inside(*this, inner);
  if (inner) {
    declare_names(inner);
    hoist_functions(nodes);
  }
  statements(nodes);
}

void FunctionGenerator::block(NodeId id) {
  const auto& n = as<ast::BlockStatement>(id);
  scoped_statements(n.body, n.scope);
}

// An `else if` chain is as long as it likes.
void FunctionGenerator::if_statement(NodeId id) {
  const BlockId end = b_.new_block();
  for (;;) {
    const auto& n = as<ast::IfStatement>(id);
    const BlockId yes = b_.new_block();
    const BlockId no = n.alternate ? b_.new_block() : end;
    condition(n.test, yes, no);
    b_.seal(yes);
    if (is_reached(yes)) {
      b_.enter(yes);
      branch_statement(n.consequent);
      jump_to(end);
    }
    if (!n.alternate) break;
    b_.seal(no);
    if (!is_reached(no)) break;
    b_.enter(no);
    if (is<ast::IfStatement>(n.alternate)) {
      id = n.alternate;
      continue;
    }
    branch_statement(n.alternate);
    jump_to(end);
    break;
  }
  join(end);
}

// Annex B: a function as the body of `if` is in a block of its own.
void FunctionGenerator::branch_statement(NodeId id) {
  if (!is<ast::FunctionDeclaration>(id)) return statement(id);
  const NodeId name = as<ast::FunctionDeclaration>(id).id;
  if (!name) return;
  const fe::BindingId own = as<ast::BindingIdentifier>(name).binding;
  const InScope inside(*this, binding(own).scope);
  declare_names(binding(own).scope);
  m_.state(own).function = id;
  hoist_function(id, id);
  function_statement(id);
}

void FunctionGenerator::variable_declaration(NodeId id) {
  if (tree().has_flag(id, NodeFlag::Declare)) return;
  const auto& n = as<ast::VariableDeclaration>(id);
  if (n.kind == fe::VariableKind::Using || n.kind == fe::VariableKind::AwaitUsing)
    return using_declaration(id);
  const bool is_var = n.kind == fe::VariableKind::Var;
  const PatternMode mode = is_var ? PatternMode::Var : PatternMode::Initialize;
  for (const NodeId declarator : list(n.declarators)) {
    if (!is<ast::VariableDeclarator>(declarator)) continue;
    const auto& d = as<ast::VariableDeclarator>(declarator);
    at(declarator);
    if (!d.init) {
      // A namespace's property comes into being with its first value.
      const bool is_member = is<ast::BindingIdentifier>(d.id) &&
                             m_.place(as<ast::BindingIdentifier>(d.id).binding) == Place::Member;
      if (!is_var && !is_member) bind_target(d.id, b_.undefined(), mode);
      continue;
    }
    if (!is<ast::BindingIdentifier>(d.id)) {
      destructure(d.id, expression(d.init), mode, d.init);
      continue;
    }
    const auto& name = as<ast::BindingIdentifier>(d.id);
    const auto place = early_reference(d.id, mode);
    const ValueId value = named_value(d.init, m_.atom(name.name), name.binding);
    at(declarator);
    give(place, d.id, value, mode);
  }
}

void FunctionGenerator::return_statement(NodeId id) {
  const NodeId argument = as<ast::ReturnStatement>(id).argument;
  ValueId value = argument ? boxed(argument) : b_.undefined();
  at(id);
  if (argument && is_async_ && is_generator_) value = await_value(value);
  leave({.kind = Exit::Kind::Return}, value);
}

void FunctionGenerator::labeled_statement(NodeId id) {
  while (is<ast::LabeledStatement>(id)) {
    const auto& n = as<ast::LabeledStatement>(id);
    labels_.push_back(as<ast::IdentifierName>(n.label).name);
    id = n.body;
  }
  switch (tree().kind(id)) {
    case NodeKind::ForStatement:
    case NodeKind::ForInStatement:
    case NodeKind::ForOfStatement:
    case NodeKind::WhileStatement:
    case NodeKind::DoWhileStatement:
      return statement(id);
    default:
      break;
  }
  Control control;
  control.kind = Control::Kind::Label;
  control.labels = take_labels();
  control.break_block = b_.new_block();
  const BlockId end = control.break_block;
  controls_.push_back(std::move(control));
  statement(id);
  controls_.pop_back();
  join(end);
}

void FunctionGenerator::switch_statement(NodeId id) {
  const auto& n = as<ast::SwitchStatement>(id);
  const ValueId value = boxed(n.discriminant);
  const std::span<const NodeId> cases = list(n.cases);
  const InScope inside(*this, n.scope);
  if (n.scope) {
    declare_names(n.scope);
    for (const NodeId c : cases) note_functions(as<ast::SwitchCase>(c).consequent);
    for (const NodeId c : cases) make_functions(as<ast::SwitchCase>(c).consequent);
  }
  const BlockId end = b_.new_block();
  Control control;
  control.kind = Control::Kind::Switch;
  control.break_block = end;
  controls_.push_back(std::move(control));

  std::vector<BlockId> bodies;
  BlockId otherwise = end;
  for (const NodeId c : cases) {
    bodies.push_back(b_.new_block());
    const NodeId test = as<ast::SwitchCase>(c).test;
    if (!test) {
      otherwise = bodies.back();
      continue;
    }
    const ValueId wanted = boxed(test);
    at(test);
    const BlockId next = b_.new_block();
    b_.branch(op(Op::StrictEqual, {value, wanted}), bodies.back(), next);
    b_.seal(next);
    b_.enter(next);
  }
  b_.jump(otherwise);
  for (size_t i = 0; i < cases.size(); i++) {
    join(bodies[i]);
    if (b_.is_open()) statements(as<ast::SwitchCase>(cases[i]).consequent);
  }
  controls_.pop_back();
  join(end);
}

}  // namespace perry::irgen
