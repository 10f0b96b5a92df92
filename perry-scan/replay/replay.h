#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "perry-scan/database/database.h"
#include "perry-scan/database/sources.h"
#include "perry-scan/plan/settings.h"
#include "support/base/file_system.h"
#include "support/base/hash256.h"
#include "support/base/stack.h"

// Most edits change what a module does and nothing that another file, or the graph, could tell. The
// scan then would find all that it found the last time, and write it again but for the requests of
// what was edited: their sources' hashes. So these are put into what is there.
namespace perry::scan {

struct ReplayInput {
  support::FileSystem* files;
  const Database* database;
  const BuildSettings* settings;
  support::Hash256 situation;  // as in LastScan
  std::string program;         // our own identity
  int64_t now_ns = 0;
  support::StackLimit stack;
};

struct Replayed {
  Sources::Counts counts;
  size_t modules = 0;
  size_t requests = 0;
  size_t requests_written = 0;
  std::optional<std::string> ninja_file;  // the text that build.ninja is to have, if another one
  std::optional<std::string> database;    // for next time, if another one
};

// Nothing where the scan may find something else. New requests are written by then, as by
// write_outputs.
std::optional<Replayed> replay(const ReplayInput& input);

}  // namespace perry::scan
