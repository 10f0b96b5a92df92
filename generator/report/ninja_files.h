#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What Ninja reads, writes and prints, as far as reports need it.
namespace perry::generator {

// One edge of build.ninja that has a command: `cc` with the module's source, `ld` with the
// program's name, `scan`.
struct BuildEdge {
  std::string rule;
  std::string output;
  std::string subject;
};
std::vector<BuildEdge> read_edges(std::string_view build_ninja);

// What the edge that makes `output` waits for, escapes resolved.
std::vector<std::string> read_inputs(std::string_view build_ninja, std::string_view output);

// When an edge last ran, in milliseconds since the start of that build.
struct EdgeTime {
  int64_t start_ms = 0;
  int64_t end_ms = 0;
  std::string file_time;  // what tells one run of it from the next
  friend bool operator==(const EdgeTime&, const EdgeTime&) = default;
};
// By output, from .ninja_log.
std::map<std::string, EdgeTime, std::less<>> read_ninja_log(std::string_view text);

}  // namespace perry::generator
