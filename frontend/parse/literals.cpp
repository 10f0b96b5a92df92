#include <bit>
#include <iterator>

#include "frontend/parse/parser.h"
#include "frontend/regexp/regexp.h"

namespace perry::frontend {

using support::Span;

namespace diag {

// A literal cannot end in a backslash, so that there is no such row in the table.
static constexpr const support::DiagnosticKind<void()>& kRegExpTrailingBackslash =
    kRegExpInvalidEscape;

}  // namespace diag

namespace {

constexpr const support::DiagnosticKind<void()>* kRegExpDiagnostics[] = {
#define PERRY_REGEXP_ERROR(Kind, message) &diag::kRegExp##Kind,
#include "frontend/regexp/errors.def"
#undef PERRY_REGEXP_ERROR
};
static_assert(std::size(kRegExpDiagnostics) == regexp_error_kind_count);

// The tables of messages must not drift apart.
#define PERRY_REGEXP_ERROR(Kind, text)                                         \
  static_assert(RegExpErrorKind::Kind == RegExpErrorKind::TrailingBackslash || \
                diag::kRegExp##Kind.info.message == text);
#include "frontend/regexp/errors.def"
#undef PERRY_REGEXP_ERROR

}  // namespace

NodeId Parser::parse_literal() {
  const Token& t = token();
  NodeId id;
  switch (t.kind) {
    case TokenKind::Number: {
      uint64_t bits = std::bit_cast<uint64_t>(t.number);
      NodeFlag flags = (t.flags & kLegacyOctal) != 0 ? NodeFlag::LegacyOctal : NodeFlag::None;
      id = ast_.make(
          t.start, t.end,
          ast::NumericLiteral{static_cast<uint32_t>(bits), static_cast<uint32_t>(bits >> 32)},
          flags);
      break;
    }
    case TokenKind::String: {
      NodeFlag flags = NodeFlag::None;
      if ((t.flags & kLegacyOctal) != 0) flags |= NodeFlag::LegacyOctal;
      if ((t.flags & kEscaped) != 0) flags |= NodeFlag::Escaped;
      id = ast_.make(t.start, t.end, ast::StringLiteral{t.atom}, flags);
      break;
    }
    case TokenKind::BigInt:
      id = ast_.make(t.start, t.end, ast::BigIntLiteral{t.atom});
      break;
    case TokenKind::Null:
      id = ast_.make(t.start, t.end, ast::NullLiteral{});
      break;
    case TokenKind::True:
      id = ast_.make(t.start, t.end, ast::BooleanLiteral{}, NodeFlag::True);
      break;
    case TokenKind::False:
      id = ast_.make(t.start, t.end, ast::BooleanLiteral{});
      break;
    default:
      unexpected("a literal");
      return error_node(t.start);
  }
  next();
  return id;
}

NodeId Parser::parse_regexp() {
  lexer_.rescan_regexp();
  const Token& t = token();
  NodeId id = ast_.make(t.start, t.end, ast::RegExpLiteral{t.atom, t.atom2});
  std::string_view pattern = ast_.text(t.atom);
  std::string_view flags = ast_.text(t.atom2);
  // Malformed bytes have had their diagnostic; the pattern is a repaired copy then, and offsets in
  // it are not the source's.
  bool as_written = pattern.size() + flags.size() + 2 == t.end - t.start;
  if ((t.flags & kUnterminated) == 0 && as_written) {
    RegExpOptions options{.annex_b = options_.source.annex_b};
    if (auto problem = validate_regexp(pattern, flags, options)) {
      auto pattern_start = t.start + 1;
      auto base = pattern_start;
      if (problem->in_flags) base += static_cast<uint32_t>(pattern.size()) + 1;
      early_error(*kRegExpDiagnostics[static_cast<size_t>(problem->kind)],
                  Span{base + problem->start, base + problem->end});
    }
  }
  next();
  return id;
}

// At a piece of a template; the token stays, since the last piece's end is the template's.
NodeId Parser::parse_template_element(bool tagged) {
  const Token& t = token();
  if ((t.flags & kInvalidEscape) != 0 && !tagged) lexer_.report_template_escape(t);
  bool tail = t.kind == TokenKind::TemplateComplete || t.kind == TokenKind::TemplateTail;
  uint32_t end = t.end;
  if ((t.flags & kUnterminated) == 0) end -= tail ? 1 : 2;
  return ast_.make(t.start + 1, end, ast::TemplateElement{t.atom, t.atom2},
                   tail ? NodeFlag::Tail : NodeFlag::None);
}

NodeId Parser::parse_template_literal(bool tagged) {
  uint32_t from = start();
  // Pieces and expressions alternate on one stack and are separated at the end.
  ListBuilder parts(*this);
  parts.push(parse_template_element(tagged));
  while (at(TokenKind::TemplateHead) || at(TokenKind::TemplateMiddle)) {
    uint32_t open = token().end - 2;
    next();
    ContextScope scope(*this, Context::In, Context::Decorator);
    parts.push(parse_expression());
    if (!at(TokenKind::RightBrace)) {
      error(diag::kExpectedToken, token().span(), "`}`", found())
          .label({open, open + 2}, "opened here");
      parts.push(ast_.make(prev_end_, prev_end_, ast::TemplateElement{atoms::empty, atoms::empty},
                           NodeFlag::Tail));
      break;
    }
    lexer_.rescan_template();
    parts.push(parse_template_element(tagged));
  }
  if (at(TokenKind::TemplateComplete) || at(TokenKind::TemplateTail)) next();
  size_t count = parts.size();
  ListBuilder quasis(*this);
  for (size_t i = 0; i < count; i += 2) quasis.push(parts.nodes()[i]);
  ast::TemplateLiteral literal;
  literal.quasis = quasis.finish();
  ListBuilder expressions(*this);
  for (size_t i = 1; i < count; i += 2) expressions.push(parts.nodes()[i]);
  literal.expressions = expressions.finish();
  return make(from, literal);
}

}  // namespace perry::frontend
