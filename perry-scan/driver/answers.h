#pragma once

#include <string>
#include <string_view>

#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/settings.h"
#include "support/base/file_system.h"

// Answers to questions about a program, as text.
namespace perry::scan {

struct Question {
  const Graph* graph;
  Exports* exports;
  const BuildSettings* settings;
  support::FileSystem* files;
  bool has_build_folder = false;  // so that there is something to compare with
};

// How the program comes to have a module and, in a build folder, why it is or was compiled again.
// `wanted` is a source, an id, an object file or the name of a program.
std::string explain_module(const Question& question, std::string_view wanted);

// JSON: for each module that was compiled since the scan before, why.
std::string list_changes(const Question& question);

}  // namespace perry::scan
