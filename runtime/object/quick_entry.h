#pragma once

#include <cstddef>

#include "runtime/object/builtin.h"

// Entries of their own for built-in functions that programs call in their innermost loops. Such an
// entry does the usual case on its arguments as they are, without the ado of a native call, and
// leaves all others to `native_entry`, which calls the function itself. It must not throw, collect
// or run JavaScript.
namespace perry::runtime {

struct QuickEntry {
  const Name* name;
  abi::Entry entry;
  // Generated code may know the function and do without the entry.
  uint32_t number = 0;
  constexpr QuickEntry(const Name* name, abi::Entry entry) : name(name), entry(entry) {}
  constexpr QuickEntry(const Name* name, abi::Entry entry, abi::KnownFunction known)
      : name(name), entry(entry), number(abi::kFirstKnown + static_cast<uint32_t>(known)) {}
};

template <size_t count>
struct QuickRows {
  BuiltinRow rows[count];
};

// The rows, with these entries where the names are the same.
template <size_t count, size_t entry_count>
consteval QuickRows<count> with_quick_entries(const BuiltinRow (&rows)[count],
                                              const QuickEntry (&entries)[entry_count]) {
  QuickRows<count> result;
  size_t found = 0;
  for (size_t i = 0; i < count; ++i) {
    result.rows[i] = rows[i];
    for (const QuickEntry& quick : entries) {
      if (rows[i].name != quick.name || rows[i].kind != RowKind::Function) continue;
      result.rows[i].function.info.entry = quick.entry;
      result.rows[i].function.info.number = quick.number;
      ++found;
    }
  }
  if (found != entry_count) throw "an entry has no row";  // so it does not compile
  return result;
}

}  // namespace perry::runtime
