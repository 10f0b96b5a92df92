#include "perry-cc/irgen/generator.h"

// Expressions: the dispatch, and operators. Chains to the left (`a + b + c`, `a.b.c()`) are walked
// down and back up in loops, so that their length costs no stack; whatever else nests asks how much
// of it is left.
namespace perry::irgen {

namespace {

ir::BinaryOperator arithmetic(fe::BinaryOperator op) {
  using enum fe::BinaryOperator;
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
    case BitAnd:
      return ir::BinaryOperator::BitAnd;
    case BitOr:
      return ir::BinaryOperator::BitOr;
    case BitXor:
      return ir::BinaryOperator::BitXor;
    case ShiftLeft:
      return ir::BinaryOperator::ShiftLeft;
    case ShiftRight:
      return ir::BinaryOperator::ShiftRight;
    case ShiftRightUnsigned:
      return ir::BinaryOperator::ShiftRightUnsigned;
    default:
      return ir::BinaryOperator::Add;
  }
}

std::optional<ir::Relation> relation(fe::BinaryOperator op) {
  using enum fe::BinaryOperator;
  switch (op) {
    case Equal:
      return ir::Relation::Equal;
    case NotEqual:
      return ir::Relation::NotEqual;
    case Less:
      return ir::Relation::Less;
    case LessEqual:
      return ir::Relation::LessEqual;
    case Greater:
      return ir::Relation::Greater;
    case GreaterEqual:
      return ir::Relation::GreaterEqual;
    case In:
      return ir::Relation::In;
    case Instanceof:
      return ir::Relation::Instanceof;
    default:
      return std::nullopt;
  }
}

}  // namespace

ValueId FunctionGenerator::expression(NodeId id) {
  if (m_.stack.exhausted()) [[unlikely]] {
    m_.report_too_deep(tree().span(id));
    return b_.undefined();
  }
  return expression_at(id);
}

ValueId FunctionGenerator::expression_at(NodeId id) {
  switch (tree().kind(id)) {
    case NodeKind::Identifier:
      if (const Define* const define = find_define(id)) return defined_value(*define).value;
      return load(id);
    case NodeKind::NullLiteral:
      return b_.null();
    case NodeKind::BooleanLiteral:
      return b_.boolean(tree().has_flag(id, NodeFlag::True));
    case NodeKind::NumericLiteral:
      return b_.number(tree().number(id));
    case NodeKind::StringLiteral:
      return key_string(as<ast::StringLiteral>(id).value);
    case NodeKind::BigIntLiteral:
      return bigint_literal(id);
    case NodeKind::RegExpLiteral: {
      const auto& n = as<ast::RegExpLiteral>(id);
      at(id);
      return b_.append(Op::NewRegExp, {}, Immediate::of(m_.atom(n.pattern), m_.atom(n.flags)));
    }
    case NodeKind::TemplateLiteral:
      return template_literal(id);
    case NodeKind::ThisExpression:
      at(id);
      return this_value();
    case NodeKind::ArrayExpression:
      return array_literal(id);
    case NodeKind::ObjectExpression:
      return object_literal(id);
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction:
    case NodeKind::ClassExpression: {
      const NodeId name = as<ast::FunctionExpression>(id).id;
      if (is<ast::ClassExpression>(id)) {
        const NodeId own = as<ast::ClassExpression>(id).id;
        at(id);
        return class_value(id, own ? m_.atom(as<ast::BindingIdentifier>(own).name) : m_.atom(""));
      }
      at(id);
      return closure(id,
                     {.name = name ? m_.atom(as<ast::BindingIdentifier>(name).name) : m_.atom("")});
    }
    case NodeKind::AssignmentExpression:
      return assignment(id);
    case NodeKind::UpdateExpression:
      return update(id, true);
    case NodeKind::UnaryExpression:
      return unary(id);
    case NodeKind::BinaryExpression:
      return binary_chain(id);
    case NodeKind::LogicalExpression:
      return logical(id);
    case NodeKind::ConditionalExpression:
      return conditional(id);
    case NodeKind::SequenceExpression:
      return sequence(id);
    case NodeKind::StaticMember:
    case NodeKind::PrivateMember:
    case NodeKind::ComputedMember:
    case NodeKind::CallExpression:
    case NodeKind::TaggedTemplate:
      return chain_value(id).value;
    case NodeKind::ChainExpression:
      return optional_chain(id);
    case NodeKind::NewExpression:
      return new_expression(id);
    case NodeKind::YieldExpression:
      at(id);
      return tree().has_flag(id, NodeFlag::Delegate) ? yield_delegate(id) : yield_value(id);
    case NodeKind::AwaitExpression: {
      const ValueId value = boxed(as<ast::AwaitExpression>(id).argument);
      at(id);
      return await_value(value);
    }
    case NodeKind::ImportExpression:
      return import_expression(id);
    case NodeKind::ImportMeta:
      if (const Define* const define = find_define(id)) return defined_value(*define).value;
      at(id);
      return op(Op::ImportMeta, {});
    case NodeKind::NewTarget:
      at(id);
      return new_target();
    case NodeKind::JSXElement:
    case NodeKind::JSXFragment:
      return jsx(id);
    case NodeKind::TSAsExpression:
    case NodeKind::TSSatisfiesExpression:
    case NodeKind::TSTypeAssertion:
    case NodeKind::TSNonNullExpression:
    case NodeKind::TSInstantiationExpression:
      return expression(skip_types(id));
    default:
      unsupported(id, fe::node_name(tree().kind(id)));
      return b_.undefined();
  }
}

// For what it does, not for its value.
void FunctionGenerator::effect(NodeId id) {
  id = skip_types(id);
  switch (tree().kind(id)) {
    case NodeKind::UpdateExpression:
      update(id, false);
      return;
    case NodeKind::LogicalExpression: {
      if (as<ast::LogicalExpression>(id).op == fe::BinaryOperator::Coalesce) break;
      // The last operand may do something that its truth doesn't matter to.
      const auto& n = as<ast::LogicalExpression>(id);
      const BlockId more = b_.new_block(), end = b_.new_block();
      if (n.op == fe::BinaryOperator::And)
        condition(n.left, more, end);
      else
        condition(n.left, end, more);
      b_.seal(more);
      if (is_reached(more)) {
        b_.enter(more);
        effect(n.right);
        b_.jump(end);
      }
      return join(end);
    }
    case NodeKind::ConditionalExpression: {
      const auto& n = as<ast::ConditionalExpression>(id);
      const BlockId yes = b_.new_block(), no = b_.new_block(), end = b_.new_block();
      condition(n.test, yes, no);
      for (const auto& [block, part] : {std::pair{yes, n.consequent}, std::pair{no, n.alternate}}) {
        b_.seal(block);
        if (!is_reached(block)) continue;
        b_.enter(block);
        if (!m_.stack.exhausted())
          effect(part);
        else
          m_.report_too_deep(tree().span(part));
        b_.jump(end);
      }
      return join(end);
    }
    case NodeKind::SequenceExpression:
      for (const NodeId part : list(as<ast::SequenceExpression>(id).expressions)) effect(part);
      return;
    default:
      break;
  }
  expression(id);
}

ValueId FunctionGenerator::binary_chain(NodeId id) {
  const size_t base = m_.chain.size();
  while (is<ast::BinaryExpression>(id)) {
    m_.chain.push_back(id);
    id = as<ast::BinaryExpression>(id).left;
  }
  ValueId value = is<ast::PrivateName>(id) ? ValueId() : expression(id);
  while (m_.chain.size() > base) {
    const NodeId top = m_.chain.back();
    m_.chain.pop_back();
    value = binary(top, value);
  }
  return value;
}

// `left` none: a private name.
ValueId FunctionGenerator::binary(NodeId id, ValueId left) {
  const auto& n = as<ast::BinaryExpression>(id);
  if (left) left = b_.box(left);
  const ValueId right = boxed(n.right);
  b_.set_position(operator_position(n.left));
  if (!left) {
    const ValueId name = private_name(n.left, as<ast::PrivateName>(n.left).binding);
    return op(Op::HasPrivate, {name, right});
  }
  if (n.op == fe::BinaryOperator::StrictEqual) return op(Op::StrictEqual, {left, right});
  if (n.op == fe::BinaryOperator::StrictNotEqual)
    return op(Op::NotBool, {op(Op::StrictEqual, {left, right})});
  if (const auto r = relation(n.op)) return op(Op::Compare, {left, right}, Immediate::of(*r));
  return op(Op::Binary, {left, right}, Immediate::of(arithmetic(n.op)));
}

// A value of `&&`, `||` or `??`: every operand but the last may end it.
ValueId FunctionGenerator::logical(NodeId id) {
  const size_t base = m_.chain.size();
  const fe::BinaryOperator kind = as<ast::LogicalExpression>(id).op;
  while (is<ast::LogicalExpression>(id) && as<ast::LogicalExpression>(id).op == kind) {
    m_.chain.push_back(id);
    id = as<ast::LogicalExpression>(id).left;
  }
  const BlockId end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  NodeId operand = id;
  for (;;) {
    ValueId value = boxed(operand);
    if (m_.chain.size() == base) {
      b_.jump(end, {value});
      break;
    }
    const NodeId top = m_.chain.back();
    m_.chain.pop_back();
    at(top);
    const BlockId next = b_.new_block();
    const ValueId values[] = {value};
    const ir::Builder::Target stop{end, values}, go_on{next, {}};
    if (kind == fe::BinaryOperator::Coalesce)
      b_.branch(op(Op::IsNullish, {value}), go_on, stop);
    else if (kind == fe::BinaryOperator::And)
      b_.branch(truth(value), go_on, stop);
    else
      b_.branch(truth(value), stop, go_on);
    b_.seal(next);
    b_.enter(next);
    operand = as<ast::LogicalExpression>(top).right;
  }
  b_.seal(end);
  b_.enter(end);
  return result;
}

ValueId FunctionGenerator::conditional(NodeId id) {
  const BlockId end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  while (is<ast::ConditionalExpression>(id)) {
    const auto& n = as<ast::ConditionalExpression>(id);
    const BlockId yes = b_.new_block(), no = b_.new_block();
    condition(n.test, yes, no);
    b_.seal(yes);
    b_.seal(no);
    b_.enter(yes);
    b_.jump(end, {boxed(n.consequent)});
    b_.enter(no);
    id = n.alternate;
  }
  b_.jump(end, {boxed(id)});
  b_.seal(end);
  b_.enter(end);
  return result;
}

ValueId FunctionGenerator::sequence(NodeId id) {
  const std::span<const NodeId> parts = list(as<ast::SequenceExpression>(id).expressions);
  for (size_t i = 0; i + 1 < parts.size(); i++) effect(parts[i]);
  return expression(parts.back());
}

ValueId FunctionGenerator::bigint_literal(NodeId id) {
  return b_.append(Op::ConstBigInt, {},
                   Immediate::of(m_.bigint(as<ast::BigIntLiteral>(id).digits)));
}

ValueId FunctionGenerator::unary(NodeId id) {
  const auto& n = as<ast::UnaryExpression>(id);
  using enum fe::UnaryOperator;
  switch (n.op) {
    case Typeof:
      return typeof_expression(n.argument);
    case Delete:
      return delete_expression(n.argument, tree().start(id));
    case Void:
      effect(n.argument);
      return b_.undefined();
    case Not: {
      const ValueId value = truth(expression(n.argument));
      return op(Op::NotBool, {value});
    }
    case Minus:
      if (is<ast::NumericLiteral>(n.argument)) return b_.number(-tree().number(n.argument));
      break;
    default:
      break;
  }
  const ValueId value = boxed(n.argument);
  at(id);
  if (n.op == Plus) return op(Op::ToNumber, {value});
  return op(Op::Unary, {value},
            Immediate::of(n.op == Minus ? ir::UnaryOperator::Negate : ir::UnaryOperator::BitNot));
}

ValueId FunctionGenerator::typeof_expression(NodeId argument) {
  const NodeId id = skip_types(argument);
  if (const Define* const define = find_define(id)) {
    at(id);
    if (!define->is_json() && define->name.find('.') == std::string::npos)
      return b_.append(Op::TypeofGlobal, {}, Immediate::of(m_.atom(define->name)));
    return op(Op::Typeof, {b_.box(defined_value(*define).value)});
  }
  if (is<ast::Identifier>(id) && !as<ast::Identifier>(id).binding && !is_dynamic(id)) {
    at(id);
    return b_.append(Op::TypeofGlobal, {}, Immediate::of(m_.atom(as<ast::Identifier>(id).name)));
  }
  if (is<ast::Identifier>(id)) return typeof_name(id);
  const ValueId value = boxed(id);
  return op(Op::Typeof, {value});
}

// A name that is bound somewhere, perhaps by a `with` object, or declared as ambient.
ValueId FunctionGenerator::typeof_name(NodeId id) {
  const auto& n = as<ast::Identifier>(id);
  const auto typeof_global = [&] {
    return b_.append(Op::TypeofGlobal, {}, Immediate::of(m_.atom(n.name)));
  };
  const Place place = n.binding ? m_.place(n.binding) : Place::Global;
  const bool is_global = place == Place::Global || place == Place::Absent;
  if (!is_dynamic(id)) {
    at(id);
    return is_global ? typeof_global() : op(Op::Typeof, {b_.box(load(id))});
  }
  const ValueId object = dynamic_object(n.name, n.binding);
  const BlockId absent = b_.new_block(), present = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::String);
  b_.branch(op(Op::IsEmpty, {object}), absent, present);
  b_.seal(absent);
  b_.seal(present);
  b_.enter(present);
  const ValueId found = op(Op::WithGet, {object, key_string(n.name)}, Immediate::of(strict_));
  b_.jump(end, {op(Op::Typeof, {found})});
  b_.enter(absent);
  if (is_global) {
    b_.jump(end, {typeof_global()});
  } else {
    const bool check = tree().has_flag(id, NodeFlag::TdzCheck);
    b_.jump(end, {op(Op::Typeof, {b_.box(load_binding(n.binding, check))})});
  }
  b_.seal(end);
  b_.enter(end);
  return result;
}

ValueId FunctionGenerator::undefined_if_empty(ValueId value) {
  return op(Op::UndefinedIfEmpty, {value});
}

}  // namespace perry::irgen
