#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

namespace {

const uint8_t* skip_blanks(const uint8_t* p, const uint8_t* end) {
  while (static_cast<size_t>(end - p) >= kBlockSize) {
    const uint32_t others = ~block_mask(equal_bytes(load_block(p), ' '));
    const int count = std::countr_zero(others);
    p += count;
    if (count != kBlockSize) return p;
  }
  while (p != end && *p == ' ') p++;
  return p;
}

// The first end of line or non-ASCII byte from `p` on. Tells also whether a `_` may stand before
// it: marks for tree shaking contain one and hardly any other comment does.
const uint8_t* find_line_end(const uint8_t* p, const uint8_t* end, bool& underscore) {
  Block underscores = {};
  while (static_cast<size_t>(end - p) >= kBlockSize) {
    const Block block = load_block(p);
    underscores |= equal_bytes(block, '_');
    const uint32_t mask = block_mask(block | equal_bytes(block, '\n') | equal_bytes(block, '\r'));
    if (mask != 0) {
      underscore |= block_mask(underscores) != 0;
      return p + std::countr_zero(mask);
    }
    p += kBlockSize;
  }
  underscore |= block_mask(underscores) != 0;
  for (; p != end && *p != '\n' && *p != '\r' && *p < 0x80; p++) underscore |= *p == '_';
  return p;
}

// Likewise the first `*/` or non-ASCII byte; and whether an end of line stands before it.
const uint8_t* find_comment_end(const uint8_t* p, const uint8_t* end, bool& underscore,
                                bool& newline) {
  Block underscores = {};
  while (static_cast<size_t>(end - p) > kBlockSize) {
    const Block block = load_block(p);
    underscores |= equal_bytes(block, '_');
    const Block closes = equal_bytes(block, '*') & equal_bytes(load_block(p + 1), '/');
    const uint32_t mask = block_mask(block | closes);
    const uint32_t lines = block_mask(equal_bytes(block, '\n') | equal_bytes(block, '\r'));
    if (mask != 0) {
      underscore |= block_mask(underscores) != 0;
      newline |= (lines & (mask - 1) & ~mask) != 0;
      return p + std::countr_zero(mask);
    }
    newline |= lines != 0;
    p += kBlockSize;
  }
  underscore |= block_mask(underscores) != 0;
  for (; p != end && *p < 0x80; p++) {
    if (*p == '*' && p + 1 != end && p[1] == '/') break;
    underscore |= *p == '_';
    newline |= *p == '\n' || *p == '\r';
  }
  return p;
}

bool has_mark(std::string_view comment, std::string_view name) {
  for (size_t at = comment.find(name); at != comment.npos; at = comment.find(name, at + 1)) {
    if (at != 0 && (comment[at - 1] == '#' || comment[at - 1] == '@')) return true;
  }
  return false;
}

}  // namespace

const uint8_t* Lexer::skip_trivia(const uint8_t* p) {
  while (p != end_) {
    switch (*p) {
      case '\n':
      case '\r':
        token_.flags |= kNewlineBefore;
        [[fallthrough]];
      case ' ':
      case '\t':
      case '\v':
      case '\f':
        p++;
        if (p != end_ && *p == ' ') p = skip_blanks(p, end_);
        break;
      case '/':
        if (peek(p + 1) == '/') {
          p = skip_line_comment(p, Comment::Kind::Line);
        } else if (peek(p + 1) == '*') {
          p = skip_block_comment(p);
        } else {
          return p;
        }
        break;
      default:
        return p;
    }
  }
  return p;
}

// Up to the end of the line, which is white space again.
const uint8_t* Lexer::skip_line_comment(const uint8_t* p, Comment::Kind kind) {
  const uint8_t* const start = p;
  bool underscore = false;
  for (;;) {
    p = find_line_end(p, end_, underscore);
    if (p == end_ || *p < 0x80 || is_line_separator(p, end_)) break;
    p = skip_non_ascii_in_comment(p);
  }
  if (underscore) [[unlikely]]
    note_marks(view(start, p));
  if (keep_comments_ || in_head()) add_comment(kind, start, p);
  return p;
}

const uint8_t* Lexer::skip_block_comment(const uint8_t* p) {
  const uint8_t* const start = p;
  bool underscore = false;
  bool newline = false;
  p += 2;
  for (;;) {
    p = find_comment_end(p, end_, underscore, newline);
    if (p == end_) [[unlikely]] {
      report(diag::kUnterminatedComment, start, start + 2);
      break;
    }
    if (*p == '*') {
      p += 2;
      break;
    }
    newline |= is_line_separator(p, end_);
    p = is_line_separator(p, end_) ? p + 3 : skip_non_ascii_in_comment(p);
  }
  if (newline) token_.flags |= kNewlineBefore;
  if (underscore) [[unlikely]]
    note_marks(view(start, p));
  if (keep_comments_ || in_head()) add_comment(Comment::Kind::Block, start, p);
  return p;
}

// Stops at an ASCII byte or a line separator.
const uint8_t* Lexer::skip_non_ascii_in_comment(const uint8_t* p) {
  while (p != end_ && *p >= 0x80 && !is_line_separator(p, end_)) {
    const DecodedCodePoint decoded = decode_utf8(p, end_);
    p = decoded.valid ? p + decoded.length : report_malformed(p);
  }
  return p;
}

// Hashbang, `<!--` and `-->`, if there is one at `p`; else `p` itself.
const uint8_t* Lexer::skip_rare_comment(const uint8_t* p) {
  if (*p == '#') {
    if (peek(p + 1) != '!') return p;
    if (p == first_) return skip_line_comment(p, Comment::Kind::Hashbang);
    report(diag::kHashbangNotFirst, p, p + 2);
    return skip_line_comment(p, Comment::Kind::Hashbang);
  }
  if (!html_comments()) return p;
  if (*p == '<') return starts_with(p, "<!--") ? skip_line_comment(p, Comment::Kind::HtmlOpen) : p;
  // Only comments and white space may precede `-->` on its line.
  const bool is_line_start = token_.newline_before() || in_head();
  return is_line_start && starts_with(p, "-->") ? skip_line_comment(p, Comment::Kind::HtmlClose)
                                                : p;
}

[[gnu::noinline, gnu::cold]] void Lexer::add_comment(Comment::Kind kind, const uint8_t* start,
                                                     const uint8_t* end) {
  comments_.push_back({kind, offset(start), offset(end)});
}

[[gnu::noinline, gnu::cold]] void Lexer::note_marks(std::string_view comment) {
  if (has_mark(comment, "__PURE__")) token_.flags |= kPureBefore;
  if (has_mark(comment, "__NO_SIDE_EFFECTS__")) token_.flags |= kNoSideEffectsBefore;
}

}  // namespace perry::frontend
