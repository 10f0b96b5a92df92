#pragma once

#include <cstdint>

#include "runtime/object/symbol.h"
#include "runtime/string/atom.h"
#include "runtime/string/string.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// What names a property: an array index (0 to 2^32 - 2), an atom that is none, or a symbol. Keys
// are equal if their bits are. A private name is a symbol that no program can get hold of.
class PropertyKey {
 public:
  constexpr PropertyKey() = default;

  static PropertyKey from_index(uint32_t index) { return PropertyKey(Value::number(index)); }
  static PropertyKey from_atom(String* atom) {
    PERRY_ASSERT(atom->is_atom());
    if (const auto index = atom->array_index()) return from_index(*index);
    return PropertyKey(Value::cell(atom));
  }
  static PropertyKey from_symbol(Symbol* symbol) { return PropertyKey(Value::cell(symbol)); }
  // Of a value that as_value() gave.
  static PropertyKey from_value(Value value) { return PropertyKey(value); }

  bool is_index() const { return value_.is_number(); }
  uint32_t index() const { return static_cast<uint32_t>(value_.as_number()); }
  bool is_symbol() const { return value_.is_symbol(); }
  bool is_atom() const { return value_.is_string(); }
  bool is_private() const { return is_symbol() && symbol()->is_private(); }
  Symbol* symbol() const { return value_.as<Symbol>(); }
  String* atom() const { return value_.as<String>(); }

  // Of an atom or a symbol.
  uint32_t hash() const {
    const Cell* cell = value_.as_cell();
    return cell->kind() == CellKind::Symbol ? static_cast<const Symbol*>(cell)->hash()
                                            : static_cast<const String*>(cell)->known_hash();
  }

  // The words inside: what tables store.
  Value raw() const { return value_; }

  friend bool operator==(PropertyKey, PropertyKey) = default;

 private:
  explicit constexpr PropertyKey(Value value) : value_(value) {}

  Value value_;
};

}  // namespace perry::runtime
