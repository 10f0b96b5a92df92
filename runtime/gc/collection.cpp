#include <algorithm>
#include <chrono>
#include <cstring>

#include "runtime/gc/block.h"
#include "runtime/gc/heap_impl.h"
#include "runtime/gc/marker.h"
#include "runtime/gc/poison.h"
#include "runtime/gc/stack_scan.h"

// A collection, step by step. docs/heap.md says why it is right.
//
// Marks stay. A nursery collection traces from the roots and from the old cells that were written
// since the last one, takes every marked cell to be live, and adds marks; a full one starts anew.
// Old cells that no nursery collection looks at keep their lines, so the two differ in where they
// start and in which blocks they sweep, and in nothing else.
namespace perry::runtime {

void HeapImpl::collect_from_outside(CollectionKind kind) {
  take_over_cursor();
  collect(kind);
}

void HeapImpl::collect(CollectionKind kind) {
  PERRY_ASSERT(!is_collecting_);
  is_collecting_ = true;
  const auto start = std::chrono::steady_clock::now();
  ++collection_count_;
  close_windows();
  if (options.verify) verify_barriers();
  // What an ambiguous word points at is found with the marks that are there, so before they go.
  find_conservative_roots();
  if (kind == CollectionKind::Full) reset_marks();

  Marker marker(space, kinds, shapes, epoch_bit_, kind);
  mark_roots(marker);
  if (kind == CollectionKind::Full) {
    forget_remembered();
  } else {
    mark_remembered(marker);
  }
  marker.drain();
  marker.drain_ephemerons();

  const Liveness liveness = marker.liveness();
  marker.clear_weak_cells(liveness);
  // Finalizers ask dead objects for their shapes, so these are forgotten afterwards.
  run_finalizers(liveness);
  for (const WeakTable& table : weak_tables) table.sweep(table.context, liveness);
  const size_t allocated = pacing.allocated_since_collection();
  sweep(kind);
  pacing.collected(kind, marker.marked_bytes(), space.used_bytes());
  if (kind == CollectionKind::Full) {
    // What is given back and touched again is a fault for each page.
    const size_t used = space.used_bytes();
    space.release_free_memory(std::max(pacing.blocks_before_full(), used) - used);
  }

  stats.allocated_bytes += allocated;
  stats.marked_bytes += marker.marked_bytes();
  ++(kind == CollectionKind::Full ? stats.full_collections : stats.nursery_collections);
  stats.nanoseconds += static_cast<uint64_t>(
      std::chrono::nanoseconds(std::chrono::steady_clock::now() - start).count());
  is_collecting_ = false;
  if (options.verify) verify();
}

// --- Roots ---

void HeapImpl::visit_ambiguous(void* self, uint64_t word) {
  auto& impl = *static_cast<HeapImpl*>(self);
  if (Cell* cell = impl.find_cell(word)) impl.ambiguous_.push_back(cell);
}

void HeapImpl::find_conservative_roots() {
  ambiguous_.clear();
  scan_stack(stack_base_, visit_ambiguous, this);
  for (const Roots::Words& range : heap.roots().words()) {
    for (size_t i = 0; i < range.count; ++i) visit_ambiguous(this, range.begin[i]);
  }
  drop_new_starts();
}

void HeapImpl::mark_roots(Marker& marker) {
  Tracer& tracer = marker.tracer();
  for (Cell* cell : ambiguous_) tracer.visit(cell);
  for (const Roots::Values& range : heap.roots().values()) tracer.visit(range.begin, range.count);
  for (const Roots::Callback& root : heap.roots().callbacks()) root.trace(root.context, tracer);
}

// --- The remembered set ---

void HeapImpl::mark_remembered(Marker& marker) {
  for (Cell* cell : remembered_) {
    if (cell->header().size != 0) {
      cell->header().gc |= abi::kOld;
      marker.trace_again(cell);
    } else {
      marker.trace_written_lines(cell);
      space.block(static_cast<uint32_t>(space.index_of(reinterpret_cast<uint64_t>(cell))))
          .is_remembered = false;
    }
    marker.drain();
  }
  remembered_.clear();
}

void HeapImpl::forget_remembered() {
  for (Cell* cell : remembered_) {
    if (cell->header().size != 0) continue;
    const auto first = static_cast<uint32_t>(space.index_of(reinterpret_cast<uint64_t>(cell)));
    space.block(first).is_remembered = false;
    for (uint32_t i = 0; i < space.block(first).run_length; ++i) {
      space.block(first + i).lines.fill(0);
    }
  }
  remembered_.clear();
}

// --- Marks ---

void HeapImpl::reset_marks() {
  // Cells keep their old mark, which means nothing from here on.
  epoch_bit_ ^= abi::kMarkA | abi::kMarkB;
  for (uint32_t i = 0; i < space.block_count(); ++i) {
    BlockMeta& block = space.block(i);
    if (block.state == BlockState::Small) {
      block.clear_marks();
    } else if (block.state == BlockState::LargeHead || block.state == BlockState::Free) {
      i += block.run_length - 1;
    }
  }
}

// --- The dead ---

void HeapImpl::run_all_finalizers() {
  for (std::vector<Cell*>* list : {&young_finalizers, &old_finalizers}) {
    for (Cell* cell : *list) info_of(kinds, cell->kind()).finalize(cell);
    list->clear();
  }
}

void HeapImpl::run_finalizers(const Liveness& liveness) {
  const auto finalize_dead = [&](std::vector<Cell*>& list) {
    std::erase_if(list, [&](Cell* cell) {
      if (liveness.is_live(cell)) return false;
      info_of(kinds, cell->kind()).finalize(cell);
      return true;
    });
  };
  finalize_dead(young_finalizers);
  if (liveness.is_full()) finalize_dead(old_finalizers);
  old_finalizers.insert(old_finalizers.end(), young_finalizers.begin(), young_finalizers.end());
  young_finalizers.clear();
}

void HeapImpl::poison_hole(uint32_t block, Hole hole) const {
  const uint64_t address = space.address_of(block) + hole.begin * kLineBytes;
  const size_t bytes = (hole.end - hole.begin) * kLineBytes;
  if (is_stressed()) {
    unpoison(address, bytes);
    std::memset(reinterpret_cast<void*>(address), kFreedByte, bytes);
  }
  poison(address, bytes);
}

void HeapImpl::sweep_small(uint32_t index) {
  BlockMeta& block = space.block(index);
  block.is_used = false;
  block.next_line = 0;
  if (is_stressed() || PERRY_ASAN) {
    for (Hole hole = next_hole(block, 0, 1); hole.exists(); hole = next_hole(block, hole.end, 1)) {
      poison_hole(index, hole);
    }
  }
  size_t free_lines = 0;
  for (Hole hole = next_hole(block, 0); hole.exists(); hole = next_hole(block, hole.end)) {
    free_lines += hole.end - hole.begin;
  }
  if (free_lines == kLinesPerBlock) {
    space.free_run(index, 1);
  } else if (free_lines >= kFewestFreeLines) {
    recyclable_.push_back(index);
  }
}

void HeapImpl::sweep_large(std::vector<uint32_t>& list, std::vector<uint32_t>& kept) {
  for (const uint32_t first : list) {
    const auto* cell = reinterpret_cast<Cell*>(space.large_cell(first));
    if ((cell->header().gc & epoch_bit_) != 0) {
      kept.push_back(first);
      continue;
    }
    const uint32_t count = space.block(first).run_length;
    if (is_stressed()) {
      std::memset(reinterpret_cast<void*>(space.address_of(first)), kFreedByte,
                  space.block(first).cell_offset + Heap::size_of(cell));
    }
    space.free_run(first, count);
  }
  list.clear();
}

void HeapImpl::sweep(CollectionKind kind) {
  if (kind == CollectionKind::Nursery) {
    // Only blocks that were allocated into can have changed.
    for (const uint32_t block : used_) sweep_small(block);
    used_.clear();
    sweep_large(young_large_, old_large_);
    return;
  }
  used_.clear();
  recyclable_.clear();
  std::vector<uint32_t> kept;
  sweep_large(old_large_, kept);
  sweep_large(young_large_, kept);
  old_large_ = std::move(kept);
  // From the end, so that allocation starts at the beginning.
  for (uint32_t i = space.block_count(); i-- > 0;) {
    if (space.block(i).state == BlockState::Small) sweep_small(i);
  }
}

}  // namespace perry::runtime
