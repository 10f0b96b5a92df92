#include "perry-cc/driver/show_diagnostics.h"

#include "perry-cc/driver/standard_streams.h"
#include "support/diag/codes.h"
#include "support/diag/render.h"

namespace perry::cc {

namespace {

constexpr support::SarifTool kTool = {
    .name = "perry-cc", .version = PERRY_VERSION, .information_uri = {}};

std::string render(const support::DiagnosticGroup& group, const Options& options) {
  switch (options.format) {
    case DiagnosticFormat::Json:
      return support::render_json(group);
    case DiagnosticFormat::Sarif:
      return support::render_sarif({&group, 1}, kTool);
    case DiagnosticFormat::Text:
      break;
  }
  support::TextOptions text;
  text.color = standard_error_color(options.color);
  return support::render_text(group, text);
}

}  // namespace

std::string diagnostics_text(const support::DiagnosticSink& sink, const support::SourceFile* file,
                             const Options& options) {
  // A SARIF log says that nothing was found; the other forms say nothing.
  if (sink.all().empty() && options.format != DiagnosticFormat::Sarif) return {};
  std::string text = render({.file = file, .diagnostics = sink.all()}, options);
  if (sink.dropped() == 0 || options.format == DiagnosticFormat::Sarif) return text;

  support::DiagnosticSink rest;
  rest.report(support::kTooManyDiagnostics, {}, static_cast<int64_t>(sink.dropped()));
  if (options.format == DiagnosticFormat::Text) text += '\n';
  return text + render({.file = nullptr, .diagnostics = rest.all()}, options);
}

void show_diagnostics(const support::DiagnosticSink& sink, const support::SourceFile* file,
                      const Options& options) {
  write_standard_error(diagnostics_text(sink, file, options));
}

}  // namespace perry::cc
