#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/gc/tracer.h"
#include "runtime/value/value.h"

// The one way to tell the collector of heap pointers outside the heap. Stacks and registers of the
// isolate's thread need no telling.
namespace perry::runtime {

class Roots {
 public:
  Roots() = default;
  Roots(const Roots&) = delete;
  Roots& operator=(const Roots&) = delete;

  // Words that hold values at every collection: cells' addresses, constants, numbers, or 0.
  void add_values(const Value* begin, size_t count);
  // Words of which any may point at a cell, or into one, such as a thread-local image.
  void add_words(const void* begin, size_t bytes);
  // Tables that change their size: `trace(context, tracer)` visits what they hold.
  void add_tracer(void (*trace)(void* context, Tracer&), void* context);

  // By the address (or context) they were added with.
  void remove(const void* begin_or_context);

  struct Values {
    const Value* begin;
    size_t count;
  };
  struct Words {
    const void* key;
    const uint64_t* begin;
    size_t count;
  };
  struct Callback {
    void (*trace)(void*, Tracer&);
    void* context;
  };
  const std::vector<Values>& values() const { return values_; }
  const std::vector<Words>& words() const { return words_; }
  const std::vector<Callback>& callbacks() const { return callbacks_; }

 private:
  std::vector<Values> values_;
  std::vector<Words> words_;
  std::vector<Callback> callbacks_;
};

}  // namespace perry::runtime
