#include "support/diag/stored_diagnostics.h"

namespace perry::support {

namespace {

enum ArgTag : uint8_t { kTextArg = 0, kNumberArg = 1 };

void write_span(BinaryWriter& out, Span span) {
  out.varint(span.start);
  out.varint(span.size());
}

void write_diagnostic(BinaryWriter& out, const Diagnostic& diagnostic) {
  out.string(diagnostic.info->code);
  write_span(out, diagnostic.span);
  out.varint(diagnostic.args.size());
  for (const DiagnosticArg& arg : diagnostic.args) {
    if (const std::string* text = std::get_if<std::string>(&arg)) {
      out.u8(kTextArg);
      out.string(*text);
    } else {
      out.u8(kNumberArg);
      out.signed_varint(std::get<int64_t>(arg));
    }
  }
  out.varint(diagnostic.labels.size());
  for (const DiagnosticLabel& label : diagnostic.labels) {
    write_span(out, label.span);
    out.string(label.text);
  }
  out.varint(diagnostic.notes.size());
  for (const std::string& note : diagnostic.notes) out.string(note);
  out.varint(diagnostic.fixes.size());
  for (const DiagnosticFix& fix : diagnostic.fixes) {
    out.string(fix.message);
    out.varint(fix.edits.size());
    for (const DiagnosticEdit& edit : fix.edits) {
      write_span(out, edit.span);
      out.string(edit.replacement);
    }
  }
}

// A diagnostic without anything beyond its code takes at least this many bytes with its length.
constexpr size_t kSmallestDiagnostic = 4 + 7;

class StoredReader {
 public:
  StoredReader(BinaryReader& in, const DiagnosticRegistry& registry, uint32_t source_size)
      : in_(in), registry_(registry), source_size_(source_size) {}

  bool has_unknown_code() const { return has_unknown_code_; }

  Diagnostic diagnostic() {
    Diagnostic d;
    d.info = registry_.find(in_.string());
    if (in_.ok() && d.info == nullptr) {
      has_unknown_code_ = true;
      in_.fail();
    }
    d.span = span();
    for (size_t left = in_.count(2); left != 0 && in_.ok(); left--) d.args.push_back(arg());
    for (size_t left = in_.count(3); left != 0 && in_.ok(); left--) {
      const Span place = span();
      d.labels.push_back({place, text()});
    }
    for (size_t left = in_.count(); left != 0 && in_.ok(); left--) d.notes.push_back(text());
    for (size_t left = in_.count(2); left != 0 && in_.ok(); left--) d.fixes.push_back(fix());
    return d;
  }

 private:
  std::string text() { return std::string(in_.string()); }

  Span span() {
    const uint32_t start = in_.varint32();
    const uint32_t size = in_.varint32();
    if (start > source_size_ || size > source_size_ - start) {
      in_.fail();
      return {};
    }
    return {start, start + size};
  }

  DiagnosticArg arg() {
    switch (in_.u8()) {
      case kTextArg:
        return text();
      case kNumberArg:
        return in_.signed_varint();
      default:
        in_.fail();
        return int64_t{0};
    }
  }

  DiagnosticFix fix() {
    DiagnosticFix fix{text(), {}};
    for (size_t left = in_.count(3); left != 0 && in_.ok(); left--) {
      const Span place = span();
      fix.edits.push_back({place, text()});
    }
    return fix;
  }

  BinaryReader& in_;
  const DiagnosticRegistry& registry_;
  uint32_t source_size_;
  bool has_unknown_code_ = false;
};

}  // namespace

void store_diagnostics(BinaryWriter& out, std::span<const Diagnostic> diagnostics) {
  out.u8(kStoredDiagnosticsVersion);
  out.varint(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) {
    const size_t mark = out.begin_record();
    write_diagnostic(out, diagnostic);
    out.end_record(mark);
  }
}

std::expected<std::vector<Diagnostic>, StoredDiagnosticsError> load_diagnostics(
    BinaryReader& in, const DiagnosticRegistry& registry, uint32_t source_size) {
  const uint8_t version = in.u8();
  if (in.ok() && version != kStoredDiagnosticsVersion)
    return std::unexpected(StoredDiagnosticsError::OtherVersion);
  StoredReader reader(in, registry, source_size);
  std::vector<Diagnostic> diagnostics;
  for (size_t left = in.count(kSmallestDiagnostic); left != 0 && in.ok(); left--) {
    const size_t mark = in.enter_record();
    diagnostics.push_back(reader.diagnostic());
    in.leave_record(mark);
  }
  if (reader.has_unknown_code()) return std::unexpected(StoredDiagnosticsError::UnknownCode);
  if (!in.ok()) return std::unexpected(StoredDiagnosticsError::Malformed);
  return diagnostics;
}

}  // namespace perry::support
