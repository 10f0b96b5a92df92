#pragma once

#include "runtime/object/index_store.h"
#include "runtime/object/property.h"

// Changing what an object stores as ordinary properties, without any check.
namespace perry::runtime {

// The table of an object's indexed properties, or null; not of dense arrays.
IndexStore* index_store_of(Isolate& isolate, Object* object);
// Adds a property that the object doesn't have. `value` may be an AccessorPair.
void create_own(Isolate& isolate, Object* object, PropertyKey key, Value value, uint8_t attributes);
// Stores the value of a property that find_own() found; not of an array's `length`.
void store_own(Isolate& isolate, Object* object, PropertyKey key, const OwnProperty& found,
               Value value);

}  // namespace perry::runtime
