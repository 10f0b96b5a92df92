#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/gc/block_space.h"
#include "runtime/gc/heap.h"
#include "runtime/gc/pacing.h"

namespace perry::runtime {

class Marker;

// The heap behind its interface. heap.cpp allocates, collection.cpp collects, find_cell.cpp answers
// what an address belongs to, verify.cpp checks.
class HeapImpl {
 public:
  HeapImpl(Heap& owner, const HeapOptions& given);
  ~HeapImpl();
  HeapImpl(const HeapImpl&) = delete;
  HeapImpl& operator=(const HeapImpl&) = delete;

  // --- heap.cpp ---
  Cell* allocate_slow(uint64_t header);
  Cell* allocate_large(uint64_t header, size_t bytes);
  void remember(Cell* holder, const void* slot);
  void run_all_finalizers();

  // --- collection.cpp ---
  void collect_from_outside(CollectionKind kind);

  // --- find_cell.cpp ---
  Cell* find_cell_from_outside(uint64_t address);

  // --- verify.cpp ---
  void verify_from_outside();

  struct WeakTable {
    void (*sweep)(void*, const Liveness&);
    void* context;
  };
  struct NewStarts {
    uint32_t block;
    StartBits bits;
  };

  Heap& heap;
  HeapOptions options;
  const KindTable& kinds;
  BlockSpace space;
  Pacing pacing;
  HeapStats stats;
  const ShapeIndex* shapes = nullptr;
  std::vector<WeakTable> weak_tables;
  std::vector<Cell*> young_finalizers;
  std::vector<Cell*> old_finalizers;

 private:
  // Memory being allocated from: [cursor, cleared_end) is zero, [cleared_end, end) belongs to it.
  // The cursor of the main one is in the thread's block.
  struct Window {
    uint64_t cursor = 0;
    uint64_t cleared_end = 0;
    uint64_t end = 0;
    bool is_zero = false;
  };

  // heap.cpp
  uint64_t take_memory(size_t bytes);
  bool extend(Window& window, size_t bytes);
  bool find_hole();
  void take_free_block(Window& window);
  void open_window(Window& window, uint32_t block, Hole hole);
  static void close_window(Window& window);
  static void terminate(const Window& window);
  void take_over_cursor();
  void publish_window();
  void close_windows();
  void before_taking_memory();
  uint32_t take_run(uint32_t count, size_t bytes);
  void stress();
  void clear_large(uint32_t first, uint32_t count, size_t bytes);

  // collection.cpp
  void collect(CollectionKind kind);
  void find_conservative_roots();
  static void visit_ambiguous(void* self, uint64_t word);
  void mark_roots(Marker& marker);
  void mark_remembered(Marker& marker);
  void forget_remembered();
  void reset_marks();
  void run_finalizers(const Liveness& liveness);
  void sweep(CollectionKind kind);
  void sweep_small(uint32_t index);
  void sweep_large(std::vector<uint32_t>& list, std::vector<uint32_t>& kept);
  void poison_hole(uint32_t block, Hole hole) const;
  void drop_new_starts();

  // find_cell.cpp
  Cell* find_cell(uint64_t address);
  const StartBits& new_starts_of(uint32_t index);
  template <typename Visitor>
  void for_each_new_cell(uint32_t index, Visitor&& visitor);

  // verify.cpp
  void verify();
  void verify_barriers();
  void verify_small(uint32_t index, Marker& scratch);
  void verify_cell(Cell* cell, Marker& scratch);
  void verify_reference(const Cell* holder, const Cell* target);

  bool is_stressed() const { return options.stress_period != 0; }

  Window window_;
  Window overflow_;
  uint32_t block_ = BlockSpace::kNone;  // that window_ is in
  std::vector<uint32_t> recyclable_;    // blocks with holes, not yet used since the last sweep
  std::vector<uint32_t> used_;          // small blocks allocated into since the last collection
  std::vector<uint32_t> young_large_;
  std::vector<uint32_t> old_large_;
  std::vector<Cell*> remembered_;
  std::vector<Cell*> ambiguous_;  // what stacks and the like point at
  std::vector<NewStarts> new_starts_;
  uint64_t stack_base_ = 0;
  uint8_t epoch_bit_ = abi::kMarkA;
  uint32_t stress_count_ = 0;
  uint32_t collection_count_ = 0;
  bool is_collecting_ = false;
};

}  // namespace perry::runtime
