#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace perry::support {

// Address space reserved from the system and committed by the kernel as it is touched. Returns
// null when the system refuses.
void* reserve_pages(size_t bytes);
void release_pages(void* start, size_t bytes);

// A growable array whose elements never move: its whole capacity is reserved as address space up
// front and memory is committed by use. So references into it stay valid while it grows, growing
// copies nothing, and an index is one addition away from an address.
template <class T>
class ReservedArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ReservedArray() = default;
  explicit ReservedArray(size_t capacity) { reserve(capacity); }
  ReservedArray(const ReservedArray&) = delete;
  ReservedArray& operator=(const ReservedArray&) = delete;
  ReservedArray(ReservedArray&& other) noexcept { swap(other); }
  ReservedArray& operator=(ReservedArray&& other) noexcept {
    swap(other);
    return *this;
  }
  ~ReservedArray() {
    if (data_ != nullptr) release_pages(data_, capacity_ * sizeof(T));
  }

  // Only before the first element. False when the system has no room for the reservation.
  bool reserve(size_t capacity) {
    if (data_ != nullptr) release_pages(data_, capacity_ * sizeof(T));
    data_ = static_cast<T*>(reserve_pages(capacity * sizeof(T)));
    capacity_ = data_ != nullptr ? capacity : 0;
    size_ = 0;
    return data_ != nullptr;
  }

  size_t size() const { return size_; }
  size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }

  // Room for `count` more elements; null when the reservation is used up. The memory is zero the
  // first time it is handed out and holds old contents after `truncate`.
  T* extend(size_t count) {
    if (capacity_ - size_ < count) [[unlikely]]
      return nullptr;
    T* place = data_ + size_;
    size_ += count;
    return place;
  }

  void truncate(size_t size) { size_ = size; }

  void swap(ReservedArray& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  T* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace perry::support
