#pragma once

#include <cstddef>

#include "support/base/file_system.h"
#include "support/diag/diagnostic.h"

// File-system errors as diagnostics, told apart as finely as their remedies differ. They are about
// a whole file, so they belong into a sink whose diagnostics have no source file.
namespace perry::support {

// `limit` is what was given to `read_file`.
DiagnosticBuilder report_read_error(DiagnosticSink& sink, const FsError& error, size_t limit);
DiagnosticBuilder report_write_error(DiagnosticSink& sink, const FsError& error);

// Says that some of `file_sink`'s diagnostics were left out, if so.
void report_dropped(DiagnosticSink& sink, const DiagnosticSink& file_sink);

}  // namespace perry::support
