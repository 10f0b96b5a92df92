#include <doctest/doctest.h>

#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

std::string format(std::string_view message, std::vector<DiagnosticArg> args) {
  const DiagnosticInfo info{"T", "T", Severity::Error, message};
  Diagnostic diagnostic;
  diagnostic.info = &info;
  diagnostic.args = std::move(args);
  return format_message(diagnostic);
}

TEST_CASE("placeholders and braces") {
  CHECK(format("a {0} b {1} {0}", {"x", int64_t{-5}}) == "a x b -5 x");
  CHECK(format("`{{` and `}`", {}) == "`{` and `}`");
  CHECK(format("{{0}", {"x"}) == "{0}");
  CHECK(format("{", {}) == "{");
  CHECK(format("{0", {"x"}) == "{0");
  CHECK(format("{1} {x}", {"x"}) == "{1} {x}");
  CHECK(format("{0}", {"{1}"}) == "{1}");
}

TEST_CASE("a sink counts, limits and rewinds") {
  DiagnosticSink sink;
  sink.set_limit(3);
  sink.report(kTooMany, {0, 1}, 7);
  CHECK_FALSE(sink.has_errors());
  const DiagnosticSink::Mark mark = sink.mark();
  sink.report(kExpected, {0, 1}, "a", "b").label({1, 2}, "x").note("n");
  CHECK(sink.has_errors());
  sink.rewind(mark);
  CHECK_FALSE(sink.has_errors());
  CHECK(sink.all().size() == 1);
  for (int i = 0; i < 5; i++) sink.report(kPlain, {0, 1}).label({0, 1}, "dropped with it");
  CHECK(sink.all().size() == 3);
  CHECK(sink.dropped() == 3);
}

TEST_CASE("an error beyond the limit still counts, a warning does not become one") {
  DiagnosticSink sink;
  sink.set_limit(1);
  sink.report(kTooMany, {0, 1}, 1);
  sink.report(kTooMany, {0, 1}, 2);
  CHECK_FALSE(sink.has_errors());
  sink.report(kPlain, {0, 1});
  CHECK(sink.has_errors());
  sink.sort();
  CHECK(sink.has_errors());
}

TEST_CASE("sorting goes by position, code and arguments, and drops repeats") {
  DiagnosticSink sink;
  sink.report(kPlain, {5, 6});
  sink.report(kExpected, {2, 9}, "b", "x");
  sink.report(kExpected, {2, 9}, "a", "x").note("first");
  sink.report(kExpected, {2, 9}, "a", "x").note("second");
  sink.report(kPlain, {2, 3});
  sink.report(kTooMany, {2, 9}, 1);
  sink.sort();
  const std::vector<Diagnostic>& all = sink.all();
  REQUIRE(all.size() == 5);
  CHECK(all[0].info == &kPlain.info);
  CHECK(all[1].args[0] == DiagnosticArg("a"));
  CHECK(all[1].notes == std::vector<std::string>{"first"});
  CHECK(all[2].args[0] == DiagnosticArg("b"));
  CHECK(all[3].info == &kTooMany.info);
  CHECK(all[4].span.start == 5);
  CHECK(sink.has_errors());
}

}  // namespace
