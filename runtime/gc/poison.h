#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PERRY_ASAN 1
#include <sanitizer/asan_interface.h>
#endif
#endif
#ifndef PERRY_ASAN
#define PERRY_ASAN 0
#endif

// Free heap memory is out of bounds for AddressSanitizer.
namespace perry::runtime {

inline void poison([[maybe_unused]] uint64_t address, [[maybe_unused]] size_t bytes) {
#if PERRY_ASAN
  __asan_poison_memory_region(reinterpret_cast<void*>(address), bytes);
#endif
}

inline void unpoison([[maybe_unused]] uint64_t address, [[maybe_unused]] size_t bytes) {
#if PERRY_ASAN
  __asan_unpoison_memory_region(reinterpret_cast<void*>(address), bytes);
#endif
}

// What freed memory holds in a heap that is under stress. As a value it is neither a cell nor a
// constant; as a header, a kind that doesn't exist.
inline constexpr int kFreedByte = 0xfb;
inline constexpr uint64_t kFreedWord = 0xfbfb'fbfb'fbfb'fbfb;

}  // namespace perry::runtime
