#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// How text occupies the cells of a terminal. There is no true answer, since terminals differ; this
// is what most of them do: East Asian wide characters and emoji take two cells, combining marks and
// what a joiner attaches take none of their own. Whatever would be invisible, would move the cursor
// or would reorder the line is shown by name instead.
namespace perry::support {

// A stretch of text that is drawn as a whole.
struct DisplayCluster {
  // Bytes, at least one.
  uint32_t size = 1;
  // Cells.
  uint32_t width = 1;
  // Not to be printed as it is: `append_cluster` writes something harmless instead.
  bool is_replaced = false;
};

// The cluster at `offset`, which must lie inside, when it starts in cell `column`. A tab reaches to
// the next multiple of `tab_width`.
DisplayCluster cluster_at(std::string_view text, size_t offset, size_t column, uint32_t tab_width);

// Appends what stands for the cluster: the bytes themselves, the spaces of a tab, the control
// picture of a control character, `<U+202E>` or, for malformed UTF-8, `<FF>`.
void append_cluster(std::string& out, std::string_view text, size_t offset,
                    const DisplayCluster& cluster);

// Cells that `text` takes from cell zero on.
size_t display_width(std::string_view text, uint32_t tab_width);

// `text` made harmless to print, cut with `…` when it takes more than `most` cells.
std::string to_display(std::string_view text, size_t most, uint32_t tab_width = 4);

}  // namespace perry::support
