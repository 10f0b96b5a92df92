#include <cstddef>

#include "frontend/parse/parser.h"

// Modifiers in front of members, parameters and type parameters. Each of these words is a name as
// well, so a word is a modifier only where something follows that it can modify.
namespace perry::frontend {

using support::Span;

namespace {

constexpr NodeFlag kAccessibility = NodeFlag::Public | NodeFlag::Private | NodeFlag::Protected;

// How far to the left a modifier belongs; 0 is free.
struct ModifierInfo {
  TokenKind word;
  NodeFlag flag;
  int rank;
};
constexpr ModifierInfo kModifiers[] = {
    {TokenKind::Public, NodeFlag::Public, 1},
    {TokenKind::Private, NodeFlag::Private, 1},
    {TokenKind::Protected, NodeFlag::Protected, 1},
    {TokenKind::Abstract, NodeFlag::Abstract, 2},
    {TokenKind::Static, NodeFlag::Static, 2},
    {TokenKind::Override, NodeFlag::Override, 3},
    {TokenKind::Readonly, NodeFlag::Readonly, 4},
    {TokenKind::Accessor, NodeFlag::Accessor, 4},
    {TokenKind::Async, NodeFlag::Async, 5},
    {TokenKind::Declare, NodeFlag::Declare, 0},
    {TokenKind::Const, NodeFlag::Const, 0},
    {TokenKind::In, NodeFlag::In, 1},
    {TokenKind::Out, NodeFlag::Out, 2},
};

const ModifierInfo* find_info(TokenKind k) {
  for (const ModifierInfo& m : kModifiers)
    if (m.word == k) return &m;
  return nullptr;
}

// Pairs that exclude each other wherever they stand.
struct Conflict {
  NodeFlag first, second;
};
constexpr Conflict kConflicts[] = {
    {NodeFlag::Static, NodeFlag::Abstract},   {NodeFlag::Private, NodeFlag::Abstract},
    {NodeFlag::Async, NodeFlag::Abstract},    {NodeFlag::Override, NodeFlag::Declare},
    {NodeFlag::Readonly, NodeFlag::Accessor}, {NodeFlag::Accessor, NodeFlag::Declare},
};

bool may_modify(ModifierPlace place, TokenKind k) {
  switch (k) {
    case TokenKind::Public:
    case TokenKind::Private:
    case TokenKind::Protected:
    case TokenKind::Static:
    case TokenKind::Abstract:
    case TokenKind::Override:
    case TokenKind::Readonly:
    case TokenKind::Declare:
    case TokenKind::Accessor:
      return true;
    case TokenKind::Async:
      return place == ModifierPlace::ClassMember || place == ModifierPlace::TypeMember;
    case TokenKind::Const:
      return place == ModifierPlace::ClassMember || place == ModifierPlace::TypeParameter;
    case TokenKind::In:
    case TokenKind::Out:
      return place == ModifierPlace::TypeParameter;
    default:
      return false;
  }
}

// Which flags are right in a place; the others are read to be reported.
bool belongs(ModifierPlace place, NodeFlag flag) {
  switch (place) {
    case ModifierPlace::ClassMember:
      return flag != NodeFlag::Const;
    case ModifierPlace::Parameter:
      return has(kAccessibility, flag) || flag == NodeFlag::Readonly || flag == NodeFlag::Override;
    case ModifierPlace::TypeMember:
      return flag == NodeFlag::Readonly;
    case ModifierPlace::TypeParameter:
      return flag == NodeFlag::In || flag == NodeFlag::Out || flag == NodeFlag::Const;
  }
  return false;
}

std::string_view place_name(ModifierPlace place) {
  switch (place) {
    case ModifierPlace::ClassMember:
      return "a class element";
    case ModifierPlace::Parameter:
      return "a parameter";
    case ModifierPlace::TypeMember:
      return "a type member";
    case ModifierPlace::TypeParameter:
      return "a type parameter";
  }
  return "";
}

bool starts_modified(TokenKind k) {
  return is_identifier_name(k) || k == TokenKind::LeftBracket || k == TokenKind::LeftBrace ||
         k == TokenKind::Star || k == TokenKind::Ellipsis || k == TokenKind::String ||
         k == TokenKind::Number || k == TokenKind::BigInt || k == TokenKind::PrivateName;
}

}  // namespace

uint8_t Parser::byte_after_token() const {
  const std::string_view source = ast_.source();
  size_t at = token().end;
  while (at < source.size() && (source[at] == ' ' || source[at] == '\t')) at++;
  return at < source.size() ? static_cast<uint8_t>(source[at]) : 0;
}

uint8_t Parser::byte_after_white_space() const {
  const std::string_view source = ast_.source();
  size_t at = token().end;
  while (at < source.size() &&
         (source[at] == ' ' || source[at] == '\t' || source[at] == '\n' || source[at] == '\r'))
    at++;
  return at < source.size() ? static_cast<uint8_t>(source[at]) : 0;
}

bool Parser::at_modifier(ModifierPlace place) {
  const TokenKind word = kind();
  if (!may_modify(place, word)) [[likely]]
    return false;
  const uint8_t byte = byte_after_token();
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$' ||
      byte == '[' || byte == '#')
    return true;
  switch (byte) {
    case '{':
      return word != TokenKind::Static;  // a static block
    case '(':
    case ')':
    case ':':
    case ';':
    case ',':
    case '=':
    case '?':
    case '!':
    case '<':
    case '>':
    case '}':
    case ']':
    case 0:
      return false;
    case '\n':
    case '\r':
      if (word != TokenKind::Static) return false;
      break;
    default:
      break;
  }
  const Token after = peek();
  if (word == TokenKind::Static && after.kind == TokenKind::LeftBrace) return false;
  if (after.newline_before() && word != TokenKind::Static) return false;
  return starts_modified(after.kind);
}

Modifiers Parser::parse_modifiers(ModifierPlace place) {
  Modifiers result;
  result.start = start();
  while (at_modifier(place)) {
    const ModifierInfo* info = find_info(kind());
    if (info->flag == NodeFlag::Static && has(result.flags, NodeFlag::Static)) break;
    if (result.flags == NodeFlag::None) result.first = token().span();
    check_modifier(place, result, info->flag);
    result.flags |= info->flag;
    next();
  }
  return result;
}

void Parser::check_modifier(ModifierPlace place, const Modifiers& before, NodeFlag flag) {
  const Span here = token().span();
  const std::string_view word = token_text(kind());
  if (!belongs(place, flag)) {
    early_error(diag::kModifierNotAllowed, here, word, place_name(place));
    return;
  }
  if (has(before.flags, flag)) {
    early_error(diag::kModifierRepeated, here, word);
    return;
  }
  if (has(kAccessibility, flag) && (before.flags & kAccessibility) != NodeFlag::None) {
    early_error(diag::kAccessibilityRepeated, here).label(before.first, "first modifier here");
    return;
  }
  const ModifierInfo* mine = find_info(kind());
  for (const ModifierInfo& other : kModifiers) {
    if (!has(before.flags, other.flag)) continue;
    for (const Conflict& c : kConflicts) {
      if ((c.first == flag && c.second == other.flag) ||
          (c.second == flag && c.first == other.flag)) {
        early_error(diag::kModifierConflict, here, word, token_text(other.word))
            .label(before.first, "modifiers start here");
        return;
      }
    }
    if (mine->rank != 0 && mine->rank < other.rank) {
      early_error(diag::kModifierOrder, here, word, token_text(other.word))
          .label(find_modifier(before.start, other.flag), "must come after");
      return;
    }
  }
}

Span Parser::find_modifier(uint32_t begin, NodeFlag flag) {
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  Lexer::Snapshot at_begin = saved;
  at_begin.at = reinterpret_cast<const uint8_t*>(ast_.source().data()) + begin;
  lexer_.restore(at_begin);
  Span found{begin, begin};
  // Decorators may stand in front; a handful of tokens is enough for any sensible one.
  for (int i = 0; i < 64; i++) {
    lexer_.next();
    if (at(TokenKind::EndOfFile)) break;
    const ModifierInfo* info = find_info(kind());
    if (info != nullptr && info->flag == flag) {
      found = token().span();
      break;
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return found;
}

Span Parser::first_token(uint32_t begin) {
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  Lexer::Snapshot at_begin = saved;
  at_begin.at = reinterpret_cast<const uint8_t*>(ast_.source().data()) + begin;
  lexer_.restore(at_begin);
  lexer_.next();
  const Span found = token().span();
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return found;
}

}  // namespace perry::frontend
