#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include "support/base/stack.h"

namespace perry::support {

namespace {

// An allocation that a thread's start-up code needs even for an empty function.
constexpr size_t kSmallestStack = size_t{256} << 10;

struct Entry {
  void (*function)(void*);
  void* context;
};

void* run_entry(void* argument) {
  const Entry* entry = static_cast<const Entry*>(argument);
  entry->function(entry->context);
  return nullptr;
}

bool run_on_thread(void* stack, size_t bytes, Entry entry) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_t thread;
  const bool started = pthread_attr_setstack(&attributes, stack, bytes) == 0 &&
                       pthread_create(&thread, &attributes, run_entry, &entry) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(thread, nullptr);
  return started;
}

}  // namespace

StackLimit StackLimit::current(size_t reserve) {
  reserve *= kStackFrameGrowth;
  pthread_attr_t attributes;
  void* lowest = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
  }
  // Without knowledge of the bounds, assume the smallest stack that is in use anywhere.
  const uintptr_t here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  const uintptr_t bottom = size != 0 ? reinterpret_cast<uintptr_t>(lowest) : here - kSmallestStack;
  // A reserve that does not fit the stack leaves half of what is there, so that the limit still
  // lets shallow input through.
  if (here - bottom <= reserve) reserve = (here - bottom) / 2;
  return StackLimit(bottom + reserve);
}

bool call_with_stack(size_t bytes, void (*function)(void*), void* context) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  bytes = (bytes < kSmallestStack ? kSmallestStack : bytes) * kStackFrameGrowth;
  bytes = (bytes + page - 1) / page * page;
  const size_t reserved = bytes + page;
  void* start = mmap(nullptr, reserved, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (start == MAP_FAILED) return false;
  // A huge page for the first few frames would cost more to clear than most inputs take to parse.
  madvise(start, reserved, MADV_NOHUGEPAGE);
  const bool ran = mprotect(start, page, PROT_NONE) == 0 &&
                   run_on_thread(static_cast<char*>(start) + page, bytes, {function, context});
  munmap(start, reserved);
  return ran;
}

}  // namespace perry::support
