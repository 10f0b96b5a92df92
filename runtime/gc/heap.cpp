#include "runtime/gc/heap.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "runtime/gc/block.h"
#include "runtime/gc/heap_impl.h"
#include "runtime/gc/out_of_memory.h"
#include "runtime/gc/poison.h"
#include "runtime/gc/stack_scan.h"

extern "C" {
thread_local constinit perry::abi::ThreadBlock perry_rt_thread{};
}

// Allocation. The fast path is in the thread's block: a cursor and a limit, over memory that is
// zero. What is here supplies that memory: holes of free lines in blocks that survivors share, and
// then free blocks. Long cells that do not fit where the cursor is go to a block of
// their own (`overflow_`), so that they don't waste the hole.
namespace perry::runtime {

namespace {

size_t default_limit() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return size_t{4} << 30;
  return static_cast<size_t>(pages) * static_cast<size_t>(page);
}

HeapOptions completed(HeapOptions options, const BlockSpace* space = nullptr) {
  if (options.limit_bytes == 0) options.limit_bytes = default_limit();
  if (space != nullptr)
    options.limit_bytes = std::min(options.limit_bytes, space->reserved_bytes());
  return options;
}

size_t size_in_header(uint64_t header) { return (header >> 48) * abi::kCellUnit; }

}  // namespace

HeapImpl::HeapImpl(Heap& owner, const HeapOptions& given)
    : heap(owner),
      options(completed(given)),
      kinds(*given.kinds),
      space(options.reserve_bytes),
      pacing(options.nursery_bytes, options.limit_bytes),
      stack_base_(stack_bounds().base) {
  options = completed(options, &space);
}

HeapImpl::~HeapImpl() {
  perry_rt_thread.cursor = 0;
  perry_rt_thread.limit = 0;
  run_all_finalizers();
}

// --- Windows ---

void HeapImpl::open_window(Window& window, uint32_t block, Hole hole) {
  const uint64_t address = space.address_of(block);
  window.cursor = address + hole.begin * kLineBytes;
  window.cleared_end = window.cursor;
  window.end = address + hole.end * kLineBytes;
  unpoison(window.cursor, window.end - window.cursor);
  BlockMeta& meta = space.block(block);
  window.is_zero = meta.is_zero;
  meta.is_zero = false;
  meta.next_line = static_cast<uint16_t>(hole.end);
  if (!meta.is_used) {
    meta.is_used = true;
    used_.push_back(block);
  }
  pacing.allocated(window.end - window.cursor);
}

// What is left of a window begins with a zero word, where a walk over its cells stops.
void HeapImpl::terminate(const Window& window) {
  if (window.cursor < window.end) *reinterpret_cast<uint64_t*>(window.cursor) = 0;
}

void HeapImpl::close_window(Window& window) {
  terminate(window);
  window = {};
}

void HeapImpl::take_over_cursor() {
  if (window_.end != 0) window_.cursor = perry_rt_thread.cursor;
}

Cell* HeapImpl::find_cell_from_outside(uint64_t address) {
  take_over_cursor();
  terminate(window_);
  terminate(overflow_);
  Cell* cell = find_cell(address);
  drop_new_starts();
  return cell;
}

void HeapImpl::verify_from_outside() {
  take_over_cursor();
  terminate(window_);
  terminate(overflow_);
  verify();
}

// Outside of slow paths the thread's cursor is ahead of window_'s; every slow path begins by taking
// it over and ends by publishing what it made of it. The thread's limit is `cleared_end`, or the
// cursor itself under stress, so that every allocation comes here.
void HeapImpl::publish_window() {
  perry_rt_thread.cursor = window_.cursor;
  perry_rt_thread.limit = is_stressed() ? window_.cursor : window_.cleared_end;
}

void HeapImpl::close_windows() {
  close_window(window_);
  close_window(overflow_);
  block_ = BlockSpace::kNone;
  publish_window();
}

// Makes room for `bytes` in the window if it has them.
bool HeapImpl::extend(Window& window, size_t bytes) {
  if (window.end - window.cursor < bytes) return false;
  const uint64_t needed = window.cursor + bytes;
  if (needed <= window.cleared_end) return true;
  if (window.is_zero) {
    window.cleared_end = window.end;
    return true;
  }
  const uint64_t end = std::min(std::max(needed, window.cleared_end + kClearBytes), window.end);
  std::memset(reinterpret_cast<void*>(window.cleared_end), 0, end - window.cleared_end);
  window.cleared_end = end;
  return true;
}

bool HeapImpl::find_hole() {
  while (true) {
    if (block_ != BlockSpace::kNone) {
      const Hole hole = next_hole(space.block(block_), space.block(block_).next_line);
      if (hole.exists()) {
        close_window(window_);
        open_window(window_, block_, hole);
        return true;
      }
      space.block(block_).next_line = kLinesPerBlock;
    }
    if (recyclable_.empty()) return false;
    block_ = recyclable_.back();
    recyclable_.pop_back();
  }
}

uint32_t HeapImpl::take_run(uint32_t count, size_t bytes) {
  const size_t run_bytes = size_t{count} << kBlockShift;
  for (bool tried : {false, true}) {
    if (space.used_bytes() + run_bytes <= options.limit_bytes) {
      const uint32_t first = space.allocate_run(count);
      if (first != BlockSpace::kNone) return first;
    }
    if (!tried) collect(CollectionKind::Full);
  }
  fatal_out_of_memory("a cell", bytes, space.used_bytes(), options.limit_bytes);
}

void HeapImpl::take_free_block(Window& window) {
  const uint32_t block = take_run(1, kBlockBytes);
  BlockMeta& meta = space.block(block);
  meta.state = BlockState::Small;
  meta.is_used = false;
  meta.clear_marks();
  close_window(window);
  open_window(window, block, {0, kLinesPerBlock});
  if (&window == &window_) block_ = block;
}

void HeapImpl::before_taking_memory() {
  if (pacing.is_due()) collect(pacing.next_kind(space.used_bytes()));
}

// --- Cells ---

void HeapImpl::stress() {
  if (++stress_count_ < options.stress_period) return;
  stress_count_ = 0;
  // Nursery collections find lost barriers, full ones find lost roots.
  collect(collection_count_ % 4 == 3 ? CollectionKind::Full : CollectionKind::Nursery);
}

Cell* HeapImpl::allocate_slow(uint64_t header) {
  const size_t bytes = size_in_header(header);
  PERRY_ASSERT(bytes >= abi::kSmallestCell && bytes <= abi::kLargestSmallCell);
  take_over_cursor();
  if (is_stressed()) stress();
  if (pacing.is_external_due()) [[unlikely]]
    before_taking_memory();
  uint64_t cell = 0;
  if (extend(window_, bytes)) {
    cell = window_.cursor;
    window_.cursor += bytes;
  } else {
    before_taking_memory();
    cell = take_memory(bytes);
  }
  publish_window();
  *reinterpret_cast<uint64_t*>(cell) = header;
  return reinterpret_cast<Cell*>(cell);
}

uint64_t HeapImpl::take_memory(size_t bytes) {
  // A cell that is longer than the shortest hole goes past them; a short one fits into any.
  if (bytes > kShortestHole * kLineBytes) {
    if (!extend(overflow_, bytes)) {
      take_free_block(overflow_);
      extend(overflow_, bytes);
    }
    const uint64_t cell = overflow_.cursor;
    overflow_.cursor += bytes;
    return cell;
  }
  while (!extend(window_, bytes)) {
    if (!find_hole()) take_free_block(window_);
  }
  const uint64_t cell = window_.cursor;
  window_.cursor += bytes;
  return cell;
}

void HeapImpl::clear_large(uint32_t first, uint32_t count, size_t bytes) {
  const uint64_t address = space.address_of(first);
  unpoison(address, bytes);
  for (uint32_t i = 0; i < count; ++i) {
    BlockMeta& meta = space.block(first + i);
    const size_t length = std::min(kBlockBytes, bytes - (size_t{i} << kBlockShift));
    if (!meta.is_zero) {
      std::memset(reinterpret_cast<void*>(address + (uint64_t{i} << kBlockShift)), 0, length);
    }
    meta.is_zero = false;
  }
}

Cell* HeapImpl::allocate_large(uint64_t header, size_t bytes) {
  take_over_cursor();
  if (is_stressed()) stress();
  bytes = Heap::round_up(bytes);
  const size_t count = (bytes + kLargePrefix + kBlockBytes - 1) >> kBlockShift;
  if (count > space.reserved_bytes() >> kBlockShift) {
    fatal_out_of_memory("a cell", bytes, space.used_bytes(), options.limit_bytes);
  }
  const auto blocks = static_cast<uint32_t>(count);
  pacing.allocated(bytes);
  before_taking_memory();
  const uint32_t first = take_run(blocks, bytes);
  publish_window();
  const size_t room = (count << kBlockShift) - kLargePrefix - bytes;
  const size_t offset =
      kLargePrefix + std::min(room / kLineBytes, first * size_t{5} % kLargeOffsets) * kLineBytes;
  clear_large(first, blocks, offset + bytes);
  for (uint32_t i = 0; i < blocks; ++i) {
    BlockMeta& meta = space.block(first + i);
    meta.state = i == 0 ? BlockState::LargeHead : BlockState::LargeTail;
    meta.run_head = first;
    meta.lines.fill(0);
  }
  BlockMeta& head = space.block(first);
  head.run_length = blocks;
  head.cell_offset = static_cast<uint32_t>(offset);
  head.is_remembered = false;
  young_large_.push_back(first);
  auto* cell = reinterpret_cast<uint64_t*>(space.large_cell(first));
  cell[-1] = bytes;
  *cell = header & ~(uint64_t{0xffff} << 48);
  return reinterpret_cast<Cell*>(cell);
}

// --- The write barrier's slow path ---

void HeapImpl::remember(Cell* holder, const void* slot) {
  if (holder->header().size != 0) {
    // The whole cell is remembered, once: the bit stays off until the next collection.
    holder->header().gc &= static_cast<uint8_t>(~abi::kOld);
    remembered_.push_back(holder);
    return;
  }
  // Of a large cell the written lines are remembered, or each collection would read all of it.
  const auto address = reinterpret_cast<uint64_t>(slot);
  BlockMeta& head =
      space.block(static_cast<uint32_t>(space.index_of(reinterpret_cast<uint64_t>(holder))));
  space.block(static_cast<uint32_t>(space.index_of(address)))
      .lines[(address & (kBlockBytes - 1)) >> kLineShift] = 1;
  if (head.is_remembered) return;
  head.is_remembered = true;
  remembered_.push_back(holder);
}

// --- The interface ---

Heap::Heap(const HeapOptions& options) : impl_(std::make_unique<HeapImpl>(*this, options)) {
  PERRY_ASSERT(perry_rt_thread.limit == 0);
}

Heap::~Heap() = default;

Cell* Heap::allocate_slow(uint64_t header) {
  PERRY_ASSERT(no_gc_depth_ == 0);
  return impl_->allocate_slow(header);
}

Cell* Heap::allocate_large(uint64_t header, size_t bytes) {
  PERRY_ASSERT(no_gc_depth_ == 0);
  return impl_->allocate_large(header, bytes);
}

size_t Heap::good_size(size_t bytes) {
  const size_t rounded = round_up(bytes);
  if (rounded <= abi::kLargestSmallCell) return rounded;
  return ((rounded + kLargePrefix + kBlockBytes - 1) & ~(kBlockBytes - 1)) - kLargePrefix;
}

void Heap::collect(CollectionKind kind) { impl_->collect_from_outside(kind); }

void Heap::remember(Cell* holder, const void* slot) { impl_->remember(holder, slot); }

Cell* Heap::find_cell(const void* address) {
  return impl_->find_cell_from_outside(reinterpret_cast<uint64_t>(address));
}

void Heap::set_shape_index(const ShapeIndex* index) { impl_->shapes = index; }

void Heap::add_finalizer(Cell* cell) {
  PERRY_ASSERT(info_of(impl_->kinds, cell->kind()).finalize != nullptr);
  const bool is_old = (cell->header().gc & (abi::kMarkA | abi::kMarkB)) != 0;
  (is_old ? impl_->old_finalizers : impl_->young_finalizers).push_back(cell);
}

void Heap::run_all_finalizers() { impl_->run_all_finalizers(); }

void Heap::add_external_bytes(size_t bytes) {
  impl_->pacing.external_changed(impl_->pacing.external_bytes() + bytes, bytes);
  // The next allocation comes to the slow path and looks.
  if (impl_->pacing.is_external_due()) perry_rt_thread.limit = perry_rt_thread.cursor;
}

void Heap::remove_external_bytes(size_t bytes) {
  const size_t total = impl_->pacing.external_bytes();
  PERRY_ASSERT(bytes <= total);
  impl_->pacing.external_changed(total - bytes, 0);
}

void Heap::add_weak_table(void (*sweep)(void* context, const Liveness&), void* context) {
  impl_->weak_tables.push_back({sweep, context});
}

void Heap::remove_weak_table(void* context) {
  std::erase_if(impl_->weak_tables,
                [=](const HeapImpl::WeakTable& table) { return table.context == context; });
}

const HeapStats& Heap::stats() {
  HeapStats& stats = impl_->stats;
  stats.live_bytes = impl_->pacing.old_bytes();
  stats.live_bytes_after_full = impl_->pacing.live_after_full();
  stats.external_bytes = impl_->pacing.external_bytes();
  stats.block_bytes = impl_->space.used_bytes();
  stats.committed_bytes = impl_->space.committed_bytes();
  return stats;
}

const HeapOptions& Heap::options() const { return impl_->options; }

void Heap::verify() { impl_->verify_from_outside(); }

}  // namespace perry::runtime
