#include "support/diag/code_frame.h"
#include "support/diag/render.h"
#include "support/source/display.h"

namespace perry::support {

namespace {

// A message that quotes a whole minified program helps nobody.
constexpr size_t kMostMessageColumns = 1000;

std::string to_message(std::string_view text) { return to_display(text, kMostMessageColumns); }

void put_heading(StyledText& out, const Diagnostic& diagnostic) {
  const bool is_error = diagnostic.info->severity == Severity::Error;
  std::string kind = is_error ? "error[" : "warning[";
  kind += diagnostic.info->code;
  kind += ']';
  out.put(is_error ? TextStyle::Error : TextStyle::Warning, kind);
  out.put(TextStyle::Strong, ": " + to_message(format_message(diagnostic))).end_line();
}

void put_position(StyledText& out, const SourceFile& file, Span span, size_t gutter) {
  const LineColumn at = file.position_utf16(span.start);
  out.put(std::string(gutter, ' ')).put(TextStyle::Gutter, "--> ");
  out.put(to_message(file.name()) + ':' + std::to_string(at.line + 1) + ':' +
          std::to_string(at.column + 1));
  out.end_line();
}

void put_note(StyledText& out, std::string_view note, size_t gutter) {
  out.put(std::string(gutter, ' ')).put(TextStyle::Gutter, " = ").put(TextStyle::Note, "note");
  std::string_view lead = ": ";
  std::string indent;
  while (true) {
    const size_t end = note.find('\n');
    out.put(indent).put(lead).put(to_message(note.substr(0, end))).end_line();
    if (end == std::string_view::npos) return;
    note.remove_prefix(end + 1);
    lead = {};
    // Below the text of the first line.
    indent.assign(gutter + 9, ' ');
  }
}

void put_diagnostic(StyledText& out, const SourceFile* file, const Diagnostic& diagnostic,
                    const TextOptions& options) {
  put_heading(out, diagnostic);
  const size_t gutter = file != nullptr ? gutter_width(*file, diagnostic) : 1;
  if (file != nullptr) {
    put_position(out, *file, diagnostic.span, gutter);
    put_code_frame(out, *file, diagnostic, options);
  }
  for (const std::string& note : diagnostic.notes) put_note(out, note, gutter);
  for (const DiagnosticFix& fix : diagnostic.fixes) {
    out.put(TextStyle::Help, "help").put(": " + to_message(fix.message)).end_line();
    if (file != nullptr) put_fix_preview(out, *file, fix, gutter, options);
  }
}

}  // namespace

std::string render_text(const DiagnosticGroup& group, const TextOptions& options) {
  StyledText out(options.color);
  bool is_first = true;
  for (const Diagnostic& diagnostic : group.diagnostics) {
    if (!is_first) out.end_line();
    is_first = false;
    put_diagnostic(out, group.file, diagnostic, options);
  }
  return out.take();
}

}  // namespace perry::support
