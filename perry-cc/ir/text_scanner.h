#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "perry-cc/ir/read.h"
#include "perry-cc/ir/type.h"
#include "perry-cc/ir/words.h"

// The words, numbers, strings and symbols of the IR's text, and what is made of few of them. After
// the first error everything reads as the end of the text, so that callers need not look.
namespace perry::ir {

class TextScanner {
 public:
  enum class TokenKind : uint8_t { End, Newline, Word, Number, String, Symbol };
  struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;
    uint32_t offset = 0;
  };

  explicit TextScanner(std::string_view text) : text_(text) { advance(); }

  const Token& token() const { return token_; }
  // The value of the string token, until the next one.
  const std::string& decoded() const { return decoded_; }
  void advance() { token_ = scan(); }

  // The first one counts.
  void fail(uint32_t offset, std::string message);
  void fail_expected(std::string_view what);
  bool failed() const { return failed_; }
  ReadError error() const;

  bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::Word && token_.text == word;
  }
  bool at_symbol(char c) const { return token_.kind == TokenKind::Symbol && token_.text[0] == c; }
  bool try_word(std::string_view word) {
    if (!at_word(word)) return false;
    advance();
    return true;
  }
  bool try_symbol(char c) {
    if (!at_symbol(c)) return false;
    advance();
    return true;
  }
  void expect_symbol(char c) {
    if (!try_symbol(c)) fail_expected(std::string("`") + c + "`");
  }
  void expect_word(std::string_view word) {
    if (!try_word(word)) fail_expected("`" + std::string(word) + "`");
  }
  void expect_newline();
  void skip_newlines();

  uint32_t read_uint32(std::string_view what);
  int32_t read_int32();
  double read_double();
  uint32_t read_reference();  // `@3` or `@none`
  Type read_type();
  template <class T, size_t N>
  T read_one_of(const std::array<Word<T>, N>& words, std::string_view what) {
    for (const Word<T>& word : words)
      if (try_word(word.text)) return word.value;
    fail_expected(what);
    return words[0].value;
  }
  // `prefix` and a number in one word: v12, block3.
  bool try_numbered(std::string_view prefix, uint32_t& number);

 private:
  Token scan();
  Token scan_string(size_t start);
  Token scan_number(size_t start);

  std::string_view text_;
  size_t next_ = 0;
  Token token_;
  std::string decoded_;
  bool failed_ = false;
  uint32_t error_offset_ = 0;
  std::string error_;
};

}  // namespace perry::ir
