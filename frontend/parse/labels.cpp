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
  push_label(from, name, span);
  bool is_item = position == Position::ListItem || position == Position::LabelledItem;
  NodeId body = parse_statement_at(is_item ? Position::LabelledItem : Position::Body);
  pop_label();
  return make(from, ast::LabeledStatement{label, body});
}

// Behind the colon of a label that starts at `from`.
void Parser::push_label(uint32_t from, AtomId name, Span span) {
  bool is_chained = labels_.size() > function_.labels && labels_.back().body == from;
  uint32_t& innermost = innermost_labels_[name];
  labels_.push_back({name, span, innermost, start(), false, is_chained});
  innermost = static_cast<uint32_t>(labels_.size());
  if (!starts_loop(kind())) return;
  // `a: b: for (;;)` makes both labels the loop's.
  size_t i = labels_.size();
  do {
    i--;
    labels_[i].is_loop = true;
  } while (labels_[i].is_chained);
}

void Parser::pop_label() {
  innermost_labels_[labels_.back().name] = labels_.back().outer;
  labels_.pop_back();
}

// A label of the function around this place.
const Parser::Label* Parser::find_label(AtomId name) const {
  auto found = innermost_labels_.find(name);
  if (found == innermost_labels_.end() || found->second <= function_.labels) return nullptr;
  return &labels_[found->second - 1];
}

NodeId Parser::parse_break() {
  Span word = token().span();
  next();
  ast::BreakStatement node;
  if (!can_insert_semicolon() && at_identifier()) {
    const Token& t = token();
    check_name(t.atom, t.span());
    if (find_label(t.atom) == nullptr && is_nesting_certain_)
      early_error(diag::kUndefinedLabel, t.span(), ast_.text(t.atom));
    node.label = parse_identifier_name();
  } else if (!in(Context::Breakable) && is_nesting_certain_) {
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
      if (is_nesting_certain_) early_error(diag::kUndefinedLabel, t.span(), ast_.text(t.atom));
    } else if (!label->is_loop) {
      early_error(diag::kContinueToNoLoop, t.span(), ast_.text(t.atom))
          .label(label->span, "labels no loop");
    }
    node.label = parse_identifier_name();
  } else if (!in(Context::Continuable) && is_nesting_certain_) {
    early_error(diag::kContinueOutside, word);
  }
  expect_semicolon();
  return make(word.start, node);
}

}  // namespace perry::frontend
