#include "frontend/parse/parser.h"

// Object literals, which may turn out to be patterns, and property keys.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_object_literal() {
  uint32_t open = start();
  next();
  ContextScope scope(*this, Context::In, Context::Decorator);
  ListBuilder properties(*this);
  NodeFlag flags = NodeFlag::None;
  Span proto;
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    properties.push(parse_object_member(proto));
    if (at(TokenKind::RightBrace)) break;
    if (!continue_list(TokenKind::RightBrace)) break;
    if (at(TokenKind::RightBrace)) flags |= NodeFlag::TrailingComma;
  }
  expect_closing(TokenKind::RightBrace, open);
  return make(open, ast::ObjectExpression{properties.finish()}, flags);
}

bool Parser::at_property_name() const {
  TokenKind k = kind();
  return is_identifier_name(k) || k == TokenKind::String || k == TokenKind::Number ||
         k == TokenKind::BigInt || k == TokenKind::LeftBracket || k == TokenKind::PrivateName;
}

// `proto` is the span of the literal's `__proto__: value`, once there is one.
NodeId Parser::parse_object_member(Span& proto) {
  uint32_t from = start();
  Token first = token();
  if (eat(TokenKind::Ellipsis)) {
    NodeId argument = parse_assignment_cover();
    return make(from, ast::SpreadElement{argument});
  }
  if (first.kind == TokenKind::At) {
    error(diag::kDecoratorPlace, first.span());
    parse_decorators();
    first = token();
  }
  if ((first.flags & kNoSideEffectsBefore) != 0) [[unlikely]]
    note_annotations();
  NodeFlag flags = NodeFlag::None;
  PropertyKind property_kind = PropertyKind::Init;
  PropertyKey key;
  bool is_word = first.kind == TokenKind::Async || first.kind == TokenKind::Get ||
                 first.kind == TokenKind::Set;
  if (is_word) {
    next();
    bool is_async = first.kind == TokenKind::Async;
    if (is_async && at(TokenKind::Star) && !token().newline_before()) {
      flags |= NodeFlag::Async;
    } else if (at_property_name() && !(is_async && token().newline_before())) {
      if (is_async) flags |= NodeFlag::Async;
      if (first.kind == TokenKind::Get) property_kind = PropertyKind::Get;
      if (first.kind == TokenKind::Set) property_kind = PropertyKind::Set;
    } else {
      key.node = name_from(first);
    }
  }
  if (key.node.is_none()) {
    if (at(TokenKind::Star)) {
      flags |= NodeFlag::Generator;
      next();
    }
    key = parse_property_key();
  }
  bool is_method = flags != NodeFlag::None || property_kind != PropertyKind::Init ||
                   at(TokenKind::LeftParen) || at(TokenKind::Less);
  if (is_method) return parse_object_method(from, key, flags, property_kind);
  NodeFlag computed = key.computed ? NodeFlag::Computed : NodeFlag::None;
  if (eat(TokenKind::Colon)) {
    if (!key.computed && static_name(key) == atoms::proto) {
      if (proto.end != 0)
        cover_errors_.push_back({CoverError::Kind::DuplicateProto, ast_.span(key.node), proto});
      else
        proto = ast_.span(key.node);
    }
    NodeId value = parse_assignment_cover();
    return make(from, ast::Property{key.node, value, PropertyKind::Init}, computed);
  }
  if (!key.computed && is_identifier_name(first.kind) && !ast_.is<ast::ErrorNode>(key.node))
    return parse_shorthand(from, first, key.node);
  unexpected(":");
  return make(from, ast::Property{key.node, error_node(prev_end_), PropertyKind::Init}, computed);
}

NodeId Parser::parse_object_method(uint32_t from, PropertyKey key, NodeFlag flags,
                                   PropertyKind property_kind) {
  FunctionRole role = FunctionRole::Method;
  if (property_kind == PropertyKind::Get) role = FunctionRole::Getter;
  if (property_kind == PropertyKind::Set) role = FunctionRole::Setter;
  NodeId value = parse_method(flags, role);
  if (typescript() && ast_.is<ast::FunctionExpression>(value))
    check_parameter_properties(value, false);
  NodeFlag property_flags = key.computed ? NodeFlag::Computed : NodeFlag::None;
  if (property_kind == PropertyKind::Init) property_flags |= NodeFlag::Method;
  return make(from, ast::Property{key.node, value, property_kind}, property_flags);
}

// `{a}`, and `{a = 1}`, which only a pattern may hold.
NodeId Parser::parse_shorthand(uint32_t from, const Token& name, NodeId key) {
  if (is_reserved_word(name.kind) && !at(TokenKind::Comma) && !at(TokenKind::RightBrace) &&
      !at(TokenKind::Equal)) {
    unexpected(":");
  } else {
    check_reference(name.atom, name.span());
  }
  NodeId value = ast_.make(name.start, name.end, ast::Identifier{name.atom, {}});
  if (at(TokenKind::Equal)) {
    cover_errors_.push_back({CoverError::Kind::ShorthandInitializer, token().span(), {}});
    next();
    NodeId init = parse_assignment();
    value = make(from, ast::AssignmentPattern{value, init, AssignmentOperator::Assign});
  }
  return make(from, ast::Property{key, value, PropertyKind::Init}, NodeFlag::Shorthand);
}

Parser::PropertyKey Parser::parse_property_key() {
  const Token& t = token();
  PropertyKey key;
  switch (t.kind) {
    case TokenKind::String:
    case TokenKind::Number:
    case TokenKind::BigInt:
      key.node = parse_literal();
      return key;
    case TokenKind::LeftBracket: {
      uint32_t open = t.start;
      next();
      ContextScope scope(*this, Context::In | Context::Brackets,
                         Context::Decorator | Context::LexicalBinding);
      key.computed = true;
      key.node = parse_assignment();
      expect_closing(TokenKind::RightBracket, open);
      return key;
    }
    case TokenKind::PrivateName:
      early_error(diag::kPrivateNameOutsideClass, t.span());
      key.node = parse_private_name();
      return key;
    default:
      break;
  }
  if (is_identifier_name(t.kind)) {
    key.node = parse_identifier_name();
    return key;
  }
  unexpected("a property name");
  key.node = error_node(prev_end_);
  return key;
}

}  // namespace perry::frontend
