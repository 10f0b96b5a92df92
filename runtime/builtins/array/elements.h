#pragma once

#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// What the methods of arrays share: access to the elements of any object by an index up to
// 2^53 - 1, with a short way for dense arrays that no program can tell from the long one.
namespace perry::runtime::builtins {

inline constexpr double kMaxSafeInteger = 9007199254740991.0;

// An array whose elements may be moved in memory: dense, extensible, with a length that may
// change, and without holes that a prototype fills. Good until JavaScript runs.
bool is_simple(Isolate& isolate, Object* object);

// The element, or empty where there is none: HasProperty and Get.
Value element_if_present(Isolate& isolate, Object* object, double index);
// Get.
Value element_at(Isolate& isolate, Object* object, double index);
// Set(object, index, value, true).
void set_element(Isolate& isolate, Object* object, double index, Value value);
// CreateDataPropertyOrThrow.
void create_element(Isolate& isolate, Object* object, double index, Value value);
void delete_element(Isolate& isolate, Object* object, double index);
void set_length(Isolate& isolate, Object* object, double length);

// ArrayCreate, which refuses lengths from 2^32 on.
Array* array_create(Isolate& isolate, double length);
// ArraySpeciesCreate. An array of our own comes empty, so that filling it from its beginning keeps
// it packed: finish_length() then gives it the length that it was created with.
struct SpeciesResult {
  Object* object;
  bool is_own;
};
SpeciesResult array_species_create(Isolate& isolate, Object* original, double length);
void finish_length(Isolate& isolate, const SpeciesResult& result, double length);

// `this` as an object, for methods whose message names them, and for the others.
Object* this_object(Isolate& isolate, const Arguments& arguments, const char* method);
inline Object* this_object(Isolate& isolate, const Arguments& arguments) {
  return to_object(isolate, arguments.receiver());
}
// The callback, which must be one.
Value callback_argument(Isolate& isolate, const Arguments& arguments);

// Moves elements of a simple array inside it.
void move_elements(Isolate& isolate, Array* array, uint32_t from, uint32_t to, uint32_t count);

// Array.prototype.sort and toSorted, in sort.cpp.
void sort_values(Isolate& isolate, ValueList& values, Value comparator);

}  // namespace perry::runtime::builtins
