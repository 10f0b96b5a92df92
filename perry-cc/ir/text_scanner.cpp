#include "perry-cc/ir/text_scanner.h"

#include <charconv>
#include <limits>
#include <utility>

namespace perry::ir {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

// Nothing but a number, and one that fits.
template <class T>
bool parse_number(std::string_view text, T& value) {
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  return at == end && error == std::errc();
}

}  // namespace

void TextScanner::fail(uint32_t offset, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_offset_ = offset;
  error_ = std::move(message);
  next_ = text_.size();
  token_ = {TokenKind::End, {}, static_cast<uint32_t>(text_.size())};
}

void TextScanner::fail_expected(std::string_view what) {
  std::string message = "expected ";
  message += what;
  message += ", found ";
  switch (token_.kind) {
    case TokenKind::End:
      message += "the end of the text";
      break;
    case TokenKind::Newline:
      message += "the end of the line";
      break;
    default:
      message += '`' + std::string(token_.text) + '`';
      break;
  }
  fail(token_.offset, std::move(message));
}

TextScanner::Token TextScanner::scan() {
  while (next_ < text_.size() && (text_[next_] == ' ' || text_[next_] == '\r')) next_++;
  if (next_ < text_.size() && text_[next_] == ';')  // a comment
    while (next_ < text_.size() && text_[next_] != '\n') next_++;
  const size_t start = next_;
  const auto token = [&](TokenKind kind) {
    return Token{kind, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
  };
  if (start >= text_.size()) return token(TokenKind::End);
  const char c = text_[next_++];
  if (c == '\n') return token(TokenKind::Newline);
  if (c == '"') return scan_string(start);
  const bool signed_number =
      c == '-' && next_ < text_.size() && (is_digit(text_[next_]) || text_[next_] == 'i');
  if (is_digit(c) || signed_number) return scan_number(start);
  if (is_word(c)) {
    while (next_ < text_.size() && (is_word(text_[next_]) || text_[next_] == '.')) next_++;
    return token(TokenKind::Word);
  }
  // Operators are several characters long; everything else is one.
  constexpr std::string_view kOperator = "+-*/%&|^<>=!~";
  if (kOperator.contains(c) && !(c == '!' && next_ < text_.size() && is_digit(text_[next_])))
    while (next_ < text_.size() && kOperator.contains(text_[next_])) next_++;
  return token(TokenKind::Symbol);
}

TextScanner::Token TextScanner::scan_number(size_t start) {
  // A range's two dots are no part of its numbers.
  while (next_ < text_.size()) {
    const char c = text_[next_];
    const bool sign = (c == '+' || c == '-') && text_[next_ - 1] == 'e';
    const bool dot = c == '.' && !text_.substr(next_).starts_with("..");
    if (!is_word(c) && !sign && !dot) break;
    next_++;
  }
  return {TokenKind::Number, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
}

TextScanner::Token TextScanner::scan_string(size_t start) {
  decoded_.clear();
  const auto hex = [](char c) {
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  for (;;) {
    if (next_ >= text_.size() || text_[next_] == '\n') {
      fail(static_cast<uint32_t>(start), "the string has no end");
      return token_;
    }
    char c = text_[next_++];
    if (c == '"') break;
    if (c == '\\') {
      c = next_ < text_.size() ? text_[next_++] : '\0';
      if (c == 'n') {
        c = '\n';
      } else if (c == 'x' && next_ + 2 <= text_.size() && hex(text_[next_]) >= 0 &&
                 hex(text_[next_ + 1]) >= 0) {
        c = static_cast<char>(hex(text_[next_]) * 16 + hex(text_[next_ + 1]));
        next_ += 2;
      } else if (c != '"' && c != '\\') {
        fail(static_cast<uint32_t>(next_ - 2), "unknown escape in the string");
        return token_;
      }
    }
    decoded_ += c;
  }
  return {TokenKind::String, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
}

uint32_t TextScanner::read_uint32(std::string_view what) {
  uint32_t value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value)) fail_expected(what);
  advance();
  return value;
}

int32_t TextScanner::read_int32() {
  int32_t value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value))
    fail_expected("an int32");
  advance();
  return value;
}

double TextScanner::read_double() {
  if (try_word("nan")) return std::numeric_limits<double>::quiet_NaN();
  if (try_word("inf")) return std::numeric_limits<double>::infinity();
  double value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value))
    fail_expected("a number");
  advance();
  return value;
}

uint32_t TextScanner::read_reference() {
  expect_symbol('@');
  if (try_word("none")) return UINT32_MAX;
  return read_uint32("a number behind `@`");
}

bool TextScanner::try_numbered(std::string_view prefix, uint32_t& number) {
  if (token_.kind != TokenKind::Word || !token_.text.starts_with(prefix)) return false;
  if (!parse_number(token_.text.substr(prefix.size()), number)) return false;
  // Numbers index tables here; no text names more things than it has bytes.
  if (number > text_.size()) {
    fail(token_.offset, "the number in `" + std::string(token_.text) + "` is too large");
    return false;
  }
  advance();
  return true;
}

Type TextScanner::read_type() {
  for (uint32_t i = 1; i < kRepCount - 1; i++) {
    const Rep rep = static_cast<Rep>(i);
    if (!at_word(rep_name(rep))) continue;
    advance();
    if (rep != Rep::Object || !try_symbol('#')) return rep;
    const uint32_t index = read_uint32("the number of a class");
    if (index < (1u << 23)) return Type::object_of(ClassId(index));
  }
  fail_expected("a type");
  return Type();
}

void TextScanner::expect_newline() {
  if (token_.kind != TokenKind::Newline && token_.kind != TokenKind::End)
    fail_expected("the end of the line");
  skip_newlines();
}

void TextScanner::skip_newlines() {
  while (token_.kind == TokenKind::Newline) advance();
}

ReadError TextScanner::error() const {
  ReadError error{1, 1, error_};
  for (size_t i = 0; i < error_offset_; i++) {
    error.column++;
    if (text_[i] != '\n') continue;
    error.line++;
    error.column = 1;
  }
  return error;
}

}  // namespace perry::ir
