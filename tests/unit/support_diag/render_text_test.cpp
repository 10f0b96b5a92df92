#include <doctest/doctest.h>

#include <random>

#include "support/diag/codes.h"
#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

std::string render(const SourceFile& file, const DiagnosticSink& sink, TextOptions options = {}) {
  return render_text({&file, sink.all()}, options);
}

TEST_CASE("one range") {
  const SourceFile file("src/a.ts", "let a;\nlet b = }\n");
  DiagnosticSink sink;
  sink.report(kExpected, find(file, "}"), "an expression", "`}`");
  CHECK(render(file, sink) == R"(error[T0001]: expected an expression, found `}`
 --> src/a.ts:2:9
  |
2 | let b = }
  |         ^
)");
}

TEST_CASE("labels hang below their ranges, notes follow") {
  const SourceFile file("a.ts", "let first = foo(1;\n");
  DiagnosticSink sink;
  sink.report(kExpected, find(file, ";"), "`)`", "`;`")
      .label(find(file, "("), "opened here")
      .label(find(file, "first"), "for this")
      .note("one line\nand another");
  CHECK(render(file, sink) == R"(error[T0001]: expected `)`, found `;`
 --> a.ts:1:18
  |
1 | let first = foo(1;
  |     -----      - ^
  |     |          |
  |     |          opened here
  |     for this
  = note: one line
          and another
)");
}

TEST_CASE("a label with the diagnostic's own range is its text") {
  const SourceFile file("a.ts", "let a, a;\n");
  DiagnosticSink sink;
  sink.report(kTooMany, {7, 8}, 2).label({7, 8}, "again").label({4, 5}, "first");
  CHECK(render(file, sink) == R"(warning[T0002]: 2 is too many
 --> a.ts:1:8
  |
1 | let a, a;
  |     -  ^ again
  |     |
  |     first
)");
}

TEST_CASE("overlapping ranges") {
  const SourceFile file("a.ts", "abc.def.ghi\n");
  DiagnosticSink sink;
  sink.report(kPlain, {4, 7}).label({0, 11}, "all").label({4, 7}, "part");
  CHECK(render(file, sink) == R"(error[T0003]: plain
 --> a.ts:1:5
  |
1 | abc.def.ghi
  | ----^^^----
  | |   |
  | |   part
  | all
)");
}

TEST_CASE("tabs, wide characters, combining marks and emoji keep the underline in place") {
  const SourceFile file("a.ts", "\tconst 漢字 = \"e\u0301👩‍👩‍👧🇩🇪\" + é;\n");
  DiagnosticSink sink;
  sink.report(kPlain, find(file, "é"))
      .label(find(file, "漢字"), "wide")
      .label(find(file, "👩‍👩‍👧"), "family");
  CHECK(render(file, sink) ==
        "error[T0003]: plain\n"
        " --> a.ts:1:32\n"
        "  |\n"
        "1 |     const 漢字 = \"e\u0301👩‍👩‍👧🇩🇪\" + é;\n"
        "  |           ----     --      ^\n"
        "  |           |        |\n"
        "  |           |        family\n"
        "  |           wide\n");
}

TEST_CASE("control bytes, malformed UTF-8 and reordering are made visible") {
  const SourceFile file("a\x1b.ts", "\x1b[2J \xFF \u202E x\n");
  DiagnosticSink sink;
  sink.report(kExpected, find(file, "x"), "\x07", "\xC3").note("\x1b[31m");
  CHECK(render(file, sink) == R"(error[T0001]: expected ␇, found <C3>
 --> a␛.ts:1:10
  |
1 | ␛[2J <FF> <U+202E> x
  |                    ^
  = note: ␛[31m
)");
}

TEST_CASE("lines between are left out, but not a single one") {
  const SourceFile file("a.ts", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n");
  DiagnosticSink sink;
  sink.report(kPlain, find(file, "l")).label(find(file, "a"), "one").label(find(file, "c"), "two");
  CHECK(render(file, sink) == R"(error[T0003]: plain
  --> a.ts:12:1
   |
1  | a
   | - one
2  | b
3  | c
   | - two
...
12 | l
   | ^
)");
}

TEST_CASE("ranges over several lines run down the margin") {
  const SourceFile file(
      "a.ts", "function f() {\n  a();\n  b();\n  c();\n  d();\n  return {\n    x\n  };\n}\n");
  DiagnosticSink sink;
  sink.report(kPlain, {0, find(file, "\n}\n").end - 1})
      .label(find(file, "{\n    x\n  }"), "this object")
      .label(find(file, "a()"), "call");
  CHECK(render(file, sink) == R"(error[T0003]: plain
 --> a.ts:1:1
  |
1 |     function f() {
  |  ___^
2 | |     a();
  | |     --- call
... |
6 | |     return {
  | |  __________-
7 | | |     x
8 | | |   };
  | | |___- this object
9 | |   }
  | |___^
)");
}

TEST_CASE("ends of lines and of files") {
  const SourceFile file("a.ts", "ab\n");
  DiagnosticSink sink;
  sink.report(kPlain, {2, 3});
  sink.report(kPlain, {1, 3});
  sink.report(kPlain, {3, 3});
  sink.report(kPlain, {100, 200});
  CHECK(render(file, sink) == R"(error[T0003]: plain
 --> a.ts:1:3
  |
1 | ab
  |   ^

error[T0003]: plain
 --> a.ts:1:2
  |
1 | ab
  |  ^

error[T0003]: plain
 --> a.ts:2:1
  |
2 |
  | ^

error[T0003]: plain
 --> a.ts:2:1
  |
2 |
  | ^
)");
}

TEST_CASE("an empty file and a byte order mark") {
  const SourceFile empty("a.ts", "");
  DiagnosticSink sink;
  sink.report(kPlain, {0, 0});
  CHECK(render(empty, sink) == "error[T0003]: plain\n --> a.ts:1:1\n  |\n1 |\n  | ^\n");
  const SourceFile marked("a.ts", "\uFEFFlet\n");
  DiagnosticSink at_start;
  at_start.report(kPlain, {0, 6});
  CHECK(render(marked, at_start) == "error[T0003]: plain\n --> a.ts:1:1\n  |\n1 | let\n  | ^^^\n");
}

TEST_CASE("a minified line is cut around the range") {
  std::string text;
  for (int i = 0; i < 200'000; i++) text += "var a" + std::to_string(i) + "=1;";
  const SourceFile file("m.js", text);
  DiagnosticSink sink;
  sink.report(kPlain, find(file, "a100000"));
  TextOptions options;
  options.most_columns = 60;
  CHECK(render(file, sink, options) == R"(error[T0003]: plain
 --> m.js:1:1288895
  |
1 | …=1;var a99999=1;var a100000=1;var a100001=1;var a100002=1;v…
  |                      ^^^^^^^
)");
}

TEST_CASE("a thousand diagnostics in one line of megabytes take no time") {
  const SourceFile file("m.js", std::string(8'000'000, 'x'));
  DiagnosticSink sink;
  for (uint32_t i = 0; i < 1000; i++)
    sink.report(kPlain, {i * 7000, i * 7000 + 3}).fix({i * 7000, i * 7000}, "y", "insert `y`");
  CHECK(render(file, sink).size() < 500'000);
}

TEST_CASE("without a file there is no frame") {
  DiagnosticSink sink;
  sink.report(kFileIsDirectory, {}, "src").note("name a file");
  CHECK(render_text({nullptr, sink.all()}, {}) ==
        "error[P9003]: `src` is a directory, not a file\n  = note: name a file\n");
}

// Random text, made of what is special to the renderer more often than not.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"a",    "b ",     "\t", "\n",          "\r\n", "\u2028",
                                          "漢",   "\u0301", "😀", "👩‍👧", "\xFF", "\xE2\x80",
                                          "\x1b", "\u202E", "{",  "\uFEFF"};
  std::string text;
  for (uint32_t left = random() % 60; left != 0; left--)
    text += kPieces[random() % std::size(kPieces)];
  return text;
}

TEST_CASE("any ranges in any bytes can be shown, and never disturb the terminal") {
  std::mt19937 random(7);
  for (int round = 0; round < 5'000; round++) {
    const SourceFile file(random_text(random), random_text(random));
    const auto span = [&] {
      const uint32_t start = random() % (file.size() + 3);
      return Span{start, start + static_cast<uint32_t>(random() % 20)};
    };
    DiagnosticSink sink;
    sink.report(kExpected, span(), random_text(random), "x")
        .label(span(), random_text(random))
        .label(span(), random_text(random))
        .label(span(), "")
        .note(random_text(random))
        .fix(span(), random_text(random), random_text(random));
    TextOptions options;
    options.most_columns = 5 + random() % 40;
    const std::string text = render(file, sink, options);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find('\t') == std::string::npos);
    render_json({&file, sink.all()});
  }
}

TEST_CASE("colours stand around the parts") {
  const SourceFile file("a.ts", "x\n");
  DiagnosticSink sink;
  sink.report(kPlain, {0, 1}).note("n");
  TextOptions options;
  options.color = ColorUse::On;
  const std::string text = render(file, sink, options);
  CHECK(text.starts_with("\x1b[1;31merror[T0003]\x1b[0m\x1b[1m: plain\x1b[0m\n"));
  CHECK(text.find("\x1b[1;34m1 | \x1b[0mx\n") != std::string::npos);
  CHECK(text.find("\x1b[1;31m^\x1b[0m\n") != std::string::npos);
  // Without its escapes it is the plain rendering.
  std::string plain;
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else
      plain += text[i];
  }
  CHECK(plain.find("1 | x\n") != std::string::npos);
}

}  // namespace
