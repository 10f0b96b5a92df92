#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "runtime/gc/block.h"
#include "runtime/gc/heap_impl.h"
#include "runtime/gc/marker.h"
#include "runtime/gc/poison.h"

// Checks of the whole heap. What they rely on is the heap's structure; what they look for is what a
// missing write barrier, a forgotten root or a wrong trace function leave behind.
namespace perry::runtime {

namespace {

[[noreturn]] void broken(const char* what, const Cell* holder, const Cell* target) {
  std::fprintf(stderr, "heap verification: %s", what);
  for (const Cell* cell : {holder, target}) {
    if (cell != nullptr) {
      std::fprintf(stderr, "; %s %p (kind %d, gc %#x)", cell == holder ? "cell" : "refers to",
                   static_cast<const void*>(cell), static_cast<int>(cell->kind()),
                   cell->header().gc);
    }
  }
  std::fputc('\n', stderr);
  std::abort();
}

template <typename Visitor>
void for_each_start(const StartBits& bits, Visitor&& visitor) {
  for (size_t word = 0; word < bits.size(); ++word) {
    for (uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
      visitor(word * 64 + static_cast<size_t>(std::countr_zero(rest)));
    }
  }
}

}  // namespace

// Before a nursery collection: an old cell that refers to a young one is remembered.
void HeapImpl::verify_barriers() {
  constexpr uint8_t kMarks = abi::kMarkA | abi::kMarkB;
  Marker scratch(space, kinds, shapes, epoch_bit_, CollectionKind::Nursery);
  const auto verify_old = [&](Cell* cell) {
    if ((cell->header().gc & abi::kOld) == 0) return;  // remembered
    scratch.for_each_reference(cell, [&](const Cell* target) {
      if (target->is_static() || (target->header().gc & kMarks) != 0) return;
      // Objects change their shape without a barrier; the layer of objects keeps young shapes.
      if (target->kind() == CellKind::Shape) return;
      broken("an old cell refers to a young one without having been reported", cell, target);
    });
  };
  for (uint32_t i = 0; i < space.block_count(); ++i) {
    const BlockMeta& block = space.block(i);
    if (block.state != BlockState::Small) continue;
    for_each_start(block.starts, [&](size_t granule) {
      verify_old(reinterpret_cast<Cell*>(space.address_of(i) + (granule << kGranuleShift)));
    });
  }
  for (const uint32_t first : old_large_) {
    if (space.block(first).is_remembered) continue;
    verify_old(reinterpret_cast<Cell*>(space.large_cell(first)));
  }
}

void HeapImpl::verify_reference(const Cell* holder, const Cell* target) {
  if (target->is_static()) return;
  const uint64_t address = reinterpret_cast<uint64_t>(target);
  if (address < space.base() || address >= space.end()) {
    broken("a reference leaves the heap", holder, nullptr);
  }
  const auto index = static_cast<uint32_t>(space.index_of(address));
  const BlockMeta& block = space.block(index);
  const size_t in_block = address & (kBlockBytes - 1);
  bool starts = false;
  if (block.state == BlockState::LargeHead) starts = in_block == block.cell_offset;
  if (block.state == BlockState::Small) {
    starts = in_block % abi::kCellUnit == 0 && has_start(block.starts, in_block >> kGranuleShift);
  }
  if (!starts) broken("a live cell refers to what is no live cell", holder, nullptr);
  if ((target->header().gc & epoch_bit_) == 0) {
    broken("a live cell refers to an unmarked one", holder, target);
  }
}

void HeapImpl::verify_cell(Cell* cell, Marker& scratch) {
  const abi::CellHeader& header = cell->header();
  if (cell->kind() == CellKind::Free || static_cast<int>(cell->kind()) >= abi::kCellKindCount) {
    broken("a live cell has no kind", cell, nullptr);
  }
  if ((header.gc & abi::kStatic) != 0) broken("a static cell is in the heap", cell, nullptr);
  if ((header.gc & abi::kOld) == 0) return;  // remembered: may refer to young cells
  // A cell that survived an earlier collection and died since keeps what it refers to, until the
  // next full one: it is as good as live.
  scratch.for_each_reference(cell, [&](const Cell* target) { verify_reference(cell, target); });
}

void HeapImpl::verify_small(uint32_t index, Marker& scratch) {
  const BlockMeta& block = space.block(index);
  const uint64_t address = space.address_of(index);
  std::array<uint8_t, kLinesPerBlock> lines{};
  size_t previous_end = 0;
  for_each_start(block.starts, [&](size_t granule) {
    const size_t start = granule << kGranuleShift;
    auto* cell = reinterpret_cast<Cell*>(address + start);
    const size_t bytes = Heap::size_of(cell);
    if (start < previous_end) broken("two cells overlap", cell, nullptr);
    if (cell->header().size == 0 || start + bytes > kBlockBytes) {
      broken("a cell leaves its block", cell, nullptr);
    }
    if ((cell->header().gc & epoch_bit_) == 0) broken("a start without a mark", cell, nullptr);
    previous_end = start + bytes;
    for (size_t line = start >> kLineShift; line <= (start + bytes - 1) >> kLineShift; ++line) {
      lines[line] = 1;
    }
    verify_cell(cell, scratch);
  });
  if (lines != block.lines) broken("line marks contradict the cells", nullptr, nullptr);
}

// After a collection, or at any time between two: looks at what survived the last one.
void HeapImpl::verify() {
  Marker scratch(space, kinds, shapes, epoch_bit_, CollectionKind::Nursery);
  for (uint32_t i = 0; i < space.block_count(); ++i) {
    if (space.block(i).state == BlockState::Small) {
      if (!space.block(i).is_used) verify_small(i, scratch);
    } else if (space.block(i).state == BlockState::LargeHead) {
      auto* cell = reinterpret_cast<Cell*>(space.large_cell(i));
      const bool is_old = (cell->header().gc & epoch_bit_) != 0;
      if (is_old && !space.block(i).is_remembered) verify_cell(cell, scratch);
    } else if (space.block(i).state == BlockState::LargeTail) {
      if (space.block(space.block(i).run_head).state != BlockState::LargeHead) {
        broken("part of a large cell has no head", nullptr, nullptr);
      }
    }
  }
  for (const Roots::Values& range : heap.roots().values()) {
    for (size_t i = 0; i < range.count; ++i) {
      if (range.begin[i].is_cell() && find_cell(range.begin[i].bits()) == nullptr &&
          !range.begin[i].as_cell()->is_static()) {
        broken("a root refers to what is no cell", nullptr, nullptr);
      }
    }
  }
  drop_new_starts();
}

}  // namespace perry::runtime
