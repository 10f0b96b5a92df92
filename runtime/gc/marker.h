#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "runtime/gc/block.h"
#include "runtime/gc/heap.h"
#include "runtime/gc/kind.h"
#include "runtime/gc/tracer.h"

namespace perry::runtime {

class BlockSpace;

// One marking: finds everything reachable from what it is given, with a stack of its own.
//
// Words go onto the stack unexamined, edges rather than cells: what a word points at is first read
// when it comes off, some places after a prefetch of it, so that the misses of several cells
// overlap. Long cells are pushed in pieces, which bounds the stack by the number of live cells.
class Marker {
 public:
  // `epoch_bit` is what marked cells carry; kMarkA or kMarkB.
  Marker(BlockSpace& space, const KindTable& kinds, const ShapeIndex* shapes, uint8_t epoch_bit,
         CollectionKind kind);
  ~Marker();
  Marker(const Marker&) = delete;
  Marker& operator=(const Marker&) = delete;

  Tracer& tracer() { return tracer_; }
  // Visits what a marked cell refers to, again.
  void trace_again(Cell* cell);
  // The same for the lines of a large cell that were written.
  void trace_written_lines(Cell* cell);
  // Calls `visitor` with every cell that `cell` refers to, and marks nothing; for verification.
  template <typename Visitor>
  void for_each_reference(Cell* cell, Visitor&& visitor);
  // Marks until nothing is left.
  void drain();
  // Marks the values of ephemerons whose keys are live, and what that brings, until nothing
  // changes.
  void drain_ephemerons();
  // Lets weak cells drop what is dead.
  void clear_weak_cells(const Liveness& liveness);

  Liveness liveness() const { return {skip_bits_, kind_ == CollectionKind::Full}; }
  bool is_marked(const Cell* cell) const { return (cell->header().gc & skip_bits_) != 0; }
  uint64_t marked_bytes() const { return marked_bytes_; }

 private:
  friend class Tracer;

  struct Range {
    const uint64_t* begin;
    const uint64_t* end;
  };

  void visit_word(uint64_t word);
  void mark(Cell* cell, uint8_t gc);
  void trace(Cell* cell);
  void trace_words(const uint64_t* begin, const uint64_t* end);

  BlockSpace& space_;
  BlockMeta* const blocks_;
  const uint64_t base_;
  const KindTable& kinds_;
  const ShapeIndex* const shapes_;
  const uint8_t epoch_bit_;
  const uint8_t skip_bits_;
  const CollectionKind kind_;
  uint32_t last_shape_ = 0;
  bool watches_keys_ = false;
  uint64_t marked_bytes_ = 0;
  Tracer tracer_{*this};
  std::vector<Range> ranges_;
  std::vector<Cell*> ephemerons_;
  std::vector<Cell*> weak_cells_;
  // Entries whose key hasn't been reached.
  std::unordered_multimap<const Cell*, Value> waiting_;
};

template <typename Visitor>
void Marker::for_each_reference(Cell* cell, Visitor&& visitor) {
  trace(cell);
  for (const Range& range : ranges_) trace_words(range.begin, range.end);
  while (tracer_.top_ != tracer_.bottom_) visitor(reinterpret_cast<const Cell*>(*--tracer_.top_));
  ranges_.clear();
  ephemerons_.clear();
  weak_cells_.clear();
  last_shape_ = 0;
}

}  // namespace perry::runtime
