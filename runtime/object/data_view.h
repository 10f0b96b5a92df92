#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/object/array_buffer.h"

namespace perry::runtime {

// A DataView: it looks at its buffer with each access.
class DataView : public Object {
 public:
  static const ObjectClass kClass;

  Value buffer_cell;
  uint64_t byte_offset;
  uint64_t own_length;
  bool is_length_tracking;

  ArrayBuffer* buffer() const { return static_cast<ArrayBuffer*>(buffer_cell.as_cell()); }
  // IsViewOutOfBounds: also of a detached buffer.
  bool is_out_of_bounds() const {
    const size_t bytes = buffer()->byte_length();
    return buffer()->is_detached() || byte_offset > bytes ||
           (!is_length_tracking && own_length > bytes - byte_offset);
  }
  // GetViewByteLength, within bounds.
  size_t byte_length() const {
    return is_length_tracking ? buffer()->byte_length() - byte_offset : own_length;
  }
};

}  // namespace perry::runtime
