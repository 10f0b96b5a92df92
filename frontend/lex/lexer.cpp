#include "frontend/lex/lexer.h"

#include "frontend/diag/codes.h"
#include "frontend/lex/bytes.h"

namespace perry::frontend {

namespace {

// Punctuators of one byte, by that byte.
constexpr std::array<TokenKind, 128> kSingleKinds = [] {
  std::array<TokenKind, 128> kinds = {};
  const auto set = [&kinds](char c, TokenKind kind) { kinds[static_cast<uint8_t>(c)] = kind; };
  set('{', TokenKind::LeftBrace);
  set('}', TokenKind::RightBrace);
  set('(', TokenKind::LeftParen);
  set(')', TokenKind::RightParen);
  set('[', TokenKind::LeftBracket);
  set(']', TokenKind::RightBracket);
  set('.', TokenKind::Dot);
  set(';', TokenKind::Semicolon);
  set(',', TokenKind::Comma);
  set('?', TokenKind::Question);
  set(':', TokenKind::Colon);
  set('@', TokenKind::At);
  set('#', TokenKind::Hash);
  set('~', TokenKind::Tilde);
  set('!', TokenKind::Bang);
  set('=', TokenKind::Equal);
  set('|', TokenKind::Pipe);
  set('^', TokenKind::Caret);
  set('&', TokenKind::Ampersand);
  set('<', TokenKind::Less);
  set('>', TokenKind::Greater);
  set('+', TokenKind::Plus);
  set('-', TokenKind::Minus);
  set('*', TokenKind::Star);
  set('/', TokenKind::Slash);
  set('%', TokenKind::Percent);
  return kinds;
}();

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Loaded from `16 - n` on, a mask for the first n bytes of a block.
alignas(16) constexpr uint8_t kPrefixMasks[2 * kBlockSize] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
};

}  // namespace

Lexer::Lexer(std::string_view source, const SourceOptions& options, AtomTable& atoms,
             support::DiagnosticSink& sink)
    : begin_(reinterpret_cast<const uint8_t*>(source.data())),
      end_(begin_ + source.size()),
      first_(source.starts_with(kByteOrderMark) ? begin_ + kByteOrderMark.size() : begin_),
      at_(first_),
      options_(options),
      atoms_(atoms),
      sink_(sink),
      strict_(options.strict || options.goal == Goal::Module) {
  token_.start = token_.end = offset(first_);
}

void Lexer::next() {
  const uint8_t* p = at_;
  token_.flags = 0;
  // One blank is what separates most tokens.
  if (p != end_ && *p == ' ') p++;
  if (p != end_ && has_class(*p, kTriviaByte)) p = skip_trivia(p);
  read_token(p);
}

// Reads the token at `p`, which is behind white space and comments of the common kinds.
void Lexer::read_token(const uint8_t* p) {
  for (;;) {
    token_.start = offset(p);
    if (p == end_) [[unlikely]] {
      token_.atom = AtomId::none();
      return finish(TokenKind::EndOfFile, p);
    }
    const uint8_t c = *p;
    if (has_class(c, kIdStartByte)) return read_identifier(p);
    if (has_class(c, kSingleByte)) return finish(kSingleKinds[c], p + 1);
    switch (c) {
      case '"':
        return read_string<'"'>(p);
      case '\'':
        return read_string<'\''>(p);
      case '`':
        return read_template(p);
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
      case '8':
      case '9':
        return read_number(p);
      case '.':
        if (has_class(peek(p + 1), kDigitByte)) return read_number(p);
        if (starts_with(p, "...")) return finish(TokenKind::Ellipsis, p + 3);
        return finish(TokenKind::Dot, p + 1);
      case '=':
        if (peek(p + 1) == '=') {
          if (peek(p + 2) == '=') return finish(TokenKind::EqualEqualEqual, p + 3);
          return finish(TokenKind::EqualEqual, p + 2);
        }
        if (peek(p + 1) == '>') return finish(TokenKind::Arrow, p + 2);
        return finish(TokenKind::Equal, p + 1);
      case '#':
      case '<':
      case '-':
        if (const uint8_t* after = skip_rare_comment(p); after != p) {
          p = skip_trivia(after);
          continue;
        }
        if (c == '#') return read_private_name(p);
        return read_operator(p);
      case '!':
      case '%':
      case '&':
      case '*':
      case '+':
      case '/':
      case '?':
      case '^':
      case '|':
        return read_operator(p);
      default:
        p = read_other(p);
        if (p == nullptr) return;
        p = skip_trivia(p);
    }
  }
}

// Names of up to 15 bytes are found, hashed and compared in one register.
inline void Lexer::read_identifier(const uint8_t* p) {
  if (static_cast<size_t>(end_ - p) < kBlockSize) [[unlikely]]
    return read_identifier_slow(p);
  const Block block = load_block(p);
  const uint32_t stops = ~identifier_part_mask(block);
  const size_t size = static_cast<size_t>(std::countr_zero(stops));
  if (size == kBlockSize) [[unlikely]]
    return read_long_identifier(p);
  if (has_class(p[size], kMoreNameByte)) [[unlikely]]
    return read_identifier_slow(p);
  const Block name = block & load_block(kPrefixMasks + kBlockSize - size);
  const TextPrefix prefix = std::bit_cast<TextPrefix>(name);
  const AtomId atom = atoms_.intern_borrowed(view(p, p + size), hash_short(prefix), prefix);
  token_.atom = atom;
  finish(atom.index < kWordCount ? word_kind(atom) : TokenKind::Identifier, p + size);
}

[[gnu::noinline]] void Lexer::read_long_identifier(const uint8_t* p) {
  const uint8_t* q = p + kBlockSize;
  for (size_t size = kBlockSize; size == kBlockSize; q += size) {
    if (static_cast<size_t>(end_ - q) < kBlockSize) return read_identifier_slow(p);
    size = static_cast<size_t>(std::countr_zero(~identifier_part_mask(load_block(q))));
  }
  if (peek(q) == '\\' || peek(q) >= 0x80) [[unlikely]]
    return read_identifier_slow(p);
  token_.atom = atoms_.intern_borrowed(view(p, q));
  finish(TokenKind::Identifier, q);
}

// The operators that have longer forms. `>` is not among them: see rescan_greater.
void Lexer::read_operator(const uint8_t* p) {
  using enum TokenKind;
  const uint8_t second = peek(p + 1);
  const uint8_t third = second != 0 ? peek(p + 2) : uint8_t{0};
  const bool equal = second == '=';
  switch (*p) {
    case '!':
      if (!equal) return finish(Bang, p + 1);
      return third == '=' ? finish(BangEqualEqual, p + 3) : finish(BangEqual, p + 2);
    case '%':
      return equal ? finish(PercentEqual, p + 2) : finish(Percent, p + 1);
    case '&':
      if (second == '&')
        return third == '=' ? finish(AmpersandAmpersandEqual, p + 3)
                            : finish(AmpersandAmpersand, p + 2);
      return equal ? finish(AmpersandEqual, p + 2) : finish(Ampersand, p + 1);
    case '*':
      if (second == '*')
        return third == '=' ? finish(StarStarEqual, p + 3) : finish(StarStar, p + 2);
      return equal ? finish(StarEqual, p + 2) : finish(Star, p + 1);
    case '+':
      if (second == '+') return finish(PlusPlus, p + 2);
      return equal ? finish(PlusEqual, p + 2) : finish(Plus, p + 1);
    case '-':
      if (second == '-') return finish(MinusMinus, p + 2);
      return equal ? finish(MinusEqual, p + 2) : finish(Minus, p + 1);
    case '/':
      return equal ? finish(SlashEqual, p + 2) : finish(Slash, p + 1);
    case '<':
      if (second == '<')
        return third == '=' ? finish(LessLessEqual, p + 3) : finish(LessLess, p + 2);
      return equal ? finish(LessEqual, p + 2) : finish(Less, p + 1);
    case '?':
      if (second == '?')
        return third == '=' ? finish(QuestionQuestionEqual, p + 3)
                            : finish(QuestionQuestion, p + 2);
      // `a?.5:b` is a conditional expression.
      if (second == '.' && !has_class(third, kDigitByte)) return finish(QuestionDot, p + 2);
      return finish(Question, p + 1);
    case '^':
      return equal ? finish(CaretEqual, p + 2) : finish(Caret, p + 1);
    default:  // '|'
      if (second == '|')
        return third == '=' ? finish(PipePipeEqual, p + 3) : finish(PipePipe, p + 2);
      return equal ? finish(PipeEqual, p + 2) : finish(Pipe, p + 1);
  }
}

void Lexer::rescan_greater() {
  using enum TokenKind;
  constexpr TokenKind kPlain[] = {Greater, GreaterGreater, GreaterGreaterGreater};
  constexpr TokenKind kEqual[] = {GreaterEqual, GreaterGreaterEqual, GreaterGreaterGreaterEqual};
  const uint8_t* p = begin_ + token_.start + 1;
  size_t more = 0;
  while (more < 2 && peek(p) == '>') {
    more++;
    p++;
  }
  if (peek(p) == '=') return finish(kEqual[more], p + 1);
  finish(kPlain[more], p);
}

void Lexer::rescan_less() { rescan_single(); }

void Lexer::rescan_single() {
  const uint8_t* p = begin_ + token_.start;
  finish(kSingleKinds[*p], p + 1);
}

}  // namespace perry::frontend
