#include <doctest/doctest.h>

#include "tests/unit/frontend_parse_ts/first_node.h"

// Input that nests without end is read or reported in time that grows with its length.
namespace perry::frontend::test {

namespace {

std::string repeated(std::string_view text, int count) {
  std::string out;
  out.reserve(text.size() * static_cast<size_t>(count));
  for (int i = 0; i < count; i++) out += text;
  return out;
}

}  // namespace

TEST_CASE("types nested too deeply are cut off") {
  for (const char* open : {"(", "[", "{a:", "B<", "keyof ", "() => ", "A extends B ? ",
                           "({a:", "`${", "(a: ", "new ", "[a: "}) {
    CAPTURE(open);
    CHECK(first_error("type T = " + repeated(open, 50000)) != "");
  }
}

// Reading again what was read in vain is bounded, but takes the square of this up to that bound;
// tests/golden/typescript reaches it. Forever would show at a few dozen.
TEST_CASE("ambiguities nested in each other end") {
  constexpr size_t kDepth = 500;
  for (const char* open : {"f<", "f<(", "a<b,", "<T>(a = ", "a ? (b): c => ", "(a): (",
                           "({a = ", "a<{[b<{[", "async <T>(a = ", "a ? async (b): c => "}) {
    CAPTURE(open);
    CHECK(first_error("x = " + repeated(open, kDepth)) != "");
  }
  CHECK(first_error("type T = B extends " + repeated("[infer A extends ", kDepth) + "?") != "");
}

TEST_CASE("elements nested too deeply are cut off") {
  for (const char* open : {"<a>", "<a b=", "<a>{", "<A<"}) {
    CAPTURE(open);
    CHECK(first_error("x = " + repeated(open, 50000), "a.tsx") != "");
  }
}

}  // namespace perry::frontend::test
