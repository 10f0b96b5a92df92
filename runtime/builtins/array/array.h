#pragma once

#include "runtime/object/builtin.h"
#include "runtime/object/function.h"

// The natives behind array.def and array_prototype.def.
namespace perry::runtime::builtins {

Value array_from(Isolate& isolate, const Arguments& arguments);
Value array_from_async(Isolate& isolate, const Arguments& arguments);
Value array_is_array(Isolate& isolate, const Arguments& arguments);
Value array_of(Isolate& isolate, const Arguments& arguments);

Value array_at(Isolate& isolate, const Arguments& arguments);
Value array_concat(Isolate& isolate, const Arguments& arguments);
Value array_copy_within(Isolate& isolate, const Arguments& arguments);
Value array_fill(Isolate& isolate, const Arguments& arguments);
Value array_find(Isolate& isolate, const Arguments& arguments);
Value array_find_index(Isolate& isolate, const Arguments& arguments);
Value array_find_last(Isolate& isolate, const Arguments& arguments);
Value array_find_last_index(Isolate& isolate, const Arguments& arguments);
Value array_last_index_of(Isolate& isolate, const Arguments& arguments);
Value array_pop(Isolate& isolate, const Arguments& arguments);
Value array_push(Isolate& isolate, const Arguments& arguments);
Value array_reverse(Isolate& isolate, const Arguments& arguments);
Value array_shift(Isolate& isolate, const Arguments& arguments);
Value array_unshift(Isolate& isolate, const Arguments& arguments);
Value array_slice(Isolate& isolate, const Arguments& arguments);
Value array_sort(Isolate& isolate, const Arguments& arguments);
Value array_splice(Isolate& isolate, const Arguments& arguments);
Value array_includes(Isolate& isolate, const Arguments& arguments);
Value array_index_of(Isolate& isolate, const Arguments& arguments);
Value array_join(Isolate& isolate, const Arguments& arguments);
Value array_keys(Isolate& isolate, const Arguments& arguments);
Value array_entries(Isolate& isolate, const Arguments& arguments);
Value array_for_each(Isolate& isolate, const Arguments& arguments);
Value array_filter(Isolate& isolate, const Arguments& arguments);
Value array_flat(Isolate& isolate, const Arguments& arguments);
Value array_flat_map(Isolate& isolate, const Arguments& arguments);
Value array_map(Isolate& isolate, const Arguments& arguments);
Value array_every(Isolate& isolate, const Arguments& arguments);
Value array_some(Isolate& isolate, const Arguments& arguments);
Value array_reduce(Isolate& isolate, const Arguments& arguments);
Value array_reduce_right(Isolate& isolate, const Arguments& arguments);
Value array_to_locale_string(Isolate& isolate, const Arguments& arguments);
Value array_to_string(Isolate& isolate, const Arguments& arguments);
Value array_to_reversed(Isolate& isolate, const Arguments& arguments);
Value array_to_sorted(Isolate& isolate, const Arguments& arguments);
Value array_to_spliced(Isolate& isolate, const Arguments& arguments);
Value array_with(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
