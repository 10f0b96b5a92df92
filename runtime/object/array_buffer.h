#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "runtime/object/object.h"

namespace perry::runtime {

class TypedArray;

// The memory of a SharedArrayBuffer, which the buffers of several isolates may refer to. It never
// moves: what it may grow to is there from the beginning.
struct SharedMemory {
  std::atomic<uint32_t> references;
  std::atomic<uint64_t> byte_length;
  uint8_t* bytes;
};

// ArrayBuffer and SharedArrayBuffer objects: native memory. The memory of an ArrayBuffer that can
// be resized has room for its maximal length too, so views stay where they are.
class ArrayBuffer : public Object {
 public:
  enum Flag : uint32_t { kShared = 1 << 0, kResizable = 1 << 1, kDetached = 1 << 2 };

  uint8_t* data;  // null when detached
  uint64_t plain_byte_length;
  uint64_t max_byte_length;
  uint64_t capacity;     // what was allocated
  SharedMemory* shared;  // null: the memory is this buffer's own
  TypedArray* views;     // those that are told of changes: the first of a list, weakly held
  uint32_t flags;

  bool is_shared() const { return (flags & kShared) != 0; }
  bool is_resizable() const { return (flags & kResizable) != 0; }
  bool is_detached() const { return (flags & kDetached) != 0; }
  size_t byte_length() const {
    if (shared != nullptr) [[unlikely]]
      return shared->byte_length.load(std::memory_order_seq_cst);
    return plain_byte_length;
  }
};
extern const ObjectClass kArrayBufferClass;
extern const ObjectClass kSharedArrayBufferClass;

// Either of them, or null.
ArrayBuffer* try_any_buffer(Value value);

// How long a buffer is to be, and may become.
struct BufferSize {
  static constexpr double kFixed = -1;
  double byte_length = 0;
  double max_byte_length = kFixed;
};
// Zero bytes. Throws the RangeErrors of AllocateArrayBuffer and AllocateSharedArrayBuffer.
ArrayBuffer* new_array_buffer(Isolate& isolate, Value prototype, BufferSize size);
ArrayBuffer* new_shared_array_buffer(Isolate& isolate, Value prototype, BufferSize size);
// Another buffer over the same memory, in this isolate or another.
ArrayBuffer* new_shared_array_buffer(Isolate& isolate, Value prototype, SharedMemory* memory,
                                     double max_byte_length);

// Of buffers that are not shared. Their views are told.
void resize_array_buffer(Isolate& isolate, ArrayBuffer* buffer, size_t byte_length);
void detach_array_buffer(Isolate& isolate, ArrayBuffer* buffer);
// Moves the bytes to a new ArrayBuffer of that size, and detaches this one.
ArrayBuffer* transfer_array_buffer(Isolate& isolate, ArrayBuffer* buffer, BufferSize size);
// False: it can't have that length, or another thread was faster.
bool grow_shared_array_buffer(ArrayBuffer* buffer, double byte_length);

}  // namespace perry::runtime
