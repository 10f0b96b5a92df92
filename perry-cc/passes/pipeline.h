#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "perry-cc/passes/pass.h"

namespace perry::passes {

struct PassInfo {
  std::string_view name;
  Pass run;
};
// Every pass, by name and in the order of the pipeline; a pass may stand in it several times.
std::span<const PassInfo> all_passes();
enum class Aim : uint8_t { FastCompilation, FastPrograms };
std::span<const PassInfo> pipeline(Aim aim = Aim::FastCompilation);
const PassInfo* find_pass(std::string_view name);

struct PipelineOptions {
  // Checks every function behind every pass; always on in builds with assertions.
  bool verify = false;
  // Names of passes to print behind, or `all`.
  std::vector<std::string> print_after;
  // Where printed functions go.
  std::string* printed = nullptr;
};

// Runs the steps over one function, or over all; gives back what the verifier found: nothing,
// unless a pass is wrong.
std::string run_passes(ir::Module& module, ir::FunctionId id, std::span<const PassInfo> steps,
                       const PipelineOptions& options);
std::string run_passes(ir::Module& module, std::span<const PassInfo> steps,
                       const PipelineOptions& options);

// The whole of a tool that reads IR, runs passes and prints: for tests, which call it by their own
// command lines. `steps` are names, separated by commas; "pipeline" is the compiler's own order,
// "fast-pipeline" that of programs that are to be fast.
struct OptResult {
  bool ok = false;
  std::string output;  // the module's text, or what is wrong
};
OptResult run_opt(std::string_view text, std::string_view steps, const PipelineOptions& options);

}  // namespace perry::passes
