#include "support/diag/line_view.h"

#include <doctest/doctest.h>

#include "support/source/display.h"

using namespace perry::support;

namespace {

TEST_CASE("a short line is shown whole") {
  const LineView view("\tlet 漢 = 1;", 0, 80, 4);
  CHECK(view.text() == "    let 漢 = 1;");
  CHECK(view.columns(5, 8).start == 8);
  CHECK(view.columns(5, 8).end == 10);
  CHECK(view.columns(0, 1).end == 4);
  CHECK(view.columns(100, 100).start == 15);
  CHECK(view.columns(100, 100).end == 16);
}

TEST_CASE("a long line is cut around the focus") {
  std::string line(500, 'a');
  line += "FOCUS";
  line.append(500, 'b');
  const LineView view(line, 500, 40, 4);
  CHECK(view.text() == "…aaaaaaaaaaaaaFOCUSbbbbbbbbbbbbbbbbbbbbb…");
  CHECK(display_width(view.text(), 4) <= 41);
  CHECK(view.columns(500, 505).start == 14);
  CHECK(view.columns(500, 505).end == 19);
  // Ranges beyond the window are moved to its edges.
  CHECK(view.columns(0, 1).start == 1);
  CHECK(view.columns(0, 1000).end == 40);
  CHECK(view.columns(900, 901).start == 40);
}

TEST_CASE("a focus near the beginning keeps the beginning") {
  const LineView view(std::string(100, 'x'), 10, 20, 4);
  CHECK(view.text() == std::string(20, 'x') + "…");
}

TEST_CASE("a focus at the end of a long line is visible") {
  const std::string line(1000, 'x');
  const LineView view(line, 1000, 30, 4);
  CHECK(view.text() == "…" + std::string(10, 'x'));
  CHECK(view.columns(1000, 1000).start == 11);
}

TEST_CASE("hostile lines take bounded room") {
  const std::string continuations(1'000'000, '\x80');
  CHECK(LineView(continuations, 500'000, 100, 4).text().size() < 1000);
  std::string marks;
  for (int i = 0; i < 500'000; i++) marks += "\u0301";
  CHECK(LineView(marks, 500'000, 100, 4).text().size() < 50'000);
  const std::string controls(1'000'000, '\x1b');
  CHECK(LineView(controls, 999'999, 100, 4).text().find('\x1b') == std::string::npos);
}

}  // namespace
