#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"

int main(int argc, char** argv) {
  const perry::generator::CommandLine line = perry::generator::read_command_line(argc, argv);
  return line.exit_code ? *line.exit_code : perry::generator::run(line.options);
}
