#include "tests/unit/frontend_lex/lex_text.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <vector>

namespace perry::frontend {

namespace {

std::string number_text(double value) {
  char text[64];
  const auto result = std::to_chars(text, text + sizeof text, value);
  return std::string(text, result.ptr);
}

std::string atom_text(AtomId atom, const AtomTable& atoms) {
  return atom.is_none() ? "<none>" : printable(atoms.text(atom));
}

std::string value_text(const Token& t, const AtomTable& atoms) {
  const std::string first = atom_text(t.atom, atoms);
  switch (t.kind) {
    case TokenKind::Identifier:
      return "id:" + first;
    case TokenKind::PrivateName:
      return "#" + first;
    case TokenKind::Number:
      return "num:" + number_text(t.number);
    case TokenKind::BigInt:
      return "big:" + first;
    case TokenKind::String:
      return "str:" + first;
    case TokenKind::TemplateComplete:
    case TokenKind::TemplateHead:
    case TokenKind::TemplateMiddle:
    case TokenKind::TemplateTail: {
      const std::string raw = atom_text(t.atom2, atoms);
      return std::string(token_name(t.kind)) + ":" + (raw == first ? first : first + "|" + raw);
    }
    case TokenKind::RegExp:
      return "re:" + first + "/" + atom_text(t.atom2, atoms);
    case TokenKind::JSXText:
      return "text:" + first;
    case TokenKind::JSXName:
      return "name:" + first;
    case TokenKind::EndOfFile:
      return "<end>";
    case TokenKind::Error:
      return "<error>";
    default:
      return std::string(token_text(t.kind));
  }
}

std::string comment_list(const std::vector<Comment>& comments) {
  std::string out;
  for (const Comment& c : comments) {
    if (!out.empty()) out += ' ';
    out += "LB<>#"[static_cast<size_t>(c.kind)];
    out += "@" + std::to_string(c.start) + "-" + std::to_string(c.end);
  }
  return out;
}

// Reads the current token again where a parser would.
void rescan(Lexer& lexer, const LexOptions& options, std::vector<bool>& braces) {
  switch (lexer.token().kind) {
    case TokenKind::Greater:
      if (options.greater) lexer.rescan_greater();
      break;
    case TokenKind::Slash:
    case TokenKind::SlashEqual:
      if (options.regexps) lexer.rescan_regexp();
      break;
    case TokenKind::LeftBrace:
      braces.push_back(false);
      break;
    case TokenKind::TemplateHead:
      braces.push_back(true);
      break;
    case TokenKind::RightBrace:
      if (braces.empty()) break;
      if (braces.back()) lexer.rescan_template();
      if (lexer.token().kind != TokenKind::TemplateMiddle) braces.pop_back();
      break;
    default:
      break;
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 0x20 && c < 0x7F) {
      out += c;
      continue;
    }
    char hex[8];
    std::snprintf(hex, sizeof hex, "<%02X>", static_cast<uint8_t>(c));
    out += hex;
  }
  return out;
}

std::string token_line(const Token& token, const AtomTable& atoms) {
  constexpr std::pair<int, char> kMarks[] = {
      {kNewlineBefore, '^'}, {kEscaped, '\\'},   {kLegacyOctal, '8'},         {kUnterminated, '!'},
      {kInvalidEscape, '?'}, {kPureBefore, 'P'}, {kNoSideEffectsBefore, 'N'},
  };
  std::string out;
  for (const auto& [flag, mark] : kMarks) {
    if ((token.flags & flag) != 0) out += mark;
  }
  return out + value_text(token, atoms);
}

std::string code_list(const support::DiagnosticSink& sink) {
  std::string out;
  for (const support::Diagnostic& d : sink.all()) {
    if (!out.empty()) out += ' ';
    out += std::string(d.info->code) + "@" + std::to_string(d.span.start) + "-" +
           std::to_string(d.span.end);
  }
  return out;
}

Lexed lex(std::string_view source, LexOptions options) {
  // A copy without a byte to spare: a sanitizer sees every read beyond the end.
  const auto copy = std::make_unique<char[]>(source.size());
  std::copy(source.begin(), source.end(), copy.get());

  AtomTable atoms(source.size());
  support::DiagnosticSink sink;
  Lexer lexer({copy.get(), source.size()},
              {.goal = options.goal, .annex_b = options.annex_b, .strict = options.strict}, atoms,
              sink);
  lexer.keep_all_comments();
  Lexed result;
  std::vector<bool> braces;
  uint32_t last_end = 0;
  do {
    lexer.next();
    rescan(lexer, options, braces);
    const Token& t = lexer.token();
    if (options.escapes && (t.flags & kInvalidEscape) != 0) lexer.report_template_escape(t);
    if (t.kind != TokenKind::EndOfFile) {
      if (!result.tokens.empty()) result.tokens += ' ';
      result.tokens += token_line(t, atoms);
      // Whatever the input, the lexer gets on, and stays inside.
      if (t.start < last_end || t.end <= t.start || t.end > source.size())
        result.tokens += "<no progress>";
    }
    last_end = t.end;
  } while (lexer.token().kind != TokenKind::EndOfFile);
  if ((lexer.token().flags & kNewlineBefore) != 0) result.tokens += "^";

  result.codes = code_list(sink);
  for (const support::Diagnostic& d : sink.all()) result.messages += format_message(d) + "\n";
  result.comments = comment_list(lexer.comments());
  return result;
}

}  // namespace perry::frontend
