#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace perry::frontend {

// Matches fixed shapes of code in a text, token by token from a place on. Before each token white
// space and comments are skipped. A shape is written as its tokens with blanks between; these stand
// for something else than themselves:
//   NAME      an identifier                   EXPORTS  `exports` or `module . exports`
//   MODULE    the identifier taken as module  KEY      the one taken as key
//   'text'    the string, in either quotes
// Tokens match as prefixes: `in` also matches the beginning of `int`. Node's detection is no
// stricter.
class CommonJsPattern {
 public:
  CommonJsPattern(std::string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  void move_to(size_t at) { at_ = at; }

  // Stops at the first token that does not fit and stays there.
  bool match(std::string_view shape);
  // The same, but back at the start when something does not fit.
  bool try_match(std::string_view shape);
  // The byte that the next token starts with, 0 at the end.
  char next_byte();

  // An identifier right here, without skipping anything; escapes end it.
  std::optional<std::string_view> read_name_here();
  std::optional<std::string_view> read_name();
  // A string literal, quotes included.
  std::optional<std::string_view> read_string();

  bool take_module() { return take(module_); }
  bool take_key() { return take(key_); }
  std::string_view module() const { return module_; }

 private:
  void skip_space();
  bool match_token(std::string_view token);
  bool match_text(std::string_view expected);
  bool match_exports();
  bool match_quoted(std::string_view content);
  bool take(std::string_view& name);

  std::string_view text_;
  size_t at_;
  std::string_view module_;
  std::string_view key_;
};

// The end of the string literal that starts at `at`; none when its line ends first.
std::optional<size_t> end_of_string(std::string_view text, size_t at);
// Where the line ends that `at` lies in.
size_t end_of_line(std::string_view text, size_t at);
// The place after the comment that starts at `at`, or `at` when none does.
size_t skip_comment(std::string_view text, size_t at);
// After white space and comments.
size_t skip_blank(std::string_view text, size_t at);
// The value of a string literal in WTF-8; none when it holds a lone surrogate, which no export name
// may, or an escape that means nothing.
std::optional<std::string> string_value(std::string_view literal);

}  // namespace perry::frontend
