#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/object/function.h"
#include "runtime/object/intrinsics.h"
#include "runtime/object/names.h"
#include "runtime/object/objects.h"

// Built-in objects are tables of rows. An intrinsic object is made from its table when it is first
// asked for; its properties are in place when it is first looked into, and the function of a row
// exists when somebody reads it.
//
// The rows of a table are a .def file of the macros that builtin_rows.inc.h defines, which
// describes them.
namespace perry::runtime {

enum class RowKind : uint8_t { Function, Accessor, Value, Intrinsic, Lazy };

struct BuiltinRow {
  const Name* name = nullptr;  // null: `symbol`
  int16_t symbol = -1;
  RowKind kind = RowKind::Value;
  uint8_t attributes = kHidden;
  Intrinsic intrinsic = Intrinsic::Count;
  bool has_setter = false;
  NativeInfo function;  // the getter of an accessor
  NativeInfo setter;
  uint64_t value = 0;
  Value (*make)(Isolate&) = nullptr;
};

struct BuiltinTable {
  CellKind kind = CellKind::Object;
  Intrinsic prototype = Intrinsic::Count;  // Count: null
  const BuiltinRow* rows = nullptr;
  size_t count = 0;
  const NativeInfo* function = nullptr;  // of a Function: itself
  const ObjectClass* object_class = &kPlainClass;
  Value (*primitive)() = nullptr;  // of an Exotic: it is a PrimitiveObject
};

namespace builtin {

constexpr NativeInfo native(const Name* name, int16_t symbol, uint32_t length, uint32_t flags,
                            NativeFunction function) {
  NativeInfo info;
  info.info.entry = &native_entry;
  info.info.name = name;
  info.info.flags = flags | abi::kFunctionNative | abi::kFunctionNoSource | abi::kFunctionStrict;
  info.info.length = length;
  info.symbol = symbol;
  info.function = function;
  return info;
}

constexpr BuiltinRow function(const Name& name, uint32_t length, NativeFunction entry,
                              uint8_t attributes = kHidden) {
  BuiltinRow row;
  row.name = &name;
  row.kind = RowKind::Function;
  row.attributes = attributes;
  row.function = native(&name, -1, length, 0, entry);
  return row;
}
constexpr BuiltinRow function(WellKnown symbol, uint32_t length, NativeFunction entry,
                              uint8_t attributes = kHidden) {
  BuiltinRow row;
  row.symbol = static_cast<int16_t>(symbol);
  row.kind = RowKind::Function;
  row.attributes = attributes;
  row.function = native(nullptr, row.symbol, length, 0, entry);
  return row;
}
constexpr BuiltinRow accessor(const Name& name, NativeFunction getter, NativeFunction setter,
                              uint8_t attributes = kConfigurable) {
  BuiltinRow row;
  row.name = &name;
  row.kind = RowKind::Accessor;
  row.attributes = static_cast<uint8_t>((attributes & ~kWritable) | kAccessor);
  row.function = native(&name, -1, 0, abi::kFunctionGetter, getter);
  row.has_setter = setter != nullptr;
  if (row.has_setter) row.setter = native(&name, -1, 1, abi::kFunctionSetter, setter);
  return row;
}
constexpr BuiltinRow accessor(WellKnown symbol, NativeFunction getter, NativeFunction setter,
                              uint8_t attributes = kConfigurable) {
  BuiltinRow row;
  row.symbol = static_cast<int16_t>(symbol);
  row.kind = RowKind::Accessor;
  row.attributes = static_cast<uint8_t>((attributes & ~kWritable) | kAccessor);
  row.function = native(nullptr, row.symbol, 0, abi::kFunctionGetter, getter);
  row.has_setter = setter != nullptr;
  if (row.has_setter) {
    row.setter = native(nullptr, row.symbol, 1, abi::kFunctionSetter, setter);
  }
  return row;
}
constexpr BuiltinRow number(const Name& name, double value, uint8_t attributes) {
  BuiltinRow row;
  row.name = &name;
  row.attributes = attributes;
  row.value = Value::number(value).bits();
  return row;
}
constexpr BuiltinRow constant(const Name& name, Value value, uint8_t attributes) {
  BuiltinRow row;
  row.name = &name;
  row.attributes = attributes;
  row.value = value.bits();
  return row;
}
constexpr BuiltinRow intrinsic(const Name& name, Intrinsic id, uint8_t attributes) {
  BuiltinRow row;
  row.name = &name;
  row.kind = RowKind::Intrinsic;
  row.attributes = attributes;
  row.intrinsic = id;
  return row;
}
constexpr BuiltinRow lazy(const Name& name, Value (*make)(Isolate&), uint8_t attributes) {
  BuiltinRow row;
  row.name = &name;
  row.kind = RowKind::Lazy;
  row.attributes = attributes;
  row.make = make;
  return row;
}
constexpr BuiltinRow lazy(WellKnown symbol, Value (*make)(Isolate&), uint8_t attributes) {
  BuiltinRow row;
  row.symbol = static_cast<int16_t>(symbol);
  row.kind = RowKind::Lazy;
  row.attributes = attributes;
  row.make = make;
  return row;
}

template <size_t N>
constexpr BuiltinTable object(const BuiltinRow (&rows)[N],
                              Intrinsic prototype = Intrinsic::ObjectPrototype) {
  BuiltinTable table;
  table.prototype = prototype;
  table.rows = rows;
  table.count = N;
  return table;
}
// A function object, with rows behind its `length` and `name`.
template <size_t N>
constexpr BuiltinTable function_object(const NativeInfo& info, const BuiltinRow (&rows)[N],
                                       Intrinsic prototype = Intrinsic::FunctionPrototype) {
  BuiltinTable table = object(rows, prototype);
  table.kind = CellKind::Function;
  table.function = &info;
  table.object_class = &kFunctionClass;
  return table;
}
constexpr NativeInfo constructor(const Name& name, uint32_t length, NativeFunction entry) {
  return native(&name, -1, length, abi::kFunctionConstructor, entry);
}

}  // namespace builtin

// The table of each intrinsic; runtime/builtins defines it.
extern const BuiltinTable* const kBuiltinTables[kIntrinsicCount];

// Puts the table's rows into a fresh object, as lazy values.
void fill_builtin(Isolate& isolate, Object* object);
// What the lazy value of a row stands for.
Value value_of_row(Isolate& isolate, Shape* shape, uint32_t row, Object* object);
// Adds the rows of a table to an object that exists.
void add_rows(Isolate& isolate, Object* object, const BuiltinRow* rows, size_t count);
template <size_t N>
void add_rows(Isolate& isolate, Object* object, const BuiltinRow (&rows)[N]) {
  add_rows(isolate, object, rows, N);
}

}  // namespace perry::runtime
