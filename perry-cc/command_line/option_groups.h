#pragma once

#include <string>

#include "perry-cc/command_line/options.h"
#include "support/command_line/command_line.h"

namespace perry::cc {

// Groups of options that every mode of the program has.
void add_source_options(support::CommandSyntax& command, Options& options);
void add_diagnostic_options(support::CommandSyntax& command, Options& options);
void add_cost_options(support::CommandSyntax& command, Options& options);

int usage_error(const std::string& message);

}  // namespace perry::cc
