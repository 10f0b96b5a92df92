#include "runtime/gc/marker.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "runtime/gc/block_space.h"
#include "runtime/gc/out_of_memory.h"
#include "runtime/value/assert.h"

namespace perry::runtime {

namespace {

// How many words stand between a prefetch and the use of what it brought.
constexpr size_t kPrefetchDistance = 16;
// Words of a large cell that are pushed at a time.
constexpr ptrdiff_t kRangeWords = 512;
constexpr size_t kFirstStackWords = 4096;

bool is_cell_word(uint64_t word) { return (word & abi::kNotCellMask) == 0 && word != 0; }

}  // namespace

void Tracer::grow() {
  const auto count = static_cast<size_t>(top_ - bottom_);
  const size_t capacity = std::max(kFirstStackWords, count * 2);
  auto* memory = static_cast<uint64_t*>(std::realloc(bottom_, capacity * sizeof(uint64_t)));
  if (memory == nullptr) fatal_out_of_memory("the collector's mark stack", capacity * 8, 0, 0);
  bottom_ = memory;
  top_ = memory + count;
  end_ = memory + capacity;
}

void Tracer::defer_ephemerons(Cell* cell) { marker_.ephemerons_.push_back(cell); }

void Tracer::defer_weak(Cell* cell) { marker_.weak_cells_.push_back(cell); }

void Tracer::visit_ephemeron(const Cell* key, Value value) {
  if (!value.is_cell()) return;
  if (marker_.is_marked(key)) {
    push(value.bits());
  } else {
    marker_.waiting_.emplace(key, value);
  }
}

Marker::Marker(BlockSpace& space, const KindTable& kinds, const ShapeIndex* shapes,
               uint8_t epoch_bit, CollectionKind kind)
    : space_(space),
      blocks_(space.blocks()),
      base_(space.base()),
      kinds_(kinds),
      shapes_(shapes),
      epoch_bit_(epoch_bit),
      skip_bits_(epoch_bit | abi::kStatic),
      kind_(kind) {
  tracer_.grow();
}

Marker::~Marker() { std::free(tracer_.bottom_); }

void Marker::trace_words(const uint64_t* begin, const uint64_t* end) {
  for (const uint64_t* word = begin; word != end; ++word) {
    if (is_cell_word(*word)) tracer_.push(*word);
  }
}

void Marker::trace(Cell* cell) {
  const KindInfo& info = info_of(kinds_, cell->kind());
  const auto* words = reinterpret_cast<const uint64_t*>(cell);
  if (info.has_shape && cell->shape() != last_shape_) {
    last_shape_ = cell->shape();
    if (shapes_ != nullptr && last_shape_ < shapes_->count) {
      tracer_.visit(shapes_->cells[last_shape_]);
    }
  }
  if (info.fixed_begin != info.fixed_end) {
    trace_words(words + info.fixed_begin, words + info.fixed_end);
  }
  if (info.tail_begin != 0) {
    if (cell->header().size != 0) [[likely]] {
      trace_words(words + info.tail_begin, words + cell->header().size);
    } else {
      ranges_.push_back({words + info.tail_begin, words + Heap::size_of(cell) / sizeof(uint64_t)});
    }
  }
  if (info.trace != nullptr) info.trace(cell, tracer_);
}

void Marker::mark(Cell* cell, uint8_t gc) {
  constexpr auto kMarks = static_cast<uint8_t>(abi::kMarkA | abi::kMarkB);
  abi::CellHeader& header = cell->header();
  header.gc = static_cast<uint8_t>((gc & ~kMarks) | epoch_bit_ | abi::kOld);
  const uint64_t offset = reinterpret_cast<uint64_t>(cell) - base_;
  BlockMeta& block = blocks_[offset >> kBlockShift];
  if (header.size == 0) [[unlikely]] {
    marked_bytes_ += Heap::size_of(cell);
    return;
  }
  const size_t bytes = size_t{header.size} * abi::kCellUnit;
  const size_t in_block = offset & (kBlockBytes - 1);
  PERRY_ASSERT(block.state == BlockState::Small && in_block + bytes <= kBlockBytes);
  set_start(block.starts, in_block >> kGranuleShift);
  const size_t last = (in_block + bytes - 1) >> kLineShift;
  for (size_t line = in_block >> kLineShift; line <= last; ++line) block.lines[line] = 1;
  marked_bytes_ += bytes;
}

void Marker::visit_word(uint64_t word) {
  auto* cell = reinterpret_cast<Cell*>(word);
  const uint8_t gc = cell->header().gc;
  if ((gc & skip_bits_) != 0) return;
  mark(cell, gc);
  if (watches_keys_) [[unlikely]] {
    const auto [begin, end] = waiting_.equal_range(cell);
    for (auto entry = begin; entry != end; ++entry) tracer_.push(entry->second.bits());
    waiting_.erase(begin, end);
  }
  trace(cell);
}

void Marker::trace_again(Cell* cell) { trace(cell); }

void Marker::trace_written_lines(Cell* cell) {
  const KindInfo& info = info_of(kinds_, cell->kind());
  const auto* begin = reinterpret_cast<const uint64_t*>(cell);
  const uint64_t* end = begin + Heap::size_of(cell) / sizeof(uint64_t);
  // The small part in front, and everything when only the kind knows what it holds.
  trace_words(begin + info.fixed_begin, begin + info.fixed_end);
  if (info.trace != nullptr) info.trace(cell, tracer_);
  const uint64_t first = (reinterpret_cast<uint64_t>(cell) - base_) >> kBlockShift;
  const uint64_t count = blocks_[first].run_length;
  for (uint64_t i = 0; i < count; ++i) {
    std::array<uint8_t, kLinesPerBlock>& lines = blocks_[first + i].lines;
    for (size_t line = 0; line < kLinesPerBlock; ++line) {
      if (lines[line] == 0) continue;
      lines[line] = 0;
      if (info.tail_begin == 0) continue;
      const auto* from = reinterpret_cast<const uint64_t*>(
          space_.address_of(static_cast<uint32_t>(first + i)) + line * kLineBytes);
      const uint64_t* to = std::min(from + kLineBytes / sizeof(uint64_t), end);
      from = std::max(from, begin + info.tail_begin);
      if (from < to) trace_words(from, to);
    }
  }
}

void Marker::drain() {
  std::array<uint64_t, kPrefetchDistance> ring;
  size_t oldest = 0;
  size_t count = 0;
  while (true) {
    while (count < kPrefetchDistance && tracer_.top_ != tracer_.bottom_) {
      const uint64_t word = *--tracer_.top_;
      __builtin_prefetch(reinterpret_cast<const void*>(word), 1);
      ring[(oldest + count++) % kPrefetchDistance] = word;
    }
    if (count != 0) {
      const uint64_t word = ring[oldest];
      oldest = (oldest + 1) % kPrefetchDistance;
      --count;
      visit_word(word);
      continue;
    }
    if (ranges_.empty()) return;
    Range& range = ranges_.back();
    const Range piece = {range.begin, range.begin + std::min(kRangeWords, range.end - range.begin)};
    range.begin = piece.end;
    if (range.begin == range.end) ranges_.pop_back();
    trace_words(piece.begin, piece.end);
  }
}

void Marker::drain_ephemerons() {
  // Every table is asked once; entries wait at their keys. So the cost is linear in the number of
  // entries, whatever the order in which they bring each other to life.
  watches_keys_ = true;
  while (!ephemerons_.empty()) {
    Cell* table = ephemerons_.back();
    ephemerons_.pop_back();
    info_of(kinds_, table->kind()).trace_ephemerons(table, tracer_);
    drain();
  }
  watches_keys_ = false;
}

void Marker::clear_weak_cells(const Liveness& liveness) {
  for (Cell* cell : weak_cells_) info_of(kinds_, cell->kind()).clear_weak(cell, liveness);
}

}  // namespace perry::runtime
