#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace perry::frontend::regexp {

// A stack whose first N elements live in the object itself.
template <typename T, size_t N>
class InlineStack {
 public:
  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }

  T& operator[](size_t index) { return index < N ? inline_[index] : overflow_[index - N]; }
  T& top() { return (*this)[size_ - 1]; }

  void push(const T& value) {
    if (size_ < N) {
      inline_[size_] = value;
    } else {
      overflow_.push_back(value);
    }
    ++size_;
  }

  void pop() {
    if (size_ > N) overflow_.pop_back();
    --size_;
  }

 private:
  size_t size_ = 0;
  std::array<T, N> inline_;
  std::vector<T> overflow_;
};

}  // namespace perry::frontend::regexp
