#include "support/base/arena.h"

#include <algorithm>
#include <cstring>

namespace perry::support {

namespace {

constexpr size_t kFirstBlock = size_t{4} << 10;
constexpr size_t kLargestBlock = size_t{1} << 20;

}  // namespace

// Blocks double up to a megabyte; a bigger request gets a block of its own size.
void* Arena::allocate_slowly(size_t size, size_t alignment) {
  const size_t doubled = blocks_.empty() ? kFirstBlock : blocks_.back().size * 2;
  const size_t block = std::max(std::min(doubled, kLargestBlock), size + alignment);
  blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(block), block});
  next_ = reinterpret_cast<uintptr_t>(blocks_.back().bytes.get());
  end_ = next_ + block;
  return allocate(size, alignment);
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* place = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

void Arena::reset() {
  used_ = 0;
  next_ = end_ = 0;
  if (blocks_.empty()) return;
  blocks_.erase(blocks_.begin() + 1, blocks_.end());
  next_ = reinterpret_cast<uintptr_t>(blocks_.front().bytes.get());
  end_ = next_ + blocks_.front().size;
}

}  // namespace perry::support
