#include "support/base/json_writer.h"
#include "support/diag/render.h"

namespace perry::support {

namespace {

void write_position(JsonWriter& json, const SourceFile& file, uint32_t offset) {
  const LineColumn at = file.position_utf16(offset);
  json.begin_object();
  json.member("line", int64_t{at.line} + 1);
  json.member("column", int64_t{at.column} + 1);
  json.member("offset", int64_t{offset});
  json.end_object();
}

void write_span(JsonWriter& json, const SourceFile* file, Span span) {
  json.key("span");
  if (file == nullptr) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("start");
  write_position(json, *file, span.start);
  json.key("end");
  write_position(json, *file, span.end);
  json.end_object();
}

void write_args(JsonWriter& json, const std::vector<DiagnosticArg>& args) {
  json.key("args");
  json.begin_array();
  for (const DiagnosticArg& arg : args) {
    if (const std::string* text = std::get_if<std::string>(&arg))
      json.string(*text);
    else
      json.number(std::get<int64_t>(arg));
  }
  json.end_array();
}

void write_fix(JsonWriter& json, const SourceFile* file, const DiagnosticFix& fix) {
  json.begin_object();
  json.member("message", fix.message);
  json.key("edits");
  json.begin_array();
  for (const DiagnosticEdit& edit : fix.edits) {
    json.begin_object();
    write_span(json, file, edit.span);
    json.member("replacement", edit.replacement);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const SourceFile* file, const Diagnostic& diagnostic) {
  json.begin_object();
  json.member("code", diagnostic.info->code);
  json.member("name", diagnostic.info->name);
  json.member("severity", diagnostic.info->severity == Severity::Error ? "error" : "warning");
  json.member("message", format_message(diagnostic));
  write_args(json, diagnostic.args);
  json.key("file");
  if (file != nullptr)
    json.string(file->name());
  else
    json.null();
  write_span(json, file, diagnostic.span);
  json.key("labels");
  json.begin_array();
  for (const DiagnosticLabel& label : diagnostic.labels) {
    json.begin_object();
    write_span(json, file, label.span);
    json.member("text", label.text);
    json.end_object();
  }
  json.end_array();
  json.key("notes");
  json.begin_array();
  for (const std::string& note : diagnostic.notes) json.string(note);
  json.end_array();
  json.key("fixes");
  json.begin_array();
  for (const DiagnosticFix& fix : diagnostic.fixes) write_fix(json, file, fix);
  json.end_array();
  json.end_object();
}

}  // namespace

std::string render_json(const DiagnosticGroup& group) {
  std::string out;
  for (const Diagnostic& diagnostic : group.diagnostics) {
    JsonWriter json(out);
    write_diagnostic(json, group.file, diagnostic);
    out += '\n';
  }
  return out;
}

}  // namespace perry::support
