#pragma once

#include <cstdint>

#include "runtime/gc/isolate.h"
#include "runtime/string/string.h"
#include "runtime/value/cell.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// All words of a symbol hold values, as the collector's table says: the hash is a number.
class Symbol : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Symbol; }

  enum Kind : uint32_t { kOrdinary, kPrivate, kRegistered, kInternal };

  // A string or undefined.
  Value description() const { return description_; }
  uint32_t hash() const { return static_cast<uint32_t>(hash_.as_number()); }
  // A private name `#x` of a class.
  bool is_private() const { return flags_ == Value::number(uint32_t{kPrivate}); }
  // Made by Symbol.for.
  bool is_registered() const { return flags_ == Value::number(uint32_t{kRegistered}); }

  // A key of the runtime's own, which no program sees.
  bool is_internal() const { return flags_ == Value::number(uint32_t{kInternal}); }

 private:
  friend Symbol* new_symbol(Isolate& isolate, Value description, Kind kind);

  Value description_;
  Value hash_;
  Value flags_;
};

Symbol* new_symbol(Isolate& isolate, Value description, Symbol::Kind kind = Symbol::kOrdinary);

}  // namespace perry::runtime
