#include <cmath>

#include "perry-cc/irgen/generator.h"

// TypeScript's enums: an object that maps names to values, and numbers back to names. What is
// constant is computed here, as the checker does: members without an initialiser count on from it,
// and members known to be texts have no way back.
namespace perry::irgen {

namespace {

int32_t to_int32(double value) {
  if (!std::isfinite(value)) return 0;
  const double modulo = std::fmod(std::trunc(value), 4294967296.0);
  return static_cast<int32_t>(static_cast<uint32_t>(static_cast<int64_t>(modulo)));
}

std::optional<double> fold(fe::BinaryOperator op, double a, double b) {
  using enum fe::BinaryOperator;
  const auto shift = static_cast<uint32_t>(to_int32(b)) & 31;
  switch (op) {
    case Add:
      return a + b;
    case Subtract:
      return a - b;
    case Multiply:
      return a * b;
    case Divide:
      return a / b;
    case Remainder:
      return std::fmod(a, b);
    case BitAnd:
      return to_int32(a) & to_int32(b);
    case BitOr:
      return to_int32(a) | to_int32(b);
    case BitXor:
      return to_int32(a) ^ to_int32(b);
    case ShiftLeft:
      return static_cast<int32_t>(static_cast<uint32_t>(to_int32(a)) << shift);
    case ShiftRight:
      return to_int32(a) >> shift;
    case ShiftRightUnsigned:
      return static_cast<uint32_t>(to_int32(a)) >> shift;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<EnumValue> FunctionGenerator::enum_constant(NodeId init) {
  const NodeId id = skip_types(init);
  if (m_.stack.exhausted()) return std::nullopt;
  switch (tree().kind(id)) {
    case NodeKind::NumericLiteral:
      return EnumValue{.number = tree().number(id)};
    case NodeKind::StringLiteral:
      return EnumValue{.text = m_.atom(as<ast::StringLiteral>(id).value)};
    case NodeKind::TemplateLiteral: {
      const auto& n = as<ast::TemplateLiteral>(id);
      if (n.expressions.count != 0) return std::nullopt;
      return EnumValue{.text = m_.atom(as<ast::TemplateElement>(list(n.quasis)[0]).cooked)};
    }
    case NodeKind::Identifier: {
      const auto& n = as<ast::Identifier>(id);
      if (!n.binding || m_.place(n.binding) != Place::EnumMember) return std::nullopt;
      const fe::BindingId object = m_.binding_of_object(binding(n.binding).scope);
      return object ? m_.enum_value(object, m_.atom(n.name)) : std::nullopt;
    }
    case NodeKind::StaticMember:
    case NodeKind::ComputedMember: {
      const NodeId object = skip_types(as<ast::StaticMember>(id).object);
      if (!is<ast::Identifier>(object) || !as<ast::Identifier>(object).binding) return std::nullopt;
      const ir::AtomId name = is<ast::StaticMember>(id)
                                  ? m_.atom(as<ast::StaticMember>(id).name)
                                  : static_key(as<ast::ComputedMember>(id).property);
      if (!name) return std::nullopt;
      return m_.enum_value(as<ast::Identifier>(object).binding, name);
    }
    case NodeKind::UnaryExpression: {
      const auto& n = as<ast::UnaryExpression>(id);
      const auto value = enum_constant(n.argument);
      if (!value || value->text) return std::nullopt;
      if (n.op == fe::UnaryOperator::Minus) return EnumValue{.number = -value->number};
      if (n.op == fe::UnaryOperator::Plus) return value;
      if (n.op == fe::UnaryOperator::BitNot)
        return EnumValue{.number = static_cast<double>(~to_int32(value->number))};
      return std::nullopt;
    }
    case NodeKind::BinaryExpression: {
      const auto& n = as<ast::BinaryExpression>(id);
      const auto left = enum_constant(n.left);
      const auto right = left ? enum_constant(n.right) : std::nullopt;
      if (!right) return std::nullopt;
      if (!left->text && !right->text) {
        const auto number = fold(n.op, left->number, right->number);
        return number ? std::optional(EnumValue{.number = *number}) : std::nullopt;
      }
      if (n.op != fe::BinaryOperator::Add || !left->text || !right->text) return std::nullopt;
      std::string text(m_.module.atoms.text(left->text));
      text += m_.module.atoms.text(right->text);
      return EnumValue{.text = m_.atom(text)};
    }
    default:
      return std::nullopt;
  }
}

// Known to be a text, even if not which.
bool FunctionGenerator::is_text(NodeId init) const {
  NodeId id = skip_types(init);
  while (is<ast::BinaryExpression>(id)) {
    const auto& n = as<ast::BinaryExpression>(id);
    if (n.op != fe::BinaryOperator::Add) return false;
    const NodeKind right = tree().kind(skip_types(n.right));
    if (right == NodeKind::StringLiteral || right == NodeKind::TemplateLiteral) return true;
    id = skip_types(n.left);
  }
  return is<ast::StringLiteral>(id) || is<ast::TemplateLiteral>(id);
}

void FunctionGenerator::enum_declaration(NodeId id) {
  const auto& n = as<ast::TSEnumDeclaration>(id);
  if (!is<ast::BindingIdentifier>(n.id)) return;
  const fe::BindingId name = as<ast::BindingIdentifier>(n.id).binding;
  at(id);
  const ValueId object = shared_object(name);
  m_.note_object(n.scope, name);
  const InScope inside(*this, n.scope);
  std::optional<double> next = 0;
  for (const NodeId member : list(n.members))
    if (is<ast::TSEnumMember>(member)) enum_member(member, name, object, next);
}

void FunctionGenerator::enum_member(NodeId member, fe::BindingId of, ValueId object,
                                    std::optional<double>& next) {
  const auto& n = as<ast::TSEnumMember>(member);
  ir::AtomId name;
  if (is<ast::StringLiteral>(n.id))
    name = m_.atom(as<ast::StringLiteral>(n.id).value);
  else if (is<ast::IdentifierName>(n.id))
    name = m_.atom(as<ast::IdentifierName>(n.id).name);
  else
    name = m_.atom(tree().text(tree().span(n.id)));
  std::optional<EnumValue> constant;
  if (n.init)
    constant = enum_constant(n.init);
  else if (next)
    constant = EnumValue{.number = *next};
  at(member);
  ValueId value;
  if (constant)
    value = constant->text ? string(constant->text) : b_.box(b_.number(constant->number));
  else
    value = n.init ? boxed(n.init) : b_.undefined();
  at(member);
  next.reset();
  if (constant && !constant->text) next = constant->number + 1;
  if (constant) m_.note_enum_value(of, name, *constant);

  op(Op::SetProp, {object, value}, Immediate::of(name, strict_));
  const bool has_way_back = constant ? !constant->text : !n.init || !is_text(n.init);
  if (has_way_back) op(Op::SetElem, {object, value, string(name)}, Immediate::of(strict_));
}

}  // namespace perry::irgen
