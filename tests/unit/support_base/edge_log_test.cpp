#include "support/base/edge_log.h"

#include <doctest/doctest.h>

#include "support/base/real_file_system.h"
#include "tests/unit/support_base/temporary_directory.h"

using namespace perry::support;

namespace {

EdgeRecord sample() {
  EdgeRecord record;
  record.kind = "cc";
  record.outcome = "cached";
  record.name = "src/a b.ts";
  record.key = "ab12";
  record.tier = "http://host/x";
  record.start_us = 1'700'000'000'000'000;
  record.duration_us = 2;
  record.bytes = 3;
  record.stores = 4;
  record.errors = 5;
  record.problem = "why not";
  return record;
}

TEST_CASE("records come back") {
  const EdgeRecord empty;
  CHECK(read_edges(write_edge(sample()) + write_edge(empty)) == std::vector{sample(), empty});
}

TEST_CASE("what would break a line becomes a space") {
  EdgeRecord record = sample();
  record.problem = "a\tb\nc";
  CHECK(read_edges(write_edge(record)).at(0).problem == "a b c");
}

TEST_CASE("what is not ours is stepped over") {
  const std::string line = write_edge(sample());
  CHECK(read_edges("").empty());
  CHECK(read_edges(line.substr(0, line.size() - 1)).empty());
  CHECK(read_edges("2" + line.substr(1) + "nonsense\n\n" + line).size() == 1);
  CHECK(read_edges("1\tcc\tcached\tx\t0\t0\t0\t0\t\t\t\t\n").empty());
  CHECK(read_edges("1\tcc\tcached\t0\t0\t0\t0\t0\t\t\t\t\t\n").empty());
}

TEST_CASE("a log grows line by line") {
  const TemporaryDirectory directory;
  RealFileSystem files;
  append_edge(directory / "log", sample());
  append_edge(directory / "log", sample());
  append_edge(directory / "no/folder/log", sample());
  CHECK(read_edges(*files.read_file(directory / "log")).size() == 2);
}

TEST_CASE("an edge takes the time between its beginning and its end") {
  EdgeRecord record = begin_edge("ld");
  CHECK(record.kind == "ld");
  CHECK(record.start_us > 1'700'000'000'000'000);
  end_edge(record);
  CHECK(record.duration_us < 60'000'000);
}

}  // namespace
