#include <doctest/doctest.h>

#include "generator/report/amounts.h"
#include "generator/report/cache_summary.h"
#include "support/base/memory_file_system.h"

using namespace perry;
using namespace perry::generator;

namespace {

support::EdgeRecord edge(std::string_view kind, std::string_view outcome, std::string_view name) {
  support::EdgeRecord record;
  record.kind = kind;
  record.outcome = outcome;
  record.name = name;
  record.bytes = 100;
  return record;
}

TEST_CASE("amounts") {
  CHECK(amount_of_bytes(0) == "0 bytes");
  CHECK(amount_of_bytes(1023) == "1023 bytes");
  CHECK(amount_of_bytes(1536) == "1.5 KiB");
  CHECK(amount_of_bytes(uint64_t{5} << 30) == "5.0 GiB");
  CHECK(amount_of_time(-5) == "0 seconds");
  CHECK(amount_of_time(1) == "1 second");
  CHECK(amount_of_time(150) == "2 minutes");
  CHECK(amount_of_time(7200) == "2 hours");
  CHECK(amount_of_time(2'592'000) == "30 days");
  CHECK(amount_of(2, "object") == "2 objects");
}

TEST_CASE("a summary counts what was noted since the mark") {
  support::MemoryFileSystem files;
  REQUIRE(files.make_directories("/b"));
  CHECK(describe(summarize_cache(files, "/b", 0)) == "cache: not used\n");
  const std::string before = support::write_edge(edge("cc", "compiled", "src/a.ts"));
  REQUIRE(files.write_if_changed("/b/edges.log", before));
  REQUIRE(files.write_if_changed("/b/cache.conf", "perry cache settings 1\nfolder /c\n"));
  const uint64_t mark = mark_edge_log(files, "/b");
  support::EdgeRecord stored = edge("cc", "compiled", "src/a.ts");
  stored.stores = 1;
  stored.errors = 2;
  stored.problem = "no room";
  const std::string text = before + support::write_edge(edge("scan", "changed", "build.ninja")) +
                           support::write_edge(stored) +
                           support::write_edge(edge("cc", "cached", "src/b.ts")) +
                           support::write_edge(edge("ld", "unchanged", "app"));
  REQUIRE(files.write_if_changed("/b/edges.log", text));
  const CacheSummary summary = summarize_cache(files, "/b", mark);
  CHECK(summary.problem == "no room");
  CHECK(describe(summary) ==
        "cache: 1/2 hit (1 miss), 1 object stored, 100 bytes read, 100 bytes written, 2 errors\n");
  // A log that was begun anew is read from its start.
  CHECK(summarize_cache(files, "/b", 1'000'000).compiles.size() == 3);
  CHECK(describe_last_compile(files, "/b", "src/b.ts").starts_with("  taken from the cache"));
  CHECK(describe_last_compile(files, "/b", "src/c.ts").empty());
}

}  // namespace
