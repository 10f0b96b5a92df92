#include "frontend/dump/record.h"

#include <string_view>
#include <vector>

#include "frontend/module/names.h"

namespace perry::frontend {

namespace {

std::string_view goal_name(Goal goal) {
  switch (goal) {
    case Goal::Script:
      return "script";
    case Goal::Module:
      return "module";
    case Goal::CommonJS:
      return "commonjs";
  }
  return "";
}

std::string_view phase_name(ImportPhase phase) {
  switch (phase) {
    case ImportPhase::Evaluation:
      return "evaluation";
    case ImportPhase::Source:
      return "source";
    case ImportPhase::Defer:
      return "defer";
  }
  return "";
}

// The members of one entry, on one line.
class EntryWriter {
 public:
  explicit EntryWriter(TextWriter& out) : out_(out) { out_.put('{'); }
  ~EntryWriter() { out_.put('}'); }
  EntryWriter(const EntryWriter&) = delete;
  EntryWriter& operator=(const EntryWriter&) = delete;

  void text(std::string_view name, std::string_view value) {
    key(name);
    out_.json_string(value);
  }
  void number(std::string_view name, uint32_t value) {
    key(name);
    out_.number(value);
  }
  void fact(std::string_view name, bool holds) {
    if (!holds) return;
    key(name);
    out_.put("true");
  }
  void span(support::Span span) {
    key("span");
    out_.put('[');
    out_.number(span.start);
    out_.put(", ");
    out_.number(span.end);
    out_.put(']');
  }
  void key(std::string_view name) {
    if (!is_first_) out_.put(", ");
    is_first_ = false;
    out_.json_string(name);
    out_.put(": ");
  }

 private:
  TextWriter& out_;
  bool is_first_ = true;
};

class RecordWriter {
 public:
  explicit RecordWriter(TextWriter& out) : out_(out) {}

  void write(const ModuleRecord& record);

 private:
  void member(std::string_view name) {
    out_.put(is_first_ ? "{\n  " : ",\n  ");
    is_first_ = false;
    out_.json_string(name);
    out_.put(": ");
  }

  // An array with one item a line.
  template <class T, class Write>
  void lines(std::string_view name, const std::vector<T>& items, Write write_item) {
    member(name);
    out_.put('[');
    for (size_t i = 0; i < items.size(); i++) {
      out_.put(i == 0 ? "\n    " : ",\n    ");
      write_item(items[i]);
    }
    out_.put(items.empty() ? "]" : "\n  ]");
  }

  void strings(std::string_view name, const std::vector<std::string>& items) {
    member(name);
    out_.put('[');
    for (size_t i = 0; i < items.size(); i++) {
      if (i != 0) out_.put(", ");
      out_.json_string(items[i]);
    }
    out_.put(']');
  }

  void fact(std::string_view name, bool holds) {
    member(name);
    out_.put(holds ? "true" : "false");
  }

  void order(const std::vector<uint32_t>& indices);
  void request(const ModuleRequest& r);
  void import_entry(const ImportEntry& e);
  void export_entry(const ExportEntry& e);
  void directive(const Directive& d);

  TextWriter& out_;
  bool is_first_ = true;
};

void RecordWriter::order(const std::vector<uint32_t>& indices) {
  member("evaluationOrder");
  out_.put('[');
  for (size_t i = 0; i < indices.size(); i++) {
    if (i != 0) out_.put(", ");
    out_.number(indices[i]);
  }
  out_.put(']');
}

void RecordWriter::request(const ModuleRequest& r) {
  EntryWriter entry(out_);
  entry.text("kind", to_string(r.kind));
  entry.text("specifier", r.specifier);
  if (r.phase != ImportPhase::Evaluation) entry.text("phase", phase_name(r.phase));
  if (!r.attributes.empty()) {
    entry.key("attributes");
    EntryWriter attributes(out_);
    for (const ImportAttribute& a : r.attributes) attributes.text(a.key, a.value);
  }
  entry.fact("typeOnly", r.type_only);
  entry.fact("elidable", r.elidable);
  entry.fact("optional", r.optional);
  entry.span(r.span);
}

void RecordWriter::import_entry(const ImportEntry& e) {
  EntryWriter entry(out_);
  entry.text("kind", to_string(e.kind));
  entry.number("request", e.request);
  if (e.kind != ImportEntry::Kind::Namespace) entry.text("imported", e.imported);
  entry.text("local", e.local);
  entry.fact("typeOnly", e.type_only);
  entry.fact("usedAsValue", e.used_as_value);
  entry.fact("usedInMetadata", e.used_in_metadata);
  entry.span(e.span);
}

void RecordWriter::export_entry(const ExportEntry& e) {
  EntryWriter entry(out_);
  entry.text("kind", to_string(e.kind));
  if (e.request != UINT32_MAX) entry.number("request", e.request);
  if (e.kind != ExportEntry::Kind::Star) entry.text("exported", e.exported);
  if (!e.local.empty()) entry.text("local", e.local);
  if (e.kind == ExportEntry::Kind::Indirect) entry.text("imported", e.imported);
  entry.fact("typeOnly", e.type_only);
  entry.span(e.span);
}

void RecordWriter::directive(const Directive& d) {
  EntryWriter entry(out_);
  entry.text("kind", to_string(d.kind));
  if (!d.value.empty()) entry.text("value", d.value);
  entry.span(d.span);
}

void RecordWriter::write(const ModuleRecord& record) {
  member("goal");
  out_.json_string(goal_name(record.goal));
  lines("requests", record.requests, [&](const ModuleRequest& r) { request(r); });
  order(record.evaluation_order);
  lines("imports", record.imports, [&](const ImportEntry& e) { import_entry(e); });
  lines("exports", record.exports, [&](const ExportEntry& e) { export_entry(e); });
  lines("directives", record.directives, [&](const Directive& d) { directive(d); });
  strings("commonjsExports", record.commonjs_exports);
  strings("commonjsReexports", record.commonjs_reexports);
  strings("pureFunctions", record.pure_functions);
  fact("hasModuleSyntax", record.has_module_syntax);
  fact("hasTopLevelAwait", record.has_top_level_await);
  fact("usesImportMeta", record.uses_import_meta);
  fact("usesCommonjsGlobals", record.uses_commonjs_globals);
  fact("usesJsx", record.uses_jsx);
  fact("usesDirectEval", record.uses_direct_eval);
  fact("strict", record.strict);
  fact("sideEffectFree", record.side_effect_free);
  fact("readsImports", record.reads_imports);
  out_.put("\n}\n");
}

}  // namespace

void dump_record(const ModuleRecord& record, TextWriter& out) { RecordWriter(out).write(record); }

}  // namespace perry::frontend
