#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/lex/options.h"
#include "frontend/token/atom.h"
#include "frontend/token/token.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

struct Comment {
  enum class Kind : uint8_t { Line, Block, HtmlOpen, HtmlClose, Hashbang };
  Kind kind;
  uint32_t start;
  uint32_t end;
};

// Bytes to tokens, one at a time, as the parser asks. What a character means depends on the grammar
// (`/` divides or starts a regular expression, `>` closes a type argument list or shifts), and only
// the parser knows; so `next` gives the plain reading and the `rescan_` functions read the current
// token again in another way.
//
// The lexer never fails. What it can't read becomes a diagnostic and an Error token, or a token of
// the intended kind with kUnterminated. Malformed UTF-8 is reported once a run of bad bytes.
class Lexer {
 public:
  // `source`, `atoms` and `sink` must outlive the lexer. A byte order mark is skipped.
  Lexer(std::string_view source, const SourceOptions& options, AtomTable& atoms,
        support::DiagnosticSink& sink);

  const Token& token() const { return token_; }

  // `>` comes alone, never as `>=`, `>>` or longer: see rescan_greater. `/` comes as Slash or
  // SlashEqual: see rescan_regexp. `}` comes as RightBrace: see rescan_template.
  void next();

  // At Greater: the longest of `>` `>=` `>>` `>>=` `>>>` `>>>=`.
  void rescan_greater();
  // At LessLess or LessLessEqual: `<` alone, so that `f<<T>() => void>()` reads as type arguments.
  void rescan_less();
  // At Slash or SlashEqual: a RegExp token. The pattern's own syntax is checked by the parser.
  void rescan_regexp();
  // At RightBrace: TemplateMiddle or TemplateTail.
  void rescan_template();
  // At QuestionDot, QuestionQuestion, PipePipe...: `?`, `|`, `&` alone, where a type is read.
  void rescan_single();
  // After `>` or `}` in JSX children, before `next`: reads from `from` on. Gives JSXText,
  // LeftBrace, Less or EndOfFile; sets it as the current token.
  void next_jsx_child(uint32_t from);
  // At an identifier or word: extends it with hyphens to a JSXName.
  void rescan_jsx_name();
  // Instead of `next` after `=` in a JSX attribute: strings there have no escapes but entities, and
  // may span lines.
  void next_jsx_attribute_value();

  // Where `next` will read on.
  uint32_t position() const { return static_cast<uint32_t>(at_ - begin_); }

  struct Snapshot {
    Token token;
    const uint8_t* at;
    bool line_start;
    size_t comments;
  };
  Snapshot snapshot() const { return {token_, at_, line_start_, comments_.size()}; }
  void restore(const Snapshot& s) {
    token_ = s.token;
    at_ = s.at;
    line_start_ = s.line_start;
    comments_.resize(s.comments);
  }

  // Comments in source order. Kept always for the head of the file (pragmas such as
  // `@jsx h` and `/// <reference`), and for the whole file when asked.
  void keep_all_comments() { keep_comments_ = true; }
  const std::vector<Comment>& comments() const { return comments_; }

  // Strict code turns legacy octal forms into errors where they stand; the parser also looks at
  // kLegacyOctal for what was read before "use strict".
  void set_strict(bool strict) { strict_ = strict; }

  // HTML-like comments are off in modules. Diagnostics are silenced while the parser speculates.
  void set_silent(bool silent) { silent_ = silent; }

 private:
  // Owned by the lexer's author: private helpers and state below may change freely.
  const uint8_t* begin_;
  const uint8_t* end_;
  const uint8_t* at_;
  SourceOptions options_;
  AtomTable& atoms_;
  support::DiagnosticSink& sink_;
  Token token_;
  std::vector<Comment> comments_;
  std::string buffer_;
  bool line_start_ = true;  // only white space and comments so far on this line
  bool keep_comments_ = false;
  bool strict_ = false;
  bool silent_ = false;
};

}  // namespace perry::frontend
