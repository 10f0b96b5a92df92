#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/gc/heap.h"

// When to collect, and what. Everything is relative to what is live, so that the work of all
// collections together stays in proportion to what the program allocates:
//
//  * A nursery collection costs what survives of the nursery, plus the roots. It comes after a
//    fixed amount of allocation, or more in a big heap.
//  * A full one costs what is live. It comes when the old cells, the blocks in use or the native
//    memory have grown by as much as the last full one left over, and by no less than a floor.
namespace perry::runtime {

class Pacing {
 public:
  Pacing(size_t nursery_option, size_t limit_bytes)
      : nursery_option_(nursery_option), limit_(limit_bytes) {
    update_budget(0);
  }

  void allocated(size_t bytes) { allocated_ += bytes; }
  void external_changed(size_t total, size_t added) {
    external_ = total;
    external_added_ += added;
  }
  bool is_due() const { return allocated_ >= budget_ || is_external_due(); }
  bool is_external_due() const { return external_added_ >= external_budget_; }

  CollectionKind next_kind(size_t block_bytes) const {
    const bool full =
        old_bytes_ >= full_at_ || external_ >= external_full_at_ || block_bytes >= blocks_full_at_;
    return full ? CollectionKind::Full : CollectionKind::Nursery;
  }

  // `marked` bytes were found in it, `block_bytes` are in use after it.
  void collected(CollectionKind kind, size_t marked, size_t block_bytes) {
    if (kind == CollectionKind::Nursery) {
      old_bytes_ += marked;
    } else {
      old_bytes_ = marked;
      live_after_full_ = marked;
      full_at_ = grown(marked, kFloor);
      blocks_full_at_ = grown(block_bytes, 2 * kFloor);
      external_full_at_ = grown(external_, kExternalFloor);
      external_budget_ = external_ / 4 > kExternalBudget ? external_ / 4 : kExternalBudget;
      update_budget(marked);
    }
    allocated_ = 0;
    external_added_ = 0;
  }

  size_t old_bytes() const { return old_bytes_; }
  size_t live_after_full() const { return live_after_full_; }
  // If allocation goes on, so many bytes of blocks will be in use before the next full collection.
  size_t blocks_before_full() const { return blocks_full_at_; }
  size_t external_bytes() const { return external_; }
  size_t allocated_since_collection() const { return allocated_; }

 private:
  static constexpr size_t kMiB = size_t{1} << 20;
  static constexpr size_t kSmallestNursery = 4 * kMiB;
  static constexpr size_t kLargestNursery = 32 * kMiB;
  static constexpr size_t kFloor = 16 * kMiB;
  static constexpr size_t kExternalFloor = 64 * kMiB;
  static constexpr size_t kExternalBudget = 32 * kMiB;

  size_t grown(size_t bytes, size_t floor) const {
    const size_t threshold = bytes + (bytes > floor ? bytes : floor);
    // Close to the limit collections come more often, rather than failing with garbage around.
    const size_t cap = limit_ - limit_ / 8;
    if (threshold <= cap) return threshold;
    return bytes + bytes / 8 > cap ? bytes + bytes / 8 : cap;
  }
  void update_budget(size_t live) {
    if (nursery_option_ != 0) {
      budget_ = nursery_option_;
      return;
    }
    budget_ = live / 8;
    if (budget_ < kSmallestNursery) budget_ = kSmallestNursery;
    if (budget_ > kLargestNursery) budget_ = kLargestNursery;
  }

  size_t nursery_option_;
  size_t limit_;
  size_t budget_ = 0;
  size_t allocated_ = 0;
  size_t old_bytes_ = 0;
  size_t live_after_full_ = 0;
  size_t full_at_ = kFloor;
  size_t blocks_full_at_ = 4 * kFloor;
  size_t external_ = 0;
  size_t external_added_ = 0;
  size_t external_budget_ = kExternalBudget;
  size_t external_full_at_ = kExternalFloor;
};

}  // namespace perry::runtime
