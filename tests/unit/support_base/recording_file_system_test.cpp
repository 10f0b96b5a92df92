#include "support/base/recording_file_system.h"

#include <doctest/doctest.h>

#include "support/base/memory_file_system.h"

using namespace perry::support;

namespace {

TEST_CASE("every probe is logged, misses included") {
  MemoryFileSystem memory;
  REQUIRE(memory.add_file("/a.ts", "x"));
  RecordingFileSystem fs(memory);
  CHECK(*fs.read_file("/a.ts") == "x");
  CHECK_FALSE(fs.stat("/a.js"));
  CHECK(fs.stat("/").has_value());
  CHECK_FALSE(fs.list_directory("/a.ts"));
  CHECK(fs.real_path("/a.ts").has_value());
  CHECK(fs.write_if_changed("/b", "").has_value());
  CHECK(fs.make_directories("/d").has_value());
  CHECK(fs.remove_file("/b").has_value());

  const std::vector<FsProbe> expected{
      {FsProbeKind::ReadFile, "/a.ts", {}, {}},
      {FsProbeKind::Stat, "/a.js", FsErrorKind::NotFound, {}},
      {FsProbeKind::Stat, "/", {}, FileKind::Directory},
      {FsProbeKind::ListDirectory, "/a.ts", FsErrorKind::NotDirectory, {}},
      {FsProbeKind::RealPath, "/a.ts", {}, {}},
      {FsProbeKind::WriteIfChanged, "/b", {}, {}},
      {FsProbeKind::MakeDirectories, "/d", {}, {}},
      {FsProbeKind::RemoveFile, "/b", {}, {}},
  };
  const std::vector<FsProbe> probes = fs.take_probes();
  CHECK(probes == expected);
  CHECK(probes[0].is_hit());
  CHECK_FALSE(probes[1].is_hit());
  CHECK(fs.take_probes().empty());
  CHECK(to_string(FsProbeKind::ListDirectory) == "list-directory");
}

}  // namespace
