#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

bool Parser::expect(TokenKind k) {
  if (eat(k)) return true;
  unexpected(token_text(k));
  return false;
}

bool Parser::expect_closing(TokenKind k, uint32_t open) {
  if (eat(k)) return true;
  if (may_report(token().span())) {
    sink_
        .report(diag::kExpectedToken, token().span(), token_text(k), token_name(kind()))
        .label({open, open + 1}, "opened here");
  }
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
  // An Error token has been reported by the lexer.
  return !at(TokenKind::Error);
}

void Parser::unexpected(std::string_view expected) {
  error(diag::kExpectedToken, token().span(), expected, token_name(kind()));
}

NodeId Parser::error_node(uint32_t start) { return ast_.make(start, prev_end_ < start ? start : prev_end_, ast::ErrorNode{}); }

bool Parser::too_deep() {
  if (!stack_.exhausted()) [[likely]]
    return false;
  if (!reported_too_deep_) {
    reported_too_deep_ = true;
    sink_.report(diag::kNestedTooDeeply, token().span());
  }
  // Nothing further can be read sensibly: every loop ends at the end of the file.
  skip_to_end();
  last_error_ = start();
  return true;
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
  return {lexer_.snapshot(), ast_.mark(), sink_.mark(), scratch_.size(), prev_end_, last_error_,
          context_};
}

void Parser::restore(const Snapshot& s) {
  lexer_.restore(s.lexer);
  ast_.rewind(s.ast);
  sink_.rewind(s.diagnostics);
  scratch_.resize(s.scratch);
  prev_end_ = s.prev_end;
  last_error_ = s.last_error;
  context_ = s.context;
}

}  // namespace perry::frontend
