#include "perry-cc/irgen/generator.h"

// `using`: what is left disposes of its resources, however it is left. That is a `finally` whose
// block is a loop over the list; what fails there becomes the completion, with the error so far
// inside of it.
namespace perry::irgen {

bool FunctionGenerator::declares_using(NodeId head) const {
  if (!head || !is<ast::VariableDeclaration>(head)) return false;
  const fe::VariableKind kind = as<ast::VariableDeclaration>(head).kind;
  return kind == fe::VariableKind::Using || kind == fe::VariableKind::AwaitUsing;
}

bool FunctionGenerator::awaits_disposal(NodeId declaration) const {
  return declares_using(declaration) &&
         as<ast::VariableDeclaration>(declaration).kind == fe::VariableKind::AwaitUsing;
}

// Whether one of the statements is a `using` declaration, so that leaving them disposes.
bool FunctionGenerator::has_using(NodeList statements) const {
  return std::ranges::any_of(list(statements), [&](NodeId id) { return declares_using(id); });
}

void FunctionGenerator::disposable_statements(NodeList nodes) {
  const std::span<const NodeId> all = list(nodes);
  const bool awaits = std::ranges::any_of(all, [&](NodeId id) { return awaits_disposal(id); });
  disposable_body(awaits, [&] {
    for (const NodeId id : all) {
      if (!b_.is_open()) return;
      statement(id);
    }
  });
}

void FunctionGenerator::disposable_body(bool awaits, const std::function<void()>& body) {
  const ValueId resources = op(Op::DisposeOpen, {});
  const ValueId outer = std::exchange(disposables_, resources);
  const BlockId handler = begin_finally();
  body();
  disposables_ = outer;
  Control control = end_protection(handler);
  const Exit thrown{.kind = Exit::Kind::Throw};
  const auto known = std::ranges::find(control.exits, thrown);
  const auto throw_number = static_cast<int32_t>(known - control.exits.begin());
  if (known == control.exits.end()) control.exits.push_back(thrown);
  join(control.finally_block);
  if (!b_.is_open()) return;
  dispose_all(control, resources, awaits, throw_number);
  dispatch_exits(control);
}

void FunctionGenerator::dispose_all(const Control& control, ValueId resources, bool awaits,
                                    int32_t throw_number) {
  const BlockId head = b_.new_block(), more = b_.new_block(), done = b_.new_block();
  const BlockId failed = b_.new_handler();
  b_.jump(head);
  b_.enter(head);
  const BlockId outer = b_.set_handler(failed);
  const ValueId result = op(Op::DisposeStep, {resources});
  b_.branch(op(Op::IsEmpty, {result}), done, more);
  b_.seal(more);
  b_.enter(more);
  if (awaits) {
    const BlockId wait = b_.new_block();
    b_.branch(op(Op::DisposeAwaits, {resources}), wait, head);
    b_.seal(wait);
    b_.enter(wait);
    await_value(result);
  }
  b_.jump(head);
  b_.set_handler(outer);

  b_.seal(failed);
  b_.enter(failed);
  const ValueId error = b_.received(failed);
  const BlockId first = b_.new_block(), another = b_.new_block();
  const ValueId number = b_.int32(throw_number);
  b_.branch(
      op(Op::CompareInt32, {b_.read(control.number), number}, Immediate::of(ir::Comparison::Equal)),
      another, first);
  b_.seal(first);
  b_.seal(another);
  b_.enter(another);
  b_.write(control.value, b_.box(op(Op::SuppressedError, {error, b_.read(control.value)})));
  b_.jump(head);
  b_.enter(first);
  b_.write(control.number, number);
  b_.write(control.value, error);
  b_.jump(head);
  b_.seal(head);
  b_.seal(done);
  b_.enter(done);
}

void FunctionGenerator::using_declaration(NodeId id) {
  const auto& n = as<ast::VariableDeclaration>(id);
  for (const NodeId declarator : list(n.declarators)) {
    if (!is<ast::VariableDeclarator>(declarator)) continue;
    const auto& d = as<ast::VariableDeclarator>(declarator);
    const auto& name = as<ast::BindingIdentifier>(d.id);
    at(declarator);
    const ValueId value = b_.box(named_value(d.init, m_.atom(name.name), name.binding));
    at(declarator);
    using_resource(value, n.kind);
    initialize(name.binding, value);
  }
}

void FunctionGenerator::using_resource(ValueId value, fe::VariableKind kind) {
  const auto how =
      kind == fe::VariableKind::AwaitUsing ? ir::DisposeKind::Async : ir::DisposeKind::Sync;
  op(Op::DisposeAdd, {disposables_, b_.box(value)}, Immediate::of(how));
}

}  // namespace perry::irgen
