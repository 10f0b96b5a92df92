#include <doctest/doctest.h>

#include "generator/dev/watch.h"
#include "generator/report/build_report.h"
#include "generator/report/ninja_files.h"
#include "generator/report/run_ninja.h"
#include "support/base/memory_file_system.h"
#include "support/json/json.h"

using namespace perry::generator;

namespace {

constexpr const char* kNinjaFile =
    "rule cc\n  command = x\n\n"
    "build obj/aa/a$ b.o: cc || ../src/a$ b.ts\n  key = 1\n  source = src/a b$$.ts\n"
    "build app: ld obj/aa/a$ b.o | tools/x\n  key = 2\n"
    "build all: phony app\n"
    "build build.ninja: scan | ../c$:d ../src perry.json\n";

TEST_CASE("edges of a build.ninja") {
  const auto edges = read_edges(kNinjaFile);
  REQUIRE(edges.size() == 3);
  CHECK(edges[0].rule == "cc");
  CHECK(edges[0].output == "obj/aa/a b.o");
  CHECK(edges[0].subject == "src/a b$.ts");
  CHECK(edges[1].rule == "ld");
  CHECK(edges[1].subject == "app");
  CHECK(read_inputs(kNinjaFile, "build.ninja") ==
        std::vector<std::string>{"../c:d", "../src", "perry.json"});
  CHECK(read_inputs(kNinjaFile, "other").empty());
}

TEST_CASE("the log of Ninja") {
  const auto log =
      read_ninja_log("# ninja log v5\n1\t20\t333\ta.o\tabc\n2\t5\n30\t40\t444\ta.o\td\n");
  REQUIRE(log.size() == 1);
  CHECK(log.at("a.o").start_ms == 30);
  CHECK(log.at("a.o").end_ms == 40);
  CHECK(times_since(log, log).empty());
  CHECK(times_since({}, log).size() == 1);
}

TEST_CASE("lines of Ninja's output") {
  const auto step = read_step_line("@3 12@ CC src/a.ts");
  REQUIRE(step);
  CHECK(step->finished == 3);
  CHECK(step->total == 12);
  CHECK(step->description == "CC src/a.ts");
  CHECK(!read_step_line("@decorator class"));
  CHECK(!read_step_line("@3 x"));
  CHECK(progress_line(*step, 80) == "[======                  ] 3/12 CC src/a.ts");
  CHECK(progress_line(*step, 42) == "[======                  ] 3/12 ...c/a.ts");
  CHECK(progress_line({.finished = 0, .total = 0, .description = "X"}, 80).ends_with("0/0 X"));
}

TEST_CASE("a summary of what failed") {
  BuildOutcome outcome;
  outcome.steps = {
      {.kind = "CC", .subject = "a.ts", .has_failed = true, .text = "warning: x\nerror[P1]: y\n"},
      {.kind = "CC", .subject = "b.ts", .has_failed = false, .text = {}},
      {.kind = "SCAN", .subject = {}, .has_failed = true, .text = "error[P2]: z\n"}};
  CHECK(summarize_failures(outcome) ==
        "1 step failed, so no program was made:\n  a.ts: error[P1]: y\n");
  outcome.steps.resize(0);
  CHECK(summarize_failures(outcome).empty());
}

TEST_CASE("a trace puts edges that ran at once on lines of their own") {
  TraceInput input;
  input.phases = {{.name = "ninja", .start_ns = 1000, .end_ns = 9000}};
  input.scan = R"({"traceEvents": [{"ph": "X", "name": "graph", "ts": 2.5, "dur": 4}]})";
  input.edges = {{.rule = "cc", .output = "a.o", .subject = "a.ts"},
                 {.rule = "cc", .output = "b.o", .subject = "b.ts"},
                 {.rule = "ld", .output = "app", .subject = "app"}};
  input.times = {{"a.o", {.start_ms = 0, .end_ms = 10, .file_time = "1"}},
                 {"b.o", {.start_ms = 5, .end_ms = 9, .file_time = "1"}},
                 {"app", {.start_ms = 10, .end_ms = 12, .file_time = "1"}}};
  const std::string trace = make_build_trace(input);
  perry::support::JsonDocument json;
  REQUIRE(!json.parse(trace, perry::support::JsonDialect::Strict));
  CHECK(trace.find(R"("tid":1,"name":"cc a.ts")") != std::string::npos);
  CHECK(trace.find(R"("tid":2,"name":"cc b.ts")") != std::string::npos);
  CHECK(trace.find(R"("tid":1,"name":"ld app")") != std::string::npos);
  CHECK(trace.find(R"("name":"graph","ts":2,"dur":4)") != std::string::npos);
}

TEST_CASE("folders that are watched") {
  perry::support::MemoryFileSystem files;
  for (const char* const name :
       {"/p/src/a.ts", "/p/src/deep/b.ts", "/p/node_modules/x/index.js", "/p/.git/HEAD",
        "/p/build/build.ninja", "/p/out/build.ninja", "/elsewhere/c.ts"})
    REQUIRE(files.add_file(name, ""));
  const auto folders = folders_to_watch(
      files, "/p", "/p/build",
      {"/p/src/a.ts", "/p/node_modules/x/index.js", "/elsewhere/c.ts", "/p/build/perry.json"});
  CHECK(folders ==
        std::set<std::string>{"/elsewhere", "/p", "/p/node_modules/x", "/p/src", "/p/src/deep"});
}

}  // namespace
