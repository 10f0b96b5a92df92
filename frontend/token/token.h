#pragma once

#include <cstdint>
#include <string_view>

#include "frontend/token/atom.h"
#include "support/base/span.h"

namespace perry::frontend {

enum class TokenKind : uint8_t {
#define TOKEN(name, text) name,
#include "frontend/token/tokens.def"
};

// The punctuator or word itself, or what to call the token in a message.
std::string_view token_text(TokenKind kind);
// The name of the enumerator, for dumps.
std::string_view token_name(TokenKind kind);

inline constexpr TokenKind kFirstWord = TokenKind::Break;
inline constexpr TokenKind kFirstStrictWord = TokenKind::Implements;
inline constexpr TokenKind kFirstContextualWord = TokenKind::Abstract;
inline constexpr TokenKind kLastWord = TokenKind::Using;
inline constexpr uint32_t kReservedWordCount =
    static_cast<uint32_t>(kFirstStrictWord) - static_cast<uint32_t>(kFirstWord);
inline constexpr uint32_t kStrictWordEnd =
    static_cast<uint32_t>(kFirstContextualWord) - static_cast<uint32_t>(kFirstWord);
inline constexpr uint32_t kWordCount =
    static_cast<uint32_t>(kLastWord) - static_cast<uint32_t>(kFirstWord) + 1;

constexpr bool is_word(TokenKind k) { return k >= kFirstWord; }
constexpr bool is_identifier_name(TokenKind k) {
  return k >= kFirstWord || k == TokenKind::Identifier;
}
constexpr bool is_reserved_word(TokenKind k) { return k >= kFirstWord && k < kFirstStrictWord; }
constexpr bool is_assignment_operator(TokenKind k) {
  return k >= TokenKind::Equal && k <= TokenKind::QuestionQuestionEqual;
}
constexpr AtomId word_atom(TokenKind k) {
  return AtomId(static_cast<uint32_t>(k) - static_cast<uint32_t>(kFirstWord));
}
// The word whose atom this is; only for indices below kWordCount.
constexpr TokenKind word_kind(AtomId atom) {
  return static_cast<TokenKind>(static_cast<uint32_t>(kFirstWord) + atom.index);
}

enum TokenFlag : uint8_t {
  kNewlineBefore = 1 << 0,  // a line terminator lies between this token and the one before
  kEscaped = 1 << 1,        // a name or string with escapes; an escaped word is an Identifier
  kLegacyOctal = 1 << 2,    // 017 or 089; "\07" or "\8"
  kPureBefore = 1 << 3,     // a comment with #__PURE__ or @__PURE__ stands before
  kInvalidEscape = 1 << 4,  // a template piece whose cooked value is undefined
  kUnterminated = 1 << 5,
  kNoSideEffectsBefore = 1 << 6,  // likewise #__NO_SIDE_EFFECTS__
};

struct Token {
  TokenKind kind = TokenKind::EndOfFile;
  uint8_t flags = 0;
  uint32_t start = 0;
  uint32_t end = 0;
  // Identifier, word, PrivateName (without #), String (cooked), BigInt (digits as written, without
  // _ and n), template piece (cooked), RegExp (pattern), JSXText (decoded), JSXName.
  AtomId atom;
  // RegExp: flags. Template piece: raw text with line endings normalised.
  AtomId atom2;
  double number = 0;

  support::Span span() const { return {start, end}; }
  bool newline_before() const { return (flags & kNewlineBefore) != 0; }
  bool escaped() const { return (flags & kEscaped) != 0; }
};

}  // namespace perry::frontend
