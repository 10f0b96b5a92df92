#include "support/diag/line_view.h"

#include <algorithm>
#include <iterator>

#include "support/source/display.h"

namespace perry::support {

namespace {

constexpr std::string_view kEllipsis = "…";

bool is_continuation_byte(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

// Goes back from `focus` by about `steps` cells and stops at the start of a cluster that has a
// width of its own.
size_t step_back(std::string_view line, size_t focus, size_t steps, uint32_t tab_width) {
  size_t offset = focus;
  // Bounded in bytes as well, for a run of continuation bytes is not UTF-8 and has no end.
  const size_t lowest = focus > 8 * steps ? focus - 8 * steps : 0;
  for (size_t step = 0; step < steps && offset > lowest; step++) {
    offset--;
    while (offset > lowest && is_continuation_byte(line[offset])) offset--;
  }
  while (offset < focus && cluster_at(line, offset, 0, tab_width).width == 0)
    offset += cluster_at(line, offset, 0, tab_width).size;
  return std::min(offset, focus);
}

}  // namespace

LineView::LineView(std::string_view line, size_t focus, uint32_t most_columns, uint32_t tab_width) {
  focus = std::min(focus, line.size());
  size_t end = fill(line, 0, most_columns, tab_width);
  if (end == line.size()) return;

  // Too long. The beginning serves when the focus stands well inside it; otherwise a third of the
  // window goes to what stands before the focus.
  if (focus >= end || cells_[cell_index(focus)].column > size_t{most_columns} * 2 / 3) {
    const size_t start = step_back(line, focus, most_columns / 3, tab_width);
    text_ = kEllipsis;
    end = fill(line, start, most_columns - 1, tab_width);
  }
  if (end < line.size()) text_ += kEllipsis;
}

size_t LineView::fill(std::string_view line, size_t start, size_t most_columns,
                      uint32_t tab_width) {
  size_t column = text_.empty() ? 0 : 1;
  most_columns += column;
  cells_.clear();
  size_t offset = start;
  // Marks without a base take no cells, so the number of clusters needs a bound of its own.
  for (size_t count = 0; offset < line.size() && count < 4 * most_columns; count++) {
    const DisplayCluster cluster = cluster_at(line, offset, column, tab_width);
    if (column + cluster.width > most_columns) break;
    cells_.push_back({offset, column});
    append_cluster(text_, line, offset, cluster);
    column += cluster.width;
    offset += cluster.size;
  }
  cells_.push_back({offset, column});
  return offset;
}

// The last cluster that starts at or before `offset`.
size_t LineView::cell_index(size_t offset) const {
  const auto after = std::ranges::upper_bound(cells_, offset, {}, &Cell::offset);
  return after == cells_.begin() ? 0 : static_cast<size_t>(after - cells_.begin()) - 1;
}

ColumnRange LineView::columns(size_t start, size_t end) const {
  const size_t first = cells_[cell_index(start)].column;
  if (end <= start) return {first, first + 1};
  const size_t last = std::min(cell_index(end - 1) + 1, cells_.size() - 1);
  return {first, std::max(cells_[last].column, first + 1)};
}

}  // namespace perry::support
