#include "perry-cc/irgen/generator.h"

// Suspensions. They are edges: what follows needs no case of its own, wherever they stand.
namespace perry::irgen {

ValueId FunctionGenerator::await_value(ValueId value) {
  const BlockId resume = b_.new_resume();
  b_.suspend(ir::SuspendKind::Await, b_.box(value), resume);
  b_.seal(resume);
  b_.enter(resume);
  return b_.received(resume);
}

ValueId FunctionGenerator::yield_value(NodeId id) {
  const NodeId argument = as<ast::YieldExpression>(id).argument;
  ValueId value = argument ? boxed(argument) : b_.undefined();
  at(id);
  if (is_async_) value = await_value(value);
  const BlockId resume = b_.new_resume(), on_return = b_.new_resume();
  b_.suspend(ir::SuspendKind::Yield, value, resume, on_return);
  b_.seal(on_return);
  b_.enter(on_return);
  ValueId returned = b_.received(on_return);
  if (is_async_) returned = await_value(returned);
  leave({.kind = Exit::Kind::Return}, returned);
  b_.seal(resume);
  b_.enter(resume);
  return b_.received(resume);
}

// --- yield* ---
// `next` asks the inner iterator, `check` looks at a result of `next` or `throw`, `send` passes on
// one that is not the last. Only the suspension is protected: a throw that is sent in arrives at
// its handler, and so does one from waiting for the value of a return.

ValueId FunctionGenerator::yield_delegate(NodeId id) {
  // V8 says that all of this happens where the operand was made, at the last.
  at(id);
  const ValueId iterable = boxed(as<ast::YieldExpression>(id).argument);
  const auto kind = is_async_ ? ir::IteratorKind::Async : ir::IteratorKind::Sync;
  const ValueId record = op(Op::IteratorOpen, {iterable}, Immediate::of(kind));
  const BlockId next = b_.new_block(), check = b_.new_block(), send = b_.new_block();
  const BlockId last = b_.new_block(), handler = b_.new_handler();
  const BlockId resume = b_.new_resume(), on_return = b_.new_resume();
  const ValueId sent = b_.add_parameter(next, Rep::Boxed);
  const ValueId result = b_.add_parameter(check, Rep::Boxed);
  const ValueId inner = b_.add_parameter(send, Rep::Boxed);
  b_.jump(next, {b_.undefined()});

  b_.enter(next);
  b_.jump(check, {awaited_in_async(op(Op::IteratorNext, {record, sent}))});
  b_.enter(check);
  branch_on_done(result, last, send);

  b_.enter(send);
  const ValueId passed =
      is_async_ ? op(Op::GetProp, {inner}, Immediate::of(m_.atom("value"))) : inner;
  const BlockId outer = b_.set_handler(handler);
  b_.suspend(is_async_ ? ir::SuspendKind::Yield : ir::SuspendKind::Delegate, passed, resume,
             on_return);
  b_.seal(on_return);
  b_.enter(on_return);
  const ValueId returned = awaited_in_async(b_.received(on_return));
  b_.set_handler(outer);
  delegate_return(record, returned, send);
  b_.seal(handler);
  b_.enter(handler);
  delegate_throw(record, b_.received(handler), check);
  b_.seal(resume);
  b_.enter(resume);
  b_.jump(next, {b_.received(resume)});
  b_.seal(next);
  b_.seal(check);
  b_.seal(send);
  b_.seal(last);
  b_.enter(last);
  return op(Op::GetProp, {result}, Immediate::of(m_.atom("value")));
}

ValueId FunctionGenerator::awaited_in_async(ValueId value) {
  return is_async_ ? await_value(value) : value;
}

// `not_done` gets the result object.
void FunctionGenerator::branch_on_done(ValueId result, BlockId done, BlockId not_done) {
  op(Op::CheckObject, {result}, Immediate::of(ir::CheckKind::IteratorResult));
  const ValueId is_done = truth(op(Op::GetProp, {result}, Immediate::of(m_.atom("done"))));
  const ValueId values[] = {result};
  b_.branch(is_done, ir::Builder::Target{done, {}}, ir::Builder::Target{not_done, values});
}

// A throw was sent in. An iterator that can't be told of it is closed.
void FunctionGenerator::delegate_throw(ValueId record, ValueId exception, BlockId check) {
  const ValueId iterator = op(Op::IteratorObject, {record});
  const ValueId method = op(Op::GetProp, {iterator}, Immediate::of(m_.atom("throw")));
  const BlockId missing = b_.new_block(), present = b_.new_block();
  b_.branch(op(Op::IsNullish, {method}), missing, present);
  b_.seal(missing);
  b_.seal(present);
  b_.enter(present);
  b_.jump(check, {awaited_in_async(op(Op::Call, {method, iterator, exception}))});
  b_.enter(missing);
  if (is_async_)
    close_async_iterator(record);
  else
    op(Op::IteratorClose, {record});
  b_.throw_error(ir::ErrorKind::MissingThrowMethod);
}

// A return was sent in: the inner iterator may still have something to yield.
void FunctionGenerator::delegate_return(ValueId record, ValueId value, BlockId send) {
  const ValueId iterator = op(Op::IteratorObject, {record});
  const ValueId method = op(Op::GetProp, {iterator}, Immediate::of(m_.atom("return")));
  const BlockId missing = b_.new_block(), present = b_.new_block(), done = b_.new_block();
  b_.branch(op(Op::IsNullish, {method}), missing, present);
  b_.seal(missing);
  b_.seal(present);
  b_.enter(present);
  const ValueId result = awaited_in_async(op(Op::Call, {method, iterator, value}));
  branch_on_done(result, done, send);
  b_.seal(done);
  b_.enter(done);
  leave({.kind = Exit::Kind::Return}, op(Op::GetProp, {result}, Immediate::of(m_.atom("value"))));
  b_.enter(missing);
  leave({.kind = Exit::Kind::Return}, awaited_in_async(value));
}

}  // namespace perry::irgen
