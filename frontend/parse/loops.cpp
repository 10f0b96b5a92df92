#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

NodeId Parser::parse_loop_body() {
  ContextScope scope(*this, Context::Breakable | Context::Continuable,
                     Context::TopLevel | Context::CaseClause | Context::Namespace);
  return parse_statement_at(Position::Body);
}

NodeId Parser::parse_while() {
  uint32_t from = start();
  next();
  ast::WhileStatement node;
  node.test = parse_parenthesized_condition();
  node.body = parse_loop_body();
  return make(from, node);
}

NodeId Parser::parse_do_while() {
  uint32_t from = start();
  next();
  ast::DoWhileStatement node;
  node.body = parse_loop_body();
  if (expect(TokenKind::While)) node.test = parse_parenthesized_condition();
  // A semicolon is inserted behind the parenthesis whatever follows.
  eat(TokenKind::Semicolon);
  return make(from, node);
}

NodeId Parser::parse_for() {
  uint32_t from = start();
  next();
  NodeFlag flags = NodeFlag::None;
  if (at(TokenKind::Await)) {
    Span span = token().span();
    if (in(Context::StaticBlock)) {
      early_error(diag::kAwaitInStaticBlock, span);
    } else if (!in(Context::Await)) {
      early_error(diag::kForAwaitOutsideAsync, span);
    }
    function_.last_await = span.start;
    flags = NodeFlag::Await;
    next();
  }
  uint32_t open = start();
  if (!eat(TokenKind::LeftParen)) {
    unexpected("(");
    return error_node(from);
  }
  if (at(TokenKind::Semicolon)) return parse_for_rest(from, NodeId::none(), open, flags);
  ForHead head = parse_for_head();
  bool is_in_of = at(TokenKind::Of) || at(TokenKind::In);
  if (is_in_of) return parse_for_in_of(from, open, head, flags);
  report_cover_errors(head.cover);
  if (head.is_declaration) {
    const auto& declaration = ast_.as<ast::VariableDeclaration>(head.left);
    for (NodeId declarator : ast_.list(declaration.declarators))
      check_initializer(declarator, declaration.kind);
  }
  return parse_for_rest(from, head.left, open, flags);
}

// What stands in front of the first `;`, of `in` or of `of`.
Parser::ForHead Parser::parse_for_head() {
  ForHead head;
  head.start = start();
  head.cover = cover_errors_.size();
  ContextScope scope(*this, Context::Parentheses, Context::In);
  if (parse_for_declaration_head(head)) return head;
  if (head.left.is_none()) {
    head.is_async = at(TokenKind::Async);
    head.is_let = at(TokenKind::Let);
    head.left = parse_assignment_cover();
    if (at(TokenKind::Comma)) {
      report_cover_errors(head.cover);
      head.left = parse_sequence(head.left, head.start);
    }
  }
  head.is_async = head.is_async && ast_.is<ast::Identifier>(head.left) &&
                  !ast_.has_flag(head.left, NodeFlag::Parenthesized);
  return head;
}

// Also reads on behind a word that turns out to be a name.
bool Parser::parse_for_declaration_head(ForHead& head) {
  VariableKind variable = VariableKind::Var;
  Token word = token();
  switch (word.kind) {
    case TokenKind::Var:
      next();
      break;
    case TokenKind::Const:
      variable = VariableKind::Const;
      next();
      break;
    case TokenKind::Let:
      variable = VariableKind::Let;
      next();
      if (at_let_declaration()) break;
      head.is_let = true;
      head.left = parse_expression_from(identifier_from(word), word.start);
      return false;
    case TokenKind::Using:
      variable = VariableKind::Using;
      next();
      if (at_for_using_name()) break;
      head.left = parse_expression_from(identifier_from(word), word.start);
      return false;
    case TokenKind::Await:
      if (!in(Context::Await) || !at_await_using()) return false;
      variable = VariableKind::AwaitUsing;
      function_.last_await = word.start;
      next();
      next();
      break;
    default:
      return false;
  }
  head.is_declaration = true;
  head.left = parse_variable_declaration(head.start, variable, DeclarationPlace::ForHead);
  return true;
}

// Behind `using`: `for (using of ...)` loops with a variable of that name, unless an initialiser
// shows that `of` is what is declared.
bool Parser::at_for_using_name() {
  if (!at_identifier() || token().newline_before()) return false;
  return !at(TokenKind::Of) || peek().kind == TokenKind::Equal;
}

NodeId Parser::parse_for_in_of(uint32_t from, uint32_t open, ForHead& head, NodeFlag flags) {
  bool of = at(TokenKind::Of);
  bool is_await = flags != NodeFlag::None;
  if (head.is_declaration) {
    check_for_declaration(head, of);
  } else {
    forget_cover_errors(head.cover);
    if (of && head.is_let) early_error(diag::kForOfLet, Span{head.start, head.start + 3});
    if (of && head.is_async && !is_await)
      early_error(diag::kForOfAsync, Span{head.start, head.start + 5});
    to_assignment_target(head.left, TargetUse::For);
  }
  if (is_await && !of) error(diag::kForAwaitNotOf, token().span(), found());
  next();
  NodeId right;
  {
    ContextScope scope(*this, Context::In | Context::Parentheses);
    right = of ? parse_assignment() : parse_expression();
  }
  if (of && at(TokenKind::Comma)) {
    error(diag::kForOfComma, token().span());
    next();
    parse_expression();
  }
  expect_closing(TokenKind::RightParen, open);
  NodeId body = parse_loop_body();
  if (of) return make(from, ast::ForOfStatement{head.left, right, body, {}}, flags);
  return make(from, ast::ForInStatement{head.left, right, body, {}});
}

void Parser::check_for_declaration(const ForHead& head, bool of) {
  const auto& declaration = ast_.as<ast::VariableDeclaration>(head.left);
  Span span = ast_.span(head.left);
  if (declaration.declarators.count != 1) {
    early_error(diag::kForSeveralDeclarators, span);
    return;
  }
  bool is_using =
      declaration.kind == VariableKind::Using || declaration.kind == VariableKind::AwaitUsing;
  if (is_using && !of) early_error(diag::kUsingInForIn, span);
  check_for_type(ast_.list(declaration.declarators)[0], of ? "of" : "in");
  const auto& declarator = ast_.as<ast::VariableDeclarator>(ast_.list(declaration.declarators)[0]);
  if (declarator.init.is_none()) return;
  // Annex B: `for (var i = 0 in object)`.
  bool is_allowed = !of && !strict() && options_.source.annex_b &&
                    declaration.kind == VariableKind::Var &&
                    ast_.is<ast::BindingIdentifier>(declarator.id);
  if (!is_allowed) early_error(diag::kForInitializer, ast_.span(declarator.init));
}

// Behind the first part of `for (a; b; c)`.
NodeId Parser::parse_for_rest(uint32_t from, NodeId init, uint32_t open, NodeFlag flags) {
  if (flags != NodeFlag::None) error(diag::kForAwaitNotOf, token().span(), found());
  ast::ForStatement node;
  node.init = init;
  if (expect(TokenKind::Semicolon)) {
    ContextScope scope(*this, Context::In | Context::Parentheses);
    if (!at(TokenKind::Semicolon)) node.test = parse_expression();
    bool is_separated = expect(TokenKind::Semicolon);
    if (is_separated ? !at(TokenKind::RightParen) : can_start_expression(kind()))
      node.update = parse_expression();
  } else {
    skip_to_closing();
  }
  expect_closing(TokenKind::RightParen, open);
  node.body = parse_loop_body();
  return make(from, node);
}

}  // namespace perry::frontend
