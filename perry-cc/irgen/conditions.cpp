#include "perry-cc/irgen/generator.h"

// Conditions become control flow: nothing makes a Boolean only to branch on it.
namespace perry::irgen {

ValueId FunctionGenerator::truth(ValueId value) {
  if (f_[value].type == Rep::Bool) return value;
  return op(Op::ToBoolean, {b_.box(value)});
}

std::optional<bool> FunctionGenerator::constant_condition(NodeId id) const {
  switch (tree().kind(id)) {
    case NodeKind::BooleanLiteral:
      return tree().has_flag(id, NodeFlag::True);
    case NodeKind::NullLiteral:
      return false;
    case NodeKind::NumericLiteral: {
      const double value = tree().number(id);
      return value == value && value != 0;
    }
    case NodeKind::StringLiteral:
      return !tree().text(as<ast::StringLiteral>(id).value).empty();
    default:
      return defined_condition(id);
  }
}

// Goes to one of the two blocks, which the caller seals and enters.
void FunctionGenerator::condition(NodeId id, BlockId if_true, BlockId if_false) {
  if (m_.stack.exhausted()) [[unlikely]] {
    m_.report_too_deep(tree().span(id));
    return b_.branch(b_.boolean(true), if_true, if_false);
  }
  for (;;) {
    id = skip_types(id);
    if (!is<ast::UnaryExpression>(id)) break;
    if (as<ast::UnaryExpression>(id).op != fe::UnaryOperator::Not) break;
    id = as<ast::UnaryExpression>(id).argument;
    std::swap(if_true, if_false);
  }
  if (is<ast::LogicalExpression>(id) &&
      as<ast::LogicalExpression>(id).op != fe::BinaryOperator::Coalesce)
    return logical_condition(id, if_true, if_false);
  if (is<ast::SequenceExpression>(id)) {
    const std::span<const NodeId> parts = list(as<ast::SequenceExpression>(id).expressions);
    for (size_t i = 0; i + 1 < parts.size(); i++) effect(parts[i]);
    return condition(parts.back(), if_true, if_false);
  }
  if (const auto known = constant_condition(id)) return b_.jump(*known ? if_true : if_false);
  const ValueId value = expression(id);
  at(id);
  b_.branch(truth(value), if_true, if_false);
}

void FunctionGenerator::logical_condition(NodeId id, BlockId if_true, BlockId if_false) {
  const size_t base = m_.chain.size();
  const fe::BinaryOperator kind = as<ast::LogicalExpression>(id).op;
  while (is<ast::LogicalExpression>(id) && as<ast::LogicalExpression>(id).op == kind) {
    m_.chain.push_back(id);
    id = as<ast::LogicalExpression>(id).left;
  }
  while (m_.chain.size() > base) {
    const BlockId next = b_.new_block();
    if (kind == fe::BinaryOperator::And)
      condition(id, next, if_false);
    else
      condition(id, if_true, next);
    b_.seal(next);
    b_.enter(next);
    id = as<ast::LogicalExpression>(m_.chain.back()).right;
    m_.chain.pop_back();
  }
  condition(id, if_true, if_false);
}

}  // namespace perry::irgen
