#include <link.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "runtime/gc/poison.h"
#include "runtime/gc/stack_scan.h"

// Where the first thread's stack begins; set by the dynamic loader and by static start-up code.
extern "C" void* __libc_stack_end;

// Stacks are read with all their redzones.
#if PERRY_ASAN
#define PERRY_READS_ANY_STACK [[clang::no_sanitize("address")]]
#else
#define PERRY_READS_ANY_STACK
#endif

namespace perry::runtime {

namespace {

// The registers that a called function must preserve: what its callers keep in registers across the
// call. All others have been saved to the stack by whoever wanted to keep them.
struct SavedRegisters {
#if defined(__x86_64__)
  uint64_t words[6];
#elif defined(__aarch64__)
  uint64_t words[20];
#else
#error "unknown architecture"
#endif
};

[[gnu::always_inline]] inline void save_registers(SavedRegisters& saved) {
  // Not setjmp: libc disguises some of the registers it saves.
#if defined(__x86_64__)
  __asm__ volatile(
      "movq %%rbx, 0(%0)\n\t"
      "movq %%rbp, 8(%0)\n\t"
      "movq %%r12, 16(%0)\n\t"
      "movq %%r13, 24(%0)\n\t"
      "movq %%r14, 32(%0)\n\t"
      "movq %%r15, 40(%0)\n\t"
      :
      : "r"(saved.words)
      : "memory");
#else
  __asm__ volatile(
      "stp x19, x20, [%0]\n\t"
      "stp x21, x22, [%0, #16]\n\t"
      "stp x23, x24, [%0, #32]\n\t"
      "stp x25, x26, [%0, #48]\n\t"
      "stp x27, x28, [%0, #64]\n\t"
      "str x29, [%0, #80]\n\t"
      "stp d8, d9, [%0, #88]\n\t"
      "stp d10, d11, [%0, #104]\n\t"
      "stp d12, d13, [%0, #120]\n\t"
      "stp d14, d15, [%0, #136]\n\t"
      "str xzr, [%0, #152]\n\t"
      :
      : "r"(saved.words)
      : "memory");
#endif
}

// The runtime's own: a program's, or those of the shared library that it is part of.
int find_thread_segment(dl_phdr_info* info, size_t, void* result) {
  const auto own = reinterpret_cast<uintptr_t>(&thread_image) - info->dlpi_addr;
  ThreadImage image{nullptr, 0};
  bool is_own = false;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = info->dlpi_phdr[i];
    if (header.p_type == PT_TLS) image = {info->dlpi_tls_data, header.p_memsz};
    if (header.p_type == PT_LOAD && own - header.p_vaddr < header.p_memsz) is_own = true;
  }
  if (is_own && image.begin != nullptr) *static_cast<ThreadImage*>(result) = image;
  return is_own ? 1 : 0;
}

#if PERRY_ASAN
// AddressSanitizer may keep a function's locals in a frame on its own heap, which only a pointer on
// the real stack leads to.
PERRY_READS_ANY_STACK void scan_fake_frame(void* fake_stack, uint64_t word,
                                           void (*visit)(void*, uint64_t), void* context) {
  void* begin = nullptr;
  void* end = nullptr;
  if (__asan_addr_is_in_fake_stack(fake_stack, reinterpret_cast<void*>(word), &begin, &end) ==
      nullptr) {
    return;
  }
  for (auto* p = static_cast<const uint64_t*>(begin); p < end; ++p) visit(context, *p);
}
#endif

PERRY_READS_ANY_STACK [[gnu::noinline]] void scan_words(const uint64_t* begin, const uint64_t* end,
                                                        void (*visit)(void*, uint64_t),
                                                        void* context) {
#if PERRY_ASAN
  void* fake_stack = __asan_get_current_fake_stack();
#endif
  for (const uint64_t* word = begin; word < end; ++word) {
    visit(context, *word);
#if PERRY_ASAN
    if (fake_stack != nullptr) scan_fake_frame(fake_stack, *word, visit, context);
#endif
  }
}

// Everything above this function's own frame, that is, the whole frame of its caller and up.
PERRY_READS_ANY_STACK [[gnu::noinline]] void scan_callers(uint64_t base,
                                                          void (*visit)(void*, uint64_t),
                                                          void* context) {
  const auto frame = reinterpret_cast<uint64_t>(__builtin_frame_address(0)) & ~uint64_t{7};
  scan_words(reinterpret_cast<const uint64_t*>(frame), reinterpret_cast<const uint64_t*>(base),
             visit, context);
  __asm__ volatile("" ::: "memory");  // no tail call: it would give up this frame
}

}  // namespace

StackBounds stack_bounds() {
  if (getpid() == gettid()) {
    // pthread_getattr_np would read /proc/self/maps, for longer than a program needs to start.
    rlimit limit{};
    size_t bytes = size_t{8} << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
      bytes = limit.rlim_cur;
    }
    return {reinterpret_cast<uint64_t>(__libc_stack_end), bytes};
  }
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return {0, 0};
  void* lowest = nullptr;
  size_t bytes = 0;
  pthread_attr_getstack(&attributes, &lowest, &bytes);
  pthread_attr_destroy(&attributes);
  return {reinterpret_cast<uint64_t>(lowest) + bytes, bytes};
}

ThreadImage thread_image() {
  ThreadImage image{nullptr, 0};
  dl_iterate_phdr(find_thread_segment, &image);
  return image;
}

PERRY_READS_ANY_STACK [[gnu::noinline]] void scan_stack(uint64_t base,
                                                        void (*visit)(void* context, uint64_t word),
                                                        void* context) {
  // What this function's callers have in registers is there now, or in this function's frame.
  SavedRegisters saved;
  save_registers(saved);
  scan_words(saved.words, saved.words + sizeof saved.words / sizeof *saved.words, visit, context);
  scan_callers(base, visit, context);
  __asm__ volatile("" ::: "memory");
}

}  // namespace perry::runtime
