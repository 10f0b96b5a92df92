#include <algorithm>

#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

namespace {

std::string quote(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace

Parser::Parser(Ast& ast, const ParseOptions& options, support::DiagnosticSink& sink,
               support::StackLimit stack)
    : ast_(ast),
      options_(options),
      sink_(sink),
      stack_(stack),
      lexer_(ast.source(), options.source, ast.atoms(), sink) {
  if (options.keep_all_comments) lexer_.keep_all_comments();
}

bool Parser::expect(TokenKind k) {
  if (eat(k)) return true;
  unexpected(token_text(k));
  return false;
}

bool Parser::expect_closing(TokenKind k, uint32_t open) {
  if (eat(k)) return true;
  doubt_nesting();
  std::string_view text = token_text(k);
  error(diag::kExpectedToken, token().span(), quote(text), found())
      .label({open, open + 1}, "opened here")
      .fix({prev_end_, prev_end_}, std::string(text), "insert " + quote(text));
  return false;
}

void Parser::expect_semicolon() {
  if (eat(TokenKind::Semicolon) || can_insert_semicolon()) return;
  unexpected(token_text(TokenKind::Semicolon));
}

Token Parser::peek() {
  Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  lexer_.next();
  Token result = token();
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return result;
}

bool Parser::may_report(Span) {
  if (speculating_) {
    speculation_failed_ = true;
    skip_to_end();
    return false;
  }
  if (last_error_ == start()) return false;
  last_error_ = start();
  if (is_line_torn()) {
    // That has been reported, and nobody knows what the rest of the line held.
    is_nesting_certain_ = false;
    return false;
  }
  // An Error token has been reported by the lexer.
  return !at(TokenKind::Error);
}

// At or behind a string or regular expression that its line's end cut off.
bool Parser::is_line_torn() const {
  return token().end == lexer_.unterminated_end() || prev_end_ == lexer_.unterminated_end();
}

// Something is missing here. Where a brace stands instead, or a word that belongs behind a block
// or to the top level, there may be one brace too many or too few, and what follows may not lie
// where it was meant to.
void Parser::doubt_nesting() {
  if (speculating_) return;
  switch (kind()) {
    case TokenKind::LeftBrace:
    case TokenKind::RightBrace:
    case TokenKind::Case:
    case TokenKind::Default:
    case TokenKind::Catch:
    case TokenKind::Finally:
    case TokenKind::Else:
    case TokenKind::Import:
    case TokenKind::Export:
    case TokenKind::EndOfFile:
      is_nesting_certain_ = false;
      break;
    default:
      break;
  }
}

// A punctuator or word is set in backticks, a description such as "a name" is not.
void Parser::unexpected(std::string_view expected) {
  doubt_nesting();
  bool is_text = expected.find(' ') == std::string_view::npos;
  error(diag::kExpectedToken, token().span(), is_text ? quote(expected) : std::string(expected),
        found());
}

std::string Parser::found() const {
  const Token& t = token();
  switch (t.kind) {
    case TokenKind::EndOfFile:
      return "the end of the file";
    case TokenKind::Number:
      return "a number";
    case TokenKind::BigInt:
      return "a bigint";
    case TokenKind::String:
      return "a string";
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
    case TokenKind::TemplateMiddle:
    case TokenKind::TemplateTail:
      return "a template";
    case TokenKind::RegExp:
      return "a regular expression";
    case TokenKind::JSXText:
      return "text";
    default:
      return quoted(t.span());
  }
}

std::string Parser::quoted(Span span) const {
  constexpr size_t kLongest = 40;
  std::string_view text = ast_.text(span);
  if (text.size() <= kLongest) return quote(text);
  // Not in the middle of a character.
  size_t cut = kLongest;
  while (cut > 0 && (static_cast<uint8_t>(text[cut]) & 0xC0) == 0x80) cut--;
  return quote(std::string(text.substr(0, cut)) + "...");
}

void Parser::rewind_to(uint32_t offset) {
  Lexer::Snapshot place = lexer_.snapshot();
  place.at = reinterpret_cast<const uint8_t*>(ast_.source().data()) + offset;
  lexer_.restore(place);
  lexer_.next();
}

// No comma stands behind an element. Something that looks like another element is taken for one,
// with the comma missing. What surely lies behind the list is left for expect_closing to report;
// anything else is skipped up to the next comma or the end of the list.
bool Parser::recover_list(TokenKind close) {
  if (is_line_torn()) {
    if (!speculating_) is_nesting_certain_ = false;
    last_error_ = start();
    return false;
  }
  if (closes_nothing(close)) {
    skip_stray_brackets(close);
    if (at(close)) return false;
    if (eat(TokenKind::Comma)) return true;
  }
  if (ends_list(close)) return false;
  bool is_reported = last_error_ == start();
  bool is_element = can_start_expression(kind()) || is_identifier_name(kind());
  if (is_element && !is_reported) {
    // One message is enough for a run of them.
    bool is_follow_up = prev_end_ == last_missing_comma_;
    last_missing_comma_ = token().end;
    if (!is_follow_up) {
      error(diag::kMissingComma, token().span(), quote(token_text(close)), found())
          .fix({prev_end_, prev_end_}, ",", "insert `,`");
    }
    return !at(TokenKind::EndOfFile);
  }
  if (!is_reported) error(diag::kMissingComma, token().span(), quote(token_text(close)), found());
  lexer_.set_silent(true);
  bool go_on = false;
  while (!ends_list(close)) {
    if (eat(TokenKind::Comma)) {
      go_on = true;
      break;
    }
    uint32_t before = start();
    skip_balanced();
    if (start() == before) break;
  }
  lexer_.set_silent(false);
  // The missing bracket has been reported, in effect.
  if (!go_on && !at(close)) last_error_ = start();
  return go_on;
}

// At a round or square bracket that neither the list nor anything around it began.
bool Parser::closes_nothing(TokenKind close) const {
  if (at(close)) return false;
  if (at(TokenKind::RightParen)) return !in(Context::Parentheses);
  return at(TokenKind::RightBracket) && !in(Context::Brackets);
}

void Parser::skip_stray_brackets(TokenKind close) {
  error(diag::kUnexpectedClosing, token().span(), token_text(kind()));
  while (closes_nothing(close)) next();
  // One message is enough.
  if (!at(close) && !at(TokenKind::Comma)) last_error_ = start();
}

bool Parser::ends_list(TokenKind close) const {
  switch (kind()) {
    case TokenKind::EndOfFile:
    case TokenKind::Semicolon:
    case TokenKind::RightBrace:
    case TokenKind::RightBracket:
    case TokenKind::RightParen:
      return true;
    case TokenKind::LeftBrace:
    case TokenKind::Colon:
      // A function's body rather than an argument or parameter without a comma before it; the rest
      // of a property or conditional expression around.
      return close == TokenKind::RightParen;
    default:
      return token().newline_before() && starts_declaration_or_statement(kind());
  }
}

NodeId Parser::error_node(uint32_t start) {
  return ast_.make(start, std::max(start, prev_end_), ast::ErrorNode{});
}

NodeId Parser::give_up() {
  if (speculating_) {
    speculation_failed_ = true;
  } else if (!reported_too_deep_) {
    reported_too_deep_ = true;
    sink_.report(diag::kNestedTooDeeply, token().span());
  }
  // Nothing further can be read sensibly: every loop ends at the end of the file.
  skip_to_end();
  last_error_ = start();
  return NodeId::none();
}

void Parser::skip_to_end() {
  Lexer::Snapshot end = lexer_.snapshot();
  std::string_view source = ast_.source();
  end.token = Token();
  end.token.start = end.token.end = static_cast<uint32_t>(source.size());
  end.at = reinterpret_cast<const uint8_t*>(source.data()) + source.size();
  lexer_.restore(end);
}

Parser::Snapshot Parser::snapshot() {
  return {lexer_.snapshot(), ast_.mark(),          sink_.mark(), scratch_.size(),
          prev_end_,         last_error_,          context_,     labels_.size(),
          branches_.size(),  cover_errors_.size(), function_};
}

void Parser::restore(const Snapshot& s) {
  lexer_.restore(s.lexer);
  ast_.rewind(s.ast);
  sink_.rewind(s.diagnostics);
  scratch_.resize(s.scratch);
  prev_end_ = s.prev_end;
  last_error_ = s.last_error;
  context_ = s.context;
  while (labels_.size() > s.labels) pop_label();
  branches_.resize(s.branches);
  cover_errors_.resize(s.cover_errors);
  function_ = s.function;
  lexer_.set_strict(strict());
}

}  // namespace perry::frontend
