#include "runtime/abi/codes.h"
#include "runtime/exec/entry.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/property_storage.h"

// Properties that literals and classes define, private names, `with`.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

namespace abi = perry::abi;

std::string private_text(PropertyKey name) {
  const std::string text = describe(name);
  return text.starts_with('#') ? text : '#' + text;
}

bool find_private(Isolate& isolate, Value target, PropertyKey name, OwnProperty& found) {
  return target.is_object() && find_own(isolate, target.as<Object>(), name, found);
}

void define_half(Isolate& isolate, Object* object, PropertyKey key, Value function, uint32_t flags,
                 uint8_t attributes) {
  const bool getter = (flags & abi::kMethodKindMask) == abi::kGetter;
  auto descriptor = PropertyDescriptor::accessor(function, function, attributes);
  descriptor.fields &=
      static_cast<uint8_t>(getter ? ~PropertyDescriptor::kHasSet : ~PropertyDescriptor::kHasGet);
  descriptor.getter = getter ? function : Value::undefined();
  descriptor.setter = getter ? Value::undefined() : function;
  define_property_or_throw(isolate, object, key, descriptor);
}

}  // namespace

extern "C" {

void perry_rt_define_own(uint64_t object, uint64_t key, uint64_t value) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(object);
  const PropertyKey name = to_property_key(isolate, value_of(key));
  auto* holder = target.as<Object>();
  OwnProperty found;
  if (class_of(holder)->methods == nullptr && !find_own(isolate, holder, name, found) &&
      shape_of(holder)->is_extensible() && holder->kind() != CellKind::Array) {
    create_own(isolate, holder, name, value_of(value), kAllAttributes);
    return;
  }
  create_data_property_or_throw(isolate, holder, name, value_of(value));
}

void perry_rt_define_method(uint64_t object, uint64_t key, uint64_t function, uint32_t flags) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(object).as<Object>();
  const PropertyKey name = to_property_key(isolate, value_of(key));
  const auto attributes = static_cast<uint8_t>(
      kConfigurable | ((flags & abi::kEnumerable) != 0 ? kEnumerable : kNoAttributes));
  switch (flags & abi::kMethodKindMask) {
    case abi::kGetter:
    case abi::kSetter:
      define_half(isolate, target, name, value_of(function), flags, attributes);
      return;
    default:
      define_property_or_throw(
          isolate, target, name,
          PropertyDescriptor::data(value_of(function),
                                   static_cast<uint8_t>(attributes | kWritable)));
  }
}

// --- Private names ---

uint64_t perry_rt_new_private_name(uint64_t name) {
  return word_of(
      new_symbol(Isolate::current(), Value::cell(cell_of<String>(name)), Symbol::kPrivate));
}

uint64_t perry_rt_get_private(uint64_t object, uint64_t name, void* place) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(object);
  auto* site = static_cast<abi::PropertySite*>(place);
  const PropertyKey key = PropertyKey::from_value(value_of(name));
  // The name is another one each time the class is evaluated, so the site keeps it, as its epoch.
  if (target.is_object() && target.as_cell()->shape() == site->shape && site->epoch == name) {
    const int32_t offset = site->offset;
    if (offset >= 0) return *reinterpret_cast<uint64_t*>(object + static_cast<uint32_t>(offset));
    return *reinterpret_cast<uint64_t*>(target.as<Object>()->slots.bits() +
                                        static_cast<uint32_t>(~offset));
  }
  OwnProperty found;
  if (!find_private(isolate, target, key, found)) {
    throw_type_error(isolate, "Cannot read private member " + private_text(key) +
                                  " from an object whose class did not declare it");
  }
  if ((found.attributes & kAccessor) == 0) {
    const Shape* shape = shape_of(target.as_cell());
    if (!shape->has(kShapeUncacheable) && !shape->is_owned()) {
      site->shape = shape->number;
      site->offset = site_offset(shape, found.slot);
      site->epoch = name;
    }
    return found.value.bits();
  }
  const Value getter = static_cast<AccessorPair*>(found.value.as_cell())->getter;
  if (getter.is_undefined()) {
    throw_type_error(isolate, "'" + private_text(key) + "' was defined without a getter");
  }
  return call(isolate, getter, target).bits();
}

void perry_rt_set_private(uint64_t object, uint64_t name, uint64_t value, void*) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(object);
  const PropertyKey key = PropertyKey::from_value(value_of(name));
  OwnProperty found;
  if (!find_private(isolate, target, key, found)) {
    throw_type_error(isolate, "Cannot write private member " + private_text(key) +
                                  " to an object whose class did not declare it");
  }
  if ((found.attributes & kAccessor) != 0) {
    const Value setter = static_cast<AccessorPair*>(found.value.as_cell())->setter;
    if (setter.is_undefined()) {
      throw_type_error(isolate, "'" + private_text(key) + "' was defined without a setter");
    }
    call(isolate, setter, target, {value_of(value)});
    return;
  }
  if ((found.attributes & kWritable) == 0) {
    throw_type_error(isolate, "Private method '" + private_text(key) + "' is not writable");
  }
  store_own(isolate, target.as<Object>(), key, found, value_of(value));
}

bool perry_rt_has_private(uint64_t name, uint64_t object) {
  Isolate& isolate = Isolate::current();
  const PropertyKey key = PropertyKey::from_value(value_of(name));
  const Value target = value_of(object);
  if (!target.is_object()) {
    throw_type_error(isolate, "Cannot use 'in' operator to search for '" + private_text(key) +
                                  "' in " + describe_plain(isolate, target));
  }
  OwnProperty found;
  return find_private(isolate, target, key, found);
}

void perry_rt_define_private(uint64_t object, uint64_t name, uint64_t value, uint32_t flags) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(object).as<Object>();
  const PropertyKey key = PropertyKey::from_value(value_of(name));
  const uint32_t kind = flags & abi::kMethodKindMask;
  OwnProperty found;
  const bool exists = find_own(isolate, target, key, found);
  if (kind == abi::kGetter || kind == abi::kSetter) {
    if (exists) {
      auto* pair = (found.attributes & kAccessor) != 0
                       ? static_cast<AccessorPair*>(found.value.as_cell())
                       : nullptr;
      Value* half = pair == nullptr        ? nullptr
                    : kind == abi::kGetter ? &pair->getter
                                           : &pair->setter;
      if (half != nullptr && half->is_undefined()) {
        store(isolate.heap(), pair, half, value_of(value));
        return;
      }
    } else {
      const Value function = value_of(value);
      ordinary_define_own_property(
          isolate, target, key,
          PropertyDescriptor::accessor(kind == abi::kGetter ? function : Value::undefined(),
                                       kind == abi::kSetter ? function : Value::undefined(), 0));
      return;
    }
  }
  if (exists) {
    throw_type_error(isolate,
                     "Cannot initialize " + private_text(key) + " twice on the same object");
  }
  create_own(isolate, target, key, value_of(value),
             kind == abi::kMethod ? kNoAttributes : kWritable);
}

// --- Literals ---

void perry_rt_copy_properties(uint64_t to, uint64_t from, uint64_t count, void* excluded) {
  copy_data_properties(Isolate::current(), value_of(to).as<Object>(), value_of(from),
                       values_of(excluded), count);
}

void perry_rt_set_prototype(uint64_t object, uint64_t prototype) {
  const Value value = value_of(prototype);
  if (!value.is_object() && !value.is_null()) return;
  ordinary_set_prototype_of(Isolate::current(), value_of(object).as<Object>(), value);
}

// --- with ---

bool perry_rt_with_has(uint64_t object, uint64_t name) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(object).as<Object>();
  const PropertyKey key = to_property_key(isolate, value_of(name));
  if (!has_property(isolate, target, key)) return false;
  const Value hidden = get(isolate, target, well_known(isolate, WellKnown::Unscopables));
  return !hidden.is_object() || !to_boolean(get(isolate, hidden.as<Object>(), key));
}

uint64_t perry_rt_with_get(uint64_t object, uint64_t name, bool strict) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(object).as<Object>();
  const PropertyKey key = to_property_key(isolate, value_of(name));
  if (!has_property(isolate, target, key)) {
    if (strict) throw_reference_error(isolate, describe(key) + " is not defined");
    return Value::undefined().bits();
  }
  return get(isolate, target, key).bits();
}

void perry_rt_with_set(uint64_t object, uint64_t name, uint64_t value, bool strict) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(object).as<Object>();
  const PropertyKey key = to_property_key(isolate, value_of(name));
  if (!has_property(isolate, target, key) && strict) {
    throw_reference_error(isolate, describe(key) + " is not defined");
  }
  if (!set(isolate, target, key, value_of(value), Value::cell(target)) && strict) {
    throw_set_failed(isolate, Value::cell(target), key, Value::cell(target));
  }
}

}  // extern "C"
