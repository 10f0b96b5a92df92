#include "frontend/parse/parser.h"

// var, let, const, using and await using.
namespace perry::frontend {

using support::Span;

namespace {

bool is_using(VariableKind kind) {
  return kind == VariableKind::Using || kind == VariableKind::AwaitUsing;
}

}  // namespace

NodeId Parser::parse_variable_declaration_statement() {
  uint32_t from = start();
  switch (kind()) {
    case TokenKind::Let:
      next();
      return parse_variable_statement(from, VariableKind::Let);
    case TokenKind::Const:
      next();
      return parse_variable_statement(from, VariableKind::Const);
    case TokenKind::Using:
      next();
      return parse_variable_statement(from, VariableKind::Using);
    case TokenKind::Await:
      next();
      next();
      return parse_variable_statement(from, VariableKind::AwaitUsing);
    default:
      expect(TokenKind::Var);
      return parse_variable_statement(from, VariableKind::Var);
  }
}

// Behind the words that begin the declaration.
NodeId Parser::parse_variable_statement(uint32_t from, VariableKind kind) {
  NodeId declaration = parse_variable_declaration(from, kind, DeclarationPlace::Statement);
  expect_semicolon();
  ast_.set_span(declaration, from, prev_end_);
  return declaration;
}

NodeId Parser::parse_variable_declaration(uint32_t from, VariableKind kind,
                                          DeclarationPlace place) {
  ListBuilder declarators(*this);
  bool is_annotated = no_side_effects_start_ == from && kind == VariableKind::Const;
  do {
    declarators.push(parse_variable_declarator(kind, place));
  } while (eat(TokenKind::Comma));
  if (is_annotated) [[unlikely]]
    mark_without_side_effects(declarators.nodes()[0]);
  return make(from, ast::VariableDeclaration{declarators.finish(), kind});
}

// `/* #__NO_SIDE_EFFECTS__ */ const f = ...`: said of the first constant, when it is a function.
void Parser::mark_without_side_effects(NodeId declarator) {
  NodeId init = ast_.as<ast::VariableDeclarator>(declarator).init;
  if (ast_.is<ast::ArrowFunction>(init) || ast_.is<ast::FunctionExpression>(init))
    ast_.add_flag(init, NodeFlag::NoSideEffects);
}

NodeId Parser::parse_variable_declarator(VariableKind kind, DeclarationPlace place) {
  uint32_t from = start();
  ast::VariableDeclarator node;
  NodeFlag flags = NodeFlag::None;
  if (is_using(kind) && (at(TokenKind::LeftBrace) || at(TokenKind::LeftBracket)))
    early_error(diag::kUsingPattern, token().span());
  {
    Context add = kind == VariableKind::Var ? Context::None : Context::LexicalBinding;
    ContextScope scope(*this, add);
    node.id = parse_binding_pattern();
  }
  if (at(TokenKind::Bang) && typescript() && !token().newline_before()) {
    flags = NodeFlag::Definite;
    next();
  }
  if (at(TokenKind::Colon)) node.type = parse_any_type_annotation();
  // The context keeps `in` from being an operator in the head of a `for`.
  if (eat(TokenKind::Equal)) node.init = parse_assignment();
  if (flags != NodeFlag::None) check_definite(node);
  NodeId declarator = make(from, node, flags);
  if (place == DeclarationPlace::Statement) check_initializer(declarator, kind);
  return declarator;
}

// `name!: T`.
void Parser::check_definite(const ast::VariableDeclarator& node) {
  Span span = ast_.span(node.id);
  if (!ast_.is<ast::BindingIdentifier>(node.id)) {
    early_error(diag::kDefinitePlace, span);
  } else if (!node.init.is_none()) {
    early_error(diag::kDefiniteWithInitializer, span);
  } else if (node.type.is_none()) {
    early_error(diag::kDefiniteWithoutType, span);
  }
}

void Parser::check_initializer(NodeId declarator, VariableKind kind) {
  const auto& node = ast_.as<ast::VariableDeclarator>(declarator);
  if (!node.init.is_none() || ambient()) return;
  // Where the name is missing already there is nothing to add.
  if (ast_.is<ast::ErrorNode>(node.id) || last_error_ == start()) return;
  Span span = ast_.span(node.id);
  if (!ast_.is<ast::BindingIdentifier>(node.id)) {
    early_error(diag::kPatternWithoutInitializer, span);
  } else if (kind == VariableKind::Const) {
    early_error(diag::kConstWithoutInitializer, span, ast_.text(span));
  } else if (is_using(kind)) {
    early_error(diag::kUsingWithoutInitializer, span, ast_.text(span));
  }
}

void Parser::check_lexical_place(Position position, Span span) {
  if (position != Position::ListItem && is_nesting_certain_) early_error(diag::kLexicalPlace, span);
}

NodeId Parser::parse_const_statement(Position position) {
  Span word = token().span();
  if ((token().flags & kNoSideEffectsBefore) != 0) note_annotations();
  next();
  if (at(TokenKind::Enum)) {
    if (!typescript()) report_typescript_only(token().span(), "enums");
    return parse_ts_enum(word.start, NodeFlag::Const);
  }
  check_lexical_place(position, word);
  return parse_variable_statement(word.start, VariableKind::Const);
}

// Behind `let`: whether it begins a declaration.
bool Parser::at_let_declaration() const {
  return at_identifier() || at(TokenKind::LeftBracket) || at(TokenKind::LeftBrace);
}

// In sloppy code `let` may be a name. A single statement, such as a loop's body, is no place for a
// declaration: there a line break behind `let` ends the statement, except in front of `[`.
NodeId Parser::parse_let_statement(Position position) {
  Token word = token();
  next();
  bool is_declaration = at_let_declaration();
  if (position != Position::ListItem && is_declaration && !strict() && token().newline_before() &&
      !at(TokenKind::LeftBracket))
    is_declaration = false;
  // `let` alone is no name in strict code, so a reserved word behind it was meant as one.
  if (strict() && is_word(kind()) && !token().newline_before()) is_declaration = true;
  if (is_declaration) {
    check_lexical_place(position, word.span());
    return parse_variable_statement(word.start, VariableKind::Let);
  }
  NodeId expression = parse_expression_from(identifier_from(word), word.start);
  return finish_expression_statement(word.start, expression, position);
}

// `using` begins a declaration when a name follows on its line.
NodeId Parser::parse_using_statement(Position position) {
  Token word = token();
  next();
  if (at_identifier() && !token().newline_before()) {
    check_lexical_place(position, word.span());
    check_using_place(word.span());
    return parse_variable_statement(word.start, VariableKind::Using);
  }
  NodeId expression = parse_expression_from(identifier_from(word), word.start);
  return finish_expression_statement(word.start, expression, position);
}

// At `await`: whether `using` and a name follow, all on one line.
bool Parser::at_await_using() {
  Token after = peek();
  if (after.kind != TokenKind::Using || after.newline_before()) return false;
  Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  lexer_.next();
  bool result = at_identifier() && !token().newline_before();
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return result;
}

NodeId Parser::parse_await_using_statement(Position position) {
  uint32_t from = start();
  Span word = token().span();
  function_.last_await = from;
  next();
  Span span = {word.start, token().end};
  next();
  check_lexical_place(position, span);
  check_using_place(span);
  return parse_variable_statement(from, VariableKind::AwaitUsing);
}

void Parser::check_using_place(Span span) {
  if (in(Context::TopLevel) && options_.source.goal == Goal::Script) {
    early_error(diag::kUsingInScript, span);
  } else if (in(Context::CaseClause)) {
    early_error(diag::kUsingInCase, span);
  }
}

}  // namespace perry::frontend
