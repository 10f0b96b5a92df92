#pragma once

#include <algorithm>
#include <string>

#include "runtime/object/array_buffer.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// What ArrayBuffer and SharedArrayBuffer share.
namespace perry::runtime::builtins {

inline Value buffer_species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

// The sizes that a constructor's arguments ask for: ToIndex and GetArrayBufferMaxByteLengthOption.
inline BufferSize requested_size(Isolate& isolate, const Arguments& arguments) {
  BufferSize size;
  size.byte_length = to_index(isolate, arguments[0], "array buffer length");
  if (!arguments[1].is_object()) return size;
  const Value most = get(isolate, arguments[1].as<Object>(), names::maxByteLength);
  if (most.is_undefined()) return size;
  size.max_byte_length = to_index(isolate, most, "array buffer max length");
  // Before anything is asked for its prototype.
  if (size.byte_length > size.max_byte_length) {
    throw_range_error(isolate, "Invalid array buffer max length");
  }
  return size;
}

// The length that a buffer is to change to; what is none gets the message of one that is too long.
[[noreturn]] inline void throw_invalid_length(Isolate& isolate, const char* method) {
  throw_range_error(isolate, std::string(method) + ": Invalid length parameter");
}
inline double changed_length(Isolate& isolate, Value value, const char* method) {
  const double length = to_integer_or_infinity(isolate, value);
  if (!(length >= 0 && length <= 9007199254740991.0)) throw_invalid_length(isolate, method);
  return length;
}

[[noreturn]] inline void throw_incompatible(Isolate& isolate, const char* method, Value receiver) {
  throw_type_error(isolate, std::string("Method ") + method + " called on incompatible receiver " +
                                describe_plain(isolate, receiver));
}

[[noreturn]] inline void throw_detached(Isolate& isolate, std::string_view method) {
  throw_type_error(isolate, "Cannot perform " + std::string(method) + " on a detached ArrayBuffer");
}

struct BufferKind {
  const char* name;
  const ObjectClass* object_class;
  Intrinsic constructor;
};
inline constexpr BufferKind kPlainBuffer = {"ArrayBuffer", &kArrayBufferClass,
                                            Intrinsic::ArrayBuffer};
inline constexpr BufferKind kSharedBuffer = {"SharedArrayBuffer", &kSharedArrayBufferClass,
                                             Intrinsic::SharedArrayBuffer};

// `this`, or the TypeError that names the method.
inline ArrayBuffer* this_buffer(Isolate& isolate, const Arguments& arguments,
                                const BufferKind& kind, const char* method) {
  ArrayBuffer* buffer = try_any_buffer(arguments.receiver());
  if (buffer != nullptr && class_of(buffer) == kind.object_class) return buffer;
  throw_incompatible(isolate, method, arguments.receiver());
}

// 25.1.6.7 and 25.2.5.6
Value slice_buffer(Isolate& isolate, const Arguments& arguments, const BufferKind& kind,
                   const char* method);

}  // namespace perry::runtime::builtins
