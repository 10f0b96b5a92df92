#include "runtime/abi/fields.h"
#include "runtime/fast/known.h"
#include "runtime/gc/shared_sites.h"
#include "runtime/gc/thread_block.h"

// Inline caches, and elements of arrays and typed arrays. layout.h states the rules of the caches.
namespace perry::abi::fast {

using runtime::SiteWays;

namespace {

// What a way of a site that reads leads to; null: nowhere any more.
const uint64_t* follow(const PropertyWay* way, uint64_t object, const PropertySite* site) {
  if (way->slot == nullptr) return slot_at(object, way->offset);
  return site->ways->epoch == perry_rt_thread.epoch ? way->slot : nullptr;
}

void store(uint64_t object, int32_t offset, uint64_t value) {
  uint64_t* const slot = slot_at(object, offset);
  *slot = value;
  barrier(offset >= 0 ? object : at<ObjectLayout>(object)->slots, slot, value);
}

// True when the site had an answer.
bool set_by_site(uint64_t object, uint32_t shape, uint64_t value, const PropertySite* site) {
  if (shape == site->shape) [[likely]] {
    store(object, site->offset, value);
    return true;
  }
  if (shape == site->holder_shape && site->epoch == perry_rt_thread.epoch) {
    auto* const slot = at<uint64_t>(object + site->add_offset);
    *slot = value;
    at<CellHeader>(object)->shape = site->next_shape;
    barrier(object, slot, value);
    return true;
  }
  return false;
}

bool set_by_sites(uint64_t object, uint64_t key, uint64_t value, PropertySite* site) {
  if (!is_cell(object)) return false;
  const uint32_t shape = header_of(object).shape;
  if (set_by_site(object, shape, value, site)) [[likely]]
    return true;
  if (const PropertyWay* const way = SiteWays::find(site, shape)) {
    store(object, way->offset, value);
    return true;
  }
  if (perry_rt_shared_sets == nullptr) return false;
  const PropertySite* const shared = perry_rt_shared_sets->find(shape, key, site);
  return shared != nullptr && set_by_site(object, shape, value, shared);
}

// What sites rarely come to stands in functions that are jumped to in the end: so what they mostly
// do saves no registers.

[[gnu::noinline]] uint64_t get_by_shared(uint64_t object, uint64_t key, void* place) {
  if (is_cell(object) && perry_rt_shared_gets != nullptr) {
    const uint32_t shape = header_of(object).shape;
    const PropertySite* const shared =
        perry_rt_shared_gets->find(shape, key, static_cast<PropertySite*>(place));
    if (shared != nullptr) {
      if (shape == shared->shape) return *slot_at(object, shared->offset);
      // Of a typed array's length it has no slot.
      if (shape == shared->holder_shape && shared->epoch == perry_rt_thread.epoch &&
          shared->slot != nullptr)
        return *shared->slot;
    }
  }
  return perry_rt_get(object, key, place);
}

[[gnu::noinline]] uint64_t get_and_move(uint64_t object, PropertySite* site,
                                        const PropertyWay* way) {
  SiteWays::move(site, way);
  return *slot_at(object, way->offset);
}

[[gnu::noinline]] void set_rarely(uint64_t object, uint64_t key, uint64_t value, void* place) {
  if (!set_by_sites(object, key, value, static_cast<PropertySite*>(place)))
    perry_rt_set(object, key, value, place);
}
[[gnu::noinline]] void set_rarely_sloppy(uint64_t object, uint64_t key, uint64_t value,
                                         void* place) {
  if (!set_by_sites(object, key, value, static_cast<PropertySite*>(place)))
    perry_rt_set_sloppy(object, key, value, place);
}

// Where a site that has seen the shape stores, but for additions.
inline bool find_offset(uint64_t object, const PropertySite* site, int32_t& offset) {
  if (!is_cell(object)) return false;
  const uint32_t shape = header_of(object).shape;
  if (shape == site->shape) {
    offset = site->offset;
    return true;
  }
  if (is_alike(site, shape)) {
    offset = static_cast<int32_t>(site->alike_offset);
    return true;
  }
  const PropertyWay* const way = SiteWays::find(site, shape);
  if (way == nullptr) return false;
  offset = way->offset;
  return true;
}

uint64_t holey_element(const ArrayLayout* array, uint32_t index) {
  const ElementsKind kind = kind_of(array);
  if (kind == ElementsKind::Sparse) return kEmpty;
  // What was never written is a hole, whatever the memory holds.
  if (index >= array->length || index >= at<ElementsLayout>(array->elements)->initialized)
    return kEmpty;
  const uint64_t value = values_of(array->elements)[index];
  if (kind == ElementsKind::Holey) return value;
  return value == kHoleDouble ? kEmpty : value + kDoubleOffset;
}

bool set_holey(const ArrayLayout* array, uint32_t index, uint64_t value) {
  if (holey_element(array, index) == kEmpty) return false;
  uint64_t* const slot = values_of(array->elements) + index;
  if (kind_of(array) == ElementsKind::Holey) {
    *slot = value;
    barrier(array->elements, slot, value);
    return true;
  }
  if (kind_of(array) != ElementsKind::HoleyDouble || !is_number(value)) return false;
  *slot = value - kDoubleOffset;
  return true;
}

bool set_clamped(uint64_t object, int32_t index, uint64_t value) {
  const auto* const array = at<TypedArrayLayout>(object);
  if (static_cast<TypedArrayType>(array->type) != TypedArrayType::Uint8Clamped ||
      !is_number(value) || !is_within(array, index))
    return false;
  const double d = number_of(value);
  uint8_t* const place = array->data + static_cast<uint32_t>(index);
  if (!(d > 0)) {
    *place = 0;
  } else {
    // To nearest, ties to even.
    *place = d >= 255 ? 255 : static_cast<uint8_t>(__builtin_nearbyint(d));
  }
  return true;
}

// Whether the site, or what all sites share, says so.
bool knows_typed_length(uint64_t array, uint64_t key, void* place) {
  if (has_typed_length(array, place)) return true;
  if (perry_rt_shared_gets == nullptr) return false;
  const PropertySite* const shared =
      perry_rt_shared_gets->find(header_of(array).shape, key, static_cast<PropertySite*>(place));
  return shared != nullptr && has_typed_length(array, shared);
}

bool set_rest(uint64_t object, int32_t index, uint64_t value, const PropertySite* site) {
  if (index < 0 || !is_cell(object) || object == kEmpty) return false;
  const auto place = static_cast<uint32_t>(index);
  const CellKind kind = header_of(object).kind;
  if (kind == CellKind::TypedArray)
    return set_typed(object, index, value) || set_clamped(object, index, value);
  if (kind != CellKind::Array) return false;
  return set_holey(at<ArrayLayout>(object), place, value) || append(object, place, value, site);
}

}  // namespace

Value perry_fast_get(Value object, Cell key, Ptr place) {
  auto* const site = static_cast<PropertySite*>(place);
  if (is_cell(object)) [[likely]] {
    const uint32_t shape = header_of(object).shape;
    if (shape == site->shape) return *slot_at(object, site->offset);
    if (is_alike(site, shape)) {
      if (site->alike_offset != 0) return *at<uint64_t>(object + site->alike_offset);
      if (site->epoch == perry_rt_thread.epoch) return *site->slot;
    }
    if (const PropertyWay* const way = SiteWays::find(site, shape)) {
      if (way->slot == nullptr) {
        if (SiteWays::use(site)) [[unlikely]]
          return get_and_move(object, site, way);
        return *slot_at(object, way->offset);
      }
      if (site->ways->epoch == perry_rt_thread.epoch) return *way->slot;
    }
    if (shape == site->holder_shape && site->epoch == perry_rt_thread.epoch) return *site->slot;
  }
  return get_by_shared(object, key, place);
}

// Of objects that inherit it from several places, most likely.
Value perry_fast_get_method(Value object, Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (is_cell(object)) [[likely]] {
    const PropertyWay* const way = SiteWays::find(site, header_of(object).shape);
    if (way != nullptr && way->slot != nullptr && site->ways->epoch == perry_rt_thread.epoch)
        [[likely]]
      return *way->slot;
  }
  return perry_fast_get(object, key, place);
}

Value perry_fast_get_length(Value object, Cell key, Ptr place) {
  if (is_cell(object)) [[likely]] {
    const CellKind kind = header_of(object).kind;
    if (kind == CellKind::Array) {
      const auto* const array = at<ArrayLayout>(object);
      if (kind_of(array) != ElementsKind::Sparse) [[likely]]
        return box(array->length);
    } else if (kind <= CellKind::Slice) {
      return box(at<StringLayout>(object)->length_and_flags >> kStringLengthShift);
    } else if (kind == CellKind::TypedArray) {
      if (knows_typed_length(object, key, place))
        return box(static_cast<double>(at<TypedArrayLayout>(object)->length));
      // The site may know it of this shape, but not of a view whose length lies behind.
      if (static_cast<PropertySite*>(place)->slot == nullptr)
        return perry_rt_get(object, key, place);
    }
  }
  return perry_fast_get(object, key, place);
}

None perry_fast_set(Value object, Cell key, Value value, Ptr place) {
  int32_t offset = 0;
  if (find_offset(object, static_cast<PropertySite*>(place), offset)) [[likely]]
    return store(object, offset, value);
  set_rarely(object, key, value, place);
}

None perry_fast_set_sloppy(Value object, Cell key, Value value, Ptr place) {
  int32_t offset = 0;
  if (find_offset(object, static_cast<PropertySite*>(place), offset)) [[likely]]
    return store(object, offset, value);
  set_rarely_sloppy(object, key, value, place);
}

Value perry_fast_get_index(Value object, I32 index, Ptr place) {
  uint64_t value = packed_element(object, index);
  if (value != kEmpty) [[likely]]
    return value;
  if (index >= 0 && is_cell(object) && object != kEmpty) {
    const CellKind kind = header_of(object).kind;
    if (kind == CellKind::Array)
      value = holey_element(at<ArrayLayout>(object), static_cast<uint32_t>(index));
    else if (kind == CellKind::TypedArray)
      value = typed_element(object, index);
    if (value != kEmpty) return value;
  }
  return perry_rt_get_computed(object, box(index), place);
}

Value perry_fast_get_computed(Value object, Value key, Ptr place) {
  const int32_t index = index_of(key);
  if (index >= 0) [[likely]]
    return perry_fast_get_index(object, index, place);
  return perry_rt_get_computed(object, key, place);
}

None perry_fast_set_index(Value object, I32 index, Value value, Ptr place) {
  if (set_packed(object, index, value)) [[likely]]
    return;
  if (!set_rest(object, index, value, static_cast<PropertySite*>(place)))
    perry_rt_set_computed(object, box(index), value, place);
}

None perry_fast_set_index_sloppy(Value object, I32 index, Value value, Ptr place) {
  if (set_packed(object, index, value)) [[likely]]
    return;
  if (!set_rest(object, index, value, static_cast<PropertySite*>(place)))
    perry_rt_set_computed_sloppy(object, box(index), value, place);
}

None perry_fast_set_computed(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  if (index >= 0) [[likely]]
    return perry_fast_set_index(object, index, value, place);
  perry_rt_set_computed(object, key, value, place);
}

None perry_fast_set_computed_sloppy(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  if (index >= 0) [[likely]]
    return perry_fast_set_index_sloppy(object, index, value, place);
  perry_rt_set_computed_sloppy(object, key, value, place);
}

// --- attempts ---

Value perry_fast_try_get(Value object, Cell key, Ptr place) {
  if (!is_cell(object)) return kEmpty;
  const uint32_t shape = header_of(object).shape;
  const auto* site = static_cast<const PropertySite*>(place);
  if (is_alike(site, shape) && site->alike_offset != 0)
    return *at<uint64_t>(object + site->alike_offset);
  if (const PropertyWay* const way = SiteWays::find(site, shape))
    if (const uint64_t* const slot = follow(way, object, site)) return *slot;
  for (int tries = 0; tries < 2 && site != nullptr; tries++) {
    if (shape == site->shape) return *slot_at(object, site->offset);
    // Of a typed array's length it has no slot.
    if (shape == site->holder_shape && site->epoch == perry_rt_thread.epoch &&
        site->slot != nullptr)
      return *site->slot;
    site = perry_rt_shared_gets != nullptr ? perry_rt_shared_gets->peek(shape, key) : nullptr;
  }
  return kEmpty;
}

Value perry_fast_try_get_length(Value object, Cell key, Ptr place) {
  if (!is_cell(object)) return kEmpty;
  const CellKind kind = header_of(object).kind;
  if (kind == CellKind::Array) {
    const auto* const array = at<ArrayLayout>(object);
    return kind_of(array) != ElementsKind::Sparse ? box(array->length) : kEmpty;
  }
  if (kind <= CellKind::Slice && object != kEmpty)
    return box(at<StringLayout>(object)->length_and_flags >> kStringLengthShift);
  if (kind == CellKind::TypedArray && knows_typed_length(object, key, place))
    return box(static_cast<double>(at<TypedArrayLayout>(object)->length));
  return perry_fast_try_get(object, key, place);
}

I32 perry_fast_try_length(Value object, Cell key, Ptr place) {
  return index_of(perry_fast_try_get_length(object, key, place));
}

Value perry_fast_try_get_index(Value object, I32 index) {
  const uint64_t value = packed_element(object, index);
  if (value != kEmpty || index < 0 || !is_cell(object) || object == kEmpty) return value;
  const CellKind kind = header_of(object).kind;
  if (kind == CellKind::Array)
    return holey_element(at<ArrayLayout>(object), static_cast<uint32_t>(index));
  if (kind == CellKind::TypedArray) return typed_element(object, index);
  return kEmpty;
}

Value perry_fast_try_get_computed(Value object, Value key) {
  const int32_t index = index_of(key);
  return index >= 0 ? perry_fast_try_get_index(object, index) : kEmpty;
}

Bool perry_fast_has_fields(Value object, Ptr keys, Ptr place) {
  if (!is_cell(object) || object == kEmpty) return false;
  auto* const site = static_cast<FieldsSite*>(place);
  const uint32_t shape = header_of(object).shape;
  if (is_among(site->shapes, shape)) return true;
  if (site->tries < FieldsSite::kMostTries) perry_rt_learn_fields(object, keys, place);
  return false;
}

None perry_fast_store_field(Value object, U64 offset, Value value) {
  auto* const slot = at<uint64_t>(object + offset);
  *slot = value;
  barrier(object, slot, value);
}

Bool perry_fast_try_set(Value object, Cell key, Value value, Ptr place) {
  return set_by_sites(object, key, value, static_cast<PropertySite*>(place));
}

Bool perry_fast_try_set_index(Value object, I32 index, Value value, Ptr place) {
  return set_packed(object, index, value) ||
         set_rest(object, index, value, static_cast<PropertySite*>(place));
}

Bool perry_fast_try_set_plain(Value object, Value value, Ptr place) {
  if (!is_cell(object)) return false;
  const auto* const site = static_cast<PropertySite*>(place);
  const uint32_t shape = header_of(object).shape;
  if (!is_alike(site, shape)) return set_by_site(object, shape, value, site);
  *at<uint64_t>(object + site->alike_offset) = value;
  return true;
}

Bool perry_fast_try_set_index_plain(Value object, I32 index, Value value, Ptr place) {
  return perry_fast_try_set_index(object, index, value, place);
}

Bool perry_fast_try_set_computed(Value object, Value key, Value value, Ptr place) {
  const int32_t index = index_of(key);
  return index >= 0 && perry_fast_try_set_index(object, index, value, place);
}

Value perry_fast_try_get_global(Cell /*key*/, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  const bool is_known = site->epoch == perry_rt_thread.epoch && site->slot != nullptr;
  return is_known ? *site->slot : kEmpty;
}

Value perry_fast_get_global(Cell key, Ptr place) {
  const auto* const site = static_cast<PropertySite*>(place);
  if (site->epoch == perry_rt_thread.epoch && site->slot != nullptr) [[likely]]
    return *site->slot;
  return perry_rt_get_global(key, place);
}

}  // namespace perry::abi::fast
