#include "frontend/parse/parser.h"

// Classes as a whole, and decorators. The parts of a class are strict code.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_class_declaration(uint32_t from, NodeList decorators, NodeFlag flags) {
  return parse_class(from, decorators, flags, Naming::Required);
}

// At `class`.
NodeId Parser::parse_class_expression(uint32_t from, NodeList decorators, NodeFlag flags) {
  NodeId id = parse_class(from, decorators, flags, Naming::Optional);
  if (ast_.is<ast::ClassDeclaration>(id)) ast_.set_kind(id, NodeKind::ClassExpression);
  return id;
}

NodeId Parser::parse_class(uint32_t from, NodeList decorators, NodeFlag flags, Naming naming) {
  if (too_deep()) return error_node(from);
  bool outer_strict = strict();
  ContextScope scope(*this, Context::Strict, Context::LexicalBinding);
  lexer_.set_strict(true);
  next();
  ast::ClassDeclaration node;
  node.decorators = decorators;
  bool at_implements = at(TokenKind::Implements) && typescript();
  if (at_identifier() && !at_implements) {
    node.id = parse_binding_identifier();
  } else if (naming == Naming::Required) {
    unexpected("a class name");
  }
  if (at(TokenKind::Less)) node.type_parameters = parse_any_type_parameters();
  Heritage heritage = parse_class_heritage();
  node.super_class = heritage.super_class;
  node.super_type_arguments = heritage.super_type_arguments;
  node.implements = heritage.implements;
  node.body_start = start();
  ClassState state{.is_derived = !heritage.super_class.is_none()};
  node.members = parse_class_members(state, outer_strict);
  NodeId result = make(from, node, flags);
  if (typescript()) {
    if (!node.type_parameters.is_none())
      check_variance(node.type_parameters, TypeParameterOwner::Class);
    check_ts_class(result);
  }
  return result;
}

Parser::Heritage Parser::parse_class_heritage() {
  Heritage heritage;
  for (;;) {
    if (at(TokenKind::Extends)) {
      Span span = token().span();
      next();
      if (!heritage.super_class.is_none()) early_error(diag::kSecondExtends, span);
      if (heritage.implements.count != 0) early_error(diag::kExtendsAfterImplements, span);
      parse_extends_clause(heritage);
    } else if (at(TokenKind::Implements)) {
      if (!typescript()) report_typescript_only(token().span(), "`implements` clauses");
      if (heritage.implements.count != 0) early_error(diag::kImplementsRepeated, token().span());
      next();
      heritage.implements = parse_heritage_list();
    } else {
      return heritage;
    }
  }
}

void Parser::parse_extends_clause(Heritage& heritage) {
  heritage.super_class = parse_left_hand_side();
  heritage.super_type_arguments = NodeId::none();
  const auto* instantiation = ast_.try_as<ast::TSInstantiationExpression>(heritage.super_class);
  if (instantiation != nullptr && !ast_.has_flag(heritage.super_class, NodeFlag::Parenthesized)) {
    heritage.super_type_arguments = instantiation->type_arguments;
    heritage.super_class = instantiation->expression;
  } else if (at(TokenKind::Less)) {
    if (!typescript()) report_typescript_only(token().span(), "type arguments");
    heritage.super_type_arguments = parse_type_arguments();
  }
  while (at(TokenKind::Comma)) {
    error(diag::kExtendsSeveral, token().span());
    next();
    parse_left_hand_side();
    if (at(TokenKind::Less)) parse_type_arguments();
  }
}

NodeList Parser::parse_decorators() {
  ListBuilder decorators(*this);
  while (at(TokenKind::At)) decorators.push(parse_decorator());
  return decorators.finish();
}

NodeId Parser::parse_decorator() {
  uint32_t from = start();
  if (too_deep()) return error_node(from);
  next();
  NodeId expression;
  {
    ContextScope scope(*this, Context::Decorator);
    expression = parse_left_hand_side();
  }
  if (!typescript()) check_decorator(expression);
  return make(from, ast::Decorator{expression});
}

// JavaScript allows `@name.name.#name`, the same with one call behind, and `@(expression)`.
void Parser::check_decorator(NodeId expression) {
  NodeId id = expression;
  if (ast_.is<ast::CallExpression>(id) && !ast_.has_flag(id, NodeFlag::Parenthesized)) {
    id = ast_.as<ast::CallExpression>(id).callee;
    if (ast_.has_flag(id, NodeFlag::Parenthesized)) {
      early_error(diag::kDecoratorExpression, ast_.span(expression));
      return;
    }
  }
  for (;;) {
    if (ast_.has_flag(id, NodeFlag::Parenthesized)) {
      if (id == expression) return;
      break;
    }
    if (const auto* member = ast_.try_as<ast::StaticMember>(id)) {
      id = member->object;
    } else if (const auto* priv = ast_.try_as<ast::PrivateMember>(id)) {
      id = priv->object;
    } else {
      if (ast_.is<ast::Identifier>(id) || ast_.is<ast::ErrorNode>(id)) return;
      break;
    }
  }
  early_error(diag::kDecoratorExpression, ast_.span(expression));
}

}  // namespace perry::frontend
