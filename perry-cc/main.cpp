#include "perry-cc/command_line/options.h"
#include "perry-cc/driver/batch.h"
#include "perry-cc/driver/run.h"
#include "perry-cc/driver/standard_streams.h"

int main(int argc, char** argv) {
  using namespace perry::cc;

  survive_closed_pipes();
  const CommandLine command_line = read_command_line(argc, argv);
  if (command_line.exit_code) return *command_line.exit_code;
  const Options& options = command_line.options;
  return options.batch ? run_batch(options) : run_file(options);
}
