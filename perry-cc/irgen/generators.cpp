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

ValueId FunctionGenerator::yield_delegate(NodeId id) {
  unsupported(id, "`yield*`");
  return b_.undefined();
}

}  // namespace perry::irgen
