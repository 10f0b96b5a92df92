#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "perry-cc/command_line/compile_options.h"
#include "perry-cc/command_line/options.h"
#include "perry-cc/driver/batch.h"
#include "perry-cc/driver/compile.h"
#include "perry-cc/driver/run.h"
#include "perry-cc/driver/standard_streams.h"

namespace cc = perry::cc;

namespace {

int run(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "compile") {
    const cc::CompileCommandLine compile = cc::read_compile_command_line(argc - 1, argv + 1);
    if (compile.exit_code) return *compile.exit_code;
    return compile.options.source.batch ? cc::run_compile_batch(compile.options)
                                        : cc::run_compile(compile.options);
  }
  const cc::CommandLine command_line = cc::read_command_line(argc, argv);
  if (command_line.exit_code) return *command_line.exit_code;
  const cc::Options& options = command_line.options;
  return options.batch ? cc::run_batch(options) : cc::run_file(options);
}

}  // namespace

int main(int argc, char** argv) {
  cc::survive_closed_pipes();
  const int code = run(argc, argv);
  std::fflush(nullptr);
  // Without taking apart LLVM's thousands of options.
  std::_Exit(code);
}
