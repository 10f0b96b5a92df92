#include <optional>

#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/entities.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

namespace {

// The character that an entity denotes, given what stands between `&` and `;`.
std::optional<uint32_t> entity_value(std::string_view name) {
  if (!name.starts_with('#')) {
    const uint32_t code_point = find_entity(name);
    return code_point != 0 ? std::optional(code_point) : std::nullopt;
  }
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x');
  if (is_hex) name.remove_prefix(1);
  if (name.empty()) return std::nullopt;
  uint32_t value = 0;
  for (const char c : name) {
    const uint8_t byte = static_cast<uint8_t>(c);
    if (!has_class(byte, is_hex ? kHexByte : kDigitByte)) return std::nullopt;
    value = value * (is_hex ? 16 : 10) + hex_value(byte);
    if (value > max_code_point) return std::nullopt;
  }
  return value;
}

}  // namespace

void Lexer::next_jsx_child(uint32_t from) {
  const uint8_t* const p = begin_ + from;
  token_.flags = 0;
  token_.start = from;
  token_.atom = AtomId::none();
  if (p == end_) return finish(TokenKind::EndOfFile, p);
  if (*p == '{') return finish(TokenKind::LeftBrace, p + 1);
  if (*p == '<') return finish(TokenKind::Less, p + 1);
  read_jsx_text(p);
}

void Lexer::read_jsx_text(const uint8_t* p) {
  const uint8_t* const first = p;
  bool is_copied = false;
  const uint8_t* copied_to = p;
  // Before something whose value is not its text.
  const auto copy_before = [&](const uint8_t* q) {
    if (!is_copied) buffer_.clear();
    is_copied = true;
    buffer_.append(view(copied_to, q));
  };
  for (;;) {
    p = find_stop<'{', '<', '>', '}', '&', '\r'>(p, end_);
    if (p == end_ || *p == '{' || *p == '<') break;
    if (*p == '>' || *p == '}') {
      report_bare_character(p++);
    } else if (*p == '&') {
      copy_before(p);
      copied_to = p = copy_entity(p);
    } else if (*p == '\r') {
      // A pair counts as one line terminator here; a lone one stays what it is.
      if (peek(p + 1) == '\n') {
        copy_before(p);
        copied_to = p + 1;
      }
      p++;
    } else if (const DecodedCodePoint decoded = decode_utf8(p, end_); decoded.valid) {
      p += decoded.length;
    } else {
      copy_before(p);
      copied_to = p = copy_non_ascii(p);
    }
  }
  if (is_copied) {
    copy_before(p);
    token_.atom = atoms_.intern_copied(buffer_);
  } else {
    token_.atom = atoms_.intern_borrowed(view(first, p));
  }
  finish(TokenKind::JSXText, p);
}

// Appends what the entity at `p` denotes. An `&` that begins none stands for itself.
const uint8_t* Lexer::copy_entity(const uint8_t* p) {
  const uint8_t* q = p + 1;
  while (q != end_ && (has_class(*q, kIdPartByte) || *q == '#')) q++;
  if (peek(q) == ';') {
    if (const std::optional<uint32_t> value = entity_value(view(p + 1, q))) {
      append_wtf8(buffer_, *value);
      return q + 1;
    }
  }
  buffer_ += '&';
  return p + 1;
}

void Lexer::report_bare_character(const uint8_t* p) {
  const std::string quoted = *p == '>' ? "{'>'}" : "{'}'}";
  report(diag::kBareCharacterInText, p, p + 1, view(p, p + 1), quoted)
      .fix({offset(p), offset(p + 1)}, quoted, "write `" + quoted + "`");
}

void Lexer::next_jsx_attribute_value() {
  token_.flags = 0;
  for (const uint8_t* p = skip_trivia(at_);;) {
    const uint8_t c = peek(p);
    token_.start = offset(p);
    if (c == '"' || c == '\'') return read_jsx_string(p);
    if (c < 0x80) return read_token(p);
    p = read_other(p);
    if (p == nullptr) return;
    p = skip_trivia(p);
  }
}

void Lexer::read_jsx_string(const uint8_t* p) {
  const uint8_t* const first = p + 1;
  const uint8_t quote = *p;
  buffer_.clear();
  for (p = first; p != end_ && *p != quote;) {
    if (*p == '&') {
      token_.flags |= kEscaped;
      p = copy_entity(p);
    } else if (*p >= 0x80) {
      p = copy_non_ascii(p);
    } else {
      buffer_ += static_cast<char>(*p++);
    }
  }
  if (p == end_) {
    report(diag::kUnterminatedString, first - 1, first);
    token_.flags |= kUnterminated;
    // Most such strings were meant to end on the line they began on.
    p = find_stop<'\n', '\r'>(first, end_);
    buffer_.assign(view(first, p));
  }
  token_.atom = atoms_.intern_copied(buffer_);
  finish_line_literal(TokenKind::String, p == end_ || *p != quote ? p : p + 1);
}

void Lexer::rescan_jsx_name() {
  token_.kind = TokenKind::JSXName;
  const uint8_t* const end = begin_ + token_.end;
  const uint8_t* p = end;
  while (peek(p) == '-') p = skip_name_part(p + 1);
  if (p == end) return;
  if (token_.escaped()) {
    buffer_.assign(atoms_.text(token_.atom)).append(view(end, p));
    token_.atom = atoms_.intern_copied(buffer_);
  } else {
    token_.atom = atoms_.intern_borrowed(view(begin_ + token_.start, p));
  }
  finish(TokenKind::JSXName, p);
}

}  // namespace perry::frontend
