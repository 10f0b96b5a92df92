#include <utility>

#include "runtime/gc/block.h"
#include "runtime/gc/heap_impl.h"

// Which cell an address belongs to: the question that conservative scanning asks of every word of a
// stack. Allocation prepares nothing for it. What survived a collection has its start in the
// bitmap that marking wrote. What was allocated since lies, cell after cell, in the holes that were
// handed out, so that its starts follow from the sizes in the headers; a bitmap of them is made for
// a block when the first word points into it, and dropped when all words have been looked at. So a
// scan costs a few instructions for a word that points nowhere, and one walk for each block that
// any word points into.
namespace perry::runtime {

template <typename Visitor>
void HeapImpl::for_each_new_cell(uint32_t index, Visitor&& visitor) {
  const BlockMeta& block = space.block(index);
  if (!block.is_used) return;
  const uint64_t address = space.address_of(index);
  for (Hole hole = next_hole(block, 0); hole.exists() && hole.begin < block.next_line;
       hole = next_hole(block, hole.end)) {
    uint64_t cell = address + hole.begin * kLineBytes;
    const uint64_t end = address + hole.end * kLineBytes;
    while (cell < end) {
      const auto& header = *reinterpret_cast<const abi::CellHeader*>(cell);
      if (header.size == 0) break;  // the rest of the hole wasn't used
      visitor(cell - address);
      cell += size_t{header.size} * abi::kCellUnit;
    }
  }
}

const StartBits& HeapImpl::new_starts_of(uint32_t index) {
  BlockMeta& block = space.block(index);
  if (block.new_starts == 0) {
    NewStarts& added = new_starts_.emplace_back(NewStarts{index, {}});
    block.new_starts = static_cast<uint32_t>(new_starts_.size());
    for_each_new_cell(index,
                      [&](size_t offset) { set_start(added.bits, offset >> kGranuleShift); });
  }
  return new_starts_[block.new_starts - 1].bits;
}

void HeapImpl::drop_new_starts() {
  for (const NewStarts& starts : new_starts_) space.block(starts.block).new_starts = 0;
  new_starts_.clear();
}

Cell* HeapImpl::find_cell(uint64_t address) {
  const uint64_t offset = address - space.base();
  if (offset >= uint64_t{space.block_count()} << kBlockShift) return nullptr;
  const auto index = static_cast<uint32_t>(offset >> kBlockShift);
  const BlockMeta& block = space.block(index);
  switch (block.state) {
    case BlockState::Free:
      return nullptr;
    case BlockState::LargeHead:
    case BlockState::LargeTail: {
      const uint64_t cell = space.large_cell(block.run_head);
      const bool inside =
          address >= cell && address - cell < Heap::size_of(reinterpret_cast<Cell*>(cell));
      return inside ? reinterpret_cast<Cell*>(cell) : nullptr;
    }
    case BlockState::Small:
      break;
  }
  const size_t in_block = offset & (kBlockBytes - 1);
  const uint64_t block_address = space.address_of(index);
  const auto containing = [&](const StartBits& bits) -> Cell* {
    const int granule = start_before(bits, in_block >> kGranuleShift);
    if (granule < 0) return nullptr;
    const uint64_t start = static_cast<uint64_t>(granule) << kGranuleShift;
    auto* cell = reinterpret_cast<Cell*>(block_address + start);
    return in_block - start < Heap::size_of(cell) ? cell : nullptr;
  };
  if (Cell* cell = containing(block.starts)) return cell;
  return block.is_used ? containing(new_starts_of(index)) : nullptr;
}

}  // namespace perry::runtime
