#include "support/base/trace.h"

#include <doctest/doctest.h>

#include <thread>

using namespace perry::support;

namespace {

int64_t fake_time_ns = 0;

TEST_CASE("a phase without a trace does nothing") { const Phase phase(nullptr, "parse", "a.ts"); }

TEST_CASE("phases become events and totals") {
  fake_time_ns = 5'000;
  Trace trace([] { return fake_time_ns; });
  {
    const Phase outer(&trace, "scan");
    fake_time_ns += 1'500;
    for (const char* path : {"a.ts", "b\".ts"}) {
      const Phase inner(&trace, "parse", path);
      fake_time_ns += 2'000;
    }
  }
  std::thread([&trace] { const Phase other(&trace, "scan"); }).join();

  const std::vector<Trace::Total> totals = trace.totals();
  REQUIRE(totals.size() == 2);
  CHECK(totals[0].name == "parse");
  CHECK(totals[0].count == 2);
  CHECK(totals[0].duration_ns == 4'000);
  CHECK(totals[1].count == 2);
  CHECK(totals[1].duration_ns == 5'500);
  CHECK(
      trace.to_chrome_json("perry-scan") ==
      R"({"displayTimeUnit":"ms","traceEvents":[{"ph":"M","pid":1,"name":"process_name","args":{"name":"perry-scan"}},
{"ph":"X","pid":1,"tid":1,"ts":1.500,"dur":2.000,"name":"parse","args":{"detail":"a.ts"}},
{"ph":"X","pid":1,"tid":1,"ts":3.500,"dur":2.000,"name":"parse","args":{"detail":"b\".ts"}},
{"ph":"X","pid":1,"tid":1,"ts":0.000,"dur":5.500,"name":"scan"},
{"ph":"X","pid":1,"tid":2,"ts":5.500,"dur":0.000,"name":"scan"}]}
)");
}

}  // namespace
