#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/abi/layout.h"
#include "runtime/value/assert.h"

namespace perry::runtime {

using abi::CellKind;

// What every heap object begins with. Classes of cells derive from it, hold no virtual function,
// and name the kinds they stand for: `static constexpr bool is(CellKind)`.
class Cell {
 public:
  Cell(const Cell&) = delete;
  Cell& operator=(const Cell&) = delete;

  CellKind kind() const { return header_.kind; }
  uint32_t shape() const { return header_.shape; }
  void set_shape(uint32_t shape) { header_.shape = shape; }
  bool is_object() const { return kind() >= CellKind::Object; }
  bool is_static() const { return (header_.gc & abi::kStatic) != 0; }

  template <typename T>
  bool is() const {
    return T::is(kind());
  }
  template <typename T>
  T* as() {
    PERRY_ASSERT(is<T>());
    return static_cast<T*>(this);
  }
  template <typename T>
  const T* as() const {
    PERRY_ASSERT(is<T>());
    return static_cast<const T*>(this);
  }

  abi::CellHeader& header() { return header_; }
  const abi::CellHeader& header() const { return header_; }

 protected:
  Cell() = default;

 private:
  abi::CellHeader header_;
};
static_assert(sizeof(Cell) == sizeof(abi::CellHeader));

}  // namespace perry::runtime
