#include "frontend/parse/parser.h"

// Tuples: `[A, B?, ...C[]]` and `[a: A, b?: B, ...c: C[]]`.
namespace perry::frontend {

NodeId Parser::parse_tuple_type() {
  const uint32_t open = start();
  const uint32_t outer_element = tuple_element_;
  next();
  ListBuilder elements(*this);
  while (!at(TokenKind::RightBracket) && !at(TokenKind::EndOfFile)) {
    tuple_element_ = start();
    elements.push(parse_tuple_element());
    if (!eat(TokenKind::Comma)) break;
  }
  tuple_element_ = outer_element;
  expect_closing(TokenKind::RightBracket, open);
  check_tuple_elements(elements.nodes());
  return make(open, ast::TSTupleType{elements.finish()});
}

void Parser::check_tuple_elements(std::span<const NodeId> elements) {
  bool seen_optional = false;
  for (const NodeId id : elements) {
    if (ast_.is<ast::TSRestType>(id) || ast_.is<ast::ErrorNode>(id)) continue;
    const bool optional =
        ast_.is<ast::TSOptionalType>(id) ||
        (ast_.is<ast::TSNamedTupleMember>(id) && ast_.has_flag(id, NodeFlag::Optional));
    if (!optional && seen_optional) {
      early_error(diag::kTupleRequiredAfterOptional, ast_.span(id));
      return;
    }
    seen_optional = optional || seen_optional;
  }
}

NodeId Parser::parse_tuple_element() {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  if (at(TokenKind::Ellipsis)) {
    next();
    const NodeId type = parse_tuple_element();
    if (ast_.is<ast::TSNamedTupleMember>(type) && ast_.has_flag(type, NodeFlag::Optional))
      early_error(diag::kTupleMemberOptionalAndRest, span_from(begin));
    else if (ast_.is<ast::TSOptionalType>(type))
      early_error(diag::kRestTypeOptional, span_from(begin));
    return make(begin, ast::TSRestType{type});
  }
  if (at_tuple_label()) {
    const NodeId label = parse_identifier_name();
    NodeFlag flags = NodeFlag::None;
    if (eat(TokenKind::Question)) flags |= NodeFlag::Optional;
    expect(TokenKind::Colon);
    if (at(TokenKind::Ellipsis)) {
      early_error(diag::kTupleRestAfterLabel, token().span())
          .label(ast_.span(label), "write the `...` before this name");
      next();
    }
    tuple_element_ = start();
    const NodeId type = parse_type();
    if (at(TokenKind::Question)) {
      early_error(diag::kTupleOptionalAfterType, token().span())
          .label(ast_.span(label), "write the `?` behind this name");
      next();
    }
    return make(begin, ast::TSNamedTupleMember{label, type}, flags);
  }
  tuple_element_ = start();
  const NodeId type = parse_type();
  if (!at(TokenKind::Question)) return type;
  if (is_composite_type(type)) {
    early_error(diag::kJsDocNullableSuffix, token().span(), ast_.text(span_from(begin)));
    next();
    return type;
  }
  next();
  return make(begin, ast::TSOptionalType{type});
}

// A label is a word with `:` or `?:` behind it. Of the reserved words only those will do that may
// begin a type as well, as in the TypeScript compiler.
bool Parser::at_tuple_label() {
  if (!is_identifier_name(kind()) || !starts_type(kind())) return false;
  const uint8_t byte = byte_after_token();
  if (byte == ',' || byte == ']' || byte == '[' || byte == '<' || byte == '.' || byte == '|')
    return false;
  if (byte == ':') return true;
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  if (at(TokenKind::Question)) lexer_.next();
  const bool is_label = at(TokenKind::Colon);
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return is_label;
}

bool Parser::is_composite_type(NodeId type) const {
  if (ast_.has_flag(type, NodeFlag::Parenthesized)) return false;
  switch (ast_.kind(type)) {
    case NodeKind::TSUnionType:
    case NodeKind::TSIntersectionType:
    case NodeKind::TSConditionalType:
    case NodeKind::TSFunctionType:
    case NodeKind::TSConstructorType:
    case NodeKind::TSTypeOperator:
    case NodeKind::TSInferType:
      return true;
    default:
      return false;
  }
}

}  // namespace perry::frontend
