#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include "runtime/abi/value_bits.h"
#include "runtime/value/assert.h"
#include "runtime/value/cell.h"

namespace perry::runtime {

// A JavaScript value, or empty. Made without arguments it is empty, as fresh heap memory is.
// runtime/abi/value_bits.h says how it is spelled.
class Value {
 public:
  constexpr Value() = default;

  static constexpr Value from_bits(uint64_t bits) { return Value(bits); }
  static constexpr Value empty() { return Value(abi::kEmpty); }
  static constexpr Value undefined() { return Value(abi::kUndefined); }
  static constexpr Value null() { return Value(abi::kNull); }
  static constexpr Value boolean(bool b) { return Value(abi::kFalse | uint64_t{b}); }

  // Of a double that arithmetic made: its NaNs, if any, are harmless.
  static constexpr Value number(double d) {
    const auto bits = std::bit_cast<uint64_t>(d);
    PERRY_ASSERT(bits < abi::kFirstForbiddenDouble);
    return Value(bits + abi::kDoubleOffset);
  }
  static constexpr Value number(int32_t i) { return number(static_cast<double>(i)); }
  static constexpr Value number(uint32_t i) { return number(static_cast<double>(i)); }

  // Of a double whose bits came from outside: a typed array, a file, another language.
  static constexpr Value number_from_outside(double d) {
    return d == d ? number(d) : Value(abi::kCanonicalNaN + abi::kDoubleOffset);
  }

  static Value cell(const Cell* cell) { return Value(reinterpret_cast<uint64_t>(cell)); }
  // For code in which a missing cell is the empty value.
  static Value cell_or_empty(const Cell* cell) { return Value(reinterpret_cast<uint64_t>(cell)); }

  constexpr uint64_t bits() const { return bits_; }

  constexpr bool is_empty() const { return bits_ == abi::kEmpty; }
  constexpr bool is_undefined() const { return bits_ == abi::kUndefined; }
  constexpr bool is_null() const { return bits_ == abi::kNull; }
  constexpr bool is_nullish() const { return (bits_ & ~abi::kUndefinedBit) == abi::kNull; }
  constexpr bool is_boolean() const { return (bits_ & ~uint64_t{1}) == abi::kFalse; }
  constexpr bool is_true() const { return bits_ == abi::kTrue; }
  constexpr bool is_false() const { return bits_ == abi::kFalse; }
  constexpr bool is_number() const { return bits_ >= abi::kDoubleOffset; }
  constexpr bool is_cell_or_empty() const { return (bits_ & abi::kNotCellMask) == 0; }
  constexpr bool is_cell() const { return is_cell_or_empty() && !is_empty(); }

  template <typename T>
  bool is() const {
    return is_cell() && as_cell()->is<T>();
  }
  bool is_kind(CellKind kind) const { return is_cell() && as_cell()->kind() == kind; }
  bool is_object() const { return is_cell() && as_cell()->is_object(); }
  bool is_string() const {
    return is_cell() && as_cell()->kind() >= CellKind::String &&
           as_cell()->kind() <= CellKind::Slice;
  }
  bool is_symbol() const { return is_kind(CellKind::Symbol); }
  bool is_bigint() const { return is_kind(CellKind::BigInt); }

  constexpr bool as_boolean() const {
    PERRY_ASSERT(is_boolean());
    return bits_ == abi::kTrue;
  }
  constexpr double as_number() const {
    PERRY_ASSERT(is_number());
    return std::bit_cast<double>(bits_ - abi::kDoubleOffset);
  }
  Cell* as_cell() const {
    PERRY_ASSERT(is_cell());
    return reinterpret_cast<Cell*>(bits_);
  }
  // Null for the empty value.
  Cell* as_cell_or_null() const {
    PERRY_ASSERT(is_cell_or_empty());
    return reinterpret_cast<Cell*>(bits_);
  }
  template <typename T>
  T* as() const {
    return as_cell()->as<T>();
  }
  // The cell as a T if it is one, else null.
  template <typename T>
  T* try_as() const {
    return is<T>() ? static_cast<T*>(as_cell()) : nullptr;
  }

  // The number as an int32 that is exactly equal to it and not -0.
  constexpr bool is_int32() const {
    if (!is_number()) return false;
    const double d = as_number();
    if (!(d >= -2147483648.0 && d <= 2147483647.0)) return false;
    return std::bit_cast<uint64_t>(static_cast<double>(static_cast<int32_t>(d))) ==
           std::bit_cast<uint64_t>(d);
  }
  constexpr int32_t as_int32() const {
    PERRY_ASSERT(is_int32());
    return static_cast<int32_t>(as_number());
  }

  // The same bits: `===` except for numbers and for strings, which compare by content.
  friend constexpr bool operator==(Value, Value) = default;

 private:
  explicit constexpr Value(uint64_t bits) : bits_(bits) {}

  uint64_t bits_ = abi::kEmpty;
};
static_assert(sizeof(Value) == 8 && std::is_trivially_copyable_v<Value>);

}  // namespace perry::runtime
