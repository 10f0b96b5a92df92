#pragma once

#include <cstdint>

// How case_tables.inc and normalization_tables.inc are laid out; each table is sorted by its first
// column.
namespace perry::runtime::text_tables {

// Every `step`-th code point from `first` to `last` maps to itself plus `delta`.
struct CaseRange {
  uint32_t first;
  uint32_t last;
  uint16_t step;
  int32_t delta;
};
// A code point that becomes several; 0 ends them.
struct SpecialCase {
  uint32_t code_point;
  char16_t to[3];
};
struct PointRange {
  uint32_t first;
  uint32_t last;
};
struct CombiningRange {
  uint32_t first;
  uint32_t last;
  uint8_t combining_class;
};
// One step of a decomposition: `count` code points of the pool.
struct Decomposition {
  uint32_t code_point : 24;
  uint32_t is_compatible : 8;
  uint16_t count;
  uint16_t offset;
};
// Two code points that compose to one.
struct Composition {
  uint32_t first;
  uint32_t second;
  uint32_t composed;
};

}  // namespace perry::runtime::text_tables
