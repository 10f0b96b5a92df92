#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "runtime/gc/heap.h"
#include "runtime/gc/thread_block.h"
#include "runtime/value/assert.h"

namespace perry::runtime {

// The state of each layer above the heap, in the order in which it is made.
enum class PartId : uint8_t {
  Atoms,
  Strings,
  Objects,
  Traces,
  Execution,
  Jobs,
  Tasks,
  Modules,
  Builtins,
  AtomicWaiters,
  RegExp,
  Loop,
  Host
};
inline constexpr size_t kPartCount = 13;

// A layer's state: `class Atoms : public IsolatePart { static constexpr PartId kPart = ...; }`.
class IsolatePart {
 public:
  IsolatePart() = default;
  IsolatePart(const IsolatePart&) = delete;
  IsolatePart& operator=(const IsolatePart&) = delete;
  virtual ~IsolatePart() = default;
};

// One JavaScript agent: a heap, and all state of the layers above it. It belongs to the thread that
// made it, which has one at a time. Nothing of the runtime is global otherwise, but constants.
class Isolate {
 public:
  explicit Isolate(const HeapOptions& options);
  ~Isolate();
  Isolate(const Isolate&) = delete;
  Isolate& operator=(const Isolate&) = delete;

  static Isolate& current() {
    PERRY_ASSERT(perry_rt_thread.isolate != nullptr);
    return *static_cast<Isolate*>(perry_rt_thread.isolate);
  }

  Heap& heap() { return heap_; }

  // The state of a layer; `T(Isolate&)` makes it at its first use.
  template <typename T>
  T& part() {
    std::unique_ptr<IsolatePart>& slot = parts_[static_cast<size_t>(T::kPart)];
    if (slot == nullptr) [[unlikely]]
      slot = std::make_unique<T>(*this);
    return static_cast<T&>(*slot);
  }
  template <typename T>
  bool has_part() const {
    return parts_[static_cast<size_t>(T::kPart)] != nullptr;
  }

 private:
  Heap heap_;
  // Ended in reverse order, before the heap.
  std::array<std::unique_ptr<IsolatePart>, kPartCount> parts_;
};

}  // namespace perry::runtime
