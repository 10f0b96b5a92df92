#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

void Lexer::rescan_regexp() {
  const uint8_t* const start = begin_ + token_.start;
  const uint8_t* p = start + 1;
  const uint8_t* in_class = nullptr;  // its bracket
  bool is_malformed = false;
  for (;;) {
    if (p != end_ && *p == '\\')
      p++;
    else if (p != end_ && *p == '/' && in_class == nullptr)
      break;
    else if (p != end_ && *p == '[' && in_class == nullptr)
      in_class = p;
    else if (p != end_ && *p == ']')
      in_class = nullptr;

    if (p == end_ || *p == '\n' || *p == '\r' || is_line_separator(p, end_)) {
      auto builder = report(diag::kUnterminatedRegExp, start, start + 1);
      if (in_class != nullptr)
        builder.label({offset(in_class), offset(in_class) + 1}, "this class is not closed");
      token_.flags |= kUnterminated;
      break;
    }
    const DecodedCodePoint decoded = decode_utf8(p, end_);
    is_malformed |= !decoded.valid;
    p = decoded.valid ? p + decoded.length : report_malformed(p);
  }
  if (is_malformed) {
    repair_malformed(start + 1, p);
    token_.atom = atoms_.intern_copied(buffer_);
  } else {
    token_.atom = atoms_.intern_borrowed(view(start + 1, p));
  }
  token_.atom2 = atoms::empty;
  if ((token_.flags & kUnterminated) == 0) p = read_regexp_flags(p + 1);
  finish_line_literal(TokenKind::RegExp, p);
}

// Which flags there are is the parser's business; here they are any characters of a name.
const uint8_t* Lexer::read_regexp_flags(const uint8_t* p) {
  const uint8_t* const first = p;
  p = skip_name_part(p);
  if (peek(p) != '\\') [[likely]] {
    token_.atom2 = atoms_.intern_borrowed(view(first, p));
    return p;
  }
  buffer_.assign(view(first, p));
  const uint8_t* const escape = p;
  while (peek(p) == '\\') {
    p = peek(p + 1) == 'u' ? read_unicode_escape(p, end_).end : p + 1;
    const uint8_t* const part_end = skip_name_part(p);
    if (escape != p) buffer_.append(view(p, part_end));
    p = part_end;
  }
  report(diag::kEscapeInRegExpFlags, escape, escape + 1);
  token_.atom2 = atoms_.intern_copied(buffer_);
  return p;
}

}  // namespace perry::frontend
