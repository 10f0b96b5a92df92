#include <string>
#include <string_view>

#include "frontend/dump/text_writer.h"
#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/driver/compile.h"
#include "perry-cc/driver/line_reader.h"
#include "perry-cc/driver/standard_streams.h"

namespace perry::cc {

namespace {

std::string_view verdict_of(int exit_code) {
  switch (exit_code) {
    case kExitSuccess:
      return "ok";
    case kExitInternal:
      return "broken";
    default:
      return "error";
  }
}

void answer(const CompileOutcome& outcome, frontend::TextWriter& out) {
  out.put(verdict_of(outcome.exit_code));
  out.put('\t');
  out.put(outcome.code.empty() ? "-" : std::string_view(outcome.code));
  out.put('\t');
  out.number(outcome.messages.size());
  out.put('\n');
  out.put(outcome.messages);
}

}  // namespace

int run_compile_batch(const CompileOptions& given) {
  StandardOutput output;
  frontend::TextWriter out(output);
  LineReader lines(out);
  CompileOptions options = given;
  for (std::string_view line; lines.next(line) && !output.error();) {
    options.request = take_field(line, '\t');
    options.source.output = take_field(line, '\t');
    if (options.request.empty() || options.source.output.empty() || !line.empty()) {
      out.flush();
      write_standard_error("perry-cc: not a request and an object, separated by a tab\n");
      return kExitUsage;
    }
    answer(compile_file(options), out);
    // Whoever asks knows which request it was if this process ends.
    out.flush();
  }
  out.flush();
  return output.error() ? kExitDiagnostics : kExitSuccess;
}

}  // namespace perry::cc
