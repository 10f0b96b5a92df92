#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perry::cc {

// What a child process has come to.
struct ChildResult {
  int exit_code = 0;     // as a shell reports it, 128 and more for a signal
  std::string ended_by;  // the name of that signal
  std::string output;    // of its standard output, if that was caught
};

enum class ChildOutput : bool { Shown, Caught };

// Runs a program, feeds it `input` and waits for its end. Its standard error is ours. Nothing when
// it cannot be started or its output cannot be read.
std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                     std::string_view input, ChildOutput output);

void write_standard_error_text(std::string_view text);

}  // namespace perry::cc
