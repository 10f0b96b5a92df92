#include <doctest/doctest.h>

#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

// The part of the rendering from the first `help` on.
std::string help_of(const SourceFile& file, std::vector<DiagnosticEdit> edits) {
  DiagnosticSink sink;
  sink.report(kPlain, {0, 0});
  sink.all().back().fixes.push_back({"do it", std::move(edits)});
  const std::string text = render_text({&file, sink.all()}, {});
  return text.substr(text.find("help"));
}

TEST_CASE("an insertion shows the new line and what is new") {
  const SourceFile file("a.ts", "\tlet 漢 = foo(1\nnext\n");
  CHECK(help_of(file, {{{16, 16}, ");"}}) == R"(help: do it
  |
1 |     let 漢 = foo(1);
  |                   ++
)");
}

TEST_CASE("several insertions of one fix are shown together") {
  const SourceFile file("a.ts", "a = b\n");
  CHECK(help_of(file, {{{5, 5}, ")"}, {{4, 4}, "("}}) == R"(help: do it
  |
1 | a = (b)
  |     + +
)");
}

TEST_CASE("a replacement shows old and new") {
  const SourceFile file("a.ts", "x\nvar a = 1;\n");
  CHECK(help_of(file, {{{2, 5}, "let"}}) == R"(help: do it
  |
2 - var a = 1;
2 + let a = 1;
)");
}

TEST_CASE("a fix over several lines shows them all") {
  const SourceFile file("a.ts", "a(\n  b\n);\n");
  CHECK(help_of(file, {{{2, 7}, "b"}}) == R"(help: do it
  |
1 - a(
2 -   b
3 - );
1 + a(b);
)");
  CHECK(help_of(file, {{{9, 9}, "\nc();"}}) == R"(help: do it
  |
3 - );
3 + );
4 + c();
)");
}

TEST_CASE("a fix that is senseless or too big is described only") {
  const SourceFile file("a.ts", std::string(100, '\n'));
  CHECK(help_of(file, {}) == "help: do it\n");
  CHECK(help_of(file, {{{90, 500}, "x"}}) == "help: do it\n");
  CHECK(help_of(file, {{{5, 4}, "x"}}) == "help: do it\n");
  CHECK(help_of(file, {{{4, 6}, "x"}, {{5, 7}, "y"}}) == "help: do it\n");
  CHECK(help_of(file, {{{0, 90}, "x"}}) == "help: do it\n");
  CHECK(help_of(file, {{{0, 0}, std::string(50, '\n')}}) == "help: do it\n");
}

}  // namespace
