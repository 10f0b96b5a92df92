#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace perry::support {

// Bump allocation for things that live and die together. Nothing is destroyed one by one, so only
// trivially destructible types go in. What was handed out never moves.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  void* allocate(size_t size, size_t alignment) {
    const uintptr_t start = (next_ + alignment - 1) & ~(uintptr_t{alignment} - 1);
    if (start > end_ || end_ - start < size) [[unlikely]]
      return allocate_slowly(size, alignment);
    next_ = start + size;
    used_ += size;
    return reinterpret_cast<void*>(start);
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  // `count` value-initialised elements.
  template <class T>
  std::span<T> make_array(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* items = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    for (size_t i = 0; i < count; i++) new (items + i) T();
    return {items, count};
  }

  // A copy that lives as long as the arena.
  std::string_view copy(std::string_view text);

  // Bytes handed out, without padding.
  size_t bytes_used() const { return used_; }
  // Forgets everything but keeps the first block for reuse.
  void reset();

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    size_t size;
  };

  void* allocate_slowly(size_t size, size_t alignment);

  std::vector<Block> blocks_;
  uintptr_t next_ = 0;
  uintptr_t end_ = 0;
  size_t used_ = 0;
};

}  // namespace perry::support
