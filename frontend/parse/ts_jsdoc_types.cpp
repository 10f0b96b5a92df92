#include "frontend/parse/parser.h"

// The forms of types that only documentation comments have: they are read where they stand, and
// reported.
namespace perry::frontend {

// `T?` is JSDoc's way to write `T | null`; a `?` before anything else belongs to what stands
// around.
bool Parser::at_jsdoc_nullable_suffix() {
  switch (peek().kind) {
    case TokenKind::RightParen:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::Comma:
    case TokenKind::Semicolon:
    case TokenKind::Equal:
    case TokenKind::Greater:
    case TokenKind::Arrow:
    case TokenKind::EndOfFile:
      return true;
    default:
      return false;
  }
}

NodeId Parser::parse_jsdoc_type() {
  const uint32_t begin = start();
  const TokenKind operator_kind = kind();
  early_error(diag::kJsDocType, token().span(), token_text(operator_kind));
  if (too_deep()) return error_node(begin);
  next();
  if (operator_kind == TokenKind::Star) return make(begin, ast::TSKeywordType{TypeKeyword::Any});
  if (operator_kind == TokenKind::Function) {
    if (at(TokenKind::LeftParen)) {
      const uint32_t open = start();
      next();
      while (!at(TokenKind::RightParen) && !at(TokenKind::EndOfFile)) {
        if ((at(TokenKind::This) || at(TokenKind::New)) && peek().kind == TokenKind::Colon) {
          next();
          next();
        }
        parse_type();
        if (!eat(TokenKind::Comma)) break;
      }
      expect_closing(TokenKind::RightParen, open);
      if (eat(TokenKind::Colon)) parse_type();
    }
    return error_node(begin);
  }
  if (operator_kind == TokenKind::Question && !starts_type(kind()))
    return make(begin, ast::TSKeywordType{TypeKeyword::Unknown});
  return parse_postfix_type();
}

}  // namespace perry::frontend
