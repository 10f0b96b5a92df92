// Reports how fast files are turned into tokens: lex_bench FILE... The time is the best of several
// runs, each with a table of its own, as a compilation has.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "frontend/lex/lexer.h"
#include "frontend/token/atom.h"
#include "frontend/token/token.h"

namespace perry::frontend {

namespace {

struct Counts {
  size_t tokens = 0;
  size_t atoms = 0;
  size_t diagnostics = 0;
};

// Whether an operand has just ended, so that `/` divides. A parser knows; this guesses well enough.
bool ends_operand(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case Identifier:
    case PrivateName:
    case Number:
    case BigInt:
    case String:
    case TemplateComplete:
    case TemplateTail:
    case RegExp:
    case RightParen:
    case RightBracket:
    case RightBrace:
    case This:
    case Super:
    case Null:
    case True:
    case False:
      return true;
    default:
      return kind >= kFirstStrictWord;
  }
}

Counts lex(std::string_view source) {
  AtomTable atoms(source.size());
  support::DiagnosticSink sink;
  Lexer lexer(source, {.goal = Goal::Script}, atoms, sink);
  std::vector<bool> braces;  // true for `${`
  Counts counts;
  TokenKind last = TokenKind::Semicolon;
  for (;;) {
    lexer.next();
    TokenKind kind = lexer.token().kind;
    if (kind == TokenKind::EndOfFile) break;
    if (kind == TokenKind::Greater) {
      lexer.rescan_greater();
    } else if (kind == TokenKind::Slash || kind == TokenKind::SlashEqual) {
      if (!ends_operand(last)) lexer.rescan_regexp();
    } else if (kind == TokenKind::LeftBrace || kind == TokenKind::TemplateHead) {
      braces.push_back(kind == TokenKind::TemplateHead);
    } else if (kind == TokenKind::RightBrace && !braces.empty()) {
      if (braces.back()) lexer.rescan_template();
      if (lexer.token().kind != TokenKind::TemplateMiddle) braces.pop_back();
    }
    last = lexer.token().kind;
    counts.tokens++;
  }
  counts.atoms = atoms.count();
  counts.diagnostics = sink.all().size();
  return counts;
}

int measure(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "lex_bench: cannot read %s\n", path);
    return 1;
  }
  const std::string source{std::istreambuf_iterator<char>(file), {}};

  using Clock = std::chrono::steady_clock;
  constexpr int kRuns = 20;
  double best = 1e9;
  Counts counts;
  for (int i = 0; i < kRuns; i++) {
    const Clock::time_point start = Clock::now();
    counts = lex(source);
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  std::printf("%s: %.2f ms, %.0f MB/s, %zu tokens, %.2f ns each, %zu atoms, %zu diagnostics\n",
              path, best * 1e3, static_cast<double>(source.size()) / best / 1e6, counts.tokens,
              best * 1e9 / static_cast<double>(std::max<size_t>(counts.tokens, 1)), counts.atoms,
              counts.diagnostics);
  return 0;
}

}  // namespace

}  // namespace perry::frontend

int main(int argc, char** argv) {
  int failures = 0;
  for (int i = 1; i < argc; i++) failures += perry::frontend::measure(argv[i]);
  return failures == 0 ? 0 : 1;
}
