#include <algorithm>

#include "support/diag/code_frame.h"
#include "support/diag/line_view.h"

// A fix is shown as what it leaves behind. A fix that only inserts into one line shows the new line
// with `+` under what is new; any other shows the old lines and the new ones, as a patch does.

namespace perry::support {

namespace {

// A bigger rewrite is described by its message alone.
constexpr uint32_t kMostLines = 8;
// A thousand fixes in a minified program must not copy it a thousand times.
constexpr uint32_t kMostBytes = 64 << 10;

struct Patch {
  uint32_t first_line = 0;
  std::vector<std::string_view> old_lines;
  std::string new_text;
  std::vector<std::string_view> new_lines;
  // Where each replacement stands in `new_text`.
  std::vector<Span> inserted;
  bool only_inserts = true;
};

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool are_applicable(const std::vector<DiagnosticEdit>& sorted, uint32_t size) {
  uint32_t done = 0;
  for (const DiagnosticEdit& edit : sorted) {
    if (edit.span.start < done || edit.span.end < edit.span.start || edit.span.end > size)
      return false;
    done = edit.span.end;
  }
  return !sorted.empty();
}

// False when the fix is too big to show, or senseless.
bool make_patch(const SourceFile& file, const DiagnosticFix& fix, Patch& patch) {
  std::vector<DiagnosticEdit> edits = fix.edits;
  std::ranges::sort(edits, {}, [](const DiagnosticEdit& e) { return e.span.start; });
  if (!are_applicable(edits, file.size())) return false;
  patch.first_line = file.line_of(edits.front().span.start);
  const uint32_t last_line = file.line_of(edits.back().span.end);
  if (last_line - patch.first_line >= kMostLines) return false;

  uint32_t done = file.line_start(patch.first_line);
  const uint32_t end = std::max(file.line_span(last_line).end, edits.back().span.end);
  if (end - done > kMostBytes) return false;
  for (const DiagnosticEdit& edit : edits) {
    patch.new_text += file.text({done, edit.span.start});
    const uint32_t start = static_cast<uint32_t>(patch.new_text.size());
    patch.new_text += edit.replacement;
    patch.inserted.push_back({start, static_cast<uint32_t>(patch.new_text.size())});
    if (edit.span.size() != 0) patch.only_inserts = false;
    done = edit.span.end;
  }
  patch.new_text += file.text({done, end});
  patch.new_lines = split_lines(patch.new_text);
  for (uint32_t line = patch.first_line; line <= last_line; line++)
    patch.old_lines.push_back(file.text(file.line_span(line)));
  return patch.new_lines.size() <= kMostLines;
}

}  // namespace

void put_fix_preview(StyledText& out, const SourceFile& file, const DiagnosticFix& fix,
                     size_t gutter, const TextOptions& options) {
  Patch patch;
  if (!make_patch(file, fix, patch)) return;
  put_empty_gutter(out, gutter);
  out.end_line();
  // The first line is cut around the first edit, and the others at their end.
  const auto view_of = [&](std::string_view line, bool is_first) {
    const size_t focus = is_first ? patch.inserted.front().start : 0;
    return LineView(line, focus, options.most_columns, options.tab_width);
  };

  if (patch.only_inserts && patch.new_lines.size() == 1) {
    const LineView view = view_of(patch.new_lines.front(), true);
    put_gutter(out, gutter, patch.first_line);
    out.put(view.text()).end_line();
    std::string marks;
    for (Span inserted : patch.inserted) {
      const ColumnRange columns = view.columns(inserted.start, inserted.end);
      marks.resize(std::max(marks.size(), columns.start), ' ');
      marks.resize(std::max(marks.size(), columns.end), '+');
    }
    put_empty_gutter(out, gutter);
    out.put(TextStyle::Added, marks).end_line();
    return;
  }
  const auto put_lines = [&](std::span<const std::string_view> lines, TextStyle style,
                             std::string_view sign) {
    for (uint32_t i = 0; i < lines.size(); i++) {
      put_gutter(out, gutter, patch.first_line + i, " ");
      out.put(style, sign).put(style, view_of(lines[i], i == 0).text()).end_line();
    }
  };
  put_lines(patch.old_lines, TextStyle::Removed, "- ");
  put_lines(patch.new_lines, TextStyle::Added, "+ ");
}

}  // namespace perry::support
