#include <vector>

#include "frontend/dump/dump.h"
#include "frontend/dump/js_number.h"
#include "frontend/lex/lexer.h"
#include "frontend/token/token.h"

namespace perry::frontend {

namespace {

// After what `/` divides, and `}` may close an object: the end of an operand.
bool ends_operand(TokenKind kind) {
  switch (kind) {
    case TokenKind::Identifier:
    case TokenKind::PrivateName:
    case TokenKind::Number:
    case TokenKind::BigInt:
    case TokenKind::String:
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateTail:
    case TokenKind::RegExp:
    case TokenKind::RightParen:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::PlusPlus:
    case TokenKind::MinusMinus:
    case TokenKind::This:
    case TokenKind::Super:
    case TokenKind::Null:
    case TokenKind::True:
    case TokenKind::False:
      return true;
    default:
      return is_word(kind) && !is_reserved_word(kind);
  }
}

// Reads the tokens of a file without a grammar, choosing between readings by the token before and
// by the braces that are open.
class TokenReader {
 public:
  explicit TokenReader(Lexer& lexer) : lexer_(lexer) {}

  const Token& next() {
    const TokenKind before = lexer_.token().kind;
    lexer_.next();
    switch (lexer_.token().kind) {
      case TokenKind::Slash:
      case TokenKind::SlashEqual:
        if (first_ || !ends_operand(before)) lexer_.rescan_regexp();
        break;
      case TokenKind::Greater:
        lexer_.rescan_greater();
        break;
      case TokenKind::LeftBrace:
        braces_.push_back(Brace::Plain);
        break;
      case TokenKind::TemplateHead:
        braces_.push_back(Brace::Template);
        break;
      case TokenKind::RightBrace:
        close_brace();
        break;
      default:
        break;
    }
    first_ = false;
    return lexer_.token();
  }

 private:
  enum class Brace : uint8_t { Plain, Template };

  void close_brace() {
    if (braces_.empty()) return;
    if (braces_.back() == Brace::Plain) {
      braces_.pop_back();
      return;
    }
    lexer_.rescan_template();
    if (lexer_.token().kind == TokenKind::TemplateTail) braces_.pop_back();
  }

  Lexer& lexer_;
  std::vector<Brace> braces_;
  bool first_ = true;
};

constexpr struct {
  TokenFlag flag;
  std::string_view name;
} kFlagNames[] = {
    {kNewlineBefore, "NewlineBefore"},
    {kEscaped, "Escaped"},
    {kLegacyOctal, "LegacyOctal"},
    {kPureBefore, "PureBefore"},
    {kInvalidEscape, "InvalidEscape"},
    {kUnterminated, "Unterminated"},
    {kNoSideEffectsBefore, "NoSideEffectsBefore"},
};

void put_atom(const AtomTable& atoms, AtomId atom, TextWriter& out) {
  if (atom.is_none()) return;
  out.put(' ');
  out.json_string(atoms.text(atom));
}

void put_token(const Token& token, const AtomTable& atoms, TextWriter& out) {
  out.number(token.start);
  out.put("..");
  out.number(token.end);
  out.put(' ');
  out.put(token_name(token.kind));
  if (token.kind == TokenKind::Number) {
    out.put(' ');
    out.put(js_number_text(token.number));
  } else {
    const bool is_template =
        token.kind >= TokenKind::TemplateComplete && token.kind <= TokenKind::TemplateTail;
    if (token.kind < TokenKind::LeftBrace) put_atom(atoms, token.atom, out);
    if (is_template || token.kind == TokenKind::RegExp) put_atom(atoms, token.atom2, out);
  }
  for (const auto& f : kFlagNames) {
    if ((token.flags & f.flag) == 0) continue;
    out.put(' ');
    out.put(f.name);
  }
  out.put('\n');
}

}  // namespace

void dump_tokens(std::string_view source, const SourceOptions& options,
                 support::DiagnosticSink& sink, TextWriter& out) {
  AtomTable atoms(source.size());
  Lexer lexer(source, options, atoms, sink);
  lexer.set_strict(options.strict || options.goal == Goal::Module);
  TokenReader reader(lexer);
  for (;;) {
    const Token& token = reader.next();
    put_token(token, atoms, out);
    if (token.kind == TokenKind::EndOfFile) return;
  }
}

}  // namespace perry::frontend
