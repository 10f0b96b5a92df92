#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/lex/escape.h"
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

  // Reads what begins at an offset, instead of the text's beginning.
  void start_at(uint32_t offset) {
    first_ = at_ = begin_ + offset;
    token_.start = token_.end = offset;
  }

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

  // Says what is wrong with the first bad escape of a template piece that has kInvalidEscape: an
  // error unless the template is tagged.
  void report_template_escape(const Token& piece);

  // Where `next` will read on.
  uint32_t position() const { return static_cast<uint32_t>(at_ - begin_); }

  struct Snapshot {
    Token token;
    const uint8_t* at;
    size_t comments;
  };
  Snapshot snapshot() const { return {token_, at_, comments_.size()}; }
  void restore(const Snapshot& s) {
    token_ = s.token;
    at_ = s.at;
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

  // Where the literal ends that was found last without its closing quote or slash. What its line
  // went on with is lost.
  uint32_t unterminated_end() const { return unterminated_end_; }

 private:
  uint32_t offset(const uint8_t* p) const { return static_cast<uint32_t>(p - begin_); }
  // 0 at the end, which no token contains.
  uint8_t peek(const uint8_t* p) const { return p < end_ ? *p : uint8_t{0}; }
  bool starts_with(const uint8_t* p, std::string_view text) const {
    return static_cast<size_t>(end_ - p) >= text.size() &&
           std::string_view(reinterpret_cast<const char*>(p), text.size()) == text;
  }
  static std::string_view view(const uint8_t* from, const uint8_t* to) {
    return {reinterpret_cast<const char*>(from), static_cast<size_t>(to - from)};
  }
  bool html_comments() const { return options_.annex_b && options_.goal != Goal::Module; }
  bool legacy_octal_is_error() const { return strict_ || !options_.annex_b; }
  // Nothing but white space and comments precedes the text being read.
  bool in_head() const { return at_ == first_; }

  void finish(TokenKind kind, const uint8_t* end) {
    token_.kind = kind;
    token_.end = offset(end);
    at_ = end;
  }
  // The same for what may have been cut off by its line's end.
  void finish_line_literal(TokenKind kind, const uint8_t* end) {
    finish(kind, end);
    if ((token_.flags & kUnterminated) != 0) unterminated_end_ = token_.end;
  }

  // lexer.cpp: dispatch and punctuators.
  void read_token(const uint8_t* p);
  void read_identifier(const uint8_t* p);
  void read_long_identifier(const uint8_t* p);
  void read_operator(const uint8_t* p);

  // trivia.cpp: white space and comments. The functions return where they stopped.
  const uint8_t* skip_trivia(const uint8_t* p);
  const uint8_t* skip_line_comment(const uint8_t* p, Comment::Kind kind);
  const uint8_t* skip_block_comment(const uint8_t* p);
  const uint8_t* skip_rare_comment(const uint8_t* p);
  const uint8_t* skip_non_ascii_in_comment(const uint8_t* p);
  void add_comment(Comment::Kind kind, const uint8_t* start, const uint8_t* end);
  void note_marks(std::string_view comment);

  // character.cpp: what isn't ASCII, and what may not stand in a program.
  const uint8_t* report_malformed(const uint8_t* p);
  const uint8_t* copy_non_ascii(const uint8_t* p);
  void repair_malformed(const uint8_t* from, const uint8_t* to);
  bool is_name_at(const uint8_t* p) const;
  // White space is skipped: then the result is where to read on; null when a token was read.
  const uint8_t* read_other(const uint8_t* p);
  void read_unexpected(const uint8_t* p);
  std::string describe(const uint8_t* p) const;

  // identifier.cpp
  struct Name {
    AtomId atom;
    const uint8_t* end;
    bool escaped;
  };
  const uint8_t* skip_name_part(const uint8_t* p) const;
  void read_identifier_slow(const uint8_t* p);
  void read_private_name(const uint8_t* p);
  Name read_name(const uint8_t* p);
  Name read_escaped_name(const uint8_t* start, const uint8_t* p);
  const uint8_t* copy_name_escape(const uint8_t* p, bool is_first, bool& is_faulty);
  void report_escape(const Escape& escape);

  // number.cpp
  struct NumberParts;
  void read_number(const uint8_t* p);
  void read_number_slow(const uint8_t* p);
  bool skip_digits(NumberParts& parts, int digit_class);
  void read_decimal(NumberParts& parts);
  void read_fraction_and_exponent(NumberParts& parts);
  void finish_decimal(NumberParts& parts);
  void read_leading_zero(NumberParts& parts);
  void report_leading_zero(NumberParts& parts, bool is_octal);
  void read_radix(NumberParts& parts, uint32_t radix);
  void check_after_number(NumberParts& parts);
  std::string_view digits_of(const uint8_t* p, const NumberParts& parts);
  AtomId intern_digits(const NumberParts& parts);
  template <class... Args, class... Given>
  void report_number(NumberParts& parts, const support::DiagnosticKind<void(Args...)>& kind,
                     const uint8_t* from, const uint8_t* to, Given&&... given);

  // string.cpp
  template <uint8_t Quote>
  void read_string(const uint8_t* p);
  template <uint8_t Quote>
  void read_string_slow(const uint8_t* p, const uint8_t* q);
  const uint8_t* copy_string_escape(const uint8_t* p);
  void report_legacy_escape(const Escape& escape);

  // template.cpp
  void read_template(const uint8_t* p);
  void read_template_slow(const uint8_t* first, const uint8_t* q);
  const uint8_t* copy_template_escape(const uint8_t* p);
  void finish_template(const uint8_t* stop);

  // regexp.cpp
  const uint8_t* read_regexp_flags(const uint8_t* p);

  // jsx.cpp
  void read_jsx_text(const uint8_t* p);
  void read_jsx_string(const uint8_t* p);
  const uint8_t* copy_entity(const uint8_t* p);
  void report_bare_character(const uint8_t* p);

  template <class... Args, class... Given>
  support::DiagnosticBuilder report(const support::DiagnosticKind<void(Args...)>& kind,
                                    const uint8_t* from, const uint8_t* to, Given&&... given) {
    if (silent_) return support::DiagnosticBuilder(nullptr);
    return sink_.report(kind, {offset(from), offset(to)}, std::forward<Given>(given)...);
  }

  const uint8_t* begin_;
  const uint8_t* end_;
  const uint8_t* first_;  // behind the byte order mark
  const uint8_t* at_;
  SourceOptions options_;
  AtomTable& atoms_;
  support::DiagnosticSink& sink_;
  Token token_;
  std::vector<Comment> comments_;
  std::string buffer_;  // the value of the literal being read, where it differs from its text
  std::string raw_;     // likewise the raw text of a template
  uint32_t unterminated_end_ = UINT32_MAX;
  bool keep_comments_ = false;
  bool strict_ = false;
  bool silent_ = false;
};

}  // namespace perry::frontend
