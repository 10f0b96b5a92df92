#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

NodeId Parser::parse_statement_list_item() { return parse_statement_at(Position::ListItem); }

NodeId Parser::parse_statement() { return parse_statement_at(Position::Body); }

NodeId Parser::parse_statement_at(Position position) {
  uint32_t from = start();
  if (too_deep()) return error_node(from);
  switch (kind()) {
    case TokenKind::Identifier:
    case TokenKind::LeftParen:
    case TokenKind::This:
      return parse_expression_statement(position);
    case TokenKind::LeftBrace:
      return parse_block();
    case TokenKind::Semicolon:
      next();
      return make(from, ast::EmptyStatement{});
    case TokenKind::Var:
      next();
      return parse_variable_statement(from, VariableKind::Var);
    case TokenKind::Const:
      return parse_const_statement(position);
    case TokenKind::Function:
      return parse_function_statement(from, NodeFlag::None, position);
    case TokenKind::Class:
      return parse_class_statement(position);
    case TokenKind::At:
      return parse_decorated_statement(position);
    case TokenKind::If:
      return parse_if();
    case TokenKind::For:
      return parse_for();
    case TokenKind::While:
      return parse_while();
    case TokenKind::Do:
      return parse_do_while();
    case TokenKind::Return:
      return parse_return();
    case TokenKind::Break:
      return parse_break();
    case TokenKind::Continue:
      return parse_continue();
    case TokenKind::Throw:
      return parse_throw();
    case TokenKind::Try:
      return parse_try();
    case TokenKind::Switch:
      return parse_switch();
    case TokenKind::With:
      return parse_with();
    case TokenKind::Debugger:
      next();
      expect_semicolon();
      return make(from, ast::DebuggerStatement{});
    case TokenKind::Import:
      return parse_import_statement(position);
    case TokenKind::Export:
      return parse_export({}, position);
    case TokenKind::Enum:
      if (!typescript()) report_typescript_only(token().span(), "enums");
      return parse_ts_enum(from, NodeFlag::None);
    case TokenKind::RightParen:
    case TokenKind::RightBracket:
      skip_closing();
      return error_node(from);
    case TokenKind::Case:
    case TokenKind::Default:
    case TokenKind::Catch:
    case TokenKind::Finally:
    case TokenKind::Else:
      if (is_nesting_certain_ || speculating_)
        error(diag::kExpectedStatement, token().span(), found());
      else
        last_error_ = start();
      doubt_nesting();
      return error_node(from);
    default:
      if (kind() >= kFirstStrictWord) return parse_word_statement(position);
      return parse_expression_statement(position);
  }
}

// At a word that may also be a name.
NodeId Parser::parse_word_statement(Position position) {
  switch (kind()) {
    case TokenKind::Let:
      return parse_let_statement(position);
    case TokenKind::Async:
      return parse_async_statement(position);
    case TokenKind::Using:
      return parse_using_statement(position);
    case TokenKind::Await:
      if (in(Context::Await) && at_await_using()) return parse_await_using_statement(position);
      break;
    case TokenKind::Abstract:
    case TokenKind::Accessor:
    case TokenKind::Declare:
    case TokenKind::Global:
    case TokenKind::Interface:
    case TokenKind::Module:
    case TokenKind::Namespace:
    case TokenKind::Override:
    case TokenKind::Private:
    case TokenKind::Protected:
    case TokenKind::Public:
    case TokenKind::Readonly:
    case TokenKind::Static:
    case TokenKind::Type:
      if (typescript()) {
        Span word = token().span();
        NodeId declaration = try_parse_ts_declaration();
        if (declaration.is_none()) break;
        if (position != Position::ListItem)
          early_error(diag::kDeclarationNotInBlock, word, ast_.text(word));
        return declaration;
      }
      break;
    default:
      break;
  }
  return parse_expression_statement(position);
}

NodeId Parser::parse_block() {
  uint32_t open = start();
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    return error_node(prev_end_);
  }
  ContextScope scope(*this, Context::None,
                     Context::TopLevel | Context::CaseClause | Context::Namespace);
  ListBuilder statements(*this);
  parse_statement_list(statements);
  expect_closing(TokenKind::RightBrace, open);
  return make(open, ast::BlockStatement{statements.finish(), {}});
}

// At `function`; `from` and `flags` tell of `async` before it.
NodeId Parser::parse_function_statement(uint32_t from, NodeFlag flags, Position position) {
  Span span = {from, token().end};
  NodeId function = parse_function_declaration(from, flags);
  if (position == Position::ListItem || !ast_.is<ast::FunctionDeclaration>(function))
    return function;
  bool is_plain = !ast_.has_flag(function, NodeFlag::Generator) && flags == NodeFlag::None;
  bool is_allowed = position != Position::Body && is_plain && !strict() && options_.source.annex_b;
  if (!is_allowed && is_nesting_certain_) early_error(diag::kFunctionPlace, span);
  return function;
}

NodeId Parser::parse_async_statement(Position position) {
  Token word = token();
  if ((word.flags & (kPureBefore | kNoSideEffectsBefore)) != 0) note_annotations();
  next();
  if (at(TokenKind::Function) && !token().newline_before())
    return parse_function_statement(word.start, NodeFlag::Async, position);
  NodeId first = parse_async_from(word, Arrows::Allowed, ArrowTypes::Allowed);
  NodeId expression = parse_expression_from(first, word.start);
  return finish_expression_statement(word.start, expression, position);
}

NodeId Parser::parse_class_statement(Position position) {
  if (position != Position::ListItem && is_nesting_certain_)
    early_error(diag::kClassPlace, token().span());
  return parse_class_declaration(start(), NodeList{}, NodeFlag::None);
}

NodeId Parser::parse_decorated_statement(Position position) {
  uint32_t from = start();
  NodeList decorators = parse_decorators();
  if (at(TokenKind::Export)) return parse_export(decorators, position);
  NodeFlag flags = NodeFlag::None;
  if (at(TokenKind::Declare) && typescript()) {
    flags |= NodeFlag::Declare;
    next();
  }
  if (at(TokenKind::Abstract) && typescript()) {
    flags |= NodeFlag::Abstract;
    next();
  }
  ContextScope scope(*this, has(flags, NodeFlag::Declare) ? Context::Ambient : Context::None);
  if (!at(TokenKind::Class)) {
    error(diag::kDecoratorsNeedClass, token().span(), found());
    return error_node(from);
  }
  if (position != Position::ListItem && is_nesting_certain_)
    early_error(diag::kClassPlace, token().span());
  return parse_class_declaration(from, decorators, flags);
}

NodeId Parser::parse_expression_statement(Position position) {
  uint32_t from = start();
  NodeId expression = parse_expression();
  return finish_expression_statement(from, expression, position);
}

// A name followed by `:` was a label.
NodeId Parser::finish_expression_statement(uint32_t from, NodeId expression, Position position) {
  if (at(TokenKind::Colon) && ast_.is<ast::Identifier>(expression) &&
      !ast_.has_flag(expression, NodeFlag::Parenthesized))
    return parse_labelled(from, expression, position);
  if (!at(TokenKind::Semicolon) && !can_insert_semicolon()) [[unlikely]] {
    NodeId declaration = parse_typescript_statement_in_javascript(from, expression);
    if (!declaration.is_none()) return declaration;
  }
  expect_semicolon();
  return make(from, ast::ExpressionStatement{expression});
}

// What TypeScript declares with `word`, for messages; empty for other words.
std::string_view Parser::typescript_declaration(AtomId word) {
  if (word == word_atom(TokenKind::Interface)) return "interfaces";
  if (word == word_atom(TokenKind::Type)) return "type aliases";
  if (word == word_atom(TokenKind::Namespace)) return "namespaces";
  if (word == word_atom(TokenKind::Module)) return "namespaces";
  if (word == word_atom(TokenKind::Global)) return "global augmentations";
  if (word == word_atom(TokenKind::Declare)) return "`declare` statements";
  if (word == word_atom(TokenKind::Abstract)) return "abstract classes";
  return {};
}

// `interface A {}`, `type T = ...` and their kind in a JavaScript file: said once, then read as
// TypeScript. None where no such thing stands.
NodeId Parser::parse_typescript_statement_in_javascript(uint32_t from, NodeId expression) {
  if (typescript() || speculating_ || !ast_.is<ast::Identifier>(expression) ||
      !is_identifier_name(kind()) || last_error_ == start())
    return NodeId::none();
  std::string_view what = typescript_declaration(ast_.as<ast::Identifier>(expression).name);
  if (what.empty()) return NodeId::none();
  Span span = ast_.span(expression);
  forget_strict_word(span);
  rewind_to(from);
  NodeId declaration = try_parse_ts_declaration();
  if (declaration.is_none()) {
    // It was none: read the name again.
    next();
    return NodeId::none();
  }
  sink_.report(diag::kTypeScriptOnly, span, what);
  return declaration;
}

// `interface` has been read as a name, which strict code must not hold. Something else is wrong.
void Parser::forget_strict_word(Span span) {
  if (sink_.all().empty()) return;
  const support::Diagnostic& last = sink_.all().back();
  if (last.info != &diag::kStrictReservedWord.info || last.span != span) return;
  support::DiagnosticSink::Mark mark = sink_.mark();
  mark.count--;
  mark.errors--;
  sink_.rewind(mark);
}

NodeId Parser::parse_parenthesized_condition() {
  uint32_t open = start();
  if (!eat(TokenKind::LeftParen)) {
    unexpected("(");
    return parse_expression();
  }
  ContextScope scope(*this, Context::In | Context::Parentheses);
  NodeId condition = parse_expression();
  expect_closing(TokenKind::RightParen, open);
  return condition;
}

// A chain of `else if` is read in a loop and built from its end.
NodeId Parser::parse_if() {
  size_t base = branches_.size();
  NodeId alternate;
  for (;;) {
    uint32_t from = start();
    next();
    NodeId test = parse_parenthesized_condition();
    NodeId consequent = parse_statement_at(Position::IfBody);
    branches_.push_back({from, test, consequent});
    if (!eat(TokenKind::Else)) break;
    if (at(TokenKind::If)) continue;
    alternate = parse_statement_at(Position::IfBody);
    break;
  }
  while (branches_.size() > base) {
    const Branch branch = branches_.back();
    branches_.pop_back();
    alternate = make(branch.start, ast::IfStatement{branch.test, branch.consequent, alternate});
  }
  return alternate;
}

NodeId Parser::parse_switch() {
  uint32_t from = start();
  next();
  ast::SwitchStatement node;
  node.discriminant = parse_parenthesized_condition();
  uint32_t open = start();
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    return make(from, node);
  }
  ContextScope scope(*this, Context::Breakable | Context::CaseClause,
                     Context::TopLevel | Context::Namespace);
  ListBuilder cases(*this);
  Span default_span;
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    if (!at(TokenKind::Case) && !at(TokenKind::Default)) {
      uint32_t before = start();
      error(diag::kExpectedCase, token().span(), found());
      recover_statement(before);
      continue;
    }
    cases.push(parse_switch_case(default_span));
  }
  expect_closing(TokenKind::RightBrace, open);
  node.cases = cases.finish();
  return make(from, node);
}

NodeId Parser::parse_switch_case(Span& default_span) {
  uint32_t from = start();
  ast::SwitchCase node;
  if (at(TokenKind::Default)) {
    Span span = token().span();
    if (default_span.end != 0) {
      early_error(diag::kSecondDefault, span).label(default_span, "first one");
    } else {
      default_span = span;
    }
    next();
  } else {
    next();
    node.test = parse_expression();
  }
  expect(TokenKind::Colon);
  ListBuilder statements(*this);
  while (!at(TokenKind::Case) && !at(TokenKind::Default) && !at(TokenKind::RightBrace) &&
         !at(TokenKind::EndOfFile)) {
    uint32_t before = start();
    statements.push(parse_statement_list_item());
    if (last_error_ == start()) [[unlikely]]
      recover_statement(before);
  }
  node.consequent = statements.finish();
  return make(from, node);
}

NodeId Parser::parse_try() {
  uint32_t from = start();
  next();
  ast::TryStatement node;
  node.block = parse_block();
  if (at(TokenKind::Catch)) node.handler = parse_catch();
  if (eat(TokenKind::Finally)) node.finalizer = parse_block();
  if (node.handler.is_none() && node.finalizer.is_none())
    error(diag::kTryAlone, Span{from, from + 3});
  return make(from, node);
}

NodeId Parser::parse_catch() {
  uint32_t from = start();
  next();
  ast::CatchClause node;
  uint32_t open = start();
  if (eat(TokenKind::LeftParen)) {
    ContextScope scope(*this, Context::Parentheses);
    node.param = parse_binding_pattern();
    if (at(TokenKind::Colon)) node.type = parse_any_type_annotation();
    expect_closing(TokenKind::RightParen, open);
  }
  node.body = parse_block();
  return make(from, node);
}

NodeId Parser::parse_return() {
  uint32_t from = start();
  Span span = token().span();
  // One message is enough where a brace too many has ended the function.
  if (!in(Context::Return) && is_nesting_certain_ && !reported_return_) {
    early_error(diag::kReturnOutsideFunction, span);
    if (!speculating_) reported_return_ = true;
  }
  next();
  ast::ReturnStatement node;
  if (!can_insert_semicolon()) node.argument = parse_expression();
  expect_semicolon();
  return make(from, node);
}

NodeId Parser::parse_throw() {
  uint32_t from = start();
  next();
  ast::ThrowStatement node;
  if (token().newline_before()) {
    error(diag::kNewlineAfterThrow, Span{from, from + 5});
    if (!can_start_expression(kind())) return make(from, node);
  }
  node.argument = parse_expression();
  expect_semicolon();
  return make(from, node);
}

NodeId Parser::parse_with() {
  uint32_t from = start();
  if (strict()) early_error(diag::kStrictWith, token().span());
  next();
  ast::WithStatement node;
  node.object = parse_parenthesized_condition();
  node.body = parse_statement_at(Position::Body);
  return make(from, node);
}

}  // namespace perry::frontend
