#include "perry-cc/driver/batch.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/driver/front_end.h"
#include "perry-cc/driver/language.h"
#include "perry-cc/driver/line_reader.h"
#include "perry-cc/driver/source_input.h"
#include "perry-cc/driver/standard_streams.h"
#include "support/base/real_file_system.h"

namespace perry::cc {

namespace {

class StringSink final : public frontend::TextSink {
 public:
  void write(std::string_view text) override { text_ += text; }
  std::string& text() { return text_; }

 private:
  std::string text_;
};

struct BatchRequest {
  std::string_view path;
  frontend::SourceOptions source;
};

// None for a line that is not a request.
std::optional<BatchRequest> parse_request(std::string_view line, Options options) {
  BatchRequest request;
  request.path = take_field(line, '\t');
  if (const std::string_view goal = take_field(line, '\t'); !goal.empty()) {
    options.goal = goal_named(goal);
    if (!options.goal) return std::nullopt;
  }
  if (const std::string_view language = take_field(line, '\t'); !language.empty()) {
    options.language = language_named(language);
    if (!options.language) return std::nullopt;
  }
  request.source = source_options(options, request.path);
  std::string_view flags = take_field(line, '\t');
  while (!flags.empty()) {
    const std::string_view flag = take_field(flags, ',');
    if (flag == "strict")
      request.source.strict = true;
    else if (flag == "no-annex-b")
      request.source.annex_b = false;
    else
      return std::nullopt;
  }
  return request;
}

class Batch {
 public:
  Batch(const Options& options, frontend::TextWriter& out, support::StackLimit stack)
      : options_(options), out_(out), stack_(stack) {}

  // False for a line that is not a request.
  bool answer(std::string_view line) {
    const auto request = parse_request(line, options_);
    if (!request) return false;
    support::DiagnosticSink sink;
    const auto file = read_source(files_, request->path, sink);
    StringSink dump;
    std::string faults;
    if (file) {
      frontend::TextWriter writer(dump);
      faults = run_front_end({.text = file->text(),
                              .path = request->path,
                              .source = request->source,
                              .stop_after = options_.stop_after,
                              .dump = options_.dump,
                              .ir = ir_options(options_)},
                             sink, writer, stack_, nullptr);
    }
    if (!faults.empty()) write_standard_error(std::string(request->path) + ": " + faults);
    const char* verdict = !file               ? "unreadable"
                          : !faults.empty()   ? "broken"
                          : sink.has_errors() ? "error"
                                              : "ok";
    result(verdict, sink, dump.text());
    return true;
  }

 private:
  void result(std::string_view verdict, const support::DiagnosticSink& sink,
              std::string_view dump) {
    out_.put(verdict);
    out_.put('\t');
    const auto is_error = [](const support::Diagnostic& d) {
      return d.info->severity == support::Severity::Error;
    };
    const auto first = std::ranges::find_if(sink.all(), is_error);
    out_.put(first == sink.all().end() ? "-" : first->info->code);
    out_.put('\t');
    out_.number(dump.size());
    out_.put('\n');
    out_.put(dump);
  }

  const Options& options_;
  frontend::TextWriter& out_;
  support::StackLimit stack_;
  support::RealFileSystem files_;
};

}  // namespace

int run_batch(const Options& options) {
  return support::run_with_stack(kStackSize, [&options] {
    StandardOutput output;
    frontend::TextWriter out(output);
    LineReader lines(out);
    Batch batch(options, out, support::StackLimit::current(kStackReserve));
    for (std::string_view line; lines.next(line) && !output.error();) {
      if (batch.answer(line)) continue;
      out.flush();
      write_standard_error("perry-cc: not a request: " + std::string(line) + "\n");
      return kExitUsage;
    }
    out.flush();
    return output.error() ? kExitDiagnostics : kExitSuccess;
  });
}

}  // namespace perry::cc
