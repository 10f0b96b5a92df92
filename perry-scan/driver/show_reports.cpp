#include "perry-scan/driver/show_reports.h"

#include <optional>

#include "perry-scan/driver/system.h"
#include "support/base/path.h"
#include "support/diag/codes.h"
#include "support/diag/render.h"
#include "support/source/source_file.h"

namespace perry::scan {

namespace {

constexpr size_t kLargestShown = size_t{100} << 20;

std::string shown_name(std::string_view path, std::string_view root) {
  return support::is_path_inside(path, root) ? support::relative_path(path, root)
                                             : std::string(path);
}

std::string render(const support::DiagnosticGroup& group, const Options& options) {
  if (options.format == ReportFormat::Json) return support::render_json(group);
  support::TextOptions text;
  text.color = support::decide_color(options.color, {.is_terminal = is_terminal_standard_error()});
  return support::render_text(group, text);
}

}  // namespace

void show_reports(Reports& reports, std::string_view root, support::FileSystem& files,
                  const Options& options) {
  std::string all;
  const auto add = [&](const support::DiagnosticGroup& group) {
    if (group.diagnostics.empty()) return;
    if (!all.empty() && options.format == ReportFormat::Text) all += "\n";
    all += render(group, options);
  };
  for (auto& [path, file] : reports.files()) {
    if (file.sink.all().empty()) continue;
    file.sink.sort();
    std::optional<support::SourceFile> source;
    if (!path.empty() && !file.has_text) {
      if (auto text = files.read_file(path, kLargestShown)) file.text = std::move(*text);
    }
    if (!path.empty()) source.emplace(shown_name(path, root), file.text);
    add({.file = source ? &*source : nullptr, .diagnostics = file.sink.all()});
    if (file.sink.dropped() == 0) continue;
    support::DiagnosticSink rest;
    rest.report(support::kTooManyDiagnostics, {}, static_cast<int64_t>(file.sink.dropped()));
    add({.file = nullptr, .diagnostics = rest.all()});
  }
  if (!reports.hint().empty() && options.format == ReportFormat::Text)
    all += "\n" + reports.hint() + "\n";
  write_standard_error(all);
}

}  // namespace perry::scan
