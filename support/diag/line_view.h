#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perry::support {

// A range of cells; never empty.
struct ColumnRange {
  size_t start = 0;
  size_t end = 1;
};

// One source line as a terminal shows it: made safe to print, and, when it is too long, cut to a
// window around what matters. The work is bounded by the window, not by the line, since a minified
// program is one line of megabytes.
class LineView {
 public:
  // `focus` is the offset in `line` that must be visible.
  LineView(std::string_view line, size_t focus, uint32_t most_columns, uint32_t tab_width);

  const std::string& text() const { return text_; }
  // The cells that the bytes from `start` to `end` take. What lies outside the window is moved to
  // its nearest edge; an empty range gets one cell.
  ColumnRange columns(size_t start, size_t end) const;

 private:
  struct Cell {
    size_t offset;
    size_t column;
  };

  // Fills the view from `start` on; returns where it had to stop.
  size_t fill(std::string_view line, size_t start, size_t most_columns, uint32_t tab_width);
  size_t cell_index(size_t offset) const;

  std::string text_;
  // Where each cluster starts, and the end after the last.
  std::vector<Cell> cells_;
};

}  // namespace perry::support
