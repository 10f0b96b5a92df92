#include "runtime/builtins/array_buffer/buffers.h"
#include "runtime/object/data_view.h"
#include "runtime/object/typed_array.h"

// ArrayBuffer (25.1).
namespace perry::runtime::builtins {
namespace {

// 25.1.4.1
Value construct_buffer(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Constructor ArrayBuffer requires 'new'");
  }
  const BufferSize size = requested_size(isolate, arguments);
  const Value prototype = get_prototype_from_constructor(isolate, arguments.new_target(),
                                                         Intrinsic::ArrayBufferPrototype);
  return Value::cell(new_array_buffer(isolate, prototype, size));
}

// 25.1.5.1
Value is_view(Isolate&, const Arguments& arguments) {
  return Value::boolean(try_typed_array(arguments[0]) != nullptr ||
                        try_object<DataView>(arguments[0]) != nullptr);
}

ArrayBuffer* this_plain(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_buffer(isolate, arguments, kPlainBuffer, method);
}

// 25.1.6.1
Value byte_length(Isolate& isolate, const Arguments& arguments) {
  const ArrayBuffer* buffer =
      this_plain(isolate, arguments, "get ArrayBuffer.prototype.byteLength");
  return Value::number(static_cast<double>(buffer->byte_length()));
}
// 25.1.6.3
Value detached(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(
      this_plain(isolate, arguments, "get ArrayBuffer.prototype.detached")->is_detached());
}
// 25.1.6.4
Value max_byte_length(Isolate& isolate, const Arguments& arguments) {
  const ArrayBuffer* buffer =
      this_plain(isolate, arguments, "get ArrayBuffer.prototype.maxByteLength");
  return Value::number(static_cast<double>(buffer->max_byte_length));
}
// 25.1.6.5
Value resizable(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(
      this_plain(isolate, arguments, "get ArrayBuffer.prototype.resizable")->is_resizable());
}

// 25.1.6.6
Value resize(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "ArrayBuffer.prototype.resize";
  ArrayBuffer* buffer = this_plain(isolate, arguments, kMethod);
  if (!buffer->is_resizable()) throw_incompatible(isolate, kMethod, arguments.receiver());
  const double length = changed_length(isolate, arguments[0], kMethod);
  if (buffer->is_detached()) throw_detached(isolate, kMethod);
  if (length > static_cast<double>(buffer->max_byte_length)) {
    throw_invalid_length(isolate, kMethod);
  }
  resize_array_buffer(isolate, buffer, static_cast<size_t>(length));
  return Value::undefined();
}

// 25.1.6.7
Value slice(Isolate& isolate, const Arguments& arguments) {
  return slice_buffer(isolate, arguments, kPlainBuffer, "ArrayBuffer.prototype.slice");
}

enum class Resizability : uint8_t { Keep, Fix };

// ArrayBufferCopyAndDetach (25.1.3.3).
Value copy_and_detach(Isolate& isolate, const Arguments& arguments, Resizability resizability,
                      const char* method) {
  ArrayBuffer* buffer = this_plain(isolate, arguments, method);
  BufferSize size;
  size.byte_length = arguments[0].is_undefined()
                         ? static_cast<double>(buffer->byte_length())
                         : to_index(isolate, arguments[0], "array buffer length");
  if (buffer->is_detached()) throw_detached(isolate, method);
  if (buffer->is_resizable() && resizability == Resizability::Keep) {
    size.max_byte_length = static_cast<double>(buffer->max_byte_length);
    if (size.byte_length > size.max_byte_length) {
      throw_range_error(isolate, "Invalid array buffer length");
    }
  }
  return Value::cell(transfer_array_buffer(isolate, buffer, size));
}

// 25.1.6.8, 25.1.6.9
Value transfer(Isolate& isolate, const Arguments& arguments) {
  return copy_and_detach(isolate, arguments, Resizability::Keep, "ArrayBuffer.prototype.transfer");
}
Value transfer_to_fixed_length(Isolate& isolate, const Arguments& arguments) {
  return copy_and_detach(isolate, arguments, Resizability::Fix,
                         "ArrayBuffer.prototype.transferToFixedLength");
}

constexpr NativeInfo kConstructor = builtin::constructor(names::ArrayBuffer, 1, construct_buffer);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/array_buffer/array_buffer.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/array_buffer/array_buffer_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kArrayBuffer;
constexpr BuiltinTable kArrayBuffer = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kArrayBufferPrototype;
constexpr BuiltinTable kArrayBufferPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
