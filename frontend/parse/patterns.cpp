#include "frontend/parse/parser.h"

// Patterns that declare: in variable declarations, parameters and `catch`.
namespace perry::frontend {

NodeId Parser::parse_binding_pattern() {
  switch (kind()) {
    case TokenKind::LeftBracket:
      return parse_array_binding();
    case TokenKind::LeftBrace:
      return parse_object_binding();
    default:
      return parse_binding_identifier();
  }
}

// Defaults and computed keys are expressions like any other.
NodeId Parser::parse_initializer_value() {
  ContextScope scope(*this, Context::In, Context::LexicalBinding);
  return parse_assignment();
}

NodeId Parser::parse_binding_element() {
  uint32_t from = start();
  NodeId target = parse_binding_pattern();
  if (!eat(TokenKind::Equal)) return target;
  NodeId value = parse_initializer_value();
  return make(from, ast::AssignmentPattern{target, value, AssignmentOperator::Assign});
}

NodeId Parser::parse_array_binding() {
  uint32_t open = start();
  if (too_deep()) return error_node(open);
  next();
  ContextScope scope(*this, Context::Brackets);
  ListBuilder elements(*this);
  while (!at(TokenKind::RightBracket) && !at(TokenKind::EndOfFile)) {
    if (eat(TokenKind::Comma)) {
      elements.push(NodeId::none());
      continue;
    }
    uint32_t from = start();
    bool is_rest = eat(TokenKind::Ellipsis);
    if (is_rest) {
      NodeId target = parse_binding_pattern();
      check_after_rest(from);
      elements.push(make(from, ast::RestElement{target}));
    } else {
      elements.push(parse_binding_element());
    }
    if (at(TokenKind::RightBracket)) break;
    if (!continue_list(TokenKind::RightBracket)) break;
  }
  expect_closing(TokenKind::RightBracket, open);
  return make(open, ast::ArrayPattern{elements.finish()});
}

// `dots` is where the rest element starts. Reports what may not follow it.
void Parser::check_after_rest(uint32_t dots) {
  support::Span span = {dots, dots + 3};
  if (at(TokenKind::Equal)) {
    uint32_t equal = start();
    next();
    parse_initializer_value();
    early_error(diag::kRestInitializer, span_from(equal));
  }
  if (!at(TokenKind::Comma)) return;
  TokenKind after = peek().kind;
  bool is_end = after == TokenKind::RightBracket || after == TokenKind::RightBrace ||
                after == TokenKind::RightParen;
  if (is_end) {
    early_error(diag::kCommaAfterRest, span);
  } else {
    early_error(diag::kRestNotLast, span);
  }
}

NodeId Parser::parse_object_binding() {
  uint32_t open = start();
  if (too_deep()) return error_node(open);
  next();
  ListBuilder properties(*this);
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    properties.push(parse_binding_property());
    if (at(TokenKind::RightBrace)) break;
    if (!continue_list(TokenKind::RightBrace)) break;
  }
  expect_closing(TokenKind::RightBrace, open);
  return make(open, ast::ObjectPattern{properties.finish()});
}

NodeId Parser::parse_binding_property() {
  uint32_t from = start();
  if (eat(TokenKind::Ellipsis)) {
    if (at(TokenKind::LeftBrace) || at(TokenKind::LeftBracket))
      early_error(diag::kPatternInObjectRest, token().span());
    NodeId target = parse_binding_pattern();
    check_after_rest(from);
    return make(from, ast::RestElement{target});
  }
  Token name = token();
  PropertyKey key = parse_property_key();
  NodeFlag flags = key.computed ? NodeFlag::Computed : NodeFlag::None;
  if (eat(TokenKind::Colon)) {
    NodeId value = parse_binding_element();
    return make(from, ast::Property{key.node, value, PropertyKind::Init}, flags);
  }
  if (key.computed || !is_identifier_name(name.kind)) {
    unexpected(":");
    return make(from, ast::Property{key.node, error_node(prev_end_), PropertyKind::Init}, flags);
  }
  check_binding_name(name.atom, name.span());
  NodeId value = ast_.make(name.start, name.end, ast::BindingIdentifier{name.atom, {}});
  if (eat(TokenKind::Equal)) {
    NodeId init = parse_initializer_value();
    value = make(from, ast::AssignmentPattern{value, init, AssignmentOperator::Assign});
  }
  return make(from, ast::Property{key.node, value, PropertyKind::Init},
              flags | NodeFlag::Shorthand);
}

}  // namespace perry::frontend
