#include <cstdio>

#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

// A string without escapes is a piece of the source.
template <uint8_t Quote>
void Lexer::read_string(const uint8_t* p) {
  const uint8_t* const first = p + 1;
  const uint8_t* q = first;
  for (;;) {
    q = find_stop<Quote, '\\', '\n', '\r'>(q, end_);
    if (q == end_) break;
    if (*q == Quote) {
      token_.atom = atoms_.intern_borrowed(view(first, q));
      return finish(TokenKind::String, q + 1);
    }
    if (*q < 0x80) break;
    const DecodedCodePoint decoded = decode_utf8(q, end_);
    if (!decoded.valid) break;
    q += decoded.length;
  }
  read_string_slow<Quote>(p, q);
}

template void Lexer::read_string<'"'>(const uint8_t* p);
template void Lexer::read_string<'\''>(const uint8_t* p);

// `p` is at the opening quote; up to `q` the value is the text.
template <uint8_t Quote>
[[gnu::noinline]] void Lexer::read_string_slow(const uint8_t* p, const uint8_t* q) {
  buffer_.assign(view(p + 1, q));
  for (;;) {
    const uint8_t* const stop = find_stop<Quote, '\\', '\n', '\r'>(q, end_);
    buffer_.append(view(q, stop));
    q = stop;
    if (q == end_ || *q == '\n' || *q == '\r') {
      report(diag::kUnterminatedString, p, p + 1);
      token_.flags |= kUnterminated;
      break;
    }
    if (*q == Quote) {
      q++;
      break;
    }
    q = *q == '\\' ? copy_string_escape(q) : copy_non_ascii(q);
  }
  token_.atom = atoms_.intern_copied(buffer_);
  finish_line_literal(TokenKind::String, q);
}

const uint8_t* Lexer::copy_string_escape(const uint8_t* p) {
  const Escape escape = read_escape(p, end_);
  token_.flags |= kEscaped;
  switch (escape.problem) {
    case EscapeProblem::None:
      break;
    case EscapeProblem::Octal:
    case EscapeProblem::EscapedDigit:
      token_.flags |= kLegacyOctal;
      if (legacy_octal_is_error()) report_legacy_escape(escape);
      break;
    default:
      report_escape(escape);
  }
  // A trail surrogate joins the lead surrogate before it.
  if (escape.code_point != Escape::kNothing) append_wtf8(buffer_, escape.code_point);
  return escape.end;
}

void Lexer::report_legacy_escape(const Escape& escape) {
  const std::string_view text = view(escape.start, escape.end);
  if (escape.problem == EscapeProblem::EscapedDigit) {
    const std::string digit(text.substr(1));
    report(diag::kEscapedDigitInStrictCode, escape.start, escape.end, text)
        .fix({offset(escape.start), offset(escape.end)}, digit, "write `" + digit + "`");
    return;
  }
  char hex[8];
  std::snprintf(hex, sizeof hex, "\\x%02X", escape.code_point);
  report(diag::kOctalEscapeInStrictCode, escape.start, escape.end, text)
      .fix({offset(escape.start), offset(escape.end)}, hex, "write `" + std::string(hex) + "`");
}

}  // namespace perry::frontend
