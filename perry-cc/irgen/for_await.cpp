#include "perry-cc/irgen/generator.h"

// `for await`: the loop over values whose steps and whose closing are waited for.
namespace perry::irgen {

void FunctionGenerator::for_await(NodeId id) {
  const auto& n = as<ast::ForOfStatement>(id);
  const std::vector<fe::AtomId> labels = take_labels();
  const ValueId iterable = iterated_value(n.right, n.scope);
  at(n.right);
  note_text(ir::ExpressionText::Kind::Iterable, n.right);
  const ValueId record = op(Op::IteratorOpen, {iterable}, Immediate::of(ir::IteratorKind::Async));
  const BlockId head = b_.new_block(), body = b_.new_block(), stop = b_.new_block();
  const BlockId end = b_.new_block(), handler = b_.new_handler();

  // A step that fails needs no closing: it stands outside of the protection.
  b_.jump(head);
  b_.enter(head);
  at_loop_target(n.left);
  const ValueId result = await_value(op(Op::IteratorNext, {record, b_.empty()}));
  const ValueId value = op(Op::IteratorResult, {record, result});
  b_.branch(op(Op::IsEmpty, {value}), end, body);
  b_.seal(body);
  b_.enter(body);
  begin_iterator(record, handler, ir::IteratorKind::Async);
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
    at(id);
    close_async_iterator(record);
    b_.jump(end);
  }
  close_async_on_throw(record, handler);
  join(end);
}

// AsyncIteratorClose of an ordinary exit.
void FunctionGenerator::close_async_iterator(ValueId record) {
  const ValueId result = op(Op::IteratorReturn, {record});
  const BlockId wait = b_.new_block(), end = b_.new_block();
  b_.branch(op(Op::IsEmpty, {result}), end, wait);
  b_.seal(wait);
  b_.enter(wait);
  op(Op::CheckObject, {await_value(result)}, Immediate::of(ir::CheckKind::IteratorResult));
  b_.jump(end);
  b_.seal(end);
  b_.enter(end);
}

// The same behind an exception, which outweighs whatever goes wrong on the way.
void FunctionGenerator::close_async_on_throw(ValueId record, BlockId handler) {
  const BlockId after = b_.new_block();
  if (b_.is_open()) b_.jump(after);
  b_.seal(handler);
  if (is_reached(handler)) {
    b_.enter(handler);
    const BlockId wait = b_.new_block(), rethrow = b_.new_block(), failed = b_.new_handler();
    const BlockId outer = b_.set_handler(failed);
    const ValueId result = op(Op::IteratorReturn, {record});
    b_.branch(op(Op::IsEmpty, {result}), rethrow, wait);
    b_.seal(wait);
    b_.enter(wait);
    await_value(result);
    b_.jump(rethrow);
    b_.set_handler(outer);
    b_.seal(failed);
    b_.enter(failed);
    b_.jump(rethrow);
    b_.seal(rethrow);
    b_.enter(rethrow);
    b_.throw_value(b_.received(handler));
  }
  join(after);
}

}  // namespace perry::irgen
