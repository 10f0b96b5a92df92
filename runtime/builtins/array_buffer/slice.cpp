#include <cstring>

#include "runtime/builtins/array_buffer/buffers.h"

namespace perry::runtime::builtins {

static ArrayBuffer* species_result(Isolate& isolate, ArrayBuffer* source, double length,
                                   const BufferKind& kind, const char* method) {
  const Value fallback = intrinsic(isolate, kind.constructor);
  const Value constructor = species_constructor(isolate, source, fallback);
  const Value made = construct(isolate, constructor, {Value::number(length)});
  ArrayBuffer* result = try_any_buffer(made);
  if (result == nullptr || class_of(result) != kind.object_class) {
    throw_incompatible(isolate, method, made);
  }
  if (result->is_detached()) throw_detached(isolate, method);
  const bool is_same =
      result == source || (result->shared != nullptr && result->shared == source->shared);
  if (is_same) {
    throw_type_error(isolate, "ArrayBuffer subclass returned this from species constructor");
  }
  if (static_cast<double>(result->byte_length()) < length) {
    throw_type_error(isolate, "Derived " + std::string(kind.name) +
                                  " constructor created a buffer which was too small");
  }
  return result;
}

Value slice_buffer(Isolate& isolate, const Arguments& arguments, const BufferKind& kind,
                   const char* method) {
  ArrayBuffer* source = this_buffer(isolate, arguments, kind, method);
  if (source->is_detached()) throw_detached(isolate, method);
  const auto length = static_cast<double>(source->byte_length());
  const double first = relative_index(isolate, arguments[0], length, 0);
  const double end = relative_index(isolate, arguments[1], length, length);
  const double count = std::max(end - first, 0.0);
  ArrayBuffer* result = species_result(isolate, source, count, kind, method);
  // The constructor may have done anything to the source.
  if (source->is_detached()) throw_detached(isolate, method);
  const auto from = static_cast<size_t>(first);
  const size_t now = source->byte_length();
  if (from < now) {
    std::memmove(result->data, source->data + from,
                 std::min(static_cast<size_t>(count), now - from));
  }
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
