#include "perry-scan/driver/command_line.h"
#include "perry-scan/driver/run.h"

int main(int argc, char** argv) {
  const perry::scan::CommandLine line = perry::scan::read_command_line(argc, argv);
  return line.exit_code ? *line.exit_code : perry::scan::run(line.options);
}
