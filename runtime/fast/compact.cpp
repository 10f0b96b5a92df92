#include "runtime/fast/calls.h"
#include "runtime/gc/thread_block.h"

// compact.def: what a place knows is unpacked, and the fast path does the rest.
namespace perry::abi::fast {

namespace {

class Site {
 public:
  explicit Site(Ptr place)
      : site_(static_cast<const CompactSite*>(place)),
        table_(reinterpret_cast<const SiteTable*>(static_cast<const char*>(place) - site_->table)) {
  }

  Cell key() const { return reinterpret_cast<Cell>(info()); }
  Ptr info() const { return const_cast<void*>(table_->keys[site_->key]); }
  Ptr cell() const {
    return static_cast<char*>(__builtin_thread_pointer()) + table_->cells + site_->cell;
  }

 private:
  const CompactSite* site_;
  const SiteTable* table_;
};

// `here` is in the caller's frame.
void check_stack(const void* here) {
  if (reinterpret_cast<uint64_t>(here) >= perry_rt_thread.stack_limit) [[likely]]
    return;
  perry_rt_stack_check_failed();
  __builtin_unreachable();
}

// Frames are as small as can be, for the sake of recursion: arguments are on the stack at once, and
// tell where it is. AddressSanitizer would keep them elsewhere, where the collector does not look.
template <class... Values>
[[clang::no_sanitize("address")]] Value call_with(Value callee, Value receiver, Values... values) {
  if constexpr (sizeof...(values) == 0) {
    check_stack(__builtin_frame_address(0));
    return perry_fast_call(callee, receiver, 0, nullptr);
  } else {
    uint64_t arguments[] = {values...};
    check_stack(arguments);
    return perry_fast_call(callee, receiver, sizeof...(values), arguments);
  }
}

template <class... Values>
[[clang::no_sanitize("address")]] Value call_method(Value receiver, Ptr place, Values... values) {
  const Site site(place);
  if constexpr (sizeof...(values) == 0) {
    return call_with(perry_fast_get_method(receiver, site.key(), site.cell()), receiver);
  } else {
    uint64_t arguments[] = {values...};
    check_stack(arguments);
    const Value callee = perry_fast_get_method(receiver, site.key(), site.cell());
    return perry_fast_call(callee, receiver, sizeof...(values), arguments);
  }
}

}  // namespace

Value perry_compact_get(Value object, Ptr place) {
  const Site site(place);
  return perry_fast_get(object, site.key(), site.cell());
}
Value perry_compact_get_length(Value object, Ptr place) {
  const Site site(place);
  return perry_fast_get_length(object, site.key(), site.cell());
}
None perry_compact_set(Value object, Value value, Ptr place) {
  const Site site(place);
  perry_fast_set(object, site.key(), value, site.cell());
}
None perry_compact_set_sloppy(Value object, Value value, Ptr place) {
  const Site site(place);
  perry_fast_set_sloppy(object, site.key(), value, site.cell());
}
Value perry_compact_get_computed(Value object, Value key, Ptr place) {
  return perry_fast_get_computed(object, key, Site(place).cell());
}
Value perry_compact_get_index(Value object, I32 index, Ptr place) {
  return perry_fast_get_index(object, index, Site(place).cell());
}
None perry_compact_set_computed(Value object, Value key, Value value, Ptr place) {
  perry_fast_set_computed(object, key, value, Site(place).cell());
}
None perry_compact_set_computed_sloppy(Value object, Value key, Value value, Ptr place) {
  perry_fast_set_computed_sloppy(object, key, value, Site(place).cell());
}
None perry_compact_set_index(Value object, I32 index, Value value, Ptr place) {
  perry_fast_set_index(object, index, value, Site(place).cell());
}
None perry_compact_set_index_sloppy(Value object, I32 index, Value value, Ptr place) {
  perry_fast_set_index_sloppy(object, index, value, Site(place).cell());
}
Value perry_compact_get_global(Ptr place) {
  const Site site(place);
  return perry_fast_get_global(site.key(), site.cell());
}

Cell perry_compact_new_literal(Ptr place) {
  const Site site(place);
  return perry_fast_new_literal(site.info(), site.cell());
}

Value perry_compact_call0(Value callee, Value receiver) { return call_with(callee, receiver); }
Value perry_compact_call1(Value callee, Value receiver, Value a) {
  return call_with(callee, receiver, a);
}
Value perry_compact_call2(Value callee, Value receiver, Value a, Value b) {
  return call_with(callee, receiver, a, b);
}
Value perry_compact_call3(Value callee, Value receiver, Value a, Value b, Value c) {
  return call_with(callee, receiver, a, b, c);
}
Value perry_compact_call(Value callee, Value receiver, U64 argc, Ptr argv) {
  check_stack(__builtin_frame_address(0));
  return perry_fast_call(callee, receiver, argc, argv);
}

Value perry_compact_call_method0(Value receiver, Ptr place) { return call_method(receiver, place); }
Value perry_compact_call_method1(Value receiver, Ptr place, Value a) {
  return call_method(receiver, place, a);
}
Value perry_compact_call_method2(Value receiver, Ptr place, Value a, Value b) {
  return call_method(receiver, place, a, b);
}
Value perry_compact_call_method3(Value receiver, Ptr place, Value a, Value b, Value c) {
  return call_method(receiver, place, a, b, c);
}

Value perry_compact_construct(Value callee, Value new_target, U64 argc, Ptr argv) {
  check_stack(__builtin_frame_address(0));
  return perry_fast_construct(callee, new_target, argc, argv);
}
Value perry_compact_construct_ordinary(Value callee, Value new_target, U64 argc, Ptr argv,
                                       Ptr place) {
  return perry_fast_construct_ordinary(callee, new_target, argc, argv, Site(place).cell());
}

}  // namespace perry::abi::fast
