#include "runtime/gc/block_space.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>

#include "runtime/gc/poison.h"
#include "runtime/value/assert.h"

namespace perry::runtime {

namespace {

constexpr size_t kSmallestReserve = size_t{64} << 20;
constexpr size_t kCommitStep = size_t{1} << 20;
// From here on the heap is in large pages, each of which costs one fault instead of 512. A program
// that needs so much is going to fill a nursery.
constexpr size_t kLargePagesFrom = size_t{2} << 20;
constexpr size_t kLargePage = size_t{2} << 20;

void* reserve(size_t bytes, int protection) {
  void* memory =
      mmap(nullptr, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

}  // namespace

BlockSpace::BlockSpace(size_t reserve_bytes) {
  bins_.fill(kNone);
  size_t bytes = std::max(std::bit_floor(reserve_bytes), kSmallestReserve);
  // A large page more, so that the base can be aligned.
  while (true) {
    if (void* memory = reserve(bytes + kLargePage, PROT_NONE)) {
      mapping_ = reinterpret_cast<uint64_t>(memory);
      break;
    }
    if (bytes <= kSmallestReserve) return;  // the first allocation reports it
    bytes /= 2;
  }
  void* blocks = reserve((bytes >> kBlockShift) * sizeof(BlockMeta), PROT_READ | PROT_WRITE);
  if (blocks == nullptr) {
    munmap(reinterpret_cast<void*>(mapping_), bytes + kLargePage);
    mapping_ = 0;
    return;
  }
  mapping_bytes_ = bytes + kLargePage;
  reserved_bytes_ = bytes;
  base_ = (mapping_ + kLargePage - 1) & ~(kLargePage - 1);
  blocks_ = static_cast<BlockMeta*>(blocks);
}

BlockSpace::~BlockSpace() {
  if (mapping_ == 0) return;
  unpoison(base_, accessible_bytes_);
  munmap(reinterpret_cast<void*>(mapping_), mapping_bytes_);
  munmap(blocks_, (reserved_bytes_ >> kBlockShift) * sizeof(BlockMeta));
}

uint32_t BlockSpace::bin_of(uint32_t length) {
  if (length <= kExactBins) return length - 1;
  return std::min<uint32_t>(kExactBins + static_cast<uint32_t>(std::bit_width(length)) - 6,
                            kBins - 1);
}

bool BlockSpace::commit_to(uint32_t block_count) {
  const size_t bytes = size_t{block_count} << kBlockShift;
  if (bytes > reserved_bytes_) return false;
  if (bytes <= accessible_bytes_) return true;
  // In growing steps: a system call for every block would be felt.
  const size_t step = std::max(kCommitStep, accessible_bytes_ / 8);
  const size_t least = std::max(bytes, accessible_bytes_ + step);
  const size_t unit = least > kLargePagesFrom ? kLargePage : kCommitStep;
  const size_t wanted = std::min(reserved_bytes_, (least + unit - 1) & ~(unit - 1));
  if (mprotect(reinterpret_cast<void*>(base_ + accessible_bytes_), wanted - accessible_bytes_,
               PROT_READ | PROT_WRITE) != 0) {
    return false;
  }
  const size_t large = std::max(accessible_bytes_, kLargePagesFrom);
  // A system without large pages says no, and does without.
  if (large < wanted)
    madvise(reinterpret_cast<void*>(base_ + large), wanted - large, MADV_HUGEPAGE);
  accessible_bytes_ = wanted;
  return true;
}

void BlockSpace::add_free(uint32_t first, uint32_t length) {
  BlockMeta& head = blocks_[first];
  head.state = BlockState::Free;
  head.run_length = length;
  blocks_[first + length - 1].state = BlockState::Free;
  blocks_[first + length - 1].run_head = first;
  const uint32_t bin = bin_of(length);
  head.previous = kNone;
  head.next = bins_[bin];
  if (head.next != kNone) blocks_[head.next].previous = first;
  bins_[bin] = first;
  filled_bins_ |= uint64_t{1} << bin;
}

void BlockSpace::remove_free(uint32_t first) {
  BlockMeta& head = blocks_[first];
  const uint32_t bin = bin_of(head.run_length);
  if (head.previous != kNone) {
    blocks_[head.previous].next = head.next;
  } else {
    bins_[bin] = head.next;
    if (head.next == kNone) filled_bins_ &= ~(uint64_t{1} << bin);
  }
  if (head.next != kNone) blocks_[head.next].previous = head.previous;
}

uint32_t BlockSpace::take(uint32_t first, uint32_t count) {
  const uint32_t length = blocks_[first].run_length;
  remove_free(first);
  if (length > count) add_free(first + count, length - count);
  return first;
}

uint32_t BlockSpace::allocate_run(uint32_t count) {
  uint32_t first = kNone;
  // In its own bin a run may be too short, in every higher bin each one serves.
  const uint32_t bin = bin_of(count);
  for (uint32_t run = bins_[bin]; run != kNone; run = blocks_[run].next) {
    if (blocks_[run].run_length >= count) {
      first = take(run, count);
      break;
    }
  }
  if (first == kNone && bin + 1 < kBins) {
    const uint64_t higher = filled_bins_ & (~uint64_t{0} << (bin + 1));
    if (higher != 0) {
      first = take(bins_[static_cast<size_t>(std::countr_zero(higher))], count);
    }
  }
  if (first == kNone) {
    if (count > (reserved_bytes_ >> kBlockShift) - frontier_) return kNone;
    if (!commit_to(frontier_ + count)) return kNone;
    first = frontier_;
    frontier_ += count;
    for (uint32_t i = 0; i < count; ++i) blocks_[first + i].is_zero = true;
  }
  for (uint32_t i = 0; i < count; ++i) {
    if (blocks_[first + i].is_zero) committed_bytes_ += kBlockBytes;
  }
  used_blocks_ += count;
  return first;
}

void BlockSpace::free_run(uint32_t first, uint32_t count) {
  PERRY_ASSERT(count != 0 && used_blocks_ >= count);
  used_blocks_ -= count;
  for (uint32_t i = 0; i < count; ++i) {
    blocks_[first + i].state = BlockState::Free;
    blocks_[first + i].is_zero = false;
  }
  poison(address_of(first), size_t{count} << kBlockShift);
  if (first > 0 && blocks_[first - 1].state == BlockState::Free) {
    const uint32_t before = blocks_[first - 1].run_head;
    count += first - before;
    first = before;
    remove_free(before);
  }
  const uint32_t after = first + count;
  if (after < frontier_ && blocks_[after].state == BlockState::Free) {
    count += blocks_[after].run_length;
    remove_free(after);
  }
  add_free(first, count);
}

void BlockSpace::release(uint32_t first, uint32_t length) {
  uint32_t i = 0;
  while (i < length) {
    if (blocks_[first + i].is_zero) {
      ++i;
      continue;
    }
    uint32_t end = i;
    while (end < length && !blocks_[first + end].is_zero) blocks_[first + end++].is_zero = true;
    const size_t bytes = size_t{end - i} << kBlockShift;
    madvise(reinterpret_cast<void*>(address_of(first + i)), bytes, MADV_DONTNEED);
    committed_bytes_ -= bytes;
    i = end;
  }
}

void BlockSpace::release_free_memory(size_t keep_bytes) {
  const size_t used = used_bytes();
  // From the longest runs down: fewest calls.
  for (uint32_t bin = kBins; bin-- > 0;) {
    for (uint32_t run = bins_[bin]; run != kNone; run = blocks_[run].next) {
      if (committed_bytes_ <= used + keep_bytes) return;
      release(run, blocks_[run].run_length);
    }
  }
}

}  // namespace perry::runtime
