#include "perry-cc/irgen/generator.h"

// try, catch and finally. A `finally` block is lowered once: each way into it brings a number, and
// a switch behind it goes on from there.
namespace perry::irgen {

void FunctionGenerator::try_statement(NodeId id) {
  const auto& n = as<ast::TryStatement>(id);
  if (!n.finalizer) {
    const BlockId end = b_.new_block();
    protected_block(n.block, n.handler, end);
    return join(end);
  }
  const BlockId handler = begin_finally();
  const BlockId end = b_.new_block();
  if (n.handler)
    protected_block(n.block, n.handler, end);
  else
    block(n.block);
  join(end);
  end_finally(handler, [&] {
    // Its value counts only where it does not go on.
    const ValueId value = completion_ ? b_.read(completion_) : ValueId();
    complete(ValueId());
    statement(n.finalizer);
    if (value && b_.is_open()) complete(value);
  });
}

// `try` with `catch`, without `finally`.
void FunctionGenerator::protected_block(NodeId body, NodeId clause, BlockId end) {
  const BlockId handler = b_.new_handler();
  const BlockId outer = b_.set_handler(handler);
  block(body);
  jump_to(end);
  b_.set_handler(outer);
  b_.seal(handler);
  if (!is_reached(handler)) return;
  b_.enter(handler);
  catch_clause(clause, b_.received(handler));
  jump_to(end);
}

void FunctionGenerator::catch_clause(NodeId id, ValueId exception) {
  const auto& n = as<ast::CatchClause>(id);
  const InScope inside(*this, n.scope);
  at(id);
  complete(ValueId());
  if (n.param) {
    declare_names(n.scope);
    destructure(n.param, exception, PatternMode::Initialize, NodeId());
    catch_depth_++;
  }
  statement(n.body);
  if (n.param) catch_depth_--;
}

// From here on jumps and exceptions lead into a `finally`. The handler is that of the exceptions.
BlockId FunctionGenerator::begin_finally() {
  const BlockId handler = b_.new_handler();
  Control control;
  control.kind = Control::Kind::Finally;
  control.finally_block = b_.new_block();
  control.number = b_.new_variable(Rep::Int32);
  control.value = b_.new_variable(Rep::Boxed);
  control.outer_handler = b_.set_handler(handler);
  controls_.push_back(std::move(control));
  return handler;
}

// What comes behind: `finalizer` lowers the block itself, outside of the protection.
void FunctionGenerator::end_finally(BlockId handler, const std::function<void()>& finalizer) {
  const Control control = end_protection(handler);
  join(control.finally_block);
  if (!b_.is_open()) return;
  finalizer();
  if (b_.is_open()) dispatch_exits(control);
}

FunctionGenerator::Control FunctionGenerator::end_protection(BlockId handler) {
  b_.set_handler(controls_.back().outer_handler);
  if (b_.is_open()) enter_finally(controls_.back(), {.kind = Exit::Kind::Normal}, ValueId());
  b_.seal(handler);
  if (is_reached(handler)) {
    b_.enter(handler);
    enter_finally(controls_.back(), {.kind = Exit::Kind::Throw}, b_.received(handler));
  }
  Control control = std::move(controls_.back());
  controls_.pop_back();
  return control;
}

void FunctionGenerator::dispatch_exits(const Control& control) {
  const BlockId end = b_.new_block();
  const auto go_on = [&](const Exit& exit) {
    switch (exit.kind) {
      case Exit::Kind::Normal:
        return b_.jump(end);
      case Exit::Kind::Throw:
        return b_.throw_value(b_.read(control.value));
      case Exit::Kind::Return:
        return leave(exit, b_.read(control.value));
      case Exit::Kind::Break:
      case Exit::Kind::Continue:
        return leave(exit);
    }
  };
  if (control.exits.size() == 1) {
    go_on(control.exits[0]);
    return join(end);
  }
  std::vector<ir::Builder::Target> targets;
  targets.reserve(control.exits.size());
  for (size_t i = 0; i < control.exits.size(); i++) targets.push_back({b_.new_block(), {}});
  b_.switch_on(b_.read(control.number), targets);
  for (size_t i = 0; i < control.exits.size(); i++) {
    b_.seal(targets[i].block);
    b_.enter(targets[i].block);
    go_on(control.exits[i]);
  }
  join(end);
}

}  // namespace perry::irgen
