#include "runtime/abi/fields.h"
#include "runtime/exec/entry.h"
#include "runtime/exec/iteration.h"
#include "runtime/gc/shared_sites.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property_storage.h"
#include "runtime/object/typed_array.h"

// Properties by inline caches: what happens when a site has no answer yet. It looks the property up
// and, where the answer holds for all objects of that shape, leaves it in the site.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

using Site = perry::abi::PropertySite;

// While it lives, a site may learn something; if the site knew something else before, it keeps
// both, and all sites get to know it.
class Sharing {
 public:
  Sharing(SharedSites*& table, Value object, uint64_t key, Site* site)
      : table_(table), key_(key), site_(site), before_(*site) {
    if (object.is_cell()) shape_ = object.as_cell()->shape();
  }
  Sharing(const Sharing&) = delete;
  Sharing& operator=(const Sharing&) = delete;
  ~Sharing() {
    const bool was_used =
        before_.shape != 0 || before_.holder_shape != 0 || before_.ways != nullptr;
    const bool has_learned = site_->shape != before_.shape ||
                             site_->holder_shape != before_.holder_shape ||
                             site_->epoch != before_.epoch;
    if (!was_used || !has_learned) return;
    share_site(table_, shape_, key_, *site_);
    forget_alike_methods(*site_);
    keep(before_);
    keep(*site_);
  }

 private:
  // What is no way: additions, and the length of typed arrays.
  void keep(const Site& answer) {
    if (answer.shape != 0) add_way(*site_, {answer.shape, answer.offset, nullptr});
    const bool reads = &table_ == &perry_rt_shared_gets;
    if (reads && answer.holder_shape != 0 && answer.slot != nullptr &&
        answer.epoch == perry_rt_thread.epoch)
      add_way(*site_, {answer.holder_shape, 0, answer.slot});
  }

  SharedSites*& table_;
  uint64_t key_;
  Site* site_;
  Site before_;
  uint32_t shape_ = 0;
};

// Whether an object of this shape treats the key as ordinary objects do.
bool is_ordinary(const Shape* shape, PropertyKey key) {
  const ExoticMethods* methods = shape->object_class->methods;
  return methods == nullptr || (methods->numeric_keys_only && !canonical_numeric_index(key));
}

// Whether "this object has no such property of its own" is known from the shape and the epoch.
bool absence_is_stable(const Shape* shape) {
  return !shape->is_owned() || shape->has(kShapePrototype);
}

[[noreturn]] void throw_read_of_nullish(Isolate& isolate, Value value, PropertyKey key) {
  throw_type_error(isolate, "Cannot read properties of " + describe(isolate, value) +
                                " (reading '" + describe(key) + "')");
}

// Of a key that has not been converted, and is not going to be.
std::string access_text(Isolate& isolate, const char* access, Value key) {
  const std::string text = describe_plain(isolate, key);
  if (key.is_object() && text.starts_with("[object ")) return {};
  return std::string(" (") + access + " '" + text + "')";
}

[[noreturn]] void throw_read_of_nullish(Isolate& isolate, Value value, Value key) {
  throw_type_error(isolate, "Cannot read properties of " + describe(isolate, value) +
                                access_text(isolate, "reading", key));
}

void cache_own(Site* site, Object* object, const OwnProperty& found) {
  const Shape* shape = shape_of(object);
  if (shape->has(kShapeUncacheable)) return;
  site->shape = shape->number;
  site->offset = site_offset(shape, found.slot);
}

void cache_holder(Site* site, uint32_t receiver_shape, Object* holder, const OwnProperty& found) {
  site->holder_shape = receiver_shape;
  site->epoch = perry_rt_thread.epoch;
  site->slot =
      reinterpret_cast<const uint64_t*>(slot_address(holder, shape_of(holder), found.slot));
}

bool is_typed_length(const OwnProperty& found, Value receiver) {
  return receiver.is_kind(CellKind::TypedArray) &&
         is_native(static_cast<AccessorPair*>(found.value.as_cell())->getter, typed_array_length);
}

void cache_typed_length(Site* site, uint32_t receiver_shape) {
  site->holder_shape = receiver_shape;
  site->epoch = perry_rt_thread.epoch;
  site->slot = nullptr;
}

Value call_getter(Isolate& isolate, const OwnProperty& found, Value receiver) {
  const Value getter = static_cast<AccessorPair*>(found.value.as_cell())->getter;
  return getter.is_undefined() ? getter : call(isolate, getter, receiver);
}

// Along prototypes from `object` on, for a receiver whose shape number is `receiver_shape`.
Value get_from(Isolate& isolate, Object* object, PropertyKey key, Value receiver, Site* site,
               uint32_t receiver_shape, bool cacheable) {
  for (;;) {
    if (!is_ordinary(shape_of(object), key)) return get(isolate, object, key, receiver);
    OwnProperty found;
    if (find_own(isolate, object, key, found)) {
      if ((found.attributes & kAccessor) != 0) {
        if (cacheable && is_typed_length(found, receiver)) cache_typed_length(site, receiver_shape);
        return call_getter(isolate, found, receiver);
      }
      if (cacheable && found.place == OwnProperty::Place::Slot) {
        cache_holder(site, receiver_shape, object, found);
      }
      return found.value;
    }
    const Value prototype = shape_of(object)->prototype;
    if (prototype.is_null()) return Value::undefined();
    object = prototype.as<Object>();
  }
}

Value get_of_primitive(Isolate& isolate, Value value, PropertyKey key, Site* site) {
  if (value.is_nullish()) throw_read_of_nullish(isolate, value, key);
  if (value.is_string() && (key == names::length || key.is_index())) {
    return get_v(isolate, value, key);
  }
  auto* prototype = prototype_of_primitive(isolate, value).as<Object>();
  const uint32_t shape = value.is_cell() ? value.as_cell()->shape() : 0;
  // String.prototype is exotic for indices and `length` only.
  OwnProperty found;
  if (find_own(isolate, prototype, key, found)) {
    if ((found.attributes & kAccessor) != 0) return call_getter(isolate, found, value);
    if (shape != 0 && site != nullptr) cache_holder(site, shape, prototype, found);
    return found.value;
  }
  const Value next = shape_of(prototype)->prototype;
  if (next.is_null()) return Value::undefined();
  return get_from(isolate, next.as<Object>(), key, value, site, shape,
                  shape != 0 && site != nullptr);
}

Value get_by_site(Isolate& isolate, Value value, PropertyKey key, Site* site) {
  if (!value.is_object()) [[unlikely]]
    return get_of_primitive(isolate, value, key, site);
  auto* object = value.as<Object>();
  if (!is_ordinary(shape_of(object), key)) return get(isolate, object, key, value);
  OwnProperty found;
  if (find_own(isolate, object, key, found)) {
    if ((found.attributes & kAccessor) != 0) return call_getter(isolate, found, value);
    if (found.place == OwnProperty::Place::Slot) cache_own(site, object, found);
    return found.value;
  }
  const Shape* shape = shape_of(object);
  if (shape->prototype.is_null()) return Value::undefined();
  return get_from(isolate, shape->prototype.as<Object>(), key, value, site, shape->number,
                  absence_is_stable(shape) && !key.is_index());
}

Value get_computed(Isolate& isolate, Value value, Value key) {
  if (key.is_number() && value.is_cell()) {
    const double number = key.as_number();
    if (TypedArray* typed = try_typed_array(value)) {
      // Any number is a canonical numeric key, and -0 spells "0".
      const double index = number + 0.0;
      if (!is_valid_index(typed, index)) return Value::undefined();
      return typed_element(isolate, typed, static_cast<size_t>(index));
    }
    if (number >= 0 && number < 4294967295.0) {
      const auto index = static_cast<uint32_t>(number);
      if (index == number) {
        if (value.is_string() && index < value.as<String>()->length()) {
          return Value::cell(single_unit_string(isolate, value.as<String>()->at(isolate, index)));
        }
        return get_v(isolate, value, PropertyKey::from_index(index));
      }
    }
  }
  if (value.is_nullish()) throw_read_of_nullish(isolate, value, key);
  return get_v(isolate, value, to_property_key(isolate, key));
}

// --- Setting ---

void set_of_primitive(Isolate& isolate, Value value, PropertyKey key, Value stored,
                      Strictness strict) {
  if (value.is_nullish()) {
    throw_type_error(isolate, "Cannot set properties of " + describe(isolate, value) +
                                  " (setting '" + describe(key) + "')");
  }
  auto* prototype = prototype_of_primitive(isolate, value).as<Object>();
  if (set(isolate, prototype, key, stored, value) || strict == Strictness::Sloppy) return;
  PropertyDescriptor own;
  if (value.is_string() && get_own_property(isolate, to_object(isolate, value), key, own)) {
    throw_read_only(isolate, value, key);
  }
  throw_set_failed(isolate, Value::cell(prototype), key, value);
}

// Adds the property when nothing on the prototypes has a say. False: it is not that simple.
bool try_add(Isolate& isolate, Object* object, PropertyKey key, Value value, Site* site) {
  const Shape* shape = filled_shape(isolate, object);
  if (shape->is_owned() || !shape->is_extensible() || key.is_index()) return false;
  for (Value p = shape->prototype; p.is_object(); p = shape_of(p.as_cell())->prototype) {
    OwnProperty found;
    if (!is_ordinary(shape_of(p.as_cell()), key) || find_own(isolate, p.as<Object>(), key, found)) {
      return false;
    }
  }
  const uint32_t before = shape->number;
  const uint32_t slot = shape->slot_count;
  const bool is_inline = slot < shape->inline_slots;
  add_property(isolate, object, key, value, kAllAttributes);
  const Shape* next = shape_of(object);
  if (is_inline && !next->is_owned()) {
    site->holder_shape = before;
    site->epoch = perry_rt_thread.epoch;
    site->next_shape = next->number;
    site->add_offset = perry::abi::kInlineSlotsOffset + slot * 8;
  }
  return true;
}

void set_by_site(Isolate& isolate, Value target, PropertyKey key, Value value, Site* site,
                 Strictness strict) {
  if (!target.is_object()) [[unlikely]] {
    set_of_primitive(isolate, target, key, value, strict);
    return;
  }
  auto* object = target.as<Object>();
  if (is_ordinary(shape_of(object), key)) {
    OwnProperty found;
    if (!find_own(isolate, object, key, found)) {
      if (try_add(isolate, object, key, value, site)) return;
    } else if ((found.attributes & kWritable) != 0 && found.place == OwnProperty::Place::Slot) {
      store_own(isolate, object, key, found, value);
      if (object->kind() != CellKind::Function || key != names::prototype) {
        cache_own(site, object, found);
      }
      return;
    }
  }
  if (!set(isolate, object, key, value, target) && strict == Strictness::Strict) {
    throw_set_failed(isolate, target, key, target);
  }
}

bool try_set_element(Isolate& isolate, Value target, double number, Value value, Site* site) {
  if (TypedArray* typed = try_typed_array(target)) {
    set_typed_element(isolate, typed, number + 0.0, value);
    return true;
  }
  if (!target.is_kind(CellKind::Array) || !(number >= 0 && number < 4294967295.0)) return false;
  const auto index = static_cast<uint32_t>(number);
  auto* array = target.as<Array>();
  if (index != number || array->is_sparse()) return false;
  if (index < array->dense_length && !dense_element(array, index).is_empty()) {
    put_element(isolate, array, index, value);
    return true;
  }
  constexpr uint32_t kFixed = perry::abi::kArrayFrozenLength | perry::abi::kArrayNotExtensible;
  if ((array->flags & kFixed) != 0 || !holes_are_undefined(isolate, array)) return false;
  put_element(isolate, array, index, value);
  site->holder_shape = array->shape();
  site->epoch = perry_rt_thread.epoch;
  return true;
}

void set_computed(uint64_t target_word, uint64_t key_word, uint64_t value_word, void* site,
                  Strictness strict) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(target_word);
  const Value key = value_of(key_word);
  const Value value = value_of(value_word);
  if (key.is_number() &&
      try_set_element(isolate, target, key.as_number(), value, static_cast<Site*>(site))) {
    return;
  }
  if (target.is_nullish()) {
    throw_type_error(isolate, "Cannot set properties of " + describe(isolate, target) +
                                  access_text(isolate, "setting", key));
  }
  const PropertyKey property = to_property_key(isolate, key);
  if (!target.is_object()) {
    set_of_primitive(isolate, target, property, value, strict);
    return;
  }
  auto* object = target.as<Object>();
  if (!set(isolate, object, property, value, target) && strict == Strictness::Strict) {
    throw_set_failed(isolate, target, property, target);
  }
}

}  // namespace

extern "C" {

uint64_t perry_rt_get(uint64_t object, uint64_t key, void* site) {
  const Sharing sharing(perry_rt_shared_gets, value_of(object), key, static_cast<Site*>(site));
  return get_by_site(Isolate::current(), value_of(object), atom_key(key), static_cast<Site*>(site))
      .bits();
}

uint64_t perry_rt_get_computed(uint64_t object, uint64_t key, void*) {
  return get_computed(Isolate::current(), value_of(object), value_of(key)).bits();
}

// Neither home objects nor constructors are proxies.
uint64_t perry_rt_super_base(uint64_t object) {
  return shape_of(value_of(object).as<Object>())->prototype.bits();
}

uint64_t perry_rt_get_super(uint64_t base, uint64_t key, uint64_t receiver) {
  Isolate& isolate = Isolate::current();
  const Value object = value_of(base);
  if (object.is_null()) throw_read_of_nullish(isolate, object, value_of(key));
  const PropertyKey property = to_property_key(isolate, value_of(key));
  return get(isolate, object.as<Object>(), property, value_of(receiver)).bits();
}

void perry_rt_learn_fields(uint64_t object, void* keys, void* place) {
  auto* const site = static_cast<perry::abi::FieldsSite*>(place);
  site->tries++;
  const Value value = value_of(object);
  if (!value.is_kind(CellKind::Object)) return;
  Shape* const shape = shape_of(value.as_cell());
  if (shape->is_owned() || shape->has(kShapeUncacheable) || shape->object_class->methods != nullptr)
    return;
  const auto* const info = static_cast<const perry::abi::LiteralInfo*>(keys);
  if (info->count > shape->inline_slots) return;
  for (uint32_t n = 0; n < info->count; n++) {
    SlotInfo found;
    const auto key = reinterpret_cast<uint64_t>(info->keys[n]);
    if (!lookup(shape, atom_key(key), found)) return;
    if (found.slot != n || (found.attributes & (kAccessor | kWritable)) != kWritable) return;
  }
  for (uint32_t& known : site->shapes) {
    if (known != 0) continue;
    known = shape->number;
    return;
  }
}

void perry_rt_set(uint64_t object, uint64_t key, uint64_t value, void* site) {
  const Sharing sharing(perry_rt_shared_sets, value_of(object), key, static_cast<Site*>(site));
  set_by_site(Isolate::current(), value_of(object), atom_key(key), value_of(value),
              static_cast<Site*>(site), Strictness::Strict);
}
void perry_rt_set_sloppy(uint64_t object, uint64_t key, uint64_t value, void* site) {
  const Sharing sharing(perry_rt_shared_sets, value_of(object), key, static_cast<Site*>(site));
  set_by_site(Isolate::current(), value_of(object), atom_key(key), value_of(value),
              static_cast<Site*>(site), Strictness::Sloppy);
}
void perry_rt_set_computed(uint64_t object, uint64_t key, uint64_t value, void* site) {
  set_computed(object, key, value, site, Strictness::Strict);
}
void perry_rt_set_computed_sloppy(uint64_t object, uint64_t key, uint64_t value, void* site) {
  set_computed(object, key, value, site, Strictness::Sloppy);
}

bool perry_rt_grows_plainly(uint64_t array) {
  return holes_are_undefined(Isolate::current(), value_of(array).as<Array>());
}

void perry_rt_set_super(uint64_t base, uint64_t key, uint64_t receiver, uint64_t value,
                        bool strict) {
  Isolate& isolate = Isolate::current();
  const Value object = value_of(base);
  if (object.is_null()) {
    throw_type_error(
        isolate, "Cannot set properties of null" + access_text(isolate, "setting", value_of(key)));
  }
  const PropertyKey property = to_property_key(isolate, value_of(key));
  if (set(isolate, object.as<Object>(), property, value_of(value), value_of(receiver))) return;
  if (!strict) return;
  const PeekedProperty found = peek(isolate, object, property);
  const bool is_accessor = !found.holder.is_empty() && found.value.is_empty();
  if (!value_of(receiver).is_object() && !is_accessor) {
    throw_read_only(isolate, value_of(receiver), property);
  }
  throw_set_failed(isolate, object, property, value_of(receiver));
}

bool perry_rt_delete(uint64_t object, uint64_t key, bool strict) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(object);
  if (target.is_nullish()) {
    throw_type_error(isolate, "Cannot convert undefined or null to object");
  }
  const PropertyKey property = to_property_key(isolate, value_of(key));
  Object* holder = to_object(isolate, target);
  if (delete_property(isolate, holder, property)) return true;
  if (!strict) return false;
  throw_type_error(isolate, "Cannot delete property '" + describe(property) + "' of " +
                                describe(isolate, Value::cell(holder)));
}

}  // extern "C"
