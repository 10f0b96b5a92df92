#include "frontend/extract/type_hints.h"

#include <string_view>
#include <vector>

#include "frontend/extract/tree.h"

namespace perry::frontend {

namespace {

// Strings beyond this are not worth copying into every importer's request.
constexpr size_t kLongestConstant = 256;

TypeHint hint_of_keyword(TypeKeyword keyword) {
  switch (keyword) {
    case TypeKeyword::BigInt:
      return TypeHint::BigInt;
    case TypeKeyword::Boolean:
      return TypeHint::Boolean;
    case TypeKeyword::Null:
      return TypeHint::Null;
    case TypeKeyword::Number:
      return TypeHint::Number;
    case TypeKeyword::Object:
      return TypeHint::Object | TypeHint::Array | TypeHint::Function;
    case TypeKeyword::String:
      return TypeHint::String;
    case TypeKeyword::Symbol:
      return TypeHint::Symbol;
    case TypeKeyword::Undefined:
    case TypeKeyword::Void:
      return TypeHint::Undefined;
    case TypeKeyword::Any:
    case TypeKeyword::Intrinsic:
    case TypeKeyword::Never:
    case TypeKeyword::Unknown:
      break;
  }
  return TypeHint::None;
}

// Names of the standard library that nobody gives another meaning.
TypeHint hint_of_reference(const Ast& ast, const ast::TSTypeReference& reference) {
  const AtomId name = name_atom(ast, reference.name);
  if (name.is_none()) return TypeHint::None;
  const std::string_view text = ast.text(name);
  if (text == "Array" || text == "ReadonlyArray") return TypeHint::Array;
  if (text == "Function") return TypeHint::Function;
  for (const std::string_view object : {"Promise", "Map", "Set", "WeakMap", "WeakSet", "Date",
                                        "RegExp", "Error", "Uint8Array", "Float64Array"})
    if (text == object) return TypeHint::Object;
  return TypeHint::None;
}

TypeHint hint_of_operator(const Ast& ast, const ast::TSTypeOperator& n) {
  switch (n.op) {
    case TypeOperator::Keyof:
      return TypeHint::String | TypeHint::Number | TypeHint::Symbol;
    case TypeOperator::Unique:
      return TypeHint::Symbol;
    case TypeOperator::Readonly:
      break;
  }
  return ast.is<ast::TSArrayType>(n.type) || ast.is<ast::TSTupleType>(n.type) ? TypeHint::Array
                                                                              : TypeHint::None;
}

// Of a type that is not a union.
TypeHint hint_of_single(const Ast& ast, NodeId type) {
  switch (ast.kind(type)) {
    case NodeKind::TSKeywordType:
      return hint_of_keyword(ast.as<ast::TSKeywordType>(type).keyword);
    case NodeKind::TSArrayType:
    case NodeKind::TSTupleType:
      return TypeHint::Array;
    case NodeKind::TSFunctionType:
    case NodeKind::TSConstructorType:
      return TypeHint::Function;
    case NodeKind::TSTypeLiteral:
    case NodeKind::TSMappedType:
      return TypeHint::Object;
    case NodeKind::TSLiteralType:
      return hint_of_value(ast, ast.as<ast::TSLiteralType>(type).literal);
    case NodeKind::TSTemplateLiteralType:
      return TypeHint::String;
    case NodeKind::TSTypePredicate:
      return ast.has_flag(type, NodeFlag::Asserts) ? TypeHint::Undefined : TypeHint::Boolean;
    case NodeKind::TSTypeReference:
      return hint_of_reference(ast, ast.as<ast::TSTypeReference>(type));
    case NodeKind::TSTypeOperator:
      return hint_of_operator(ast, ast.as<ast::TSTypeOperator>(type));
    default:
      return TypeHint::None;
  }
}

TypeHint hint_of_unary(const Ast& ast, const ast::UnaryExpression& n) {
  switch (n.op) {
    case UnaryOperator::Minus:
    case UnaryOperator::BitNot:
      return ast.is<ast::NumericLiteral>(n.argument)  ? TypeHint::Number
             : ast.is<ast::BigIntLiteral>(n.argument) ? TypeHint::BigInt
                                                      : TypeHint::Number | TypeHint::BigInt;
    case UnaryOperator::Plus:
      return TypeHint::Number;
    case UnaryOperator::Not:
    case UnaryOperator::Delete:
      return TypeHint::Boolean;
    case UnaryOperator::Typeof:
      return TypeHint::String;
    case UnaryOperator::Void:
      return TypeHint::Undefined;
  }
  return TypeHint::None;
}

TypeHint hint_of_binary(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Equal:
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictEqual:
    case BinaryOperator::StrictNotEqual:
    case BinaryOperator::Less:
    case BinaryOperator::LessEqual:
    case BinaryOperator::Greater:
    case BinaryOperator::GreaterEqual:
    case BinaryOperator::In:
    case BinaryOperator::Instanceof:
      return TypeHint::Boolean;
    case BinaryOperator::ShiftRightUnsigned:
      return TypeHint::Number;
    default:
      return TypeHint::None;
  }
}

// The text of a template without holes.
AtomId plain_template(const Ast& ast, NodeId value) {
  const auto& n = ast.as<ast::TemplateLiteral>(value);
  const auto quasis = ast.list(n.quasis);
  if (n.expressions.count != 0 || quasis.size() != 1) return {};
  const auto* element = ast.try_as<ast::TemplateElement>(quasis[0]);
  return element == nullptr ? AtomId() : element->cooked;
}

Constant text_constant(const Ast& ast, Constant::Kind kind, AtomId atom) {
  if (atom.is_none() || ast.text(atom).size() > kLongestConstant) return {};
  return {.kind = kind, .number = 0, .text = std::string(ast.text(atom))};
}

Constant negated(Constant value) {
  if (value.kind == Constant::Kind::Number) {
    value.number = -value.number;
    return value;
  }
  if (value.kind != Constant::Kind::BigInt) return {};
  // There is no negative zero.
  if (value.text.find_first_not_of('0') != std::string::npos) value.text.insert(0, "-");
  return value;
}

// A BigInt's digits as they stand in the source may have another base; then nothing is said.
bool is_decimal(std::string_view digits) {
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

TypeHint hint_of_type(const Ast& ast, NodeId type) {
  if (const auto* annotation = ast.try_as<ast::TSTypeAnnotation>(type)) type = annotation->type;
  if (type.is_none()) return TypeHint::None;
  TypeHint result = TypeHint::None;
  std::vector<NodeId> open = {type};
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (id.is_none()) return TypeHint::None;
    if (const auto* sum = ast.try_as<ast::TSUnionType>(id)) {
      const auto types = ast.list(sum->types);
      open.insert(open.end(), types.begin(), types.end());
      continue;
    }
    const TypeHint one = hint_of_single(ast, id);
    if (one == TypeHint::None) return TypeHint::None;
    result = result | one;
  }
  return result;
}

TypeHint hint_of_value(const Ast& ast, NodeId value) {
  value = skip_type_wrappers(ast, value);
  if (value.is_none()) return TypeHint::None;
  switch (ast.kind(value)) {
    case NodeKind::NullLiteral:
      return TypeHint::Null;
    case NodeKind::BooleanLiteral:
      return TypeHint::Boolean;
    case NodeKind::NumericLiteral:
      return TypeHint::Number;
    case NodeKind::BigIntLiteral:
      return TypeHint::BigInt;
    case NodeKind::StringLiteral:
    case NodeKind::TemplateLiteral:
      return TypeHint::String;
    case NodeKind::ArrayExpression:
      return TypeHint::Array;
    case NodeKind::ObjectExpression:
    case NodeKind::RegExpLiteral:
      return TypeHint::Object;
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction:
    case NodeKind::ClassExpression:
      return TypeHint::Function;
    case NodeKind::UnaryExpression:
      return hint_of_unary(ast, ast.as<ast::UnaryExpression>(value));
    case NodeKind::BinaryExpression:
      return hint_of_binary(ast.as<ast::BinaryExpression>(value).op);
    default:
      return TypeHint::None;
  }
}

Constant constant_of(const Ast& ast, NodeId value) {
  value = skip_type_wrappers(ast, value);
  if (value.is_none()) return {};
  switch (ast.kind(value)) {
    case NodeKind::NullLiteral:
      return {.kind = Constant::Kind::Null, .number = 0, .text = {}};
    case NodeKind::BooleanLiteral:
      return {.kind = ast.has_flag(value, NodeFlag::True) ? Constant::Kind::True
                                                          : Constant::Kind::False,
              .number = 0,
              .text = {}};
    case NodeKind::NumericLiteral:
      return {.kind = Constant::Kind::Number, .number = ast.number(value), .text = {}};
    case NodeKind::BigIntLiteral: {
      const AtomId digits = ast.as<ast::BigIntLiteral>(value).digits;
      return is_decimal(ast.text(digits)) ? text_constant(ast, Constant::Kind::BigInt, digits)
                                          : Constant();
    }
    case NodeKind::StringLiteral:
      return text_constant(ast, Constant::Kind::String, ast.as<ast::StringLiteral>(value).value);
    case NodeKind::TemplateLiteral:
      return text_constant(ast, Constant::Kind::String, plain_template(ast, value));
    case NodeKind::UnaryExpression: {
      const auto& n = ast.as<ast::UnaryExpression>(value);
      if (n.op == UnaryOperator::Void && !n.argument.is_none() &&
          ast.is<ast::NumericLiteral>(n.argument))
        return {.kind = Constant::Kind::Undefined, .number = 0, .text = {}};
      return n.op == UnaryOperator::Minus &&
                     !ast.is<ast::UnaryExpression>(skip_type_wrappers(ast, n.argument))
                 ? negated(constant_of(ast, n.argument))
                 : Constant();
    }
    default:
      return {};
  }
}

}  // namespace perry::frontend
