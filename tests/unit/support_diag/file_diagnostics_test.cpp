#include "support/diag/file_diagnostics.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

std::string read_message(const FsError& error) {
  DiagnosticSink sink;
  report_read_error(sink, error, 100);
  return render_text({nullptr, sink.all()}, {});
}

TEST_CASE("each way of not being readable has its own words") {
  CHECK(read_message(FsError::from_errno(ENOENT, "a")) ==
        "error[P9001]: file `a` does not exist\n");
  CHECK(read_message(FsError::from_errno(EACCES, "a")) ==
        "error[P9002]: cannot read `a`: permission denied\n");
  CHECK(read_message(FsError::from_errno(EISDIR, "a")) ==
        "error[P9003]: `a` is a directory, not a file\n");
  CHECK(read_message({FsErrorKind::SpecialFile, 0, "a"}) ==
        "error[P9004]: `a` is a device, socket or pipe, not a regular file\n");
  CHECK(read_message({FsErrorKind::TooLarge, 0, "a"}) ==
        "error[P9005]: `a` is larger than the limit of 100 bytes\n");
  CHECK(read_message(FsError::from_errno(ELOOP, "a")) ==
        "error[P9006]: `a` leads through a cycle of symbolic links\n");
}

TEST_CASE("writing") {
  DiagnosticSink sink;
  report_write_error(sink, FsError::from_errno(ENOSPC, "out.o"));
  CHECK(render_text({nullptr, sink.all()}, {}) ==
        "error[P9007]: cannot write `out.o`: no space left\n");
}

TEST_CASE("what a limit left out is counted") {
  DiagnosticSink of_file;
  DiagnosticSink sink;
  of_file.set_limit(1);
  of_file.report(kPlain, {0, 0});
  report_dropped(sink, of_file);
  CHECK(sink.all().empty());
  of_file.report(kPlain, {0, 0});
  of_file.report(kPlain, {1, 1});
  report_dropped(sink, of_file);
  CHECK(render_text({nullptr, sink.all()}, {}) ==
        "warning[P9008]: 2 further diagnostics are not shown\n");
}

}  // namespace
