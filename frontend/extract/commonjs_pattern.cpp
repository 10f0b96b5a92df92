#include "frontend/extract/commonjs_pattern.h"

#include <algorithm>
#include <cstdint>

#include "frontend/lex/escape.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

namespace {

const uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

DecodedCodePoint decode_at(std::string_view text, size_t at) {
  return decode_utf8(bytes_of(text) + at, bytes_of(text) + text.size());
}

// Node's detection knows ASCII white space and the no-break space, and no other.
size_t space_size(std::string_view text, size_t at) {
  const auto c = static_cast<uint8_t>(text[at]);
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return text.substr(at).starts_with("\u00A0") ? 2 : 0;
}

// True when the text holds an encoded surrogate: joined pairs are no longer such.
bool has_lone_surrogate(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); i++)
    if (text[i] == '\xED' && static_cast<uint8_t>(text[i + 1]) >= 0xA0) return true;
  return false;
}

}  // namespace

size_t end_of_line(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') at++;
  return at;
}

size_t skip_comment(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return end_of_line(text, at);
  if (!rest.starts_with("/*")) return at;
  const size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

size_t skip_blank(std::string_view text, size_t at) {
  while (at < text.size()) {
    const size_t next = text[at] == '/' ? skip_comment(text, at) : at + space_size(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

std::optional<size_t> end_of_string(std::string_view text, size_t at) {
  const char quote = text[at];
  for (size_t i = at + 1; i < text.size(); i++) {
    const char c = text[i];
    if (c == quote) return i + 1;
    if (c == '\r' || c == '\n') return std::nullopt;
    if (c == '\\') i += text.substr(i + 1).starts_with("\r\n") ? 2 : 1;
  }
  return std::nullopt;
}

std::optional<std::string> string_value(std::string_view literal) {
  const std::string_view inside = literal.substr(1, literal.size() - 2);
  const uint8_t* const end = bytes_of(inside) + inside.size();
  std::string value;
  for (const uint8_t* p = bytes_of(inside); p < end;) {
    if (*p != '\\') {
      value += static_cast<char>(*p++);
      continue;
    }
    const Escape escape = read_escape(p, end);
    const bool is_readable = escape.problem == EscapeProblem::None ||
                             escape.problem == EscapeProblem::Octal ||
                             escape.problem == EscapeProblem::EscapedDigit;
    if (!is_readable) return std::nullopt;
    if (escape.code_point != Escape::kNothing) append_wtf8(value, escape.code_point);
    p = escape.end;
  }
  if (has_lone_surrogate(value)) return std::nullopt;
  return value;
}

bool CommonJsPattern::match(std::string_view shape) {
  while (!shape.empty()) {
    const size_t end = std::min(shape.find(' '), shape.size());
    if (!match_token(shape.substr(0, end))) return false;
    shape.remove_prefix(std::min(end + 1, shape.size()));
  }
  return true;
}

bool CommonJsPattern::try_match(std::string_view shape) {
  const size_t start = at_;
  if (match(shape)) return true;
  at_ = start;
  return false;
}

char CommonJsPattern::next_byte() {
  skip_space();
  return at_ < text_.size() ? text_[at_] : '\0';
}

std::optional<std::string_view> CommonJsPattern::read_name_here() {
  DecodedCodePoint c = decode_at(text_, at_);
  if (!c.valid || !is_identifier_start(c.code_point)) return std::nullopt;
  const size_t start = at_;
  do {
    at_ += c.length;
    c = decode_at(text_, at_);
  } while (c.valid && is_identifier_part(c.code_point));
  return text_.substr(start, at_ - start);
}

std::optional<std::string_view> CommonJsPattern::read_name() {
  skip_space();
  return read_name_here();
}

std::optional<std::string_view> CommonJsPattern::read_string() {
  const char quote = next_byte();
  if (quote != '"' && quote != '\'') return std::nullopt;
  const size_t start = at_;
  const auto end = end_of_string(text_, at_);
  if (!end) return std::nullopt;
  at_ = *end;
  return text_.substr(start, at_ - start);
}

void CommonJsPattern::skip_space() { at_ = skip_blank(text_, at_); }

bool CommonJsPattern::match_token(std::string_view token) {
  skip_space();
  if (token == "NAME") return read_name_here().has_value();
  if (token == "EXPORTS") return match_exports();
  if (token == "MODULE") return match_text(module_);
  if (token == "KEY") return match_text(key_);
  if (token.front() == '\'') return match_quoted(token.substr(1, token.size() - 2));
  return match_text(token);
}

bool CommonJsPattern::match_text(std::string_view expected) {
  if (!text_.substr(at_).starts_with(expected)) return false;
  at_ += expected.size();
  return true;
}

bool CommonJsPattern::match_exports() {
  const size_t start = at_;
  if (match_text("module")) {
    skip_space();
    if (!match_text(".")) {
      at_ = start;
      return false;
    }
    skip_space();
  }
  if (match_text("exports")) return true;
  at_ = start;
  return false;
}

bool CommonJsPattern::match_quoted(std::string_view content) {
  const char quote = next_byte();
  if (quote != '"' && quote != '\'') return false;
  at_++;
  return match_text(content) && match_text({&quote, 1});
}

bool CommonJsPattern::take(std::string_view& name) {
  const auto found = read_name();
  if (found) name = *found;
  return found.has_value();
}

}  // namespace perry::frontend
