#include "runtime/object/array_buffer.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "runtime/object/error.h"
#include "runtime/object/objects.h"
#include "runtime/object/typed_array.h"

namespace perry::runtime {

namespace {

void finalize_buffer(Object* object) {
  auto* buffer = static_cast<ArrayBuffer*>(object);
  Isolate::current().heap().remove_external_bytes(buffer->capacity);
  if (buffer->shared == nullptr) {
    std::free(buffer->data);
    return;
  }
  if (buffer->shared->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  std::free(buffer->shared->bytes);
  delete buffer->shared;
}

// Beyond it V8 doesn't even try.
constexpr double kLongest = 9007199254740991.0;
constexpr double kLongestWorthATry = static_cast<double>(size_t{1} << 46);

uint8_t* allocate_zeroed(Isolate& isolate, double bytes) {
  void* memory = nullptr;
  if (bytes <= kLongestWorthATry) {
    // Even no bytes have an address: a null pointer means that the buffer is detached.
    memory = std::calloc(std::max<size_t>(static_cast<size_t>(bytes), 1), 1);
  }
  if (memory == nullptr) throw_range_error(isolate, "Array buffer allocation failed");
  return static_cast<uint8_t*>(memory);
}

void check_size(Isolate& isolate, const BufferSize& size) {
  if (!(size.byte_length >= 0 && size.byte_length <= kLongest)) {
    throw_range_error(isolate, "Invalid array buffer length");
  }
  if (size.max_byte_length != BufferSize::kFixed && size.byte_length > size.max_byte_length) {
    throw_range_error(isolate, "Invalid array buffer max length");
  }
}

// The object, without memory yet: making it may collect.
ArrayBuffer* new_buffer_object(Isolate& isolate, Value prototype, const ObjectClass* object_class) {
  Shape* shape = root_shape(isolate, prototype, object_class, CellKind::Exotic, 0);
  return static_cast<ArrayBuffer*>(
      isolate.heap().allocate(CellKind::Exotic, shape->number, sizeof(ArrayBuffer)));
}

void own_memory(Isolate& isolate, ArrayBuffer* buffer, double byte_length, double max_byte_length) {
  const bool is_fixed = max_byte_length == BufferSize::kFixed;
  buffer->plain_byte_length = static_cast<uint64_t>(byte_length);
  buffer->max_byte_length = static_cast<uint64_t>(is_fixed ? byte_length : max_byte_length);
  // Pages that nobody has touched are no memory.
  buffer->capacity = buffer->plain_byte_length;
  if (!is_fixed) buffer->flags |= ArrayBuffer::kResizable;
  isolate.heap().add_finalizer(buffer);
  isolate.heap().add_external_bytes(buffer->capacity);
}

void refresh_views(const ArrayBuffer* buffer) {
  for (TypedArray* view = buffer->views; view != nullptr; view = view->next_view) view->refresh();
}

void recount(Isolate& isolate, ArrayBuffer* buffer, uint64_t capacity) {
  if (capacity > buffer->capacity) {
    isolate.heap().add_external_bytes(capacity - buffer->capacity);
  } else {
    isolate.heap().remove_external_bytes(buffer->capacity - capacity);
  }
  buffer->capacity = capacity;
}

}  // namespace

const ObjectClass kArrayBufferClass = {.name = "ArrayBuffer", .finalize = finalize_buffer};
const ObjectClass kSharedArrayBufferClass = {.name = "SharedArrayBuffer",
                                             .finalize = finalize_buffer};

ArrayBuffer* try_any_buffer(Value value) {
  if (!value.is_object()) return nullptr;
  const ObjectClass* object_class = class_of(value.as_cell());
  if (object_class != &kArrayBufferClass && object_class != &kSharedArrayBufferClass) {
    return nullptr;
  }
  return static_cast<ArrayBuffer*>(value.as_cell());
}

ArrayBuffer* new_array_buffer(Isolate& isolate, Value prototype, BufferSize size) {
  check_size(isolate, size);
  ArrayBuffer* buffer = new_buffer_object(isolate, prototype, &kArrayBufferClass);
  buffer->data = allocate_zeroed(isolate, std::max(size.byte_length, size.max_byte_length));
  own_memory(isolate, buffer, size.byte_length, size.max_byte_length);
  return buffer;
}

ArrayBuffer* new_shared_array_buffer(Isolate& isolate, Value prototype, BufferSize size) {
  check_size(isolate, size);
  uint8_t* bytes = allocate_zeroed(isolate, std::max(size.byte_length, size.max_byte_length));
  auto* memory = new SharedMemory{0, static_cast<uint64_t>(size.byte_length), bytes};
  return new_shared_array_buffer(isolate, prototype, memory, size.max_byte_length);
}

ArrayBuffer* new_shared_array_buffer(Isolate& isolate, Value prototype, SharedMemory* memory,
                                     double max_byte_length) {
  memory->references.fetch_add(1, std::memory_order_relaxed);
  ArrayBuffer* buffer = new_buffer_object(isolate, prototype, &kSharedArrayBufferClass);
  buffer->shared = memory;
  buffer->data = memory->bytes;
  buffer->flags = ArrayBuffer::kShared;
  own_memory(isolate, buffer, static_cast<double>(memory->byte_length.load()), max_byte_length);
  return buffer;
}

void resize_array_buffer(Isolate& isolate, ArrayBuffer* buffer, size_t byte_length) {
  const size_t before = buffer->plain_byte_length;
  // What comes back later comes back as zero.
  if (byte_length < before) std::memset(buffer->data + byte_length, 0, before - byte_length);
  buffer->plain_byte_length = byte_length;
  refresh_views(buffer);
  recount(isolate, buffer, byte_length);
}

static void forget_memory(Isolate& isolate, ArrayBuffer* buffer) {
  buffer->data = nullptr;
  buffer->plain_byte_length = 0;
  buffer->max_byte_length = 0;
  buffer->flags |= ArrayBuffer::kDetached;
  refresh_views(buffer);
  recount(isolate, buffer, 0);
}

void detach_array_buffer(Isolate& isolate, ArrayBuffer* buffer) {
  std::free(buffer->data);
  forget_memory(isolate, buffer);
}

ArrayBuffer* transfer_array_buffer(Isolate& isolate, ArrayBuffer* buffer, BufferSize size) {
  check_size(isolate, size);
  const double wanted = std::max(size.byte_length, size.max_byte_length);
  if (wanted > kLongestWorthATry) throw_range_error(isolate, "Array buffer allocation failed");
  ArrayBuffer* result = new_buffer_object(
      isolate, intrinsic(isolate, Intrinsic::ArrayBufferPrototype), &kArrayBufferClass);
  const size_t length_before = buffer->plain_byte_length;
  const size_t room_before = std::max(buffer->plain_byte_length, buffer->max_byte_length);
  const auto room = static_cast<size_t>(wanted);
  if (room != room_before) {
    void* moved = std::realloc(buffer->data, std::max<size_t>(room, 1));
    if (moved == nullptr) throw_range_error(isolate, "Array buffer allocation failed");
    result->data = static_cast<uint8_t*>(moved);
  } else {
    result->data = buffer->data;
  }
  // Behind its length a buffer was zero, as far as it had room.
  const auto zero = [&](size_t from, size_t end) {
    if (from < end) std::memset(result->data + from, 0, end - from);
  };
  zero(static_cast<size_t>(size.byte_length), std::min(length_before, room));
  zero(room_before, room);
  forget_memory(isolate, buffer);
  own_memory(isolate, result, size.byte_length, size.max_byte_length);
  return result;
}

bool grow_shared_array_buffer(ArrayBuffer* buffer, double byte_length) {
  std::atomic<uint64_t>& length = buffer->shared->byte_length;
  uint64_t current = length.load(std::memory_order_seq_cst);
  for (;;) {
    if (byte_length < static_cast<double>(current)) return false;
    if (byte_length > static_cast<double>(buffer->max_byte_length)) return false;
    if (length.compare_exchange_weak(current, static_cast<uint64_t>(byte_length))) return true;
  }
}

}  // namespace perry::runtime
