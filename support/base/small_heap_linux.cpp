// The memory of a scan, and of a compilation: millions of small things, made by a program that soon
// ends. With malloc a fifth of a scan went into making and freeing them, and an eighth into
// the page faults of memory that is touched 4 KiB at a time.
//
// So `new` takes objects of up to 4 MiB from lists, one for each size: in steps of 16 up to 512,
// then of powers of two and what lies halfway between them. What is on no list yet is cut from
// pages of 16 KiB of one reserved range, whose number tells the size again where `delete` does not,
// by a table at the range's beginning; the system backs the range by large pages. Freed objects go
// back to their list, and nothing goes back to the system. Larger objects, and all of them where
// the range cannot be had or is full, are malloc's, as are the vectors of LLVM. Of malloc's arenas
// there is one, the one that does not grow by a page at a time.
//
// Not for two threads at once: `run_with_stack` waits for the one thread that it starts.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>

// Where the zeroed variables of the program begin and end, by the linker's names.
extern std::byte zeroed_begin[] __asm__("__bss_start");
extern std::byte zeroed_end[] __asm__("_end");

namespace {

constexpr size_t kStep = 16;
constexpr size_t kLargestStepped = 512;
constexpr size_t kLargest = size_t{4} << 20;
constexpr size_t kPageSize = size_t{16} << 10;
// So many objects of one size are cut at a time, unless a page holds more or one is large by
// itself.
constexpr size_t kObjectsAtOnce = 4;
constexpr size_t kLargeByItself = size_t{64} << 10;
constexpr size_t kRangeSize = size_t{4} << 30;
constexpr size_t kPages = kRangeSize / kPageSize;
constexpr size_t kTablePages = kPages * sizeof(uint8_t) / kPageSize;

struct Free {
  Free* next;
};

// Objects of one size: those that came back, and the part of a page that was not cut yet.
struct Class {
  Free* free = nullptr;
  std::byte* next = nullptr;
  std::byte* end = nullptr;
};

enum class RangeState : uint8_t { NotAsked, Reserved, Refused };

constexpr size_t kSteppedClasses = kLargestStepped / kStep + 1;

// Two for each power of two: one and a half times it, and twice it.
constexpr size_t class_of_size(size_t size) {
  if (size <= kLargestStepped) return size == 0 ? 1 : (size + kStep - 1) / kStep;
  const size_t power = std::bit_floor(size - 1);
  const auto doublings = static_cast<size_t>(std::countr_zero(power / kLargestStepped));
  return kSteppedClasses + 2 * doublings + (size > power + power / 2 ? 1 : 0);
}

constexpr size_t size_of_class(size_t number) {
  if (number < kSteppedClasses) return number * kStep;
  const size_t power = kLargestStepped << (number - kSteppedClasses) / 2;
  return (number - kSteppedClasses) % 2 == 0 ? power + power / 2 : 2 * power;
}

constexpr size_t kClasses = class_of_size(kLargest) + 1;
static_assert(size_of_class(kClasses - 1) == kLargest);

constinit std::array<Class, kClasses> classes = {};
constinit std::byte* range = nullptr;  // begins with the class of each page, a byte
constinit size_t pages_used = kTablePages;
constinit RangeState range_state = RangeState::NotAsked;

// Asks at once for pages that most runs touch: met one by one, each costs a fault. A system that
// does not know how does without.
void populate(std::byte* first, const std::byte* end) {
  const auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  std::byte* const start = first - reinterpret_cast<uintptr_t>(first) % page;
  (void)madvise(start, static_cast<size_t>(end - start), MADV_POPULATE_WRITE);
}

// Before anything else, which would meet the pages one by one, and before there is a second thread,
// which would get an arena of its own.
[[gnu::constructor(101)]] void set_up_malloc() {
  constexpr int kGrowth = 64 << 20;
  constexpr size_t kSmallPages = size_t{2} << 20;  // are less work where no more than that is used
  constexpr size_t kLargePage = size_t{2} << 20;
  constexpr size_t kSoonTouched = size_t{1} << 20;
  (void)mallopt(M_ARENA_MAX, 1);
  (void)mallopt(M_TOP_PAD, kGrowth);
  (void)mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  (void)mallopt(M_MMAP_THRESHOLD, kGrowth / 2);
  void* volatile const block = std::malloc(kSmallPages);  // more than there is, so that it grows
  populate(static_cast<std::byte*>(block), static_cast<std::byte*>(block) + kSoonTouched);
  populate(zeroed_begin, zeroed_end);
  std::free(block);
  auto* const end = static_cast<std::byte*>(sbrk(0));
  const auto first = reinterpret_cast<uintptr_t>(end) - kGrowth + kSmallPages;
  const size_t wanted = (first + kLargePage - 1) / kLargePage * kLargePage;
  std::byte* const start = end - (reinterpret_cast<uintptr_t>(end) - wanted);
  (void)madvise(start, static_cast<size_t>(end - start), MADV_HUGEPAGE);
}

uint8_t* class_of_page() { return reinterpret_cast<uint8_t*>(range); }

bool is_in_range(const void* object) {
  return static_cast<size_t>(static_cast<const std::byte*>(object) - range) < kRangeSize &&
         range != nullptr;
}

void reserve_range() {
  void* const place = mmap(nullptr, kRangeSize, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  range_state = place == MAP_FAILED ? RangeState::Refused : RangeState::Reserved;
  if (range_state == RangeState::Refused) return;
  range = static_cast<std::byte*>(place);
  (void)madvise(range, kRangeSize, MADV_HUGEPAGE);
}

// False when there are no more pages.
bool add_pages(size_t number) {
  if (range_state == RangeState::NotAsked) reserve_range();
  const size_t size = size_of_class(number);
  const size_t wanted = size < kLargeByItself ? size * kObjectsAtOnce : size;
  const size_t pages = number < kSteppedClasses ? 1 : (wanted + kPageSize - 1) / kPageSize;
  if (range_state == RangeState::Refused || pages_used + pages > kPages) return false;
  std::fill_n(class_of_page() + pages_used, pages, static_cast<uint8_t>(number));
  Class& c = classes[number];
  c.next = range + pages_used * kPageSize;
  c.end = c.next + pages * kPageSize / size * size;
  pages_used += pages;
  return true;
}

void* allocate_large(size_t size) {
  void* const object = std::malloc(size);
  if (object == nullptr) std::abort();
  return object;
}

void give_back(void* object, size_t number) {
  classes[number].free = ::new (object) Free{classes[number].free};
}

}  // namespace

void* operator new(size_t size) {
  if (size > kLargest) return allocate_large(size);
  const size_t number = class_of_size(size);
  Class& c = classes[number];
  if (Free* const object = c.free; object != nullptr) {
    c.free = object->next;
    return object;
  }
  if (c.next == c.end && !add_pages(number)) return allocate_large(size_of_class(number));
  void* const object = c.next;
  c.next += size_of_class(number);
  return object;
}

// As LLVM asks for it.
void* operator new(size_t size, std::align_val_t alignment,
                   const std::nothrow_t& /*tag*/) noexcept {
  if (static_cast<size_t>(alignment) <= kStep) return operator new(size);
  return std::aligned_alloc(static_cast<size_t>(alignment), size);
}

void operator delete(void* object) noexcept {
  if (!is_in_range(object)) return std::free(object);
  const size_t page = static_cast<size_t>(static_cast<std::byte*>(object) - range) / kPageSize;
  give_back(object, class_of_page()[page]);
}

void operator delete(void* object, size_t size) noexcept {
  if (!is_in_range(object)) return std::free(object);
  give_back(object, class_of_size(size));
}

void operator delete(void* object, std::align_val_t /*alignment*/) noexcept {
  operator delete(object);
}

void operator delete(void* object, size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
  operator delete(object);
}
