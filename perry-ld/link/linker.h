#pragma once

#include <string>
#include <vector>

namespace perry::ld {

struct LinkerResult {
  bool ok = false;
  std::string messages;  // what the linker wrote, as it wrote it
};

// Runs lld for ELF in this process, with a command line as `ld.lld` takes it behind its name. What
// it allocated is kept until the next run, and then left to the system.
LinkerResult run_linker(const std::vector<std::string>& arguments);

// Tells builds of the linker apart.
std::string linker_version();

}  // namespace perry::ld
