#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/gc/kind.h"
#include "runtime/gc/roots.h"
#include "runtime/gc/thread_block.h"
#include "runtime/gc/tracer.h"
#include "runtime/value/assert.h"
#include "runtime/value/value.h"

// The garbage-collected heap of one isolate; docs/heap.md explains it. What callers must know:
//
//  * Cells never move. A pointer to or into a cell, on the stack or in a register, keeps it alive.
//    A pointer anywhere else must be registered (roots()) or lie in a traced cell.
//  * Only allocation collects. Functions that may allocate take an Isolate& or a Heap&; what takes
//    neither does not collect. NoGc states the latter in a block of code.
//  * Storing a cell into a cell goes through store(), or write_barrier() follows.
//  * Fresh memory behind the header is zero, the empty value. A cell must make sense to its trace
//    function before the next allocation.
namespace perry::runtime {

struct HeapOptions {
  // Must outlive the heap.
  const KindTable* kinds = nullptr;
  // Address space to reserve; less is taken when the system refuses.
  size_t reserve_bytes = size_t{64} << 30;
  // More live memory than this ends the program. 0: what the machine has.
  size_t limit_bytes = 0;
  // Allocation between two collections of the nursery. 0: decided by the heap.
  size_t nursery_bytes = 0;
  // Collect at every Nth allocation, and fill freed memory with a pattern; 0: no.
  uint32_t stress_period = 0;
  // Check the whole heap around every collection.
  bool verify = false;
};

struct HeapStats {
  uint64_t nursery_collections = 0;
  uint64_t full_collections = 0;
  uint64_t allocated_bytes = 0;  // ever, in cells and their rounding
  uint64_t marked_bytes = 0;     // ever: the work done
  uint64_t live_bytes = 0;       // known live after the last collection
  uint64_t live_bytes_after_full = 0;
  uint64_t external_bytes = 0;   // native memory that cells own
  uint64_t block_bytes = 0;      // blocks in use
  uint64_t committed_bytes = 0;  // taken from the system
  uint64_t nanoseconds = 0;      // spent in collections
};

enum class CollectionKind : uint8_t { Nursery, Full };

// Which cells stand for which shape number; the layer of objects owns it and keeps it current.
struct ShapeIndex {
  Cell** cells = nullptr;
  uint32_t count = 0;
};

class HeapImpl;

class Heap {
 public:
  explicit Heap(const HeapOptions& options);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // --- Allocation: may collect ---

  // A cell of `bytes` bytes, header included, zero behind the header. Any size.
  Cell* allocate(CellKind kind, uint32_t shape, size_t bytes) {
    const size_t rounded = round_up(bytes);
    const uint64_t header = abi::header_word(kind, shape, rounded);
    if (rounded <= abi::kLargestSmallCell) [[likely]]
      return allocate_small(header, rounded);
    return allocate_large(header, rounded);
  }
  template <typename T>
  T* allocate(CellKind kind, uint32_t shape, size_t bytes = sizeof(T)) {
    static_assert(std::is_base_of_v<Cell, T> && std::is_trivially_destructible_v<T>);
    PERRY_ASSERT(T::is(kind) && bytes >= sizeof(T));
    return static_cast<T*>(allocate(kind, shape, bytes));
  }

  Cell* allocate_slow(uint64_t header);
  Cell* allocate_large(uint64_t header, size_t bytes);

  // The size a cell of `bytes` really takes: what grows may as well use all of it.
  static constexpr size_t round_up(size_t bytes) {
    const size_t rounded = (bytes + abi::kCellUnit - 1) & ~(abi::kCellUnit - 1);
    return rounded < abi::kSmallestCell ? abi::kSmallestCell : rounded;
  }
  static size_t good_size(size_t bytes);

  void collect(CollectionKind kind);

  // --- Cells ---

  // Not of static cells that are large. A large cell's size stands in front of it.
  static size_t size_of(const Cell* cell) {
    return cell->header().size != 0 ? size_t{cell->header().size} * abi::kCellUnit
                                    : reinterpret_cast<const uint64_t*>(cell)[-1];
  }

  // To be called after `slot`, in `holder`, was written; before the next allocation.
  void write_barrier(Cell* holder, const void* slot) {
    if ((holder->header().gc & abi::kOld) != 0) [[unlikely]]
      remember(holder, slot);
  }
  void remember(Cell* holder, const void* slot);

  // The cell whose memory holds `address`, or null. Slow; for conservative scans and tests.
  Cell* find_cell(const void* address);

  // --- What the layers above tell the collector ---

  Roots& roots() { return roots_; }
  void set_shape_index(const ShapeIndex* index);
  // The kind's `finalize` is called when the cell has died, and for all at the heap's end.
  void add_finalizer(Cell* cell);
  // Calls all of them, as the isolate ends: what they look at goes before the heap does.
  void run_all_finalizers();
  // Native memory owned by cells: a reason to collect, like the heap's own.
  void add_external_bytes(size_t bytes);
  void remove_external_bytes(size_t bytes);
  // Called after marking, while dead cells are still readable; tables outside the heap drop their
  // weak references, registries queue their jobs. Must not allocate cells.
  void add_weak_table(void (*sweep)(void* context, const Liveness&), void* context);
  void remove_weak_table(void* context);

  const HeapStats& stats();
  const HeapOptions& options() const;
  // Aborts with a message when the heap contradicts itself. Between collections only.
  void verify();

 private:
  friend class NoGc;
  friend class HeapImpl;

  Cell* allocate_small(uint64_t header, size_t bytes) {
    PERRY_ASSERT(no_gc_depth_ == 0);
    abi::ThreadBlock& thread = perry_rt_thread;
    const uint64_t cell = thread.cursor;
    if (thread.limit - cell < bytes) [[unlikely]]
      return allocate_slow(header);
    thread.cursor = cell + bytes;
    *reinterpret_cast<uint64_t*>(cell) = header;
    return reinterpret_cast<Cell*>(cell);
  }

  Roots roots_;
  uint32_t no_gc_depth_ = 0;
  std::unique_ptr<HeapImpl> impl_;
};

// Stores a value into a field of a cell.
inline void store(Heap& heap, Cell* holder, Value* slot, Value value) {
  *slot = value;
  if (value.is_cell()) heap.write_barrier(holder, slot);
}

// While one exists, nothing may allocate. Checked where PERRY_ASSERTIONS is 1.
class NoGc {
 public:
  explicit NoGc(Heap& heap) : heap_(heap) { ++heap_.no_gc_depth_; }
  ~NoGc() { --heap_.no_gc_depth_; }
  NoGc(const NoGc&) = delete;
  NoGc& operator=(const NoGc&) = delete;

 private:
  Heap& heap_;
};

}  // namespace perry::runtime
