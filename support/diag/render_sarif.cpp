#include <algorithm>
#include <set>

#include "support/base/json_writer.h"
#include "support/diag/render.h"

// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Section numbers below are its own.

namespace perry::support {

namespace {

// A file name as a URI reference (3.4.3): each byte that a path segment may not hold is escaped.
std::string to_uri(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kAllowed = "-._~!$&'()*+,;=@/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    const uint8_t byte = static_cast<uint8_t>(c);
    const bool is_alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_alphanumeric || kAllowed.contains(c)) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

class SarifWriter {
 public:
  explicit SarifWriter(std::string& out) : json_(out) {}

  void write(std::span<const DiagnosticGroup> groups, const SarifTool& tool) {
    collect_rules(groups);
    json_.begin_object();
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    write_tool(tool);
    json_.member("columnKind", "utf16CodeUnits");
    write_newline_sequences();
    json_.key("results");
    json_.begin_array();
    for (const DiagnosticGroup& group : groups)
      for (const Diagnostic& diagnostic : group.diagnostics) write_result(group.file, diagnostic);
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

 private:
  void collect_rules(std::span<const DiagnosticGroup> groups) {
    std::set<std::string_view> seen;
    for (const DiagnosticGroup& group : groups)
      for (const Diagnostic& diagnostic : group.diagnostics)
        if (seen.insert(diagnostic.info->code).second) rules_.push_back(diagnostic.info);
    std::ranges::sort(rules_, {}, [](const DiagnosticInfo* rule) { return rule->code; });
  }

  int64_t rule_index(const DiagnosticInfo* info) const {
    const auto rule = std::ranges::lower_bound(rules_, info->code, {},
                                               [](const DiagnosticInfo* r) { return r->code; });
    return rule - rules_.begin();
  }

  // 3.11
  void write_message(std::string_view key, std::string_view text) {
    json_.key(key);
    json_.begin_object();
    json_.member("text", text);
    json_.end_object();
  }

  // 3.18
  void write_tool(const SarifTool& tool) {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", tool.name);
    json_.member("version", tool.version);
    if (!tool.information_uri.empty()) json_.member("informationUri", tool.information_uri);
    json_.key("rules");
    json_.begin_array();
    for (const DiagnosticInfo* rule : rules_) {
      json_.begin_object();
      json_.member("id", rule->code);
      json_.member("name", rule->name);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  // 3.14.27: ours are more than the two that readers assume.
  void write_newline_sequences() {
    json_.key("newlineSequences");
    json_.begin_array();
    for (std::string_view end : {"\r\n", "\n", "\r", "\u2028", "\u2029"}) json_.string(end);
    json_.end_array();
  }

  // 3.30
  void write_region(std::string_view key, const SourceFile& file, Span span) {
    const LineColumn start = file.position_utf16(span.start);
    const LineColumn end = file.position_utf16(span.end);
    json_.key(key);
    json_.begin_object();
    json_.member("startLine", int64_t{start.line} + 1);
    json_.member("startColumn", int64_t{start.column} + 1);
    json_.member("endLine", int64_t{end.line} + 1);
    json_.member("endColumn", int64_t{end.column} + 1);
    json_.member("byteOffset", int64_t{span.start});
    json_.member("byteLength", int64_t{span.size()});
    json_.end_object();
  }

  void write_artifact(const SourceFile& file) {
    json_.key("artifactLocation");
    json_.begin_object();
    json_.member("uri", to_uri(file.name()));
    json_.end_object();
  }

  // 3.28
  void write_location(const SourceFile& file, Span span, const std::string* text) {
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    write_artifact(file);
    write_region("region", file, span);
    json_.end_object();
    if (text != nullptr) write_message("message", *text);
    json_.end_object();
  }

  // 3.55
  void write_fix(const SourceFile& file, const DiagnosticFix& fix) {
    json_.begin_object();
    write_message("description", fix.message);
    json_.key("artifactChanges");
    json_.begin_array();
    json_.begin_object();
    write_artifact(file);
    json_.key("replacements");
    json_.begin_array();
    for (const DiagnosticEdit& edit : fix.edits) {
      json_.begin_object();
      write_region("deletedRegion", file, edit.span);
      write_message("insertedContent", edit.replacement);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

  // 3.27. A result has one message, so the notes follow the text in it.
  void write_result(const SourceFile* file, const Diagnostic& diagnostic) {
    std::string message = format_message(diagnostic);
    for (const std::string& note : diagnostic.notes) message += "\n" + note;

    json_.begin_object();
    json_.member("ruleId", diagnostic.info->code);
    json_.member("ruleIndex", rule_index(diagnostic.info));
    json_.member("level", diagnostic.info->severity == Severity::Error ? "error" : "warning");
    write_message("message", message);
    if (file != nullptr) write_places(*file, diagnostic);
    json_.end_object();
  }

  void write_places(const SourceFile& file, const Diagnostic& diagnostic) {
    json_.key("locations");
    json_.begin_array();
    write_location(file, diagnostic.span, nullptr);
    json_.end_array();
    if (!diagnostic.labels.empty()) {
      json_.key("relatedLocations");
      json_.begin_array();
      for (const DiagnosticLabel& label : diagnostic.labels)
        write_location(file, label.span, &label.text);
      json_.end_array();
    }
    if (!diagnostic.fixes.empty()) {
      json_.key("fixes");
      json_.begin_array();
      for (const DiagnosticFix& fix : diagnostic.fixes) write_fix(file, fix);
      json_.end_array();
    }
  }

  JsonWriter json_;
  std::vector<const DiagnosticInfo*> rules_;
};

}  // namespace

std::string render_sarif(std::span<const DiagnosticGroup> groups, const SarifTool& tool) {
  std::string out;
  SarifWriter(out).write(groups, tool);
  out += '\n';
  return out;
}

}  // namespace perry::support
