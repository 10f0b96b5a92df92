#pragma once

#include <cstdint>

#include "runtime/object/names.h"
#include "runtime/object/object.h"
#include "runtime/object/objects.h"

// The operations of the specification on objects and their properties. Unless something else is
// said, they may run any JavaScript (a getter, a proxy's trap) and throw.
namespace perry::runtime {

struct PropertyDescriptor {
  enum Field : uint8_t {
    kHasValue = 1 << 0,
    kHasGet = 1 << 1,
    kHasSet = 1 << 2,
    kHasWritable = 1 << 3,
    kHasEnumerable = 1 << 4,
    kHasConfigurable = 1 << 5,
  };
  Value value = Value::undefined();
  Value getter = Value::undefined();
  Value setter = Value::undefined();
  uint8_t attributes = 0;  // Attribute, of the fields that are there
  uint8_t fields = 0;

  static PropertyDescriptor data(Value value, uint8_t attributes) {
    PropertyDescriptor result;
    result.value = value;
    result.attributes = attributes;
    result.fields = kHasValue | kHasWritable | kHasEnumerable | kHasConfigurable;
    return result;
  }
  static PropertyDescriptor accessor(Value getter, Value setter, uint8_t attributes) {
    PropertyDescriptor result;
    result.getter = getter;
    result.setter = setter;
    result.attributes = static_cast<uint8_t>(attributes & ~kWritable);
    result.fields = kHasGet | kHasSet | kHasEnumerable | kHasConfigurable;
    return result;
  }

  bool has(Field field) const { return (fields & field) != 0; }
  bool is_accessor() const { return (fields & (kHasGet | kHasSet)) != 0; }
  bool is_data() const { return (fields & (kHasValue | kHasWritable)) != 0; }
  bool is_writable() const { return (attributes & kWritable) != 0; }
  bool is_enumerable() const { return (attributes & kEnumerable) != 0; }
  bool is_configurable() const { return (attributes & kConfigurable) != 0; }
};

// --- internal methods, of any object ---

Value get_prototype_of(Isolate& isolate, Object* object);
bool set_prototype_of(Isolate& isolate, Object* object, Value prototype);
bool is_extensible(Isolate& isolate, Object* object);
bool prevent_extensions(Isolate& isolate, Object* object);
bool get_own_property(Isolate& isolate, Object* object, PropertyKey key,
                      PropertyDescriptor& result);
bool define_own_property(Isolate& isolate, Object* object, PropertyKey key,
                         const PropertyDescriptor& descriptor);
bool has_property(Isolate& isolate, Object* object, PropertyKey key);
Value get(Isolate& isolate, Object* object, PropertyKey key, Value receiver);
bool set(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver);
bool delete_property(Isolate& isolate, Object* object, PropertyKey key);
// Own keys in the specified order, as values: strings (of indices too) and symbols.
void own_property_keys(Isolate& isolate, Object* object, ValueList& keys);

// The ordinary ones, for exotic objects to fall back to.
bool ordinary_get_own_property(Isolate& isolate, Object* object, PropertyKey key,
                               PropertyDescriptor& result);
bool ordinary_define_own_property(Isolate& isolate, Object* object, PropertyKey key,
                                  const PropertyDescriptor& descriptor);
bool ordinary_delete(Isolate& isolate, Object* object, PropertyKey key);
void ordinary_own_keys(Isolate& isolate, Object* object, ValueList& keys);
Value ordinary_get(Isolate& isolate, Object* object, PropertyKey key, Value receiver);
bool ordinary_has(Isolate& isolate, Object* object, PropertyKey key);
bool ordinary_set(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver);
bool ordinary_set_prototype_of(Isolate& isolate, Object* object, Value prototype);
bool ordinary_prevent_extensions(Isolate& isolate, Object* object);
// ValidateAndApplyPropertyDescriptor without an object; `current` null: there is none.
bool is_compatible_descriptor(bool extensible, const PropertyDescriptor& descriptor,
                              const PropertyDescriptor* current);

// --- operations ---

inline Value get(Isolate& isolate, Object* object, PropertyKey key) {
  return get(isolate, object, key, Value::cell(object));
}
// GetV: of any value; throws for undefined and null.
Value get_v(Isolate& isolate, Value value, PropertyKey key);
// Undefined where it is undefined or null; throws for what can't be called.
Value get_method(Isolate& isolate, Value value, PropertyKey key);
Value invoke(Isolate& isolate, Value value, PropertyKey key,
             std::initializer_list<Value> arguments = {});
// Set(O, P, V, true).
void set_or_throw(Isolate& isolate, Object* object, PropertyKey key, Value value);
[[noreturn]] void throw_read_only(Isolate& isolate, Value target, PropertyKey key);
// Why the property was not set, which was looked for from `from` on.
[[noreturn]] void throw_set_failed(Isolate& isolate, Value from, PropertyKey key, Value receiver);
bool create_data_property(Isolate& isolate, Object* object, PropertyKey key, Value value);
void create_data_property_or_throw(Isolate& isolate, Object* object, PropertyKey key, Value value);
void define_property_or_throw(Isolate& isolate, Object* object, PropertyKey key,
                              const PropertyDescriptor& descriptor);
void delete_property_or_throw(Isolate& isolate, Object* object, PropertyKey key);
bool has_own_property(Isolate& isolate, Object* object, PropertyKey key);

enum class IntegrityLevel : uint8_t { Sealed, Frozen };
bool set_integrity_level(Isolate& isolate, Object* object, IntegrityLevel level);
bool test_integrity_level(Isolate& isolate, Object* object, IntegrityLevel level);

// FromPropertyDescriptor and ToPropertyDescriptor.
Value from_property_descriptor(Isolate& isolate, const PropertyDescriptor& descriptor);
PropertyDescriptor to_property_descriptor(Isolate& isolate, Value value);

enum class EnumerableKind : uint8_t { Keys, Values, Entries };
// EnumerableOwnProperties.
Array* enumerable_own_properties(Isolate& isolate, Object* object, EnumerableKind kind);
// CopyDataProperties, leaving out `excluded`.
void copy_data_properties(Isolate& isolate, Object* target, Value source,
                          const Value* excluded = nullptr, size_t excluded_count = 0);

// The default constructor's prototype of `new_target`: GetPrototypeFromConstructor.
Value get_prototype_from_constructor(Isolate& isolate, Value new_target, Intrinsic fallback);
// OrdinaryCreateFromConstructor for a class with fields of its own.
template <typename T>
T* create_from_constructor(Isolate& isolate, Value new_target, Intrinsic fallback) {
  return new_exotic<T>(isolate, get_prototype_from_constructor(isolate, new_target, fallback));
}
// SpeciesConstructor; `fallback` is the default constructor.
Value species_constructor(Isolate& isolate, Object* object, Value fallback);
bool ordinary_has_instance(Isolate& isolate, Value constructor, Value value);
// InstanceofOperator.
bool instance_of(Isolate& isolate, Value value, Value target);
// LengthOfArrayLike.
double length_of_array_like(Isolate& isolate, Object* object);
// CreateListFromArrayLike, of any elements.
void list_from_array_like(Isolate& isolate, Value value, ValueList& list);
// IsArray, which looks through proxies.
bool is_array(Isolate& isolate, Value value);

// --- lookup without running anything ---

// Where an ordinary object has a property of its own. Of objects with a `get_own` of their own
// this finds what is stored as ordinary.
struct OwnProperty {
  enum class Place : uint8_t { Slot, Element, Sparse, ArrayLength };
  Value value;  // an AccessorPair, with kAccessor
  uint32_t slot;
  uint8_t attributes;
  Place place;
};
bool find_own(Isolate& isolate, Object* object, PropertyKey key, OwnProperty& found);

// A property of an object or its prototypes, as far as that is known without asking a proxy.
struct PeekedProperty {
  Value value;   // empty: no property, or an accessor
  Value holder;  // empty: no property
};
PeekedProperty peek(Isolate& isolate, Value object, PropertyKey key);

// A key from an index that may be above 2^32 - 2, where it becomes an atom.
PropertyKey key_from_index(Isolate& isolate, double index);
// The string or symbol that a key is for a program.
Value key_to_value(Isolate& isolate, PropertyKey key);

}  // namespace perry::runtime
