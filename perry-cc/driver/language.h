#pragma once

#include <string_view>

#include "frontend/lex/options.h"
#include "perry-cc/command_line/options.h"

namespace perry::cc {

// What the command line says of a source file, and the file's name where it says nothing.
frontend::SourceOptions source_options(const Options& options, std::string_view path);

}  // namespace perry::cc
