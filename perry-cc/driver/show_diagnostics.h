#pragma once

#include <string>

#include "perry-cc/command_line/options.h"
#include "support/diag/diagnostic.h"
#include "support/source/source_file.h"

namespace perry::cc {

// Diagnostics in the form that was asked for. `file` may be null.
std::string diagnostics_text(const support::DiagnosticSink& sink, const support::SourceFile* file,
                             const Options& options);

// Writes diagnostics to standard error in the form that was asked for. `file` may be null.
void show_diagnostics(const support::DiagnosticSink& sink, const support::SourceFile* file,
                      const Options& options);

}  // namespace perry::cc
