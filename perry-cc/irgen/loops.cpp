#include "perry-cc/irgen/generator.h"

// Loops. A head is entered before its edges from below exist, and sealed when the body is done.
namespace perry::irgen {

void FunctionGenerator::push_loop(BlockId break_block, BlockId continue_block) {
  Control control;
  control.kind = Control::Kind::Loop;
  control.labels = take_labels();
  control.break_block = break_block;
  control.continue_block = continue_block;
  controls_.push_back(std::move(control));
}

void FunctionGenerator::while_statement(NodeId id) {
  const auto& n = as<ast::WhileStatement>(id);
  const BlockId head = b_.new_block(), body = b_.new_block(), end = b_.new_block();
  push_loop(end, head);
  b_.jump(head);
  b_.enter(head);
  condition(n.test, body, end);
  b_.seal(body);
  if (is_reached(body)) {
    b_.enter(body);
    statement(n.body);
    jump_to(head);
  }
  b_.seal(head);
  controls_.pop_back();
  join(end);
}

void FunctionGenerator::do_while_statement(NodeId id) {
  const auto& n = as<ast::DoWhileStatement>(id);
  const BlockId body = b_.new_block(), test = b_.new_block(), end = b_.new_block();
  push_loop(end, test);
  b_.jump(body);
  b_.enter(body);
  statement(n.body);
  join(test);
  if (b_.is_open()) condition(n.test, body, end);
  b_.seal(body);
  controls_.pop_back();
  join(end);
}

// `let` variables are new ones in each iteration, which only a closure could tell: those in boxes
// get a new box, with the value of the old one.
void FunctionGenerator::for_statement(NodeId id) {
  const NodeId init = as<ast::ForStatement>(id).init;
  if (!declares_using(init)) return plain_for_statement(id);
  disposable_body(awaits_disposal(init), [&] { plain_for_statement(id); });
}

void FunctionGenerator::plain_for_statement(NodeId id) {
  const auto& n = as<ast::ForStatement>(id);
  const InScope inside(*this, n.scope);
  declare_names(n.scope);
  const size_t functions = m_.module.function_count();
  const std::vector<fe::AtomId> labels = take_labels();
  if (n.init) {
    if (is<ast::VariableDeclaration>(n.init))
      variable_declaration(n.init);
    else
      effect(n.init);
  }
  if (!b_.is_open()) return;
  if (m_.module.function_count() != functions) copy_loop_variables(n.scope);

  const BlockId head = b_.new_block(), body = b_.new_block();
  const BlockId next = b_.new_block(), end = b_.new_block();
  labels_ = labels;
  push_loop(end, next);
  b_.jump(head);
  b_.enter(head);
  if (n.test)
    condition(n.test, body, end);
  else
    b_.jump(body);
  b_.seal(body);
  if (is_reached(body)) {
    b_.enter(body);
    statement(n.body);
  }
  join(next);
  if (b_.is_open()) {
    copy_loop_variables(n.scope);
    if (n.update) effect(n.update);
    b_.jump(head);
  }
  b_.seal(head);
  controls_.pop_back();
  join(end);
}

void FunctionGenerator::copy_loop_variables(fe::ScopeId loop) {
  if (!loop) return;
  for (fe::BindingId id = scope(loop).first; id; id = binding(id).next) {
    if (m_.place(id) != Place::Box || binding(id).kind != fe::BindingKind::Let) continue;
    const VariableId variable = m_.state(id).variable;
    const ValueId value = op(Op::LoadBox, {b_.read(variable)});
    b_.write(variable, op(Op::NewBox, {value}));
  }
}

// --- over keys and values ---

// The right side sees the loop's names, but not yet their values.
ValueId FunctionGenerator::iterated_value(NodeId right, fe::ScopeId loop) {
  bool is_seen = false;
  if (loop)
    for (fe::BindingId id = scope(loop).first; id; id = binding(id).next)
      is_seen = is_seen || has(binding(id).flags, fe::BindingFlag::MayUseBeforeInit);
  if (!is_seen) return boxed(right);
  const InScope inside(*this, loop);
  declare_names(loop);
  return boxed(right);
}

void FunctionGenerator::loop_target(NodeId left, ValueId value) {
  at(left);
  if (!is<ast::VariableDeclaration>(left)) return bind_target(left, value, PatternMode::Assign);
  const auto& n = as<ast::VariableDeclaration>(left);
  const PatternMode mode =
      n.kind == fe::VariableKind::Var ? PatternMode::Var : PatternMode::Initialize;
  bind_target(as<ast::VariableDeclarator>(list(n.declarators)[0]).id, value, mode);
}

void FunctionGenerator::for_in_statement(NodeId id) {
  const auto& n = as<ast::ForInStatement>(id);
  const std::vector<fe::AtomId> labels = take_labels();
  // Annex B: `for (var x = 1 in o)`.
  if (is<ast::VariableDeclaration>(n.left)) {
    const NodeId declarator = list(as<ast::VariableDeclaration>(n.left).declarators)[0];
    if (as<ast::VariableDeclarator>(declarator).init) variable_declaration(n.left);
  }
  const ValueId object = iterated_value(n.right, n.scope);
  at(id);
  const ValueId record = op(Op::ForInOpen, {object});
  const BlockId head = b_.new_block(), body = b_.new_block(), end = b_.new_block();
  labels_ = labels;
  push_loop(end, head);
  b_.jump(head);
  b_.enter(head);
  at_loop_target(n.left);
  const ValueId key = op(Op::ForInStep, {record});
  b_.branch(op(Op::IsEmpty, {key}), end, body);
  b_.seal(body);
  b_.enter(body);
  {
    const InScope inside(*this, n.scope);
    declare_names(n.scope);
    loop_target(n.left, key);
    statement(n.body);
  }
  jump_to(head);
  b_.seal(head);
  controls_.pop_back();
  join(end);
}

// What the loop runs for one value. A resource is disposed of before the next one.
void FunctionGenerator::iteration(NodeId left, ValueId value, NodeId body) {
  if (!declares_using(left)) {
    loop_target(left, value);
    return statement(body);
  }
  const fe::VariableKind kind = as<ast::VariableDeclaration>(left).kind;
  disposable_body(awaits_disposal(left), [&] {
    at(left);
    using_resource(value, kind);
    loop_target(left, value);
    statement(body);
  });
}

void FunctionGenerator::begin_iterator(ValueId record, BlockId handler, ir::IteratorKind kind) {
  Control control;
  control.kind = Control::Kind::Iterator;
  control.iterator = record;
  control.is_async = kind == ir::IteratorKind::Async;
  control.outer_handler = b_.set_handler(handler);
  controls_.push_back(std::move(control));
}

void FunctionGenerator::end_iterator() {
  b_.set_handler(controls_.back().outer_handler);
  controls_.pop_back();
}

void FunctionGenerator::close_iterator(const Control& control) {
  if (control.is_async) return close_async_iterator(control.iterator);
  op(Op::IteratorClose, {control.iterator});
}

void FunctionGenerator::for_of_statement(NodeId id) {
  const auto& n = as<ast::ForOfStatement>(id);
  const std::vector<fe::AtomId> labels = take_labels();
  const ValueId iterable = iterated_value(n.right, n.scope);
  at(n.right);
  note_text(ir::ExpressionText::Kind::Iterable, n.right);
  const ValueId record = op(Op::IteratorOpen, {iterable}, Immediate::of(ir::IteratorKind::Sync));
  const BlockId head = b_.new_block(), body = b_.new_block(), stop = b_.new_block();
  const BlockId end = b_.new_block(), handler = b_.new_handler();

  // A step that fails needs no closing: it stands outside of the protection.
  b_.jump(head);
  b_.enter(head);
  at_loop_target(n.left);
  const ValueId value = op(Op::IteratorStep, {record});
  b_.branch(op(Op::IsEmpty, {value}), end, body);
  b_.seal(body);
  b_.enter(body);
  begin_iterator(record, handler);
  labels_ = labels;
  push_loop(stop, head);
  {
    const InScope inside(*this, n.scope);
    declare_names(n.scope);
    iteration(n.left, value, n.body);
  }
  jump_to(head);
  b_.seal(head);
  controls_.pop_back();
  end_iterator();
  join(stop);
  if (b_.is_open()) {
    op(Op::IteratorClose, {record});
    b_.jump(end);
  }
  close_on_throw(record, handler);
  join(end);
}

}  // namespace perry::irgen
