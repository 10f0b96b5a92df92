#include <algorithm>
#include <string>

#include "frontend/parse/parser.h"

// JSX. Text between tags has its own tokens, so whoever reads the last token of a tag or of a
// container must know what comes behind it: text when the element stands among another's children,
// and ordinary tokens when it is an expression or an attribute's value.
namespace perry::frontend {

using support::Span;

NodeId Parser::parse_jsx_element_or_fragment() {
  NodeId node;
  {
    // Braces and tags begin afresh whatever the expression around was in.
    ContextScope scope(*this, Context::In, Context::Decorator);
    node = parse_jsx(JsxPlace::Expression);
  }
  if (at(TokenKind::Less) && !speculating_) reject_jsx_siblings(ast_.span(node));
  return node;
}

// `<a/><b/>`: two elements where one expression is wanted. `<a/> < b` is a comparison.
void Parser::reject_jsx_siblings(Span first) {
  bool reported = false;
  while (at(TokenKind::Less)) {
    const TokenKind after = peek().kind;
    if (!is_identifier_name(after) && after != TokenKind::Greater) return;
    const NodeId sibling =
        speculate(kJsxSibling, [this] { return parse_jsx(JsxPlace::Expression); });
    if (sibling.is_none()) return;
    if (!reported) {
      early_error(diag::kJsxSiblings, ast_.span(sibling))
          .label(first, "the first element")
          .note("put them into a fragment: `<>...</>`");
    }
    reported = true;
  }
}

void Parser::next_after_jsx(JsxPlace place) {
  if (place == JsxPlace::Child)
    next_jsx_child();
  else
    next();
}

void Parser::next_jsx_child() {
  prev_end_ = token().end;
  lexer_.next_jsx_child(prev_end_);
}

NodeId Parser::parse_jsx(JsxPlace place) {
  const uint32_t begin = start();
  if (too_deep()) return error_node(begin);
  next();
  if (at(TokenKind::Greater)) return parse_jsx_fragment(begin, place);
  return parse_jsx_element(begin, place);
}

NodeId Parser::parse_jsx_fragment(uint32_t begin, JsxPlace place) {
  const uint32_t opening_end = token().end;
  ast::JSXFragment fields;
  fields.opening = ast_.make(begin, opening_end, ast::JSXOpeningFragment{});
  fields.children = parse_jsx_children(NodeId::none(), opening_end);
  fields.closing = parse_jsx_closing(NodeId::none(), {begin, opening_end}, place);
  return make(begin, fields);
}

NodeId Parser::parse_jsx_element(uint32_t begin, JsxPlace place) {
  ast::JSXOpeningElement opening;
  opening.name = parse_jsx_element_name();
  mark_jsx_reference(opening.name);
  if (typescript() && (at(TokenKind::Less) || at(TokenKind::LessLess)))
    opening.type_arguments = parse_type_arguments();
  opening.attributes = parse_jsx_attributes();

  ast::JSXElement element;
  if (at(TokenKind::Slash)) {
    next();
    const bool closed = at(TokenKind::Greater);
    const uint32_t end = closed ? token().end : prev_end();
    if (!closed) expect_closing(TokenKind::Greater, begin);
    element.opening = ast_.make(begin, end, opening, NodeFlag::SelfClosing);
    if (closed)
      next_after_jsx(place);
    else if (place == JsxPlace::Child)
      lexer_.next_jsx_child(prev_end());
    return ast_.make(begin, end, element);
  }
  if (!at(TokenKind::Greater)) {
    expect_closing(TokenKind::Greater, begin);
    element.opening = make(begin, opening, NodeFlag::SelfClosing);
    if (place == JsxPlace::Child && !at(TokenKind::EndOfFile)) lexer_.next_jsx_child(start());
    return make(begin, element);
  }
  const uint32_t opening_end = token().end;
  element.opening = ast_.make(begin, opening_end, opening);
  element.children = parse_jsx_children(opening.name, opening_end);
  element.closing = parse_jsx_closing(opening.name, {begin, opening_end}, place);
  return make(begin, element);
}

NodeList Parser::parse_jsx_attributes() {
  ListBuilder attributes(*this);
  for (;;) {
    if (is_identifier_name(kind())) {
      attributes.push(parse_jsx_attribute());
    } else if (at(TokenKind::LeftBrace)) {
      attributes.push(parse_jsx_spread_attribute());
    } else if (at(TokenKind::Greater) || at(TokenKind::Slash) || at(TokenKind::Less) ||
               at(TokenKind::EndOfFile)) {
      break;
    } else {
      unexpected("an attribute");
      next();
    }
  }
  return attributes.finish();
}

NodeId Parser::parse_jsx_attribute() {
  const uint32_t begin = start();
  ast::JSXAttribute fields;
  fields.name = parse_jsx_name_part();
  if (at(TokenKind::Colon)) {
    next();
    const NodeId local = parse_jsx_name_part();
    fields.name = make(begin, ast::JSXNamespacedName{fields.name, local});
  }
  if (at(TokenKind::Equal)) fields.value = parse_jsx_attribute_value();
  return make(begin, fields);
}

// At `=`.
NodeId Parser::parse_jsx_attribute_value() {
  prev_end_ = token().end;
  lexer_.next_jsx_attribute_value();
  switch (kind()) {
    case TokenKind::String:
      return parse_literal();
    case TokenKind::LeftBrace: {
      const NodeId container = parse_jsx_expression_container(JsxPlace::Expression);
      const auto* expression = ast_.try_as<ast::JSXExpressionContainer>(container);
      if (expression != nullptr && ast_.is<ast::JSXEmptyExpression>(expression->expression))
        early_error(diag::kJsxEmptyAttribute, ast_.span(container));
      return container;
    }
    case TokenKind::Less:
      return parse_jsx(JsxPlace::Expression);
    default:
      error(diag::kJsxAttributeValue, token().span(), found());
      return error_node(start());
  }
}

NodeId Parser::parse_jsx_spread_attribute() {
  const uint32_t open = start();
  next();
  expect(TokenKind::Ellipsis);
  ast::JSXSpreadAttribute fields;
  fields.argument = parse_assignment();
  expect_closing(TokenKind::RightBrace, open);
  return make(open, fields);
}

// From behind the opening tag's `>` up to a closing tag or the end.
NodeList Parser::parse_jsx_children(NodeId name, uint32_t opening_end) {
  open_jsx_names_.push_back(name);
  prev_end_ = opening_end;
  lexer_.next_jsx_child(opening_end);
  ListBuilder children(*this);
  for (;;) {
    if (at(TokenKind::JSXText)) {
      children.push(parse_jsx_text());
    } else if (at(TokenKind::LeftBrace)) {
      children.push(parse_jsx_expression_container(JsxPlace::Child));
    } else if (at(TokenKind::Less) && byte_after_white_space() != '/') {
      children.push(parse_jsx(JsxPlace::Child));
    } else if (at(TokenKind::Less) && peek().kind != TokenKind::Slash) {
      children.push(parse_jsx(JsxPlace::Child));  // a comment behind `<`
    } else {
      break;
    }
  }
  open_jsx_names_.pop_back();
  return children.finish();
}

NodeId Parser::parse_jsx_text() {
  const Token& t = token();
  const NodeId text = ast_.make(t.start, t.end, ast::JSXText{t.atom});
  next_jsx_child();
  return text;
}

// At `{`, among children or as an attribute's value.
NodeId Parser::parse_jsx_expression_container(JsxPlace place) {
  const uint32_t open = start();
  if (too_deep()) return error_node(open);
  next();
  bool spread = false;
  NodeId expression;
  if (at(TokenKind::RightBrace)) {
    expression = ast_.make(open + 1, start(), ast::JSXEmptyExpression{});
  } else {
    if (at(TokenKind::Ellipsis)) {
      spread = true;
      if (place == JsxPlace::Expression) early_error(diag::kJsxSpreadValue, token().span());
      next();
    }
    expression = parse_expression();
    if (ast_.is<ast::SequenceExpression>(expression) && typescript() &&
        !ast_.has_flag(expression, NodeFlag::Parenthesized))
      early_error(diag::kJsxComma, ast_.span(expression));
  }
  uint32_t end = prev_end();
  if (at(TokenKind::RightBrace)) {
    end = token().end;
    next_after_jsx(place);
  } else {
    expect_closing(TokenKind::RightBrace, open);
    if (place == JsxPlace::Child && !at(TokenKind::EndOfFile)) lexer_.next_jsx_child(start());
  }
  if (spread && place == JsxPlace::Child)
    return ast_.make(open, end, ast::JSXSpreadChild{expression});
  return ast_.make(open, end, ast::JSXExpressionContainer{expression});
}

// At `</` or the end of the file. A closing tag that fits an element further out is left to it.
NodeId Parser::parse_jsx_closing(NodeId opening_name, Span opening, JsxPlace place) {
  const Span label = opening_name.is_none() ? opening : ast_.span(opening_name);
  if (!at(TokenKind::Less)) {
    error(diag::kJsxUnclosed, label, opening_name.is_none() ? "" : ast_.text(label));
    return NodeId::none();
  }
  const uint32_t begin = start();
  const Snapshot at_tag = snapshot();
  next();
  next();
  NodeId name;
  if (!at(TokenKind::Greater)) name = parse_jsx_element_name();
  const bool fits = name.is_none() || opening_name.is_none()
                        ? name.is_none() && opening_name.is_none()
                        : same_jsx_name(name, opening_name);
  if (!fits) {
    if (closes_an_outer_element(name)) {
      restore(at_tag);
      error(diag::kJsxUnclosed, label, opening_name.is_none() ? "" : ast_.text(label));
      return NodeId::none();
    }
    const Span found_name = name.is_none() ? Span{begin, token().end} : ast_.span(name);
    const std::string expected =
        opening_name.is_none() ? "</>" : "</" + std::string(ast_.text(label)) + ">";
    error(diag::kJsxClosingMismatch, found_name, expected).label(label, "opened here");
  }
  const bool closed = at(TokenKind::Greater);
  const uint32_t end = closed ? token().end : prev_end();
  if (!closed) expect_closing(TokenKind::Greater, begin);
  const NodeId node = opening_name.is_none() || name.is_none()
                          ? ast_.make(begin, end, ast::JSXClosingFragment{})
                          : ast_.make(begin, end, ast::JSXClosingElement{name});
  if (closed)
    next_after_jsx(place);
  else if (place == JsxPlace::Child)
    lexer_.next_jsx_child(prev_end());
  return node;
}

bool Parser::closes_an_outer_element(NodeId name) const {
  return std::any_of(open_jsx_names_.begin(), open_jsx_names_.end(), [&](NodeId open) {
    if (open.is_none() || name.is_none()) return open.is_none() && name.is_none();
    return same_jsx_name(open, name);
  });
}

bool Parser::same_jsx_name(NodeId a, NodeId b) const {
  for (;;) {
    if (ast_.kind(a) != ast_.kind(b)) return false;
    if (const auto* name = ast_.try_as<ast::JSXIdentifier>(a))
      return name->name == ast_.as<ast::JSXIdentifier>(b).name;
    if (const auto* member = ast_.try_as<ast::JSXMemberExpression>(a)) {
      const auto& other = ast_.as<ast::JSXMemberExpression>(b);
      if (!same_jsx_name(member->property, other.property)) return false;
      a = member->object;
      b = other.object;
      continue;
    }
    if (const auto* name = ast_.try_as<ast::JSXNamespacedName>(a)) {
      const auto& other = ast_.as<ast::JSXNamespacedName>(b);
      return same_jsx_name(name->space, other.space) && same_jsx_name(name->name, other.name);
    }
    return true;
  }
}

NodeId Parser::parse_jsx_element_name() {
  const uint32_t begin = start();
  NodeId name = parse_jsx_name_part();
  if (at(TokenKind::Colon)) {
    next();
    const NodeId local = parse_jsx_name_part();
    return make(begin, ast::JSXNamespacedName{name, local});
  }
  while (at(TokenKind::Dot)) {
    next();
    const NodeId property = parse_jsx_name_part();
    name = make(begin, ast::JSXMemberExpression{name, property});
  }
  return name;
}

NodeId Parser::parse_jsx_name_part() {
  if (!is_identifier_name(kind())) {
    unexpected("a name");
    return ast_.make(prev_end(), prev_end(), ast::JSXIdentifier{atoms::empty, {}});
  }
  const uint32_t begin = start();
  lexer_.rescan_jsx_name();
  const AtomId name = token().atom;
  next();
  return make(begin, ast::JSXIdentifier{name, {}});
}

// A name that begins in lower case, or has a hyphen, names what the host knows; another one, and
// the first of a chain, names a component in scope.
void Parser::mark_jsx_reference(NodeId name) {
  const bool is_chain = ast_.is<ast::JSXMemberExpression>(name);
  while (const auto* member = ast_.try_as<ast::JSXMemberExpression>(name)) name = member->object;
  const auto* identifier = ast_.try_as<ast::JSXIdentifier>(name);
  if (identifier == nullptr || identifier->name == word_atom(TokenKind::This)) return;
  const std::string_view text = ast_.text(identifier->name);
  if (text.empty()) return;
  const bool is_intrinsic =
      (text[0] >= 'a' && text[0] <= 'z') || text.find('-') != std::string_view::npos;
  if (is_chain || !is_intrinsic) ast_.add_flag(name, NodeFlag::Reference);
}

}  // namespace perry::frontend
