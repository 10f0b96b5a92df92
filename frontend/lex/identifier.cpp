#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

// Behind the characters from `p` on that may continue a name. Escapes are not looked at.
const uint8_t* Lexer::skip_name_part(const uint8_t* p) const {
  for (;;) {
    while (p != end_ && has_class(*p, kIdPartByte)) p++;
    if (p == end_ || *p < 0x80) return p;
    const DecodedCodePoint decoded = decode_utf8(p, end_);
    if (!decoded.valid || !is_identifier_part(decoded.code_point)) return p;
    p += decoded.length;
  }
}

// Any name: long ones, non-ASCII, with escapes, close to the end of the file.
[[gnu::noinline]] void Lexer::read_identifier_slow(const uint8_t* p) {
  const Name name = read_name(p);
  token_.atom = name.atom;
  if (name.escaped) token_.flags |= kEscaped;
  const bool is_word = name.atom.index < kWordCount && !name.escaped;
  finish(is_word ? word_kind(name.atom) : TokenKind::Identifier, name.end);
}

[[gnu::noinline]] void Lexer::read_private_name(const uint8_t* p) {
  if (!is_name_at(p + 1)) return finish(TokenKind::Hash, p + 1);
  const Name name = read_name(p + 1);
  token_.atom = name.atom;
  if (name.escaped) token_.flags |= kEscaped;
  finish(TokenKind::PrivateName, name.end);
}

Lexer::Name Lexer::read_name(const uint8_t* p) {
  const uint8_t* const end = skip_name_part(p);
  if (peek(end) == '\\') [[unlikely]]
    return read_escaped_name(p, end);
  return {atoms_.intern_borrowed(view(p, end)), end, false};
}

// From `start` to `p` the name has no escapes.
[[gnu::noinline, gnu::cold]] Lexer::Name Lexer::read_escaped_name(const uint8_t* start,
                                                                  const uint8_t* p) {
  buffer_.assign(view(start, p));
  bool is_faulty = false;
  while (peek(p) == '\\') {
    p = copy_name_escape(p, p == start, is_faulty);
    const uint8_t* const part_end = skip_name_part(p);
    buffer_.append(view(p, part_end));
    p = part_end;
  }
  return {atoms_.intern_copied(buffer_), p, true};
}

// At a backslash in a name. Only the first fault of a name is reported; `is_faulty` keeps track.
const uint8_t* Lexer::copy_name_escape(const uint8_t* p, bool is_first, bool& is_faulty) {
  const bool was_faulty = is_faulty;
  is_faulty = true;
  if (peek(p + 1) != 'u') {
    if (!was_faulty) report(diag::kNameEscapeNotUnicode, p, p + 1, describe(p + 1));
    return p + 1;
  }
  const Escape escape = read_unicode_escape(p, end_);
  if (escape.problem != EscapeProblem::None) {
    if (!was_faulty) report_escape(escape);
    return escape.end;
  }
  const uint32_t code_point = escape.code_point;
  if (is_first ? !is_identifier_start(code_point) : !is_identifier_part(code_point)) {
    const auto& kind = is_first ? diag::kNameEscapeNotStart : diag::kNameEscapeNotPart;
    if (!was_faulty) report(kind, p, escape.end, view(p, escape.end));
    return escape.end;
  }
  is_faulty = was_faulty;
  append_wtf8(buffer_, code_point);
  return escape.end;
}

// Legacy octal escapes are not reported here: whether they are wrong depends on the literal.
void Lexer::report_escape(const Escape& escape) {
  const uint8_t* const start = escape.start;
  const uint8_t* const at = escape.problem_at;
  switch (escape.problem) {
    case EscapeProblem::HexDigits:
      report(diag::kHexEscapeDigits, start, at, describe(at));
      break;
    case EscapeProblem::UnicodeDigits:
      report(diag::kUnicodeEscapeDigits, start, at, describe(at));
      break;
    case EscapeProblem::UnicodeEmpty:
      report(diag::kUnicodeEscapeEmpty, start, escape.end);
      break;
    case EscapeProblem::UnicodeUnclosed:
      report(diag::kUnicodeEscapeUnclosed, start, at, describe(at));
      break;
    case EscapeProblem::UnicodeRange:
      report(diag::kUnicodeEscapeRange, at, escape.end - 1);
      break;
    case EscapeProblem::None:
    case EscapeProblem::Octal:
    case EscapeProblem::EscapedDigit:
      break;
  }
}

}  // namespace perry::frontend
