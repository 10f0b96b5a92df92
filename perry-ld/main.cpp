#include <cstdio>
#include <cstdlib>

#include "perry-ld/driver/options.h"
#include "perry-ld/driver/run.h"

int main(int argc, char** argv) {
  const perry::ld::CommandLine command_line = perry::ld::read_command_line(argc, argv);
  if (command_line.exit_code) return *command_line.exit_code;
  const int code = perry::ld::run_link(command_line.options);
  std::fflush(nullptr);
  // Without taking apart what the linker built up.
  std::_Exit(code);
}
