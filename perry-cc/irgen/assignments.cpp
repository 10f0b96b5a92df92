#include "perry-cc/irgen/generator.h"

// Assignments and updates.
namespace perry::irgen {

namespace {

ir::BinaryOperator compound(fe::AssignmentOperator op) {
  using enum fe::AssignmentOperator;
  switch (op) {
    case Subtract:
      return ir::BinaryOperator::Subtract;
    case Multiply:
      return ir::BinaryOperator::Multiply;
    case Divide:
      return ir::BinaryOperator::Divide;
    case Remainder:
      return ir::BinaryOperator::Remainder;
    case Power:
      return ir::BinaryOperator::Power;
    case ShiftLeft:
      return ir::BinaryOperator::ShiftLeft;
    case ShiftRight:
      return ir::BinaryOperator::ShiftRight;
    case ShiftRightUnsigned:
      return ir::BinaryOperator::ShiftRightUnsigned;
    case BitAnd:
      return ir::BinaryOperator::BitAnd;
    case BitOr:
      return ir::BinaryOperator::BitOr;
    case BitXor:
      return ir::BinaryOperator::BitXor;
    default:
      return ir::BinaryOperator::Add;
  }
}

}  // namespace

// The name that an anonymous function on the right takes: only a plain identifier gives one.
fe::AtomId FunctionGenerator::name_for_function(NodeId target) const {
  if (is<ast::BindingIdentifier>(target)) return as<ast::BindingIdentifier>(target).name;
  if (!is<ast::Identifier>(target) || tree().has_flag(target, NodeFlag::Parenthesized))
    return fe::AtomId();
  return as<ast::Identifier>(target).name;
}

// An anonymous function that becomes a member has no name, but stack traces give it one.
ValueId FunctionGenerator::member_value(NodeId target, NodeId value) {
  const NodeId function = skip_types(value);
  const bool is_anonymous =
      is<ast::ArrowFunction>(function) ||
      (is<ast::FunctionExpression>(function) && !as<ast::FunctionExpression>(function).id);
  if (!is_anonymous || !is<ast::StaticMember>(skip_types(target))) return expression(value);
  at(function);
  return closure(function, {.name = m_.atom(""), .shown_name = written_target(target)});
}

// A chain `a = b = c = ...` is walked down first, since each target is evaluated before its value.
ValueId FunctionGenerator::assignment(NodeId id) {
  std::vector<Reference> targets;
  for (;;) {
    const auto& n = as<ast::AssignmentExpression>(id);
    using enum fe::AssignmentOperator;
    if (n.op == And || n.op == Or || n.op == Coalesce || n.op != Assign) break;
    targets.push_back(reference(n.left, n.right));
    targets.back().operator_start = operator_position(n.left);
    const bool goes_on = is<ast::AssignmentExpression>(n.right) &&
                         as<ast::AssignmentExpression>(n.right).op == Assign;
    if (!goes_on) break;
    id = n.right;
  }
  ValueId value;
  if (targets.empty()) {
    value = changing_assignment(id);
  } else {
    const auto& n = as<ast::AssignmentExpression>(id);
    const fe::AtomId name = name_for_function(n.left);
    value = name ? named_value(n.right, m_.atom(name)) : member_value(n.left, n.right);
  }
  for (size_t i = targets.size(); i-- > 0;) store(targets[i], value);
  return value;
}

ValueId FunctionGenerator::changing_assignment(NodeId id) {
  const auto& n = as<ast::AssignmentExpression>(id);
  using enum fe::AssignmentOperator;
  if (n.op == And || n.op == Or || n.op == Coalesce) return logical_assignment(id);
  Reference target = reference(n.left, NodeId());
  target.operator_start = operator_position(n.left);
  fix_key(target);
  const ValueId old = b_.box(load(target));
  const ValueId right = boxed(n.right);
  at(id);
  const ValueId value = op(Op::Binary, {old, right}, Immediate::of(compound(n.op)));
  store(target, value);
  return value;
}

// The key of `a[k] += v` is converted once, before the first of its two uses.
void FunctionGenerator::fix_key(Reference& r) {
  if (r.kind != Reference::Kind::Element && r.kind != Reference::Kind::Super) return;
  const NodeId property =
      is<ast::ComputedMember>(r.node) ? as<ast::ComputedMember>(r.node).property : NodeId();
  if (!property || is<ast::NumericLiteral>(property) || is<ast::StringLiteral>(property)) return;
  // Only an object's conversion can be seen, and an object without properties fails before it.
  at(r.node);
  const BlockId convert = b_.new_block(), end = b_.new_block();
  const ValueId key = b_.add_parameter(end, Rep::Boxed);
  const ValueId keys[] = {r.key};
  b_.branch(op(Op::IsObject, {r.key}), ir::Builder::Target{convert, {}},
            ir::Builder::Target{end, keys});
  b_.seal(convert);
  b_.enter(convert);
  if (r.kind == Reference::Kind::Element)
    op(Op::CheckCoercible, {r.object}, Immediate::of(m_.atom("")));
  b_.jump(end, {op(Op::ToPropertyKey, {r.key})});
  b_.seal(end);
  b_.enter(end);
  r.key = key;
}

ValueId FunctionGenerator::logical_assignment(NodeId id) {
  const auto& n = as<ast::AssignmentExpression>(id);
  using enum fe::AssignmentOperator;
  Reference target = reference(n.left, NodeId());
  target.operator_start = operator_position(n.left);
  fix_key(target);
  const ValueId old = b_.box(load(target));
  const BlockId assign = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  const ValueId values[] = {old};
  const ir::Builder::Target keep{end, values}, go_on{assign, {}};
  at(id);
  if (n.op == Coalesce)
    b_.branch(op(Op::IsNullish, {old}), go_on, keep);
  else if (n.op == And)
    b_.branch(truth(old), go_on, keep);
  else
    b_.branch(truth(old), keep, go_on);
  b_.seal(assign);
  b_.enter(assign);
  const fe::AtomId name = name_for_function(n.left);
  const ValueId value = b_.box(name ? named_value(n.right, m_.atom(name)) : expression(n.right));
  store(target, value);
  b_.jump(end, {value});
  b_.seal(end);
  b_.enter(end);
  return result;
}

ValueId FunctionGenerator::update(NodeId id, bool is_used) {
  const auto& n = as<ast::UpdateExpression>(id);
  Reference target = reference(n.argument, NodeId());
  fix_key(target);
  const ValueId old = b_.box(load(target));
  at(id);
  const ValueId number = op(Op::ToNumeric, {old});
  const bool is_increment = n.op == fe::UpdateOperator::Increment;
  const ValueId value =
      op(Op::Unary, {number},
         Immediate::of(is_increment ? ir::UnaryOperator::Increment : ir::UnaryOperator::Decrement));
  store(target, value);
  return is_used && !tree().has_flag(id, NodeFlag::Prefix) ? number : value;
}

}  // namespace perry::irgen
