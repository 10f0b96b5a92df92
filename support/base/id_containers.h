#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

#include "support/base/ids.h"

namespace perry::support {

// A table whose rows are named by `IdType`: appending hands out the next id, and the index cannot
// be mistaken for that of another table.
template <class IdType, class T>
class IdVector {
 public:
  IdVector() = default;
  explicit IdVector(size_t count, const T& value = T()) : items_(count, value) {}

  IdType push_back(T value) {
    items_.push_back(std::move(value));
    return IdType(items_.size() - 1);
  }
  template <class... Args>
  IdType emplace_back(Args&&... args) {
    items_.emplace_back(std::forward<Args>(args)...);
    return IdType(items_.size() - 1);
  }

  T& operator[](IdType id) {
    assert(id.index < items_.size());
    return items_[id.index];
  }
  const T& operator[](IdType id) const {
    assert(id.index < items_.size());
    return items_[id.index];
  }

  bool contains(IdType id) const { return id.index < items_.size(); }
  IdType next_id() const { return IdType(items_.size()); }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  void reserve(size_t count) { items_.reserve(count); }
  void resize(size_t count, const T& value = T()) { items_.resize(count, value); }
  void clear() { items_.clear(); }

  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
};

// Facts about the rows of a table that somebody else owns. An id that was never written has the
// default value, so the map need not know how long the table is.
template <class IdType, class T>
class IdMap {
 public:
  explicit IdMap(T missing = T()) : missing_(std::move(missing)) {}

  const T& get(IdType id) const { return id.index < items_.size() ? items_[id.index] : missing_; }
  void set(IdType id, T value) { at(id) = std::move(value); }
  // A place to write to; grows the map.
  T& at(IdType id) {
    assert(!id.is_none());
    if (id.index >= items_.size()) items_.resize(size_t{id.index} + 1, missing_);
    return items_[id.index];
  }

 private:
  T missing_;
  std::vector<T> items_;
};

}  // namespace perry::support
