#include "frontend/parse/parser.h"

// Identifiers. The lexer has given every word its number; whether a word may be a name depends on
// strictness and on the function around, which is decided here.
namespace perry::frontend {

using support::Span;

namespace {

constexpr AtomId kYield = word_atom(TokenKind::Yield);
constexpr AtomId kLet = word_atom(TokenKind::Let);
constexpr AtomId kAwait = word_atom(TokenKind::Await);

}  // namespace

// The name is the token's value, so `v\u0061r` is caught as well.
void Parser::check_name(AtomId name, Span span) {
  if (name.index >= kWordCount) return;
  if (name.index < kReservedWordCount) {
    early_error(diag::kReservedWord, span, ast_.text(name));
  } else if (name == kYield && in(Context::Yield)) {
    early_error(diag::kYieldName, span);
  } else if (name.index < kStrictWordEnd) {
    if (strict()) early_error(diag::kStrictReservedWord, span, ast_.text(name));
  } else if (name == kAwait) {
    check_await_name(span);
  }
}

void Parser::check_await_name(Span span) {
  if (in(Context::StaticBlock)) {
    early_error(diag::kAwaitInStaticBlock, span);
  } else if (in(Context::Await) && in(Context::FunctionBody)) {
    early_error(diag::kAwaitNameInAsync, span);
  } else if (options_.source.goal == Goal::Module && !ambient()) {
    early_error(diag::kAwaitNameInModule, span);
  } else {
    function_.last_await_name = span.start;
  }
}

void Parser::check_binding_name(AtomId name, Span span) {
  if (name.index < kWordCount) {
    check_name(name, span);
    if (name == kLet && in(Context::LexicalBinding) && !strict())
      early_error(diag::kLetInLexicalDeclaration, span);
  } else if ((name == atoms::eval || name == atoms::arguments) && strict() && !ambient()) {
    early_error(diag::kStrictBinding, span, ast_.text(name));
  }
}

void Parser::check_reference(AtomId name, Span span) {
  check_name(name, span);
  if (name != atoms::arguments) return;
  if (in(Context::StaticBlock)) {
    early_error(diag::kArgumentsInStaticBlock, span);
  } else if (in(Context::ClassFieldInit)) {
    early_error(diag::kArgumentsInField, span);
  }
}

NodeId Parser::parse_identifier() {
  const Token& t = token();
  if (!is_identifier_name(t.kind)) {
    unexpected("a name");
    return error_node(t.start);
  }
  if (is_reserved_word(t.kind)) {
    error(diag::kReservedWord, t.span(), token_text(t.kind));
    if (t.newline_before()) return error_node(t.start);
  } else if (t.kind != TokenKind::Identifier || t.escaped() || t.atom == atoms::arguments) {
    check_reference(t.atom, t.span());
  }
  NodeId id = ast_.make(t.start, t.end, ast::Identifier{t.atom, {}});
  next();
  return id;
}

NodeId Parser::identifier_from(const Token& name) {
  check_reference(name.atom, name.span());
  return ast_.make(name.start, name.end, ast::Identifier{name.atom, {}});
}

NodeId Parser::name_from(const Token& name) {
  return ast_.make(name.start, name.end, ast::IdentifierName{name.atom, {}});
}

NodeId Parser::parse_identifier_name() {
  const Token& t = token();
  if (!is_identifier_name(t.kind)) {
    unexpected("a name");
    return error_node(t.start);
  }
  NodeId id = ast_.make(t.start, t.end, ast::IdentifierName{t.atom, {}});
  next();
  return id;
}

NodeId Parser::parse_binding_identifier() {
  const Token& t = token();
  if (!is_identifier_name(t.kind)) {
    unexpected("a name");
    return error_node(t.start);
  }
  if (is_reserved_word(t.kind)) {
    error(diag::kReservedWord, t.span(), token_text(t.kind));
    if (t.newline_before()) return error_node(t.start);
  } else {
    check_binding_name(t.atom, t.span());
  }
  NodeId id = ast_.make(t.start, t.end, ast::BindingIdentifier{t.atom, {}});
  next();
  return id;
}

NodeId Parser::parse_private_name() {
  const Token& t = token();
  NodeId id = ast_.make(t.start, t.end, ast::PrivateName{t.atom, {}});
  next();
  return id;
}

}  // namespace perry::frontend
