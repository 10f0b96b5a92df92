#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/gc/isolate.h"
#include "runtime/object/property_key.h"
#include "runtime/object/shape.h"
#include "runtime/object/value_list.h"
#include "runtime/value/cell.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// Cells of CellKind::Internal: tables of the runtime that no program sees. The header's shape
// field holds the type.
enum class InternalType : uint32_t {
  AccessorPair,
  IndexStore,
  Environment,  // words of values
  Native,       // traced by its own function
  Weak,         // with weak references, see WeakCell
};

class Internal : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Internal; }
  InternalType type() const { return static_cast<InternalType>(shape()); }
};

// An internal cell with a trace function of its own, for the layers above.
class NativeCell : public Internal {
 public:
  void (*trace)(NativeCell*, Tracer&);
};

// An internal cell with weak references, for the layers above: the tracer's deferrals, one class
// of such cells each.
class WeakCell;
struct WeakMethods {
  // Visits what is held strongly, and defers the cell.
  void (*trace)(WeakCell*, Tracer&) = nullptr;
  void (*trace_ephemerons)(WeakCell*, Tracer&) = nullptr;
  void (*clear_weak)(WeakCell*, const Liveness&) = nullptr;
};
class WeakCell : public Internal {
 public:
  const WeakMethods* methods;
};

// A getter and a setter, each a function or undefined.
class AccessorPair : public Internal {
 public:
  Value getter;
  Value setter;
};

// Out-of-line slots, and any other block of values.
class Slots : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Slots; }
  Value* values() { return reinterpret_cast<Value*>(this + 1); }
  uint32_t capacity() const { return static_cast<uint32_t>(Heap::size_of(this) / 8 - 1); }
};
Slots* new_slots(Isolate& isolate, size_t capacity);

class Object : public Cell {
 public:
  static constexpr bool is(CellKind kind) { return kind >= CellKind::Object; }

  Value slots;  // a Slots cell, or empty

  // Of plain objects only: other kinds have fields there, and shapes without inline slots.
  Value* inline_slots() { return reinterpret_cast<Value*>(this + 1); }
};
static_assert(sizeof(Object) == sizeof(abi::ObjectLayout));

// Internal methods that differ from an ordinary object's; null: the ordinary one, which uses the
// class's own `get_own` and `define_own`. Keys may be private names: those don't come here.
struct PropertyDescriptor;
struct ExoticMethods {
  bool (*get_own)(Isolate&, Object*, PropertyKey, PropertyDescriptor&) = nullptr;
  bool (*define_own)(Isolate&, Object*, PropertyKey, const PropertyDescriptor&) = nullptr;
  bool (*has)(Isolate&, Object*, PropertyKey) = nullptr;
  Value (*get)(Isolate&, Object*, PropertyKey, Value receiver) = nullptr;
  bool (*set)(Isolate&, Object*, PropertyKey, Value value, Value receiver) = nullptr;
  bool (*remove)(Isolate&, Object*, PropertyKey) = nullptr;
  void (*own_keys)(Isolate&, Object*, ValueList& keys) = nullptr;
  Value (*get_prototype)(Isolate&, Object*) = nullptr;
  bool (*set_prototype)(Isolate&, Object*, Value) = nullptr;
  bool (*is_extensible)(Isolate&, Object*) = nullptr;
  bool (*prevent_extensions)(Isolate&, Object*) = nullptr;
  // They differ from the ordinary ones for canonical numeric strings alone (7.1.21).
  bool numeric_keys_only = false;
};

class Arguments;
// What `next` does, and the same for who would take its result apart at once: the next value, or
// empty at the end.
struct IteratorSteps {
  Value (*next)(Isolate&, const Arguments&);
  Value (*step)(Isolate&, Object*);
};

// What a shape says of its objects beyond their properties. A class of cells with fields of its
// own has `static const ObjectClass kClass`.
struct ObjectClass {
  const char* name = "Object";  // what Object.prototype.toString and inspection go by
  const ExoticMethods* methods = nullptr;
  // Of CellKind::Exotic: visits the fields behind the ObjectLayout.
  void (*trace)(Object*, Tracer&) = nullptr;
  // For objects given to Heap::add_finalizer.
  void (*finalize)(Object*) = nullptr;
  // The values inside, for inspection: of maps each key with its value behind it.
  void (*preview)(Isolate&, Object*, ValueList&) = nullptr;
  // Of iterators that can be stepped without an object for each result.
  const IteratorSteps* steps = nullptr;
};
extern const ObjectClass kPlainClass;
extern const ObjectClass kArrayClass;
extern const ObjectClass kFunctionClass;
extern const ObjectClass kErrorClass;

inline const ObjectClass* class_of(const Cell* object) { return shape_of(object)->object_class; }

// The object as a T, a class with a `kClass`, or null.
template <typename T>
T* try_object(Value value) {
  if (!value.is_object() || class_of(value.as_cell()) != &T::kClass) return nullptr;
  return static_cast<T*>(value.as_cell());
}

class Function : public Object {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Function; }

  abi::Entry entry;
  const abi::FunctionInfo* info;
  Value home_object;

  Value* captures() { return reinterpret_cast<Value*>(this + 1); }
  bool has(abi::FunctionFlag flag) const { return (info->flags & flag) != 0; }
};
static_assert(sizeof(Function) == sizeof(abi::FunctionLayout));

class Elements : public Cell {
 public:
  static constexpr bool is(CellKind kind) {
    return kind == CellKind::Elements || kind == CellKind::Doubles;
  }
  uint32_t capacity;
  uint32_t initialized;
  Value* values() { return reinterpret_cast<Value*>(this + 1); }
  double* doubles() { return reinterpret_cast<double*>(this + 1); }
  uint64_t* bits() { return reinterpret_cast<uint64_t*>(this + 1); }
};
static_assert(sizeof(Elements) == sizeof(abi::ElementsLayout));

using abi::ElementsKind;

class IndexStore;

class Array : public Object {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Array; }

  Value elements_cell;
  uint32_t dense_length;
  uint32_t flags;

  ElementsKind elements_kind() const {
    return static_cast<ElementsKind>(flags & abi::kArrayKindMask);
  }
  bool is_sparse() const { return elements_kind() == ElementsKind::Sparse; }
  bool has_doubles() const { return elements_kind() <= ElementsKind::HoleyDouble; }
  bool is_length_writable() const { return (flags & abi::kArrayFrozenLength) == 0; }
  Elements* elements() const { return elements_cell.as<Elements>(); }
  inline IndexStore* sparse() const;
  uint32_t length() const;
};
static_assert(sizeof(Array) == sizeof(abi::ArrayLayout));

// --- Making objects: may collect ---

// With the shape of `{}`.
Object* new_object(Isolate& isolate);
// OrdinaryObjectCreate(prototype), with room for so many properties inside the object.
Object* new_object(Isolate& isolate, Value prototype, uint32_t inline_slots = 4);
// Of any shape whose kind is Object.
Object* new_object_with_shape(Isolate& isolate, Shape* shape);

// A cell with fields of its own, T deriving from Object; T::kClass describes it. The fields are
// zero.
template <typename T>
T* new_exotic(Isolate& isolate, Value prototype) {
  Shape* shape = root_shape(isolate, prototype, &T::kClass, CellKind::Exotic, 0);
  return static_cast<T*>(isolate.heap().allocate(CellKind::Exotic, shape->number, sizeof(T)));
}

// --- Slots ---

inline Value* slot_address(Object* object, const Shape* shape, uint32_t slot) {
  if (slot < shape->inline_slots) return object->inline_slots() + slot;
  return static_cast<Slots*>(object->slots.as_cell())->values() + (slot - shape->inline_slots);
}
inline void store_slot(Isolate& isolate, Object* object, const Shape* shape, uint32_t slot,
                       Value value) {
  Value* address = slot_address(object, shape, slot);
  Cell* holder = slot < shape->inline_slots ? static_cast<Cell*>(object) : object->slots.as_cell();
  store(isolate.heap(), holder, address, value);
}
// Adds a property that the object doesn't have; no checks.
void add_property(Isolate& isolate, Object* object, PropertyKey key, Value value,
                  uint8_t attributes);
// Gives the object a shape of its own.
Shape* own_shape(Isolate& isolate, Object* object);
// Before it is made another object's prototype.
void become_prototype(Isolate& isolate, Object* object);
// Makes a function's own properties, a built-in object's table. Called before the shape is asked.
void materialize(Isolate& isolate, Object* object);
inline Shape* filled_shape(Isolate& isolate, Object* object) {
  Shape* shape = shape_of(object);
  if ((shape->flags & (kShapeLazyFunction | kShapeUnfilled)) != 0) [[unlikely]] {
    materialize(isolate, object);
    shape = shape_of(object);
  }
  return shape;
}

// A slot's value that is made when somebody reads it: `kLazyTag | row << 8`.
inline constexpr uint64_t kLazyTag = 0x5;
inline bool is_lazy(Value value) { return (value.bits() & 0xff) == kLazyTag && !value.is_number(); }
inline Value lazy_value(uint32_t row) { return Value::from_bits(uint64_t{row} << 8 | kLazyTag); }
// Replaces it, and gives what it stands for.
Value force_lazy(Isolate& isolate, Object* object, Shape* shape, uint32_t slot);

}  // namespace perry::runtime
