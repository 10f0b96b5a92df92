#pragma once

#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/typed_array.h"

// What the files of Atomics share.
namespace perry::runtime::builtins {

// ValidateIntegerTypedArray: of any integers, or of those that can be waited for.
enum class AtomicAccess : uint8_t { Integer, Waitable };
TypedArray* integer_typed_array(Isolate& isolate, Value value, AtomicAccess access,
                                const char* method);
// ValidateAtomicAccess: the index of an element.
size_t atomic_index(Isolate& isolate, TypedArray* array, Value index);

Value atomics_wait(Isolate& isolate, const Arguments& arguments);
Value atomics_wait_async(Isolate& isolate, const Arguments& arguments);
Value atomics_notify(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
