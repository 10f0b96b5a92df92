#include "frontend/parse/parser.h"

// Labels, and the statements that jump to them.
namespace perry::frontend {

using support::Span;

namespace {

bool starts_loop(TokenKind k) {
  return k == TokenKind::For || k == TokenKind::While || k == TokenKind::Do;
}

}  // namespace

// At the colon behind a name.
NodeId Parser::parse_labelled(uint32_t from, NodeId label, Position position) {
  AtomId name = ast_.as<ast::Identifier>(label).name;
  Span span = ast_.span(label);
  ast_.set_kind(label, NodeKind::IdentifierName);
  if (const Label* other = find_label(name))
    early_error(diag::kDuplicateLabel, span, ast_.text(name)).label(other->span, "first one");
  next();
  bool is_chained = labels_.size() > function_.labels && labels_.back().body == from;
  labels_.push_back({name, span, start(), starts_loop(kind()), is_chained});
  bool is_item = position == Position::ListItem || position == Position::LabelledItem;
  NodeId body = parse_statement_at(is_item ? Position::LabelledItem : Position::Body);
  labels_.pop_back();
  return make(from, ast::LabeledStatement{label, body});
}

const Parser::Label* Parser::find_label(AtomId name) const {
  for (size_t i = labels_.size(); i > function_.labels; i--)
    if (labels_[i - 1].name == name) return &labels_[i - 1];
  return nullptr;
}

// `a: b: for (;;)` makes both labels the loop's.
bool Parser::labels_loop(const Label& label) const {
  const Label* last = labels_.data() + labels_.size();
  const Label* l = &label;
  while (l + 1 != last && l[1].is_chained) l++;
  return l->is_loop;
}

NodeId Parser::parse_break() {
  Span word = token().span();
  next();
  ast::BreakStatement node;
  if (!can_insert_semicolon() && at_identifier()) {
    const Token& t = token();
    check_name(t.atom, t.span());
    if (find_label(t.atom) == nullptr)
      early_error(diag::kUndefinedLabel, t.span(), ast_.text(t.atom));
    node.label = parse_identifier_name();
  } else if (!in(Context::Breakable)) {
    early_error(diag::kBreakOutside, word);
  }
  expect_semicolon();
  return make(word.start, node);
}

NodeId Parser::parse_continue() {
  Span word = token().span();
  next();
  ast::ContinueStatement node;
  if (!can_insert_semicolon() && at_identifier()) {
    const Token& t = token();
    check_name(t.atom, t.span());
    const Label* label = find_label(t.atom);
    if (label == nullptr) {
      early_error(diag::kUndefinedLabel, t.span(), ast_.text(t.atom));
    } else if (!labels_loop(*label)) {
      early_error(diag::kContinueToNoLoop, t.span(), ast_.text(t.atom))
          .label(label->span, "labels no loop");
    }
    node.label = parse_identifier_name();
  } else if (!in(Context::Continuable)) {
    early_error(diag::kContinueOutside, word);
  }
  expect_semicolon();
  return make(word.start, node);
}

}  // namespace perry::frontend
