#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/string/string.h"
#include "runtime/value/value.h"

// The forms of strings that are not flat.
namespace perry::runtime {

class Rope : public String {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Rope; }

  Value left;
  Value right;

  const String* left_string() const { return left.as<String>(); }
  const String* right_string() const { return right.as<String>(); }
};

class Slice : public String {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Slice; }

  Value parent;  // flat
  uint64_t offset;
};
static_assert(sizeof(Rope) == sizeof(abi::RopeLayout) && sizeof(Slice) == sizeof(abi::RopeLayout));

// The pieces of a string from left to right, without recursion and without a heap allocation: its
// own stack is as long as the rope leans to the left.
class Leaves {
 public:
  explicit Leaves(const String* string) : next_(string) {}

  // False at the end.
  bool next(StringView& piece);

 private:
  const String* next_;
  std::vector<const String*> pending_;
};

// Copies code units into a buffer that is at least as wide.
void copy_units(StringView from, uint8_t* to);
void copy_units(StringView from, char16_t* to);

}  // namespace perry::runtime
