#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PERRY_STACK_FRAME_GROWTH 4
#endif
#endif
#if !defined(PERRY_STACK_FRAME_GROWTH)
#define PERRY_STACK_FRAME_GROWTH 1
#endif

// Deep recursion without overflow: code that recurses over its input runs on a big stack
// (`run_with_stack`) and asks a `StackLimit` at every level whether it may go deeper. The limit,
// not the stack's size, is what makes it safe; the size only decides how deep "deep" is.
namespace perry::support {

// Sanitizers put red zones around every local. Sizes given to the functions below are those of a
// plain build and are multiplied by this.
inline constexpr size_t kStackFrameGrowth = PERRY_STACK_FRAME_GROWTH;
#undef PERRY_STACK_FRAME_GROWTH

// The lowest address that the running thread's stack should reach.
class StackLimit {
 public:
  // Never exhausted.
  constexpr StackLimit() = default;
  constexpr explicit StackLimit(uintptr_t lowest) : lowest_(lowest) {}

  // The limit for the calling thread that keeps `reserve` bytes free for whatever does not check.
  // Costs a system call or more: take it once, and pass it along. Only for the thread it was taken
  // on.
  static StackLimit current(size_t reserve);

  // True when the caller's frame already lies in the reserve.
  [[gnu::always_inline]] bool exhausted() const {
    return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < lowest_;
  }

  uintptr_t lowest() const { return lowest_; }

 private:
  uintptr_t lowest_ = 0;
};

// Calls `function(context)` on a new thread whose stack has `bytes` of reserved address space with
// a guard page below, and waits for it. Pages are committed as they are touched and returned at the
// end. False when the system refuses the stack or the thread; the function has not run then.
[[nodiscard]] bool call_with_stack(size_t bytes, void (*function)(void*), void* context);

// Runs `fn` on a stack of `bytes` and returns its result. When the system refuses such a stack, it
// runs on the caller's, which is correct, only less deep, for code that asks a StackLimit. What is
// thread_local is the new thread's.
template <class Fn>
auto run_with_stack(size_t bytes, Fn&& fn) -> std::invoke_result_t<Fn&> {
  using Result = std::invoke_result_t<Fn&>;
  static_assert(!std::is_reference_v<Result>, "return a pointer instead");
  if constexpr (std::is_void_v<Result>) {
    auto thunk = [](void* context) { (*static_cast<std::remove_reference_t<Fn>*>(context))(); };
    if (!call_with_stack(bytes, thunk, const_cast<void*>(static_cast<const void*>(&fn)))) fn();
  } else {
    struct Call {
      std::remove_reference_t<Fn>* fn;
      std::optional<Result> result;
    } call{&fn, std::nullopt};
    auto thunk = [](void* context) {
      Call& c = *static_cast<Call*>(context);
      c.result.emplace((*c.fn)());
    };
    if (!call_with_stack(bytes, thunk, &call)) return fn();
    return std::move(*call.result);
  }
}

}  // namespace perry::support
