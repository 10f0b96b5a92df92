#pragma once

#include "runtime/builtins/array/elements.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/object/typed_array.h"

// What the files of typed arrays share, and the natives behind their tables.
namespace perry::runtime::builtins {

// `this` as ValidateTypedArray has it; `method` without "%TypedArray%.prototype.".
TypedArray* this_typed_array(Isolate& isolate, const Arguments& arguments, const char* method,
                             NotTypedArray message = NotTypedArray::Plain);
// The element, or undefined when it is not there any more: Get.
Value element_or_undefined(Isolate& isolate, TypedArray* array, size_t index);

// --- making, in create.cpp ---

// AllocateTypedArrayBuffer and all around it: `length` zeros, or the RangeError.
TypedArray* allocate_typed_array(Isolate& isolate, ElementType type, Value prototype,
                                 double length);
// TypedArrayCreateSameType.
TypedArray* create_same_type(Isolate& isolate, const TypedArray* exemplar, size_t length);
// TypedArrayCreateFromConstructor with a length.
TypedArray* create_by_constructor(Isolate& isolate, Value constructor, double length,
                                  const char* method);
// TypedArraySpeciesCreate, with a length or a piece of the exemplar's buffer.
TypedArray* species_create(Isolate& isolate, TypedArray* exemplar, double length,
                           const char* method);
TypedArray* species_create_view(Isolate& isolate, TypedArray* exemplar, double byte_offset,
                                std::optional<double> length, const char* method);
[[noreturn]] void throw_mixed_content(Isolate& isolate);

// 23.2.5.1, for the type that a constructor stands for.
Value construct_typed_array(Isolate& isolate, const Arguments& arguments, ElementType type);

// Copies elements between types, as far as neither holds bigints or both do; the memory may be the
// same. `count` elements are within reach of both.
void convert_elements(uint8_t* to, ElementType to_type, const uint8_t* from, ElementType from_type,
                      size_t count);

// --- %TypedArray% and its prototype ---

Value typed_array_from(Isolate& isolate, const Arguments& arguments);
Value typed_array_of(Isolate& isolate, const Arguments& arguments);

Value typed_array_at(Isolate& isolate, const Arguments& arguments);
Value typed_array_copy_within(Isolate& isolate, const Arguments& arguments);
Value typed_array_every(Isolate& isolate, const Arguments& arguments);
Value typed_array_fill(Isolate& isolate, const Arguments& arguments);
Value typed_array_filter(Isolate& isolate, const Arguments& arguments);
Value typed_array_find(Isolate& isolate, const Arguments& arguments);
Value typed_array_find_index(Isolate& isolate, const Arguments& arguments);
Value typed_array_find_last(Isolate& isolate, const Arguments& arguments);
Value typed_array_find_last_index(Isolate& isolate, const Arguments& arguments);
Value typed_array_for_each(Isolate& isolate, const Arguments& arguments);
Value typed_array_includes(Isolate& isolate, const Arguments& arguments);
Value typed_array_index_of(Isolate& isolate, const Arguments& arguments);
Value typed_array_join(Isolate& isolate, const Arguments& arguments);
Value typed_array_last_index_of(Isolate& isolate, const Arguments& arguments);
Value typed_array_map(Isolate& isolate, const Arguments& arguments);
Value typed_array_reduce(Isolate& isolate, const Arguments& arguments);
Value typed_array_reduce_right(Isolate& isolate, const Arguments& arguments);
Value typed_array_reverse(Isolate& isolate, const Arguments& arguments);
Value typed_array_set(Isolate& isolate, const Arguments& arguments);
Value typed_array_slice(Isolate& isolate, const Arguments& arguments);
Value typed_array_some(Isolate& isolate, const Arguments& arguments);
Value typed_array_sort(Isolate& isolate, const Arguments& arguments);
Value typed_array_subarray(Isolate& isolate, const Arguments& arguments);
Value typed_array_to_locale_string(Isolate& isolate, const Arguments& arguments);
Value typed_array_to_reversed(Isolate& isolate, const Arguments& arguments);
Value typed_array_to_sorted(Isolate& isolate, const Arguments& arguments);
Value typed_array_with(Isolate& isolate, const Arguments& arguments);

// --- Uint8Array alone, in base64_methods.cpp ---

Value uint8_array_from_base64(Isolate& isolate, const Arguments& arguments);
Value uint8_array_from_hex(Isolate& isolate, const Arguments& arguments);
Value uint8_array_set_from_base64(Isolate& isolate, const Arguments& arguments);
Value uint8_array_set_from_hex(Isolate& isolate, const Arguments& arguments);
Value uint8_array_to_base64(Isolate& isolate, const Arguments& arguments);
Value uint8_array_to_hex(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
