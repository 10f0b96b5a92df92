#include "support/diag/code_frame.h"

#include <algorithm>
#include <optional>
#include <set>

#include "support/diag/line_view.h"
#include "support/source/display.h"

// How a frame is drawn. Each annotation (the diagnostic's own range and each label) either lies on
// one line or spans several. Under each line that is shown come, in this order:
//
//   one row with all underlines of the annotations on that line, `^` for the diagnostic's own range
//   and `-` for labels; the rightmost one's text follows in the same row when nothing is in the
//   way; one row per other text, hanging from its range by `|`, from right to left; one row per
//   range that ends here after beginning on an earlier line: `|____^ text`; one row per range that
//   begins here and ends on a later line: ` ____^`.
//
// Ranges over several lines are joined by vertical bars in a margin between the line numbers and
// the source. The margin is two cells wide per level, and a range takes the lowest level that is
// free on all of its lines.

namespace perry::support {

namespace {

constexpr size_t kMostLabelColumns = 400;
// A range over this many lines or fewer is shown whole.
constexpr uint32_t kWholeRangeLines = 4;

enum class Role : uint8_t { Primary, Label };

struct Annotation {
  Span span;
  Role role = Role::Label;
  std::string text;
  uint32_t first_line = 0;
  uint32_t last_line = 0;
  // The margin's level, of a range over several lines.
  size_t level = 0;

  bool is_multiline() const { return first_line != last_line; }
};

// A row of single cells below a source line, with at most one text at its end.
class AnnotationRow {
 public:
  void draw(size_t column, char mark, TextStyle style) {
    if (cells_.size() <= column) cells_.resize(column + 1, {' ', TextStyle::Plain});
    cells_[column] = {mark, style};
  }
  void draw(size_t start, size_t end, char mark, TextStyle style) {
    for (size_t column = start; column < end; column++) draw(column, mark, style);
  }
  bool is_free(size_t column) const {
    return column >= cells_.size() || cells_[column].mark == ' ';
  }
  // At `column`, or after what is there.
  void write(size_t column, std::string_view text, TextStyle style) {
    if (cells_.size() < column) cells_.resize(column, {' ', TextStyle::Plain});
    text_ = text;
    text_style_ = style;
  }

  void put(StyledText& out) const {
    for (size_t start = 0; start < cells_.size();) {
      size_t end = start;
      std::string run;
      while (end < cells_.size() && cells_[end].style == cells_[start].style)
        run += cells_[end++].mark;
      out.put(cells_[start].style, run);
      start = end;
    }
    out.put(text_style_, text_).end_line();
  }

 private:
  struct Cell {
    char mark;
    TextStyle style;
  };
  std::vector<Cell> cells_;
  std::string text_;
  TextStyle text_style_ = TextStyle::Plain;
};

Span clamp(Span span, uint32_t size) {
  const uint32_t start = std::min(span.start, size);
  return {start, std::clamp(span.end, start, size)};
}

Annotation make_annotation(const SourceFile& file, Span span, Role role, std::string_view text) {
  Annotation a;
  a.span = clamp(span, file.size());
  a.role = role;
  a.text = to_display(text, kMostLabelColumns);
  a.first_line = file.line_of(a.span.start);
  // The newline at the end of a range does not make it reach into the next line.
  a.last_line = a.span.end > a.span.start ? file.line_of(a.span.end - 1) : a.first_line;
  return a;
}

// The diagnostic's own range first. A label with the very same range is that range's text.
std::vector<Annotation> collect(const SourceFile& file, const Diagnostic& diagnostic) {
  std::vector<Annotation> all{make_annotation(file, diagnostic.span, Role::Primary, "")};
  for (const DiagnosticLabel& label : diagnostic.labels) {
    if (label.span == diagnostic.span && all.front().text.empty())
      all.front().text = to_display(label.text, kMostLabelColumns);
    else
      all.push_back(make_annotation(file, label.span, Role::Label, label.text));
  }
  return all;
}

// Gives every range over several lines its level; returns the number of levels.
size_t assign_levels(std::vector<Annotation>& annotations) {
  std::vector<Annotation*> ranges;
  for (Annotation& a : annotations)
    if (a.is_multiline()) ranges.push_back(&a);
  // The longest lies outermost.
  std::ranges::sort(ranges, [](const Annotation* a, const Annotation* b) {
    const uint32_t a_lines = a->last_line - a->first_line;
    const uint32_t b_lines = b->last_line - b->first_line;
    return a_lines != b_lines ? a_lines > b_lines : a->span.start < b->span.start;
  });
  size_t levels = 0;
  for (auto range = ranges.begin(); range != ranges.end(); ++range) {
    const auto is_taken = [&](size_t level) {
      return std::any_of(ranges.begin(), range, [&](const Annotation* other) {
        return other->level == level && other->first_line <= (*range)->last_line &&
               (*range)->first_line <= other->last_line;
      });
    };
    while (is_taken((*range)->level)) (*range)->level++;
    levels = std::max(levels, (*range)->level + 1);
  }
  return levels;
}

std::set<uint32_t> lines_to_show(const std::vector<Annotation>& annotations) {
  std::set<uint32_t> lines;
  for (const Annotation& a : annotations) {
    lines.insert(a.first_line);
    lines.insert(a.last_line);
    if (a.last_line - a.first_line < kWholeRangeLines)
      for (uint32_t line = a.first_line; line < a.last_line; line++) lines.insert(line);
  }
  // Three dots would take as much room as the one line they stand for.
  std::set<uint32_t> filled = lines;
  for (uint32_t line : lines)
    if (lines.contains(line + 2)) filled.insert(line + 1);
  return filled;
}

class FrameWriter {
 public:
  FrameWriter(StyledText& out, const SourceFile& file, const Diagnostic& diagnostic,
              const TextOptions& options)
      : out_(out),
        file_(file),
        options_(options),
        primary_style_(diagnostic.info->severity == Severity::Error ? TextStyle::Error
                                                                    : TextStyle::Warning),
        gutter_(gutter_width(file, diagnostic)),
        annotations_(collect(file, diagnostic)) {
    const size_t levels = assign_levels(annotations_);
    margin_.resize(levels);
  }

  void put() {
    put_empty_gutter(out_, gutter_);
    out_.end_line();
    std::optional<uint32_t> previous;
    for (uint32_t line : lines_to_show(annotations_)) {
      if (previous && line != *previous + 1) put_gap();
      put_line(line);
      previous = line;
    }
  }

 private:
  TextStyle style_of(const Annotation& a) const {
    return a.role == Role::Primary ? primary_style_ : TextStyle::Label;
  }
  static char mark_of(const Annotation& a) { return a.role == Role::Primary ? '^' : '-'; }

  size_t margin_width() const { return 2 * margin_.size(); }

  // A row that already shows the bars of the ranges that are open.
  AnnotationRow start_row() const {
    AnnotationRow row;
    for (size_t level = 0; level < margin_.size(); level++)
      if (margin_[level] != nullptr) row.draw(2 * level, '|', style_of(*margin_[level]));
    return row;
  }

  void put_row(const AnnotationRow& row) {
    put_empty_gutter(out_, gutter_);
    row.put(out_);
  }

  void put_gap() {
    out_.put(TextStyle::Gutter, "...");
    out_.put(std::string(gutter_, ' '));
    start_row().put(out_);
  }

  // The offset in the line that must stay visible when the line is cut.
  size_t focus_of(uint32_t line, Span bytes) const {
    const auto inside = [&](uint32_t offset) {
      return std::clamp(offset, bytes.start, bytes.end) - bytes.start;
    };
    for (const Annotation& a : annotations_) {
      if (a.first_line == line) return inside(a.span.start);
      if (a.last_line == line) return inside(a.span.end - 1);
    }
    return 0;
  }

  // The line's bytes without the byte order mark of a file's first line.
  Span visible_span(uint32_t line) const {
    Span bytes = file_.line_span(line);
    if (line == 0 && file_.text(bytes).starts_with("\uFEFF")) bytes.start += 3;
    return bytes;
  }

  void put_line(uint32_t line) {
    const Span bytes = visible_span(line);
    const LineView view(file_.text(bytes), focus_of(line, bytes), options_.most_columns,
                        options_.tab_width);
    AnnotationRow margin = start_row();
    margin.write(margin_width(), view.text(), TextStyle::Plain);
    put_gutter(out_, gutter_, line);
    margin.put(out_);

    put_underlines(line, bytes, view);
    for (const Annotation& a : annotations_)
      if (a.is_multiline() && a.last_line == line) put_range_end(a, bytes, view);
    for (const Annotation& a : annotations_)
      if (a.is_multiline() && a.first_line == line) put_range_start(a, bytes, view);
  }

  struct Underline {
    const Annotation* annotation;
    ColumnRange columns;
  };

  ColumnRange columns_of(const LineView& view, Span bytes, Span span) const {
    const uint32_t start = std::clamp(span.start, bytes.start, bytes.end);
    const uint32_t end = std::clamp(span.end, start, bytes.end);
    const ColumnRange columns = view.columns(start - bytes.start, end - bytes.start);
    return {columns.start + margin_width(), columns.end + margin_width()};
  }

  void put_underlines(uint32_t line, Span bytes, const LineView& view) {
    std::vector<Underline> underlines;
    for (const Annotation& a : annotations_)
      if (!a.is_multiline() && a.first_line == line)
        underlines.push_back({&a, columns_of(view, bytes, a.span)});
    if (underlines.empty()) return;
    // From right to left, the order in which texts are placed.
    std::ranges::sort(underlines, [](const Underline& a, const Underline& b) {
      if (a.columns.start != b.columns.start) return a.columns.start > b.columns.start;
      return a.annotation < b.annotation;
    });

    AnnotationRow marks = start_row();
    for (Role role : {Role::Label, Role::Primary})
      for (const Underline& u : underlines)
        if (u.annotation->role == role)
          marks.draw(u.columns.start, u.columns.end, mark_of(*u.annotation),
                     style_of(*u.annotation));

    const Underline& rightmost = underlines.front();
    const bool stands_alone = std::all_of(
        underlines.begin() + 1, underlines.end(),
        [&](const Underline& other) { return other.columns.end <= rightmost.columns.start; });
    if (stands_alone)
      marks.write(rightmost.columns.end + 1, rightmost.annotation->text,
                  style_of(*rightmost.annotation));
    put_row(marks);

    if (stands_alone) underlines.erase(underlines.begin());
    std::erase_if(underlines, [](const Underline& u) { return u.annotation->text.empty(); });
    put_hanging_texts(underlines);
  }

  void put_hanging_texts(std::span<const Underline> underlines) {
    if (underlines.empty()) return;
    put_row(row_of_bars(underlines));
    while (!underlines.empty()) {
      const Underline& u = underlines.front();
      underlines = underlines.subspan(1);
      const auto lies_left = [&](const Underline& other) {
        return other.columns.start < u.columns.start;
      };
      const auto first_left = std::ranges::find_if(underlines, lies_left);
      AnnotationRow row = row_of_bars({first_left, underlines.end()});
      row.write(u.columns.start, u.annotation->text, style_of(*u.annotation));
      put_row(row);
    }
  }

  AnnotationRow row_of_bars(std::span<const Underline> underlines) const {
    AnnotationRow row = start_row();
    for (const Underline& u : underlines) row.draw(u.columns.start, '|', style_of(*u.annotation));
    return row;
  }

  // From the margin to the column, leaving the bars of other ranges whole.
  void draw_arm(AnnotationRow& row, const Annotation& a, size_t end) const {
    for (size_t column = 2 * a.level + 1; column < end; column++)
      if (row.is_free(column)) row.draw(column, '_', style_of(a));
    row.draw(end, mark_of(a), style_of(a));
  }

  void put_range_start(const Annotation& a, Span bytes, const LineView& view) {
    AnnotationRow row = start_row();
    draw_arm(row, a, columns_of(view, bytes, {a.span.start, a.span.start}).start);
    put_row(row);
    margin_[a.level] = &a;
  }

  void put_range_end(const Annotation& a, Span bytes, const LineView& view) {
    AnnotationRow row = start_row();
    const size_t end = columns_of(view, bytes, {a.span.end - 1, a.span.end}).end;
    draw_arm(row, a, end - 1);
    row.write(end + 1, a.text, style_of(a));
    put_row(row);
    margin_[a.level] = nullptr;
  }

  StyledText& out_;
  const SourceFile& file_;
  const TextOptions& options_;
  TextStyle primary_style_;
  size_t gutter_;
  std::vector<Annotation> annotations_;
  // The range whose bar runs through each level now.
  std::vector<const Annotation*> margin_;
};

}  // namespace

size_t gutter_width(const SourceFile& file, const Diagnostic& diagnostic) {
  uint32_t last = diagnostic.span.end;
  for (const DiagnosticLabel& label : diagnostic.labels) last = std::max(last, label.span.end);
  for (const DiagnosticFix& fix : diagnostic.fixes)
    for (const DiagnosticEdit& edit : fix.edits) last = std::max(last, edit.span.end);
  return std::to_string(file.line_of(last) + 1).size();
}

void put_empty_gutter(StyledText& out, size_t width) {
  out.put(std::string(width, ' ')).put(TextStyle::Gutter, " | ");
}

void put_gutter(StyledText& out, size_t width, uint32_t line, std::string_view separator) {
  std::string number = std::to_string(line + 1);
  number.resize(std::max(width, number.size()), ' ');
  out.put(TextStyle::Gutter, number + std::string(separator));
}

void put_code_frame(StyledText& out, const SourceFile& file, const Diagnostic& diagnostic,
                    const TextOptions& options) {
  FrameWriter(out, file, diagnostic, options).put();
}

}  // namespace perry::support
