#include "frontend/parse/parser.h"

// The program as a whole, lists of statements with their directives, and how the parser finds its
// feet again behind an error.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_program() {
  const SourceOptions& source = options_.source;
  context_ = Context::In | Context::TopLevel;
  bool is_strict = source.strict || source.goal == Goal::Module;
  if (is_strict) context_ = context_ | Context::Strict;
  if (source.goal == Goal::Module) context_ = context_ | Context::Await;
  if (source.goal == Goal::CommonJS) context_ = context_ | Context::Return | Context::NewTarget;
  if (source.declaration_file) context_ = context_ | Context::Ambient;
  lexer_.set_strict(is_strict);
  lexer_.next();

  ast::Program program;
  for (const Comment& comment : lexer_.comments()) {
    if (comment.kind == Comment::Kind::Hashbang) program.hashbang_end = comment.end;
  }
  ListBuilder statements(*this);
  BodyInfo info;
  parse_directives(statements, info);
  for (;;) {
    parse_statement_list(statements);
    if (!at(TokenKind::RightBrace)) break;
    skip_closing();
  }
  if (source.declaration_file) check_ambient_statements(statements.nodes());
  program.body = statements.finish();
  NodeFlag flags = strict() ? NodeFlag::Strict : NodeFlag::None;
  NodeId root = ast_.make(0, static_cast<uint32_t>(ast_.source().size()), program, flags);
  ast_.set_root(root);
  return root;
}

// Brackets that close nothing, reported once.
void Parser::skip_closing() {
  // A brace that was lost before may be the one that this closes.
  if (is_nesting_certain_ || speculating_ || !at(TokenKind::RightBrace))
    error(diag::kUnexpectedClosing, token().span(), token_text(kind()));
  // In `});` the brace may have closed less than it was meant to.
  bool is_behind_brace = prev_end_ != 0 && ast_.source()[prev_end_ - 1] == '}';
  if (is_behind_brace && !speculating_) is_nesting_certain_ = false;
  bool at_top_level = at(TokenKind::RightBrace);
  while (at(TokenKind::RightParen) || at(TokenKind::RightBracket) ||
         (at(TokenKind::RightBrace) && at_top_level))
    next();
  eat(TokenKind::Semicolon);
}

// Up to `}` or the end.
void Parser::parse_statement_list(ListBuilder& list) {
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    uint32_t before = start();
    list.push(parse_statement_list_item());
    if (last_error_ == start()) [[unlikely]]
      recover_statement(before);
  }
}

// String literals at the head of a program or function body.
void Parser::parse_directives(ListBuilder& list, BodyInfo& info) {
  Span octal;
  while (at(TokenKind::String)) {
    Token text = token();
    NodeId statement = parse_statement_list_item();
    list.push(statement);
    const auto* expression = ast_.try_as<ast::ExpressionStatement>(statement);
    if (expression == nullptr || !ast_.is<ast::StringLiteral>(expression->expression) ||
        ast_.has_flag(expression->expression, NodeFlag::Parenthesized))
      return;
    ast_.add_flag(statement, NodeFlag::Directive);
    if ((text.flags & kLegacyOctal) != 0 && octal.end == 0) octal = text.span();
    // Compared as written: an escape makes it another directive.
    std::string_view written = ast_.text(text.span());
    if (written.size() == 12 && written.substr(1, 10) == "use strict") {
      if (info.use_strict.end == 0) info.use_strict = text.span();
      enter_strict(octal);
    }
  }
}

// `octal` is a directive, before the one that brings strictness, which strict code must not hold.
void Parser::enter_strict(Span octal) {
  if (strict()) return;
  context_ = context_ | Context::Strict;
  lexer_.set_strict(true);
  if (octal.end != 0) early_error(diag::kOctalBeforeUseStrict, octal);
  // The token behind has been read as sloppy code.
  if ((token().flags & kLegacyOctal) == 0) return;
  if (at(TokenKind::Number) || at(TokenKind::String))
    early_error(diag::kOctalBeforeUseStrict, token().span());
}

// An error has been reported at the current token and nothing could be read there: what follows,
// up to the next place that looks like a statement's start, is skipped. `before` is where the last
// statement began.
void Parser::recover_statement(uint32_t before) {
  lexer_.set_silent(true);
  if (start() == before && !at(TokenKind::RightBrace)) skip_balanced();
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    if (eat(TokenKind::Semicolon)) break;
    if (token().newline_before() && can_start_line(kind())) break;
    if (starts_declaration_or_statement(kind()) && start() != before) break;
    skip_balanced();
  }
  lexer_.set_silent(false);
}

// Inside of parentheses that can't be read: up to their end, or to where a body seems to begin.
void Parser::skip_to_closing() {
  lexer_.set_silent(true);
  while (!ends_list(TokenKind::RightParen)) skip_balanced();
  lexer_.set_silent(false);
}

// Skips one token or one balanced group of brackets. Inside of parentheses and square brackets a
// word on a new line that surely begins a statement ends the group.
void Parser::skip_balanced() {
  uint32_t braces = 0;
  uint32_t others = 0;
  do {
    switch (kind()) {
      case TokenKind::LeftBrace:
        braces++;
        break;
      case TokenKind::LeftParen:
      case TokenKind::LeftBracket:
        others++;
        break;
      case TokenKind::RightBrace:
        if (braces == 0) return;
        braces--;
        break;
      case TokenKind::RightParen:
      case TokenKind::RightBracket:
        if (others > 0) others--;
        break;
      default:
        break;
    }
    next();
    if (braces == 0 && token().newline_before() && starts_declaration_or_statement(kind())) return;
  } while (braces + others > 0 && !at(TokenKind::EndOfFile));
}

// A member of a class could not be read.
void Parser::recover_member(uint32_t before) {
  lexer_.set_silent(true);
  if (start() == before && !at(TokenKind::RightBrace)) skip_balanced();
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    if (eat(TokenKind::Semicolon)) break;
    if (token().newline_before() && (at_property_name() || at(TokenKind::At))) break;
    skip_balanced();
  }
  lexer_.set_silent(false);
}

// A first token of a line with which a statement may begin, rather than go on.
bool Parser::can_start_line(TokenKind k) const {
  if (is_identifier_name(k)) return k != TokenKind::In && k != TokenKind::Instanceof;
  return k == TokenKind::LeftBrace || k == TokenKind::At || k == TokenKind::String;
}

bool Parser::starts_declaration_or_statement(TokenKind k) const {
  switch (k) {
    case TokenKind::Break:
    case TokenKind::Class:
    case TokenKind::Const:
    case TokenKind::Continue:
    case TokenKind::Debugger:
    case TokenKind::Do:
    case TokenKind::Export:
    case TokenKind::For:
    case TokenKind::Function:
    case TokenKind::If:
    case TokenKind::Import:
    case TokenKind::Let:
    case TokenKind::Return:
    case TokenKind::Switch:
    case TokenKind::Throw:
    case TokenKind::Try:
    case TokenKind::Var:
    case TokenKind::While:
    case TokenKind::With:
      return true;
    default:
      return false;
  }
}

}  // namespace perry::frontend
