#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

// `p` is at the backtick or, in the middle of a template, at the brace.
void Lexer::read_template(const uint8_t* p) {
  const uint8_t* const first = p + 1;
  const uint8_t* q = first;
  for (;;) {
    q = find_stop<'`', '$', '\\', '\r'>(q, end_);
    if (q == end_) break;
    if (*q == '`' || (*q == '$' && peek(q + 1) == '{')) {
      token_.atom = token_.atom2 = atoms_.intern_borrowed(view(first, q));
      return finish_template(q);
    }
    if (*q == '$') {
      q++;
      continue;
    }
    const DecodedCodePoint decoded = decode_utf8(q, end_);
    if (*q < 0x80 || !decoded.valid) break;
    q += decoded.length;
  }
  read_template_slow(first, q);
}

// The cooked text grows in buffer_, the raw one in raw_. Up to `q` both are the source's.
[[gnu::noinline]] void Lexer::read_template_slow(const uint8_t* first, const uint8_t* q) {
  buffer_.assign(view(first, q));
  raw_ = buffer_;
  while (q != end_ && *q != '`') {
    if (*q == '\\') {
      q = copy_template_escape(q);
    } else if (*q == '\r') {
      q += peek(q + 1) == '\n' ? 2 : 1;
      buffer_ += '\n';
      raw_ += '\n';
    } else if (*q >= 0x80) {
      const size_t size = buffer_.size();
      q = copy_non_ascii(q);
      raw_.append(buffer_, size);
    } else {
      if (*q == '$' && peek(q + 1) == '{') break;
      const uint8_t* const stop = find_stop<'`', '$', '\\', '\r'>(q + 1, end_);
      buffer_.append(view(q, stop));
      raw_.append(view(q, stop));
      q = stop;
    }
  }
  const bool has_cooked = (token_.flags & kInvalidEscape) == 0;
  token_.atom = has_cooked ? atoms_.intern_copied(buffer_) : AtomId::none();
  token_.atom2 = atoms_.intern_copied(raw_);
  finish_template(q);
}

const uint8_t* Lexer::copy_template_escape(const uint8_t* p) {
  const Escape escape = read_escape(p, end_);
  if (escape.problem != EscapeProblem::None) {
    token_.flags |= kInvalidEscape;
  } else if (escape.code_point != Escape::kNothing) {
    append_wtf8(buffer_, escape.code_point);
  }
  // Only a line continuation contains an end of line.
  if (p + 1 != end_ && p[1] == '\r') {
    raw_ += "\\\n";
  } else {
    raw_.append(view(p, escape.end));
  }
  return escape.end;
}

// `stop` is where the text ends: at a backtick, at `${`, or at the end of the file.
void Lexer::finish_template(const uint8_t* stop) {
  const bool is_first = begin_[token_.start] == '`';
  if (stop != end_ && *stop == '$')
    return finish(is_first ? TokenKind::TemplateHead : TokenKind::TemplateMiddle, stop + 2);
  if (stop == end_) {
    const uint8_t* const start = begin_ + token_.start;
    report(diag::kUnterminatedTemplate, start, start + 1);
    token_.flags |= kUnterminated;
  }
  finish(is_first ? TokenKind::TemplateComplete : TokenKind::TemplateTail,
         stop == end_ ? stop : stop + 1);
}

void Lexer::rescan_template() { read_template(begin_ + token_.start); }

void Lexer::report_template_escape(const Token& piece) {
  const uint8_t* const end = begin_ + piece.end;
  for (const uint8_t* p = begin_ + piece.start + 1; p < end;) {
    if (*p != '\\') {
      p++;
      continue;
    }
    const Escape escape = read_escape(p, end_);
    p = escape.end;
    if (escape.problem == EscapeProblem::None) continue;
    const bool is_octal =
        escape.problem == EscapeProblem::Octal || escape.problem == EscapeProblem::EscapedDigit;
    if (!is_octal) return report_escape(escape);
    report(diag::kOctalEscapeInTemplate, escape.start, p, view(escape.start, p));
    return;
  }
}

}  // namespace perry::frontend
