#pragma once

#include <string>

#include "perry-cc/command_line/compile_options.h"

namespace perry::cc {

// `perry-cc compile`: one source file, or what a request names, to an object file. The exit code.
int run_compile(const CompileOptions& options);

struct CompileOutcome {
  int exit_code = 0;
  std::string code;      // of the first error; empty when there is none
  std::string messages;  // everything that was to be said
};
// The same, which prints nothing.
CompileOutcome compile_file(const CompileOptions& options);

// `perry-cc compile --batch`: answers lines of standard input until it ends (--help describes
// them); the exit code, which says nothing of the verdicts.
int run_compile_batch(const CompileOptions& given);

}  // namespace perry::cc
