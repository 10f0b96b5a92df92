#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/gc/isolate.h"
#include "runtime/object/intrinsics.h"
#include "runtime/object/object.h"
#include "runtime/object/shape.h"

namespace perry::runtime {

enum class WellKnown : uint8_t {
  AsyncIterator,
  HasInstance,
  IsConcatSpreadable,
  Iterator,
  Match,
  MatchAll,
  Replace,
  Search,
  Species,
  Split,
  ToPrimitive,
  ToStringTag,
  Unscopables,
  AsyncDispose,
  Dispose,
};
inline constexpr size_t kWellKnownCount = 15;

// The state of the object layer: shapes, and the realm's intrinsic objects.
class Objects : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Objects;
  explicit Objects(Isolate& isolate);
  ~Objects() override;
  // Makes what every program needs. Once, before anything else is asked for.
  void start();

  void add_shape(Shape* shape);
  // Keeps a shape for ever, because generated code holds its number.
  void pin(Shape* shape) { pinned_.push_back(shape); }
  Shape* shape(uint32_t number) { return static_cast<Shape*>(cells_[number]); }

  // An intrinsic object, made when it is first asked for.
  Value intrinsic(Intrinsic id) {
    const Value value = intrinsics_[static_cast<size_t>(id)];
    return value.is_empty() ? make_intrinsic(id) : value;
  }
  bool has_intrinsic(Intrinsic id) const {
    return !intrinsics_[static_cast<size_t>(id)].is_empty();
  }
  void set_intrinsic(Intrinsic id, Value value) { intrinsics_[static_cast<size_t>(id)] = value; }

  Symbol* well_known(WellKnown id) const {
    return well_known_[static_cast<size_t>(id)].as<Symbol>();
  }
  // The key under which an object keeps its indexed properties.
  PropertyKey index_key() const { return PropertyKey::from_value(index_key_); }
  // What Symbol.for made: an object from text to symbol.
  Object* symbol_registry();
  // The key under which an error keeps where it was made.
  PropertyKey stack_key() const { return PropertyKey::from_value(stack_key_); }
  uint32_t next_symbol_hash();

  std::vector<Shape*> roots_without_prototype;

  // --- a cache of lookups for sites that see too many shapes ---
  struct CachedLookup {
    uint32_t shape;
    uint32_t slot;
    PropertyKey key;
    uint8_t attributes;
    bool found;
  };
  CachedLookup& cached(uint32_t shape, PropertyKey key) {
    return cache_[(shape * 0x9e37'79b1u ^ key.hash()) % cache_.size()];
  }

 private:
  Value make_intrinsic(Intrinsic id);
  void make_fixed_shapes();
  void fix_number(Shape* shape, uint32_t number);
  static void trace(void* self, Tracer& tracer);
  static void sweep(void* self, const Liveness& liveness);

  Isolate& isolate_;
  std::vector<Cell*> cells_;
  ShapeIndex index_;
  // Shapes that have survived no collection yet: objects name them by number, without a barrier.
  std::vector<Shape*> recent_;
  std::vector<Shape*> pinned_;
  std::array<Value, kIntrinsicCount> intrinsics_{};
  std::array<Value, kWellKnownCount> well_known_{};
  Value index_key_;
  Value stack_key_;
  Value symbol_registry_;
  uint64_t symbol_seed_ = 0;
  std::array<CachedLookup, 1024> cache_{};
};

// Makes the isolate ready for objects.
void start_objects(Isolate& isolate);

inline Value intrinsic(Isolate& isolate, Intrinsic id) {
  return isolate.part<Objects>().intrinsic(id);
}
inline PropertyKey well_known(Isolate& isolate, WellKnown id) {
  return PropertyKey::from_symbol(isolate.part<Objects>().well_known(id));
}

}  // namespace perry::runtime
