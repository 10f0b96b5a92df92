#pragma once

#include <string>
#include <string_view>

#include "frontend/lex/lexer.h"

// Tokens as one line of text, for comparing.
namespace perry::frontend {

struct LexOptions {
  Goal goal = Goal::Script;
  bool annex_b = true;
  bool strict = false;
  bool regexps = false;  // `/` starts a regular expression
  bool greater = true;   // `>` is joined with what follows
  bool escapes = true;   // templates are untagged: bad escapes are reported
};

struct Lexed {
  // Tokens separated by blanks: punctuators and words as they are, everything else as
  // `kind:value`. In front of a token, `^` tells of a line terminator before it, `\` of escapes,
  // `8` of a legacy octal form, `!` of a missing end, `?` of an invalid escape, `P` and `N` of
  // marks. In values, bytes below 20 and above 7E are written <XX>.
  std::string tokens;
  // `code@start-end` of each diagnostic, separated by blanks.
  std::string codes;
  // Formatted messages, separated by line terminators.
  std::string messages;
  // `kind@start-end` of each comment kept, the kinds being the initials L B < > #.
  std::string comments;
};

Lexed lex(std::string_view source, LexOptions options = {});
inline std::string tokens(std::string_view source, LexOptions options = {}) {
  return lex(source, options).tokens;
}
inline std::string codes(std::string_view source, LexOptions options = {}) {
  return lex(source, options).codes;
}

// One token, and text, in that form.
std::string token_line(const Token& token, const AtomTable& atoms);
std::string printable(std::string_view text);
std::string code_list(const support::DiagnosticSink& sink);

}  // namespace perry::frontend
