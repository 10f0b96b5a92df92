#include "frontend/parse/parser.h"

// What TypeScript adds to expressions, and how it is told from comparisons and elements:
//
//   f<T>(x)    `<` begins type arguments when they can be read to a lone `>` and what follows can't
//              go on with a comparison's right side
//   <T>(x) =>  a generic arrow function when type parameters and an arrow's head can be read, else
//              a type assertion; where JSX is on, only `<T,`, `<T extends X` and `<T =` begin one
namespace perry::frontend {

using support::Span;

NodeId Parser::try_parse_type_arguments_in_expression() {
  if (at(TokenKind::LessLess)) {
    // Only a function type's parameters can follow so.
    if (byte_after_token() == '=') return NodeId::none();
  } else if (!starts_type(peek().kind) && peek().kind != TokenKind::Greater) {
    return NodeId::none();
  }
  return speculate(Attempt::TypeArguments, [this] {
    const uint32_t open = start();
    if (at(TokenKind::LessLess)) lexer_.rescan_less();
    next();
    const NodeId node = parse_type_argument_list(open);
    if (!at(TokenKind::Greater)) return NodeId::none();
    lexer_.rescan_greater();
    if (!at(TokenKind::Greater)) return NodeId::none();
    next();
    if (!can_follow_type_arguments()) return NodeId::none();
    const Span span = span_from(open);
    ast_.set_span(node, span.start, span.end);
    reject_access_to_instantiation(span);
    return node;
  });
}

// The same choice as the TypeScript compiler's: a call or template always may; what could begin
// the right operand of `>` may not, unless it stands on a new line or can only be an operator.
bool Parser::can_follow_type_arguments() {
  switch (kind()) {
    case TokenKind::LeftParen:
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
      return true;
    case TokenKind::Less:
    case TokenKind::Greater:
    case TokenKind::Plus:
    case TokenKind::Minus:
      return false;
    case TokenKind::In:
      return in(Context::In) || token().newline_before();
    case TokenKind::Instanceof:
    case TokenKind::As:
    case TokenKind::Satisfies:
    case TokenKind::Star:
    case TokenKind::Percent:
    case TokenKind::StarStar:
    case TokenKind::LessLess:
    case TokenKind::LessEqual:
    case TokenKind::Ampersand:
    case TokenKind::AmpersandAmpersand:
    case TokenKind::Pipe:
    case TokenKind::PipePipe:
    case TokenKind::Caret:
    case TokenKind::QuestionQuestion:
    case TokenKind::EqualEqual:
    case TokenKind::EqualEqualEqual:
    case TokenKind::BangEqual:
    case TokenKind::BangEqualEqual:
    case TokenKind::Slash:
      return true;
    default:
      return token().newline_before() || !starts_expression();
  }
}

bool Parser::starts_expression() {
  if (at(TokenKind::Ellipsis)) return false;
  if (at(TokenKind::Import)) {
    const TokenKind after = peek().kind;
    return after == TokenKind::LeftParen || after == TokenKind::Less || after == TokenKind::Dot;
  }
  return can_start_expression(kind());
}

void Parser::reject_access_to_instantiation(Span type_arguments) {
  const bool is_access =
      at(TokenKind::Dot) || (at(TokenKind::QuestionDot) && is_identifier_name(peek().kind));
  if (!is_access) return;
  early_error(diag::kInstantiationPropertyAccess, type_arguments)
      .label(token().span(), "accessed here");
}

NodeId Parser::parse_as_or_satisfies(NodeId left, uint32_t begin) {
  const bool satisfies = at(TokenKind::Satisfies);
  next();
  if (satisfies) {
    const NodeId type = parse_type();
    return make(begin, ast::TSSatisfiesExpression{left, type});
  }
  NodeId type;
  if (at(TokenKind::Const)) {
    type = parse_const_type_reference();
    check_const_assertion(left);
  } else {
    type = parse_type();
  }
  return make(begin, ast::TSAsExpression{left, type});
}

// `as const` wants a literal, or what may name a member of an enumeration.
void Parser::check_const_assertion(NodeId expression) {
  switch (ast_.kind(expression)) {
    case NodeKind::StringLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::TemplateLiteral:
    case NodeKind::ArrayExpression:
    case NodeKind::ObjectExpression:
    case NodeKind::StaticMember:
    case NodeKind::ComputedMember:
    case NodeKind::ErrorNode:
      return;
    case NodeKind::UnaryExpression: {
      const auto& unary = ast_.as<ast::UnaryExpression>(expression);
      const bool is_number = ast_.is<ast::NumericLiteral>(unary.argument);
      if (unary.op == UnaryOperator::Minus &&
          (is_number || ast_.is<ast::BigIntLiteral>(unary.argument)))
        return;
      if (unary.op == UnaryOperator::Plus && is_number) return;
      break;
    }
    default:
      break;
  }
  early_error(diag::kConstAssertionTarget, ast_.span(expression));
}

NodeId Parser::parse_angle_bracket_expression() {
  if (jsx()) {
    if (!typescript() || !at_generic_arrow_in_tsx()) return parse_jsx_element_or_fragment();
    return parse_generic_arrow();
  }
  const NodeId arrow = try_parse_generic_arrow(start(), NodeFlag::None);
  if (arrow.is_none()) return parse_type_assertion();
  if (ast_.is<ast::ArrowFunction>(arrow))
    check_generic_arrow_head(ast_.as<ast::ArrowFunction>(arrow).type_parameters);
  return arrow;
}

// At `<`; `begin` and `flags` tell of `async` before it. Only the head is read to find out, so that
// what is wrong with the body is reported.
NodeId Parser::try_parse_generic_arrow(uint32_t begin, NodeFlag flags) {
  const Snapshot saved = snapshot();
  const NodeId type_parameters = speculate(Attempt::GenericArrow, [this] {
    const NodeId read = try_parse_type_parameters();
    return at(TokenKind::LeftParen) ? read : NodeId::none();
  });
  if (type_parameters.is_none()) return NodeId::none();
  const NodeId arrow = try_parse_arrow_after_type_parameters(begin, type_parameters, flags);
  if (!arrow.is_none()) return arrow;
  if (reported_too_deep_) return error_node(begin);
  restore(saved);
  // Not asked again when an attempt around this place is given up.
  speculate(Attempt::GenericArrow, [] { return NodeId::none(); });
  return NodeId::none();
}

void Parser::check_generic_arrow_head(NodeId type_parameters) {
  if (!options_.source.reserve_angle_brackets) return;
  const Span span = ast_.span(type_parameters);
  const auto params = ast_.list(ast_.as<ast::TSTypeParameters>(type_parameters).params);
  if (params.size() != 1) return;
  const bool has_comma =
      ast_.text(Span{ast_.end(params[0]), span.end}).find(',') != std::string_view::npos;
  if (!has_comma && ast_.as<ast::TSTypeParameter>(params[0]).constraint.is_none())
    early_error(diag::kGenericArrowReserved, span);
}

// Where nothing else can be meant, what is wrong with the head is reported.
NodeId Parser::parse_generic_arrow() {
  const uint32_t begin = start();
  const NodeId type_parameters = try_parse_type_parameters();
  if (at(TokenKind::LeftParen)) {
    const NodeId arrow =
        try_parse_arrow_after_type_parameters(begin, type_parameters, NodeFlag::None);
    if (!arrow.is_none()) return arrow;
    parse_parameters();
    try_parse_return_type();
    expect(TokenKind::Arrow);
  } else {
    expect(TokenKind::LeftParen);
  }
  return error_node(begin);
}

bool Parser::at_generic_arrow_in_tsx() {
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  bool answer = false;
  const bool is_const = at(TokenKind::Const);
  if (is_const) lexer_.next();
  if (is_identifier_name(kind()) && !is_reserved_word(kind())) {
    lexer_.next();
    if (at(TokenKind::Comma) || at(TokenKind::Equal)) {
      answer = true;
    } else if (at(TokenKind::Extends)) {
      // `<T extends>`, `<T extends/>` and `<T extends="...">` are elements with such an attribute.
      lexer_.next();
      answer = !at(TokenKind::Equal) && !at(TokenKind::Greater) && !at(TokenKind::Slash);
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return answer;
}

NodeId Parser::parse_type_assertion() {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  next();
  ast::TSTypeAssertion fields;
  const bool is_const = at(TokenKind::Const);
  fields.type = is_const ? parse_const_type_reference() : parse_type();
  expect_closing(TokenKind::Greater, begin);
  fields.expression = parse_unary();
  if (is_arrow(fields.expression)) early_error(diag::kArrowAsOperand, ast_.span(fields.expression));
  if (is_const) check_const_assertion(fields.expression);
  if (options_.source.reserve_angle_brackets)
    early_error(diag::kTypeAssertionReserved, {begin, ast_.start(fields.expression)});
  return make(begin, fields);
}

}  // namespace perry::frontend
