// What is not ASCII, and what may not stand in a program at all.

#include <algorithm>
#include <cstdio>

#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"
#include "frontend/lex/lexer.h"
#include "frontend/unicode/unicode.h"

namespace perry::frontend {

namespace {

struct Lookalike {
  uint32_t code_point;
  std::string_view ascii;
};

// Characters that word processors and other keyboards put where a program needs ASCII.
constexpr Lookalike kLookalikes[] = {
    {0x00B4, "'"},  {0x00D7, "*"},   {0x00F7, "/"},  {0x037E, ";"},  {0x2010, "-"}, {0x2011, "-"},
    {0x2012, "-"},  {0x2013, "-"},   {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"}, {0x201C, "\""},
    {0x201D, "\""}, {0x2026, "..."}, {0x2032, "'"},  {0x2033, "\""}, {0x2044, "/"}, {0x2212, "-"},
    {0x2260, "!="}, {0x2264, "<="},  {0x2265, ">="}, {0x3002, "."},  {0xFF01, "!"}, {0xFF08, "("},
    {0xFF09, ")"},  {0xFF0B, "+"},   {0xFF0C, ","},  {0xFF1A, ":"},  {0xFF1B, ";"}, {0xFF1C, "<"},
    {0xFF1D, "="},  {0xFF1E, ">"},   {0xFF1F, "?"},  {0xFF3B, "["},  {0xFF3D, "]"}, {0xFF5B, "{"},
    {0xFF5D, "}"},
};

std::string code_point_name(uint32_t code_point) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", code_point);
  return text;
}

bool is_control(uint8_t byte) { return byte < 0x20 || byte == 0x7F; }

// A character that no token begins with and that is not white space.
bool is_unexpected(const uint8_t* p, const uint8_t* end) {
  if (*p < 0x80) return is_control(*p) && !has_class(*p, kTriviaByte);
  const DecodedCodePoint decoded = decode_utf8(p, end);
  return decoded.valid && !is_identifier_start(decoded.code_point) &&
         !is_space_separator(decoded.code_point) && !is_line_separator(p, end);
}

}  // namespace

// Reports the malformed bytes at `p` and what malformed bytes follow; returns where they end.
[[gnu::noinline, gnu::cold]] const uint8_t* Lexer::report_malformed(const uint8_t* p) {
  const uint8_t* const start = p;
  while (p != end_ && *p >= 0x80) {
    const DecodedCodePoint decoded = decode_utf8(p, end_);
    if (decoded.valid) break;
    p += decoded.length;
  }
  char text[16];
  std::snprintf(text, sizeof text, "byte `%02X`", *start);
  const std::string rest = p - start > 1 ? " and what follows" : "";
  report(diag::kMalformedUtf8, start, p, text + rest);
  return p;
}

// Appends the non-ASCII character at `p` to the literal being read, malformed ones as U+FFFD.
const uint8_t* Lexer::copy_non_ascii(const uint8_t* p) {
  const DecodedCodePoint decoded = decode_utf8(p, end_);
  if (decoded.valid) {
    buffer_.append(view(p, p + decoded.length));
    return p + decoded.length;
  }
  append_wtf8(buffer_, replacement_character);
  return report_malformed(p);
}

// Puts the text into buffer_, malformed bytes as U+FFFD, without reporting them again.
void Lexer::repair_malformed(const uint8_t* from, const uint8_t* to) {
  buffer_.clear();
  while (from != to) {
    const DecodedCodePoint decoded = decode_utf8(from, to);
    append_wtf8(buffer_, decoded.code_point);
    from += decoded.length;
  }
}

bool Lexer::is_name_at(const uint8_t* p) const {
  if (p == end_) return false;
  if (*p == '\\') return peek(p + 1) == 'u';
  if (*p < 0x80) return has_class(*p, kIdStartByte);
  const DecodedCodePoint decoded = decode_utf8(p, end_);
  return decoded.valid && is_identifier_start(decoded.code_point);
}

[[gnu::noinline]] const uint8_t* Lexer::read_other(const uint8_t* p) {
  if (is_name_at(p)) {
    read_identifier_slow(p);
    return nullptr;
  }
  token_.atom = AtomId::none();
  if (*p >= 0x80) {
    if (is_line_separator(p, end_)) {
      token_.flags |= kNewlineBefore;
      return p + 3;
    }
    const DecodedCodePoint decoded = decode_utf8(p, end_);
    if (!decoded.valid) {
      finish(TokenKind::Error, report_malformed(p));
      return nullptr;
    }
    if (is_space_separator(decoded.code_point)) return p + decoded.length;
  }
  read_unexpected(p);
  return nullptr;
}

// One diagnostic and one token for all such characters in a row.
void Lexer::read_unexpected(const uint8_t* p) {
  const DecodedCodePoint first = decode_utf8(p, end_);
  const uint8_t* const first_end = p + first.length;
  const std::string name = code_point_name(first.code_point);
  const std::string shown = is_control(*p) ? name : "`" + std::string(view(p, first_end)) + "`";
  auto builder = report(diag::kUnexpectedCharacter, p, first_end,
                        *p < 0x80 ? shown : shown + " (" + name + ")");
  const auto lookalike = std::ranges::find(kLookalikes, first.code_point, &Lookalike::code_point);
  if (lookalike != std::end(kLookalikes)) {
    builder.fix({offset(p), offset(first_end)}, std::string(lookalike->ascii),
                "write `" + std::string(lookalike->ascii) + "`");
  }
  const uint8_t* q = first_end;
  while (q != end_ && is_unexpected(q, end_)) q += decode_utf8(q, end_).length;
  finish(TokenKind::Error, q);
}

// What stands at `p`, for a message.
std::string Lexer::describe(const uint8_t* p) const {
  if (p == end_) return "the end of the file";
  if (*p == '\n' || *p == '\r' || is_line_separator(p, end_)) return "the end of the line";
  const DecodedCodePoint decoded = decode_utf8(p, end_);
  if (!decoded.valid) return "a malformed character";
  if (is_control(*p)) return code_point_name(decoded.code_point);
  return "`" + std::string(view(p, p + decoded.length)) + "`";
}

}  // namespace perry::frontend
