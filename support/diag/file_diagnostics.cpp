#include "support/diag/file_diagnostics.h"

#include "support/diag/codes.h"

namespace perry::support {

DiagnosticBuilder report_read_error(DiagnosticSink& sink, const FsError& error, size_t limit) {
  switch (error.kind) {
    case FsErrorKind::NotFound:
      return sink.report(kFileNotFound, {}, error.path);
    case FsErrorKind::IsDirectory:
      return sink.report(kFileIsDirectory, {}, error.path);
    case FsErrorKind::SpecialFile:
      return sink.report(kFileIsSpecial, {}, error.path);
    case FsErrorKind::TooLarge:
      return sink.report(kFileTooLarge, {}, error.path, static_cast<int64_t>(limit));
    case FsErrorKind::SymlinkCycle:
      return sink.report(kSymlinkCycle, {}, error.path);
    default:
      return sink.report(kFileUnreadable, {}, error.path, error.reason());
  }
}

DiagnosticBuilder report_write_error(DiagnosticSink& sink, const FsError& error) {
  return sink.report(kFileUnwritable, {}, error.path, error.reason());
}

void report_dropped(DiagnosticSink& sink, const DiagnosticSink& file_sink) {
  if (file_sink.dropped() == 0) return;
  sink.report(kTooManyDiagnostics, {}, static_cast<int64_t>(file_sink.dropped()));
}

}  // namespace perry::support
