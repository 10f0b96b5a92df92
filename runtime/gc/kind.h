#pragma once

#include <array>
#include <cstdint>

#include "runtime/abi/layout.h"
#include "runtime/value/cell.h"

// What the collector has to know of each kind of cell. The layers above fill a table of these at
// compile time and hand it over in HeapOptions; the collector knows no class of cells itself.
namespace perry::runtime {

class Tracer;
class Liveness;

struct KindInfo {
  const char* name = "";

  // The words of the cell that hold values, counted from its header: [fixed_begin, fixed_end), and
  // all from tail_begin to the cell's end unless that is 0. A word that holds a cell's plain
  // address, or 0, is a value too. Kinds described so far are traced without a call.
  uint8_t fixed_begin = 0;
  uint8_t fixed_end = 0;
  uint8_t tail_begin = 0;
  // The header's shape is the number of a Shape cell, which this cell keeps alive.
  bool has_shape = false;

  // Visits what the words above leave out. Reads, allocates nothing, and may look at any cell that
  // this one refers to (nothing is freed while it runs).
  void (*trace)(Cell*, Tracer&) = nullptr;

  // For cells that called Tracer::defer_ephemerons: names every entry with visit_ephemeron.
  void (*trace_ephemerons)(Cell*, Tracer&) = nullptr;
  // For cells that called Tracer::defer_weak: drops what is dead.
  void (*clear_weak)(Cell*, const Liveness&) = nullptr;
  // For cells given to Heap::add_finalizer: frees native memory. Must not touch other cells.
  void (*finalize)(Cell*) = nullptr;
};

using KindTable = std::array<KindInfo, abi::kCellKindCount>;

constexpr KindInfo& info_of(KindTable& table, CellKind kind) {
  return table[static_cast<uint8_t>(kind)];
}
constexpr const KindInfo& info_of(const KindTable& table, CellKind kind) {
  return table[static_cast<uint8_t>(kind)];
}

// The kinds whose layout runtime/abi fixes. A layer above adds its own to a copy.
constexpr KindTable basic_kinds() {
  KindTable table{};
  info_of(table, CellKind::Free) = {.name = "free"};
  info_of(table, CellKind::String) = {.name = "string"};
  info_of(table, CellKind::Rope) = {.name = "rope", .fixed_begin = 2, .fixed_end = 4};
  info_of(table, CellKind::Slice) = {.name = "slice", .fixed_begin = 2, .fixed_end = 3};
  info_of(table, CellKind::Symbol) = {.name = "symbol", .tail_begin = 1};
  info_of(table, CellKind::BigInt) = {.name = "bigint"};
  info_of(table, CellKind::Box) = {.name = "box", .tail_begin = 1};
  info_of(table, CellKind::Shape) = {.name = "shape"};
  info_of(table, CellKind::Slots) = {.name = "slots", .tail_begin = 1};
  info_of(table, CellKind::Elements) = {.name = "elements",
                                        .tail_begin = abi::kElementsOffset / sizeof(uint64_t)};
  info_of(table, CellKind::Doubles) = {.name = "doubles"};
  info_of(table, CellKind::Frame) = {.name = "frame"};
  info_of(table, CellKind::Internal) = {.name = "internal"};
  info_of(table, CellKind::Object) = {.name = "object", .tail_begin = 1, .has_shape = true};
  info_of(table, CellKind::Array) = {
      .name = "array", .fixed_begin = 1, .fixed_end = 3, .has_shape = true};
  info_of(table, CellKind::Function) = {
      .name = "function",
      .fixed_begin = 1,
      .fixed_end = 2,
      .tail_begin = offsetof(abi::FunctionLayout, home_object) / sizeof(uint64_t),
      .has_shape = true};
  info_of(table, CellKind::TypedArray) = {
      .name = "typed array", .fixed_begin = 1, .fixed_end = 3, .has_shape = true};
  info_of(table, CellKind::Exotic) = {.name = "exotic", .has_shape = true};
  return table;
}

}  // namespace perry::runtime
