#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "runtime/gc/geometry.h"

namespace perry::runtime {

enum class BlockState : uint8_t {
  Free,       // in a free run
  Small,      // cells and lines
  LargeHead,  // begins a large cell
  LargeTail,
};

// What is known of a block, beside the blocks and not in them: heads of blocks would all fall into
// the same few sets of a cache. The size is no power of two for the same reason.
struct BlockMeta {
  BlockState state = BlockState::Free;
  bool is_zero = false;        // Free: the memory is known to be zero
  bool is_used = false;        // Small: allocated into since the last collection
  bool is_remembered = false;  // LargeHead: in the remembered set
  // Small: lines before this one have been handed out, or are not free.
  uint16_t next_line = 0;
  uint32_t run_head = 0;    // the run's first block, in its last block and in every LargeTail
  uint32_t run_length = 0;  // in the first block of a run
  uint32_t next = 0;        // free runs of one bin
  uint32_t previous = 0;
  uint32_t new_starts = 0;   // 1 + index of a derived bitmap, during a collection
  uint32_t cell_offset = 0;  // LargeHead: where in the block the cell begins

  // Small: lines that hold a marked cell. Large: lines written since the last collection.
  std::array<uint8_t, kLinesPerBlock> lines;
  // Where marked cells start.
  std::array<uint64_t, kGranulesPerBlock / 64> starts;

  void clear_marks() {
    lines.fill(0);
    starts.fill(0);
  }
};

using StartBits = std::array<uint64_t, kGranulesPerBlock / 64>;

inline void set_start(StartBits& bits, size_t granule) {
  bits[granule / 64] |= uint64_t{1} << (granule % 64);
}
inline bool has_start(const StartBits& bits, size_t granule) {
  return (bits[granule / 64] >> (granule % 64) & 1) != 0;
}
// The nearest start at or before `granule`, or -1.
inline int start_before(const StartBits& bits, size_t granule) {
  auto word = static_cast<int>(granule / 64);
  uint64_t candidates = bits[granule / 64] & (~uint64_t{0} >> (63 - granule % 64));
  while (candidates == 0) {
    if (--word < 0) return -1;
    candidates = bits[static_cast<size_t>(word)];
  }
  return word * 64 + 63 - std::countl_zero(candidates);
}

// A run of free lines.
struct Hole {
  size_t begin;
  size_t end;
  bool exists() const { return begin < end; }
};

// The next run of at least `shortest` free lines from `line` on; begin == end at the block's end.
inline Hole next_hole(const BlockMeta& block, size_t line, size_t shortest = kShortestHole) {
  const auto& lines = block.lines;
  while (line < kLinesPerBlock) {
    if (lines[line] != 0) {
      ++line;
      continue;
    }
    size_t end = line + 1;
    while (end < kLinesPerBlock) {
      uint64_t eight = 0;
      if (end % 8 == 0) std::memcpy(&eight, &lines[end], 8);
      if (end % 8 == 0 && eight == 0) {
        end += 8;
      } else if (lines[end] == 0) {
        ++end;
      } else {
        break;
      }
    }
    if (end - line >= shortest) return {line, end};
    line = end;
  }
  return {kLinesPerBlock, kLinesPerBlock};
}

}  // namespace perry::runtime
