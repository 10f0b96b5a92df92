#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What the steps of a build did: each appends one line to a file in the build folder, whoever
// started it. `perry` reads them for its reports and traces. docs/formats/edge-log.md describes the
// lines.
namespace perry::support {

struct EdgeRecord {
  std::string kind;       // scan, cc or ld
  std::string outcome;    // see the format's page
  std::string name;       // the source file or the program
  std::string key;        // what was compiled or linked; empty for a scan
  std::string tier;       // where it came from; empty unless it was found
  uint64_t start_us = 0;  // since 1970
  uint64_t duration_us = 0;
  uint64_t bytes = 0;   // of the object or the program
  uint64_t stores = 0;  // in how many tiers it is kept now
  uint64_t errors = 0;  // of the cache; none fails a build
  std::string problem;  // the first of these
  friend bool operator==(const EdgeRecord&, const EdgeRecord&) = default;
};

// One that begins now.
EdgeRecord begin_edge(std::string_view kind);
// Its duration ends now.
void end_edge(EdgeRecord& record);

std::string write_edge(const EdgeRecord& record);
// All that are whole; what somebody else wrote is stepped over.
std::vector<EdgeRecord> read_edges(std::string_view text);

// In one piece, so that lines of several processes never mix. A build does not depend on it.
void append_edge(const std::string& file, const EdgeRecord& record);

}  // namespace perry::support
