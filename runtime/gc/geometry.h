#pragma once

#include <cstddef>
#include <cstdint>

// The sizes that the heap is made of; docs/heap.md says why these.
namespace perry::runtime {

inline constexpr unsigned kBlockShift = 15;
inline constexpr size_t kBlockBytes = size_t{1} << kBlockShift;
inline constexpr unsigned kLineShift = 7;
inline constexpr size_t kLineBytes = size_t{1} << kLineShift;
inline constexpr size_t kLinesPerBlock = kBlockBytes / kLineBytes;
// Cells begin at multiples of a granule.
inline constexpr unsigned kGranuleShift = 3;
inline constexpr size_t kGranulesPerBlock = kBlockBytes >> kGranuleShift;

// A large cell stands behind a prefix in its first block; the prefix's last word is its size.
inline constexpr size_t kLargePrefix = 16;
// Where its blocks leave room, it begins some lines later: were all to begin at the same offset,
// the rows of a matrix would compete for the same few sets of a cache.
inline constexpr size_t kLargeOffsets = 32;

// Free lines are used in runs of at least so many: a shorter run costs more than it gives.
inline constexpr size_t kShortestHole = 2;
// A block with fewer lines in such runs is full.
inline constexpr size_t kFewestFreeLines = 16;
// Memory is cleared in pieces of this size just before it is allocated, so that it is in the
// nearest cache when it is written again.
inline constexpr size_t kClearBytes = 4096;

}  // namespace perry::runtime
