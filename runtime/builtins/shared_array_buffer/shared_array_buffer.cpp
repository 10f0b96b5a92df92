#include "runtime/builtins/array_buffer/buffers.h"

// SharedArrayBuffer (25.2).
namespace perry::runtime::builtins {
namespace {

// 25.2.3.1
Value construct_buffer(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Constructor SharedArrayBuffer requires 'new'");
  }
  const BufferSize size = requested_size(isolate, arguments);
  const Value prototype = get_prototype_from_constructor(isolate, arguments.new_target(),
                                                         Intrinsic::SharedArrayBufferPrototype);
  return Value::cell(new_shared_array_buffer(isolate, prototype, size));
}

ArrayBuffer* this_shared(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_buffer(isolate, arguments, kSharedBuffer, method);
}

// 25.2.5.1
Value byte_length(Isolate& isolate, const Arguments& arguments) {
  const ArrayBuffer* buffer =
      this_shared(isolate, arguments, "get SharedArrayBuffer.prototype.byteLength");
  return Value::number(static_cast<double>(buffer->byte_length()));
}
// 25.2.5.4
Value growable(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(
      this_shared(isolate, arguments, "get SharedArrayBuffer.prototype.growable")->is_resizable());
}
// 25.2.5.5
Value max_byte_length(Isolate& isolate, const Arguments& arguments) {
  const ArrayBuffer* buffer =
      this_shared(isolate, arguments, "get SharedArrayBuffer.prototype.maxByteLength");
  return Value::number(static_cast<double>(buffer->max_byte_length));
}

// 25.2.5.3
Value grow(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "SharedArrayBuffer.prototype.grow";
  ArrayBuffer* buffer = this_shared(isolate, arguments, kMethod);
  if (!buffer->is_resizable()) throw_incompatible(isolate, kMethod, arguments.receiver());
  const double length = changed_length(isolate, arguments[0], kMethod);
  if (!grow_shared_array_buffer(buffer, length)) throw_invalid_length(isolate, kMethod);
  return Value::undefined();
}

// 25.2.5.6
Value slice(Isolate& isolate, const Arguments& arguments) {
  return slice_buffer(isolate, arguments, kSharedBuffer, "SharedArrayBuffer.prototype.slice");
}

constexpr NativeInfo kConstructor =
    builtin::constructor(names::SharedArrayBuffer, 1, construct_buffer);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/shared_array_buffer/shared_array_buffer.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/shared_array_buffer/shared_array_buffer_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kSharedArrayBuffer;
constexpr BuiltinTable kSharedArrayBuffer = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kSharedArrayBufferPrototype;
constexpr BuiltinTable kSharedArrayBufferPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
