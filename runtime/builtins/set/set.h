#pragma once

#include "runtime/builtins/collection/collection.h"

namespace perry::runtime::builtins {

enum class SetIterationKind : uint64_t { Values, Entries };
Value new_set_iterator(Isolate& isolate, SetObject* set, SetIterationKind kind);
// A plain Set with a copy of the table's entries, or none.
SetObject* new_set(Isolate& isolate, OrderedTable* entries = nullptr);

inline SetObject* this_set(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<SetObject>(isolate, arguments, method);
}

Value set_union(Isolate& isolate, const Arguments& arguments);
Value set_intersection(Isolate& isolate, const Arguments& arguments);
Value set_difference(Isolate& isolate, const Arguments& arguments);
Value set_symmetric_difference(Isolate& isolate, const Arguments& arguments);
Value set_is_subset_of(Isolate& isolate, const Arguments& arguments);
Value set_is_superset_of(Isolate& isolate, const Arguments& arguments);
Value set_is_disjoint_from(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
