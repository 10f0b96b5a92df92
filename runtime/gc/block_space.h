#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "runtime/gc/block.h"
#include "runtime/gc/geometry.h"

namespace perry::runtime {

// The reserved address space, handed out in runs of blocks. Free runs are kept in bins by length,
// and join their neighbours when they are freed; the frontier moves up when no bin serves.
//
// Everything costs constant time but the search in one bin of long runs, which is short because
// free runs join.
class BlockSpace {
 public:
  explicit BlockSpace(size_t reserve_bytes);
  ~BlockSpace();
  BlockSpace(const BlockSpace&) = delete;
  BlockSpace& operator=(const BlockSpace&) = delete;

  static constexpr uint32_t kNone = ~uint32_t{0};

  // The first of `count` blocks in a row, states unset, or kNone when the space is used up or the
  // system has no more memory.
  uint32_t allocate_run(uint32_t count);
  void free_run(uint32_t first, uint32_t count);
  // Gives free memory back to the system, all but about `keep_bytes`.
  void release_free_memory(size_t keep_bytes);

  uint64_t base() const { return base_; }
  // Everything beyond is unused.
  uint64_t end() const { return base_ + (uint64_t{frontier_} << kBlockShift); }
  uint32_t block_count() const { return frontier_; }
  BlockMeta* blocks() const { return blocks_; }
  BlockMeta& block(uint32_t index) const { return blocks_[index]; }
  uint64_t address_of(uint32_t index) const { return base_ + (uint64_t{index} << kBlockShift); }
  uint64_t large_cell(uint32_t head) const { return address_of(head) + blocks_[head].cell_offset; }
  // Of any address; only meaningful below block_count().
  uint64_t index_of(uint64_t address) const { return (address - base_) >> kBlockShift; }

  size_t used_bytes() const { return size_t{used_blocks_} << kBlockShift; }
  size_t committed_bytes() const { return committed_bytes_; }
  size_t reserved_bytes() const { return reserved_bytes_; }

 private:
  static constexpr uint32_t kExactBins = 32;
  static constexpr uint32_t kBins = kExactBins + 32;
  static uint32_t bin_of(uint32_t length);

  bool commit_to(uint32_t block_count);
  void add_free(uint32_t first, uint32_t length);
  void remove_free(uint32_t first);
  uint32_t take(uint32_t first, uint32_t count);
  void release(uint32_t first, uint32_t length);

  uint64_t base_ = 0;
  BlockMeta* blocks_ = nullptr;
  size_t reserved_bytes_ = 0;
  uint64_t mapping_ = 0;  // what mmap gave: base_ is aligned in it
  size_t mapping_bytes_ = 0;
  size_t accessible_bytes_ = 0;  // from base_ on, may be touched
  size_t committed_bytes_ = 0;   // probably resident
  uint32_t frontier_ = 0;
  uint32_t used_blocks_ = 0;
  std::array<uint32_t, kBins> bins_;
  uint64_t filled_bins_ = 0;
};

}  // namespace perry::runtime
