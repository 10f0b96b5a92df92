#pragma once

#include "runtime/builtins/collection/collection.h"

namespace perry::runtime::builtins {

enum class MapIterationKind : uint64_t { Keys, Values, Entries };
Value new_map_iterator(Isolate& isolate, MapObject* map, MapIterationKind kind);

}  // namespace perry::runtime::builtins
