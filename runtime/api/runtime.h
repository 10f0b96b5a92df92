#pragma once

#include <new>
#include <string_view>
#include <utility>

#include "runtime/abi/library.h"
#include "runtime/api/perry.h"
#include "runtime/gc/isolate.h"
#include "runtime/host/console/console.h"
#include "runtime/object/error.h"
#include "runtime/object/object.h"
#include "runtime/value/value.h"

// What is behind the types of perry.h.
// NOLINTBEGIN(readability-identifier-naming): the names are those of an interface of C

// A place of a ring.
struct perry_root {
  perry_root* previous = this;
  perry_root* next = this;
  perry::runtime::Value value;
};

struct perry_runtime {
  explicit perry_runtime(const perry::runtime::HeapOptions& options);
  ~perry_runtime();
  perry_runtime(const perry_runtime&) = delete;
  perry_runtime& operator=(const perry_runtime&) = delete;

  perry::runtime::Isolate isolate;
  const perry::abi::Library* library = nullptr;
  perry::runtime::Value error;  // that nobody has taken yet; empty: none
  perry_root roots;             // the ring's beginning, which holds nothing
  uint32_t depth = 0;           // of calls from the host that are in progress
};
// NOLINTEND(readability-identifier-naming)

namespace perry::runtime {

static_assert(sizeof(perry_value) == sizeof(Value));

// All zero, which a host may well hand over, is no value inside.
inline Value value_of(perry_value given) {
  return given.bits == 0 ? Value::undefined() : Value::from_bits(given.bits);
}
inline perry_value to_host(Value value) {
  return {value.is_empty() ? Value::undefined().bits() : value.bits()};
}
inline const Value* values_of(const perry_value* values) {
  return reinterpret_cast<const Value*>(values);
}

// Writes an out parameter that the host may not want.
template <class T, class U>
perry_status give(T* out, U&& value) {
  if (out != nullptr) *out = std::forward<U>(value);
  return PERRY_OK;
}
perry_status give_text(std::string_view text, char** out, size_t* length);

inline bool is_current(const perry_runtime* runtime) {
  return perry_rt_thread.isolate == &runtime->isolate;
}

// Every function of the host's goes through here: the one place where exceptions end.
template <class Body>
perry_status enter(perry_runtime* runtime, Body&& body) noexcept {
  if (runtime == nullptr) return PERRY_INVALID;
  if (!is_current(runtime)) return PERRY_WRONG_THREAD;
  struct Depth {
    perry_runtime* runtime;
    explicit Depth(perry_runtime* r) : runtime(r) { runtime->depth++; }
    // The host writes to standard output, too.
    ~Depth() {
      if (--runtime->depth == 0) flush_output();
    }
  } const depth(runtime);
  try {
    return std::forward<Body>(body)(runtime->isolate);
  } catch (const JsException& thrown) {
    runtime->error = thrown.value;
  } catch (const std::bad_alloc&) {
    return PERRY_NO_MEMORY;
  }
  return PERRY_THROWN;
}

}  // namespace perry::runtime
