#include "perry-cc/driver/run.h"

#include <optional>
#include <string>

#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/driver/costs.h"
#include "perry-cc/driver/front_end.h"
#include "perry-cc/driver/language.h"
#include "perry-cc/driver/show_diagnostics.h"
#include "perry-cc/driver/source_input.h"
#include "perry-cc/driver/standard_streams.h"
#include "support/base/real_file_system.h"
#include "support/base/trace.h"

namespace perry::cc {

namespace {

class StringSink final : public frontend::TextSink {
 public:
  void write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// What is wrong with the inputs and outputs as such. It has no place in the source.
class Problems {
 public:
  support::DiagnosticSink& sink() { return sink_; }
  bool any() const { return sink_.has_errors(); }
  void add_unwritable(const support::FsError& error) { report_unwritable(error, sink_); }

 private:
  support::DiagnosticSink sink_;
};

std::string run_on_big_stack(const FrontEndRequest& request, support::DiagnosticSink& sink,
                             frontend::TextSink& output, support::Trace* trace) {
  return support::run_with_stack(kStackSize, [&] {
    frontend::TextWriter writer(output);
    const auto limit = support::StackLimit::current(kStackReserve);
    return run_front_end(request, sink, writer, limit, trace);
  });
}

// Streams to standard output, or writes the file once it is complete. Gives back the compiler's own
// faults.
std::string run_and_write(const Options& options, const FrontEndRequest& request,
                          support::FileSystem& files, support::DiagnosticSink& sink,
                          Problems& problems, support::Trace* trace) {
  if (options.output.empty()) {
    StandardOutput output;
    std::string faults = run_on_big_stack(request, sink, output, trace);
    if (output.error()) problems.add_unwritable(*output.error());
    return faults;
  }
  StringSink output;
  std::string faults = run_on_big_stack(request, sink, output, trace);
  const auto written = files.write_if_changed(options.output, output.text());
  if (!written) problems.add_unwritable(written.error());
  return faults;
}

void write_trace(const Options& options, const support::Trace& trace, support::FileSystem& files,
                 Problems& problems) {
  const auto written = files.write_if_changed(options.trace_file, trace.to_chrome_json("perry-cc"));
  if (!written) problems.add_unwritable(written.error());
}

}  // namespace

int run_file(const Options& options) {
  support::RealFileSystem files;
  Problems problems;
  std::optional<support::Trace> recorded;
  if (options.show_costs || !options.trace_file.empty()) recorded.emplace();
  support::Trace* const trace = recorded ? &*recorded : nullptr;

  std::optional<support::SourceFile> file;
  {
    const support::Phase phase(trace, "read");
    file = read_source(files, options.input, problems.sink());
  }
  support::DiagnosticSink diagnostics;
  diagnostics.set_limit(options.most_diagnostics);
  std::string faults;
  if (file) {
    const FrontEndRequest request = {.text = file->text(),
                                     .path = options.input,
                                     .source = source_options(options, options.input),
                                     .stop_after = options.stop_after,
                                     .dump = options.dump,
                                     .ir = ir_options(options)};
    faults = run_and_write(options, request, files, diagnostics, problems, trace);
    show_diagnostics(diagnostics, &*file, options);
  }
  if (!options.trace_file.empty()) write_trace(options, *trace, files, problems);
  if (problems.any()) show_diagnostics(problems.sink(), nullptr, options);
  if (options.show_costs) write_standard_error(describe_costs(*trace));
  if (!faults.empty()) {
    write_standard_error("perry-cc: the compiler has made IR that breaks its rules\n" + faults);
    return kExitInternal;
  }
  return diagnostics.has_errors() || problems.any() ? kExitDiagnostics : kExitSuccess;
}

}  // namespace perry::cc
