#pragma once

#include <cstdint>
#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/object/property_key.h"
#include "runtime/value/cell.h"
#include "runtime/value/value.h"

// Shapes: what objects of one layout share. docs/runtime.md explains them.
//
// A shape is shared (a node of a transition tree, never changed) or owned by one object, which
// changes it in place. Objects that serve as prototypes, have many properties or lost one own
// theirs.
namespace perry::runtime {

class Object;
class Shape;
class PropertyTable;
struct ObjectClass;
struct BuiltinTable;

enum Attribute : uint8_t {
  kNoAttributes = 0,
  kWritable = 1 << 0,
  kEnumerable = 1 << 1,
  kConfigurable = 1 << 2,
  kAccessor = 1 << 3,  // the slot holds an AccessorPair; never with kWritable
  kAllAttributes = kWritable | kEnumerable | kConfigurable,
  kHidden = kWritable | kConfigurable,  // as built-in methods are
};

struct SlotInfo {
  uint32_t slot;
  uint8_t attributes;
};

enum ShapeFlag : uint8_t {
  kShapeOwned = 1 << 0,
  // Some object has it as its prototype, so every change counts up the thread's epoch.
  kShapePrototype = 1 << 1,
  kShapeNotExtensible = 1 << 2,
  // Functions that have not made their `length`, `name` and `prototype` yet.
  kShapeLazyFunction = 1 << 3,
  // Has the internal property that holds indexed properties.
  kShapeIndexed = 1 << 4,
  // Lost a property once: sites don't cache it.
  kShapeUncacheable = 1 << 5,
  // The rows of `builtin` are not properties yet.
  kShapeUnfilled = 1 << 6,
};

class Shape : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Shape; }

  Value prototype;  // an object or null
  Shape* parent;    // without the last property; null in roots and owned shapes
  PropertyKey key;  // the last property
  const ObjectClass* object_class;
  const BuiltinTable* builtin;  // where lazy values come from
  uint32_t number;
  uint32_t property_count;
  uint32_t slot_count;  // slots taken, the inline ones first
  uint16_t inline_slots;
  CellKind object_kind;
  uint8_t flags;
  SlotInfo last;
  PropertyTable* table;              // native; owned shapes always have one
  std::vector<Shape*>* transitions;  // native, weak; of a prototype's shape: see roots
  std::vector<Shape*>* roots;  // native, weak: the empty shapes of objects with this prototype

  bool has(ShapeFlag flag) const { return (flags & flag) != 0; }
  bool is_owned() const { return has(kShapeOwned); }
  bool is_extensible() const { return !has(kShapeNotExtensible); }
};

// Properties in the order of their creation, with a hash index.
class PropertyTable {
 public:
  struct Entry {
    PropertyKey key;  // empty: removed
    SlotInfo info;
  };

  Entry* find(PropertyKey key);
  void add(PropertyKey key, SlotInfo info);
  void remove(Entry* entry);
  void reserve(size_t count);
  const std::vector<Entry>& entries() const { return entries_; }
  // Slots that removed properties left.
  std::vector<uint32_t> free_slots;

 private:
  void rebuild(size_t capacity);

  std::vector<Entry> entries_;
  std::vector<uint32_t> index_;  // 1 + index of an entry, 0: free; a power of two
  size_t removed_ = 0;
};

// The empty shape of objects with this prototype (an object or null).
Shape* root_shape(Isolate& isolate, Value prototype, const ObjectClass* object_class, CellKind kind,
                  uint32_t inline_slots);
// An owned, still unfilled shape for a built-in object.
Shape* builtin_shape(Isolate& isolate, Value prototype, const BuiltinTable* table);
// The shape of functions that have not made their own properties yet.
Shape* lazy_function_shape(Isolate& isolate, Value prototype);
// The shared shape with one property more, which `shape` must not have.
Shape* add_transition(Isolate& isolate, Shape* shape, PropertyKey key, uint8_t attributes);
// That shape if it exists already, else null.
Shape* find_transition(Shape* shape, PropertyKey key, uint8_t attributes);
// A copy of `shape` that one object owns, with a number of its own.
Shape* owned_copy(Isolate& isolate, Shape* shape);

// Where `shape` has `key`, an atom or symbol; false: nowhere. Knows nothing of lazy functions.
bool lookup(Shape* shape, PropertyKey key, SlotInfo& info);

// Calls visitor(key, info) for every property, in order of creation.
template <typename Visitor>
void for_each_property(Shape* shape, Visitor&& visitor);

// A property in creation order, gathered from the parent chain or the table.
std::vector<PropertyTable::Entry> properties_of(const Shape* shape);

template <typename Visitor>
void for_each_property(Shape* shape, Visitor&& visitor) {
  for (const PropertyTable::Entry& entry : properties_of(shape)) visitor(entry.key, entry.info);
}

// A shared shape with more properties than this becomes owned.
inline constexpr uint32_t kMostSharedProperties = 128;
// So does one that would be yet another child of the same shape.
inline constexpr size_t kMostTransitions = 128;

// Counts up the epoch if the owner of `shape` is a prototype.
void shape_changed(const Shape* shape);

}  // namespace perry::runtime

extern "C" {
// Shapes of this thread's isolate by their numbers.
extern thread_local constinit perry::runtime::Cell** perry_rt_shapes
    [[gnu::tls_model("initial-exec"), gnu::visibility("hidden")]];
}

namespace perry::runtime {

inline Shape* shape_of(const Cell* object) {
  return static_cast<Shape*>(perry_rt_shapes[object->shape()]);
}

}  // namespace perry::runtime
