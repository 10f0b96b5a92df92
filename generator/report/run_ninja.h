#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/process/process.h"

// Runs Ninja and shows what it does: a bar on a terminal, a line for each step elsewhere.
namespace perry::generator {

struct Step {
  std::string kind;     // SCAN, CC, LD, CHECK
  std::string subject;  // the module's source, or the program
  bool has_failed = false;
  std::string text;  // what it printed
};

struct BuildOutcome {
  Exit exit;
  std::vector<Step> steps;  // those that ran, as they ended
  bool ok() const { return exit.ok(); }
};

enum class Detail : unsigned char {
  Steps,    // and what they print
  Trouble,  // what they print; on a terminal also how far they are
  Nothing,
};

// Nothing when Ninja could not be started.
std::optional<BuildOutcome> run_ninja(const std::vector<std::string>& command,
                                      const std::string& folder, Detail detail);

// What the build failed at: each module with its first error. Empty when none did.
std::string summarize_failures(const BuildOutcome& outcome);

// For tests: what one line of Ninja's output says, and the bar that stands for it.
struct StepLine {
  size_t finished = 0;
  size_t total = 0;
  std::string_view description;
};
std::optional<StepLine> read_step_line(std::string_view line);
std::string progress_line(const StepLine& step, size_t width);

}  // namespace perry::generator
