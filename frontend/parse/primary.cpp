#include "frontend/parse/parser.h"

namespace perry::frontend {

NodeId Parser::parse_primary() {
  switch (kind()) {
    case TokenKind::Identifier:
      return parse_identifier();
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::BigInt:
    case TokenKind::Null:
    case TokenKind::True:
    case TokenKind::False:
      return parse_literal();
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
      return parse_template_literal(false);
    case TokenKind::LeftParen:
      return parse_parenthesized(Arrows::None, ArrowTypes::Allowed);
    case TokenKind::LeftBracket:
      return parse_array_literal();
    case TokenKind::LeftBrace:
      return parse_object_literal();
    case TokenKind::Slash:
    case TokenKind::SlashEqual:
      return parse_regexp();
    case TokenKind::At: {
      uint32_t from = start();
      NodeList decorators = parse_decorators();
      if (!at(TokenKind::Class)) {
        error(diag::kDecoratorsNeedClass, token().span(), found());
        return error_node(from);
      }
      return parse_class_expression(from, decorators, NodeFlag::None);
    }
    case TokenKind::PrivateName: {
      uint32_t from = start();
      error(diag::kPrivateNameAlone, token().span());
      next();
      return error_node(from);
    }
    case TokenKind::Error: {
      // The lexer has reported it.
      uint32_t from = start();
      last_error_ = from;
      if (speculating_) unexpected("an expression");
      next();
      return error_node(from);
    }
    default:
      return parse_word_primary();
  }
}

NodeId Parser::parse_word_primary() {
  uint32_t from = start();
  switch (kind()) {
    case TokenKind::This:
      return parse_this();
    case TokenKind::Function:
      return parse_function_expression(from, NodeFlag::None);
    case TokenKind::Class:
      return parse_class_expression(from, NodeList{}, NodeFlag::None);
    case TokenKind::New:
      return parse_new();
    case TokenKind::Super:
      return parse_super();
    case TokenKind::Import:
      return parse_import_expression();
    case TokenKind::Async:
      return parse_async(Arrows::None, ArrowTypes::Allowed);
    case TokenKind::Less:
      // parse_unary reads elements where it can; here one stands behind `new` and the like.
      if (jsx()) return parse_jsx_element_or_fragment();
      break;
    default:
      if (at_identifier()) return parse_identifier();
      break;
  }
  doubt_nesting();
  error(diag::kExpectedExpression, token().span(), found());
  return error_node(prev_end_ > from ? from : prev_end_);
}

NodeId Parser::parse_this() {
  const Token& t = token();
  NodeId id = ast_.make(t.start, t.end, ast::ThisExpression{});
  next();
  return id;
}

NodeId Parser::parse_array_literal() {
  uint32_t open = start();
  next();
  ContextScope scope(*this, Context::In | Context::Brackets, Context::Decorator);
  ListBuilder elements(*this);
  NodeFlag flags = NodeFlag::None;
  while (!at(TokenKind::RightBracket) && !at(TokenKind::EndOfFile)) {
    if (eat(TokenKind::Comma)) {
      elements.push(NodeId::none());
      continue;
    }
    if (at(TokenKind::Ellipsis)) {
      uint32_t from = start();
      next();
      NodeId argument = parse_assignment_cover();
      elements.push(make(from, ast::SpreadElement{argument}));
    } else {
      elements.push(parse_assignment_cover());
    }
    if (at(TokenKind::RightBracket)) break;
    if (!continue_list(TokenKind::RightBracket)) break;
    if (at(TokenKind::RightBracket)) flags |= NodeFlag::TrailingComma;
  }
  expect_closing(TokenKind::RightBracket, open);
  return make(open, ast::ArrayExpression{elements.finish()}, flags);
}

bool Parser::can_start_expression(TokenKind k) const {
  switch (k) {
    case TokenKind::Number:
    case TokenKind::BigInt:
    case TokenKind::String:
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
    case TokenKind::LeftBrace:
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket:
    case TokenKind::Ellipsis:
    case TokenKind::At:
    case TokenKind::Tilde:
    case TokenKind::Bang:
    case TokenKind::PlusPlus:
    case TokenKind::MinusMinus:
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Slash:
    case TokenKind::SlashEqual:
    case TokenKind::PrivateName:
    case TokenKind::Delete:
    case TokenKind::False:
    case TokenKind::Function:
    case TokenKind::Class:
    case TokenKind::New:
    case TokenKind::Null:
    case TokenKind::Super:
    case TokenKind::This:
    case TokenKind::True:
    case TokenKind::Typeof:
    case TokenKind::Void:
    case TokenKind::Import:
    case TokenKind::Identifier:
      return true;
    case TokenKind::Less:
      return jsx() || typescript();
    default:
      return k >= kFirstStrictWord;
  }
}

}  // namespace perry::frontend
