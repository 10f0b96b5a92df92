#include <string>
#include <vector>

#include "frontend/parse/parser.h"

// Types, from the loosest form to the tightest:
//
//   type          function type | union [extends T ? T : T]
//   union         [|] intersection | intersection ...
//   intersection  [&] operator & operator ...
//   operator      keyof, unique, readonly, infer  operator
//   postfix       primary, then [] and [T] on the same line
//   primary       words, literals, brackets
//
// `A extends B ? C : D` is ambiguous where B is `infer X extends Y`: the `?` may end the constraint
// or begin the branches. Inside the operand of `extends` no conditional type may stand bare
// (Context::NoConditionalType), so `extends` belongs to `infer` there; elsewhere it does unless a
// `?` follows the constraint. Brackets of any kind end that restriction.
namespace perry::frontend {

NodeId Parser::parse_type() {
  if (too_deep()) [[unlikely]]
    return error_node(start());
  // Types have no yield and await expressions, and their names may be such words.
  ContextScope scope(*this, Context::None, Context::Yield | Context::Await);
  if (starts_function_type()) return parse_function_type();
  const uint32_t begin = start();
  const NodeId type = parse_union_type();
  if (at(TokenKind::Extends) && !token().newline_before() && !in(Context::NoConditionalType))
    return parse_conditional_type(type, begin);
  return type;
}

NodeId Parser::parse_conditional_type(NodeId check, uint32_t begin) {
  next();
  ast::TSConditionalType fields;
  fields.check = check;
  {
    ContextScope scope(*this, Context::NoConditionalType);
    extends_operands_++;
    fields.extends = parse_type();
    extends_operands_--;
  }
  expect(TokenKind::Question);
  fields.true_type = parse_type();
  expect(TokenKind::Colon);
  fields.false_type = parse_type();
  return make(begin, fields);
}

NodeId Parser::parse_union_type() {
  const uint32_t begin = start();
  NodeId first;
  if (eat(TokenKind::Pipe)) {
    first = parse_union_constituent();
  } else {
    first = parse_intersection_type();
    if (!at(TokenKind::Pipe)) return first;
  }
  ListBuilder types(*this);
  types.push(first);
  while (eat(TokenKind::Pipe)) types.push(parse_union_constituent());
  return make(begin, ast::TSUnionType{types.finish()});
}

NodeId Parser::parse_intersection_type() {
  const uint32_t begin = start();
  NodeId first;
  if (eat(TokenKind::Ampersand)) {
    first = parse_intersection_constituent();
  } else {
    first = parse_type_operator();
    if (!at(TokenKind::Ampersand)) return first;
  }
  ListBuilder types(*this);
  types.push(first);
  while (eat(TokenKind::Ampersand)) types.push(parse_intersection_constituent());
  return make(begin, ast::TSIntersectionType{types.finish()});
}

NodeId Parser::parse_union_constituent() {
  if (!starts_function_type()) return parse_intersection_type();
  const NodeId type = parse_function_type();
  early_error(diag::kFunctionTypeNotParenthesized, ast_.span(type), "a union type")
      .fix(ast_.span(type), "(" + std::string(ast_.text(ast_.span(type))) + ")",
           "put the function type in parentheses");
  return type;
}

NodeId Parser::parse_intersection_constituent() {
  if (!starts_function_type()) return parse_type_operator();
  const NodeId type = parse_function_type();
  early_error(diag::kFunctionTypeNotParenthesized, ast_.span(type), "an intersection type")
      .fix(ast_.span(type), "(" + std::string(ast_.text(ast_.span(type))) + ")",
           "put the function type in parentheses");
  return type;
}

NodeId Parser::parse_type_operator() {
  switch (kind()) {
    case TokenKind::Keyof:
      return parse_type_operator_with(TypeOperator::Keyof);
    case TokenKind::Unique:
      return parse_type_operator_with(TypeOperator::Unique);
    case TokenKind::Readonly:
      return parse_type_operator_with(TypeOperator::Readonly);
    case TokenKind::Infer:
      return parse_infer_type();
    default:
      return parse_postfix_type();
  }
}

NodeId Parser::parse_type_operator_with(TypeOperator op) {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  next();
  const NodeId type = parse_type_operator();
  const NodeId node = make(begin, ast::TSTypeOperator{type, op});
  if (op == TypeOperator::Readonly && !ast_.is<ast::TSArrayType>(type) &&
      !ast_.is<ast::TSTupleType>(type) && !ast_.is<ast::ErrorNode>(type))
    early_error(diag::kReadonlyTypeOperand, {begin, begin + 8});
  if (op == TypeOperator::Unique && !ast_.is<ast::ErrorNode>(type)) {
    const auto* keyword = ast_.try_as<ast::TSKeywordType>(type);
    if (keyword == nullptr || keyword->keyword != TypeKeyword::Symbol)
      early_error(diag::kUniqueWithoutSymbol, ast_.span(type));
  }
  return node;
}

NodeId Parser::parse_infer_type() {
  const uint32_t begin = start();
  if (extends_operands_ == 0) early_error(diag::kInferOutsideConditional, token().span());
  next();
  const uint32_t parameter_start = start();
  ast::TSTypeParameter fields;
  fields.name = parse_type_name(TypeNameOf::TypeParameter);
  fields.constraint = try_parse_infer_constraint();
  const NodeId parameter = make(parameter_start, fields);
  return make(begin, ast::TSInferType{parameter});
}

NodeId Parser::try_parse_infer_constraint() {
  if (!at(TokenKind::Extends)) return NodeId::none();
  auto parse_constraint = [this] {
    next();
    ContextScope scope(*this, Context::NoConditionalType);
    return parse_type();
  };
  if (in(Context::NoConditionalType)) return parse_constraint();
  return speculate(kInferConstraint, [&] {
    const NodeId constraint = parse_constraint();
    return at(TokenKind::Question) ? NodeId::none() : constraint;
  });
}

NodeId Parser::parse_postfix_type() {
  ContextScope scope(*this, Context::None, Context::NoConditionalType);
  const uint32_t begin = start();
  NodeId type = parse_primary_type();
  while (!token().newline_before()) {
    if (at(TokenKind::LeftBracket)) {
      type = parse_array_or_indexed_type(type, begin);
    } else if (at(TokenKind::Bang)) {
      early_error(diag::kJsDocType, token().span(), "!");
      next();
    } else if (at(TokenKind::Question) && begin != tuple_element_ && at_jsdoc_nullable_suffix()) {
      early_error(diag::kJsDocNullableSuffix, token().span(), ast_.text(span_from(begin)));
      next();
    } else {
      break;
    }
  }
  return type;
}

NodeId Parser::parse_array_or_indexed_type(NodeId type, uint32_t begin) {
  const uint32_t open = start();
  next();
  if (eat(TokenKind::RightBracket)) return make(begin, ast::TSArrayType{type});
  const NodeId index = parse_type();
  expect_closing(TokenKind::RightBracket, open);
  return make(begin, ast::TSIndexedAccessType{type, index});
}

bool Parser::starts_type(TokenKind k) {
  switch (k) {
    case TokenKind::LeftBrace:
    case TokenKind::LeftBracket:
    case TokenKind::LeftParen:
    case TokenKind::Less:
    case TokenKind::LessLess:
    case TokenKind::Pipe:
    case TokenKind::Ampersand:
    case TokenKind::Ellipsis:
    case TokenKind::Minus:
    case TokenKind::String:
    case TokenKind::Number:
    case TokenKind::BigInt:
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
    case TokenKind::Void:
    case TokenKind::Null:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::This:
    case TokenKind::Typeof:
    case TokenKind::New:
    case TokenKind::Import:
    case TokenKind::Function:
    // JSDoc's types count, so that they are read and reported as such.
    case TokenKind::Star:
    case TokenKind::Question:
    case TokenKind::Bang:
      return true;
    default:
      return is_identifier_name(k) && !is_reserved_word(k);
  }
}

NodeId Parser::parse_primary_type() {
  switch (kind()) {
    case TokenKind::LeftBrace:
      return at_mapped_type() ? parse_mapped_type() : parse_object_type();
    case TokenKind::LeftBracket:
      return parse_tuple_type();
    case TokenKind::LeftParen:
      return parse_parenthesized_type();
    case TokenKind::String:
    case TokenKind::Number:
    case TokenKind::BigInt:
    case TokenKind::True:
    case TokenKind::False:
      return parse_literal_type();
    case TokenKind::Minus:
      return parse_negative_literal_type();
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
      return parse_template_literal_type();
    case TokenKind::Star:
    case TokenKind::Question:
    case TokenKind::Bang:
    case TokenKind::Function:
      return parse_jsdoc_type();
    default:
      return parse_type_starting_with_word();
  }
}

NodeId Parser::parse_type_starting_with_word() {
  switch (kind()) {
    case TokenKind::Identifier:
      return parse_type_reference();
    case TokenKind::StringWord:
      return parse_keyword_type_or_reference(TypeKeyword::String);
    case TokenKind::NumberWord:
      return parse_keyword_type_or_reference(TypeKeyword::Number);
    case TokenKind::Boolean:
      return parse_keyword_type_or_reference(TypeKeyword::Boolean);
    case TokenKind::Any:
      return parse_keyword_type_or_reference(TypeKeyword::Any);
    case TokenKind::Unknown:
      return parse_keyword_type_or_reference(TypeKeyword::Unknown);
    case TokenKind::Never:
      return parse_keyword_type_or_reference(TypeKeyword::Never);
    case TokenKind::Object:
      return parse_keyword_type_or_reference(TypeKeyword::Object);
    case TokenKind::Symbol:
      return parse_keyword_type_or_reference(TypeKeyword::Symbol);
    case TokenKind::BigIntWord:
      return parse_keyword_type_or_reference(TypeKeyword::BigInt);
    case TokenKind::Undefined:
      return parse_keyword_type_or_reference(TypeKeyword::Undefined);
    case TokenKind::Void:
      return parse_keyword_type(TypeKeyword::Void);
    case TokenKind::Null:
      return parse_keyword_type(TypeKeyword::Null);
    case TokenKind::This:
      return parse_this_type();
    case TokenKind::Typeof:
      return parse_type_query();
    case TokenKind::Import:
      return parse_import_type();
    case TokenKind::Asserts: {
      const Token after = peek();
      if (after.newline_before() || is_reserved_word(after.kind) || !is_identifier_name(after.kind))
        return parse_type_reference();
      const NodeId predicate = parse_asserts_predicate();
      early_error(diag::kPredicateOutsideReturnType, ast_.span(predicate));
      return predicate;
    }
    default:
      if (is_identifier_name(kind()) && !is_reserved_word(kind())) return parse_type_reference();
      error(diag::kExpectedType, token().span(), found());
      return skip_reserved_word();
  }
}

// A reserved word where a type should be was meant as one, unless it begins the next line.
NodeId Parser::skip_reserved_word() {
  const uint32_t begin = start();
  if (is_reserved_word(kind()) && !token().newline_before()) next();
  return error_node(begin);
}

NodeId Parser::parse_keyword_type(TypeKeyword keyword) {
  const uint32_t begin = start();
  next();
  return make(begin, ast::TSKeywordType{keyword});
}

// `string.x` is a name like any other.
NodeId Parser::parse_keyword_type_or_reference(TypeKeyword keyword) {
  const uint8_t byte = byte_after_token();
  const bool may_be_dot =
      byte == '.' || byte == '/' || byte == '\n' || byte == '\r' || byte >= 0x80;
  if (may_be_dot && peek().kind == TokenKind::Dot) return parse_type_reference();
  return parse_keyword_type(keyword);
}

NodeId Parser::parse_this_type() {
  const uint32_t begin = start();
  next();
  const NodeId type = make(begin, ast::TSThisType{});
  if (!at(TokenKind::Is) || token().newline_before()) return type;
  const NodeId predicate = parse_type_predicate(begin, type, NodeFlag::None);
  early_error(diag::kPredicateOutsideReturnType, ast_.span(predicate));
  return predicate;
}

NodeId Parser::parse_parenthesized_type() {
  const uint32_t open = start();
  next();
  const NodeId type = parse_type();
  ast_.add_flag(type, NodeFlag::Parenthesized);
  expect_closing(TokenKind::RightParen, open);
  return type;
}

NodeId Parser::parse_literal_type() {
  const uint32_t begin = start();
  const NodeId literal = parse_literal();
  return make(begin, ast::TSLiteralType{literal});
}

NodeId Parser::parse_negative_literal_type() {
  const uint32_t begin = start();
  next();
  if (!at(TokenKind::Number) && !at(TokenKind::BigInt)) {
    error(diag::kExpectedType, {begin, begin + 1}, "`-`");
    return error_node(begin);
  }
  const NodeId literal = parse_literal();
  const NodeId negative = make(begin, ast::UnaryExpression{literal, UnaryOperator::Minus});
  return make(begin, ast::TSLiteralType{negative});
}

NodeId Parser::parse_template_literal_type() {
  const uint32_t begin = start();
  if (at(TokenKind::TemplateComplete)) {
    const NodeId literal = parse_template_literal(false);
    return make(begin, ast::TSLiteralType{literal});
  }
  // The two lists grow in turn, so only one of them can be on the shared stack.
  std::vector<NodeId> quasis;
  ListBuilder types(*this);
  for (;;) {
    const bool last = at(TokenKind::TemplateTail);
    quasis.push_back(parse_template_element(false));
    next();
    if (last) break;
    types.push(parse_type());
    if (!at(TokenKind::RightBrace)) {
      expect(TokenKind::RightBrace);
      break;
    }
    lexer_.rescan_template();
  }
  const NodeList pieces = ast_.make_list(quasis);
  return make(begin, ast::TSTemplateLiteralType{pieces, types.finish()});
}

}  // namespace perry::frontend
