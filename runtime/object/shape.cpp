#include "runtime/object/shape.h"

#include <algorithm>
#include <bit>

#include "runtime/object/builtin.h"
#include "runtime/object/objects.h"

extern "C" {
thread_local constinit perry::runtime::Cell** perry_rt_shapes = nullptr;
}

// Shared shapes form trees: a root for each prototype, class and number of inline slots, an edge
// for each added property. A shape finds its own properties by walking up while they are few, and
// by a table when they are more. A table moves on to the next shape when a property is added, so
// that objects grow in linear time.
namespace perry::runtime {

namespace {

// Up to so many properties, walking up the parents is quicker than a table.
constexpr uint32_t kShortWalk = 8;
constexpr size_t kFirstIndex = 16;

}  // namespace

// --- Tables ---

PropertyTable::Entry* PropertyTable::find(PropertyKey key) {
  if (index_.empty()) return nullptr;
  const size_t mask = index_.size() - 1;
  for (size_t i = key.hash() & mask;; i = (i + 1) & mask) {
    if (index_[i] == 0) return nullptr;
    Entry& entry = entries_[index_[i] - 1];
    if (entry.key == key) return &entry;
  }
}

void PropertyTable::rebuild(size_t capacity) {
  std::erase_if(entries_, [](const Entry& entry) { return entry.key == PropertyKey(); });
  removed_ = 0;
  index_.assign(std::bit_ceil(std::max(kFirstIndex, capacity * 2)), 0);
  const size_t mask = index_.size() - 1;
  for (size_t n = 0; n < entries_.size(); ++n) {
    size_t i = entries_[n].key.hash() & mask;
    while (index_[i] != 0) i = (i + 1) & mask;
    index_[i] = static_cast<uint32_t>(n + 1);
  }
}

void PropertyTable::reserve(size_t count) {
  entries_.reserve(count);
  if (count * 2 > index_.size()) rebuild(count);
}

void PropertyTable::add(PropertyKey key, SlotInfo info) {
  if ((entries_.size() + 1) * 2 > index_.size()) {
    rebuild(std::max<size_t>(8, (entries_.size() - removed_ + 1) * 2));
  }
  entries_.push_back({key, info});
  const size_t mask = index_.size() - 1;
  size_t i = key.hash() & mask;
  while (index_[i] != 0) i = (i + 1) & mask;
  index_[i] = static_cast<uint32_t>(entries_.size());
}

// The entry stays, without a key, until the next rebuild: order and index hold.
void PropertyTable::remove(Entry* entry) {
  free_slots.push_back(entry->info.slot);
  entry->key = PropertyKey();
  ++removed_;
}

// --- Lookup ---

std::vector<PropertyTable::Entry> properties_of(const Shape* shape) {
  std::vector<PropertyTable::Entry> result;
  result.reserve(shape->property_count);
  if (shape->table != nullptr) {
    for (const auto& entry : shape->table->entries()) {
      if (entry.key != PropertyKey()) result.push_back(entry);
    }
    return result;
  }
  for (const Shape* s = shape; s->parent != nullptr; s = s->parent) {
    result.push_back({s->key, s->last});
  }
  std::ranges::reverse(result);
  return result;
}

static void build_table(Shape* shape) {
  auto* table = new PropertyTable;
  const auto entries = properties_of(shape);
  table->reserve(entries.size());
  for (const auto& entry : entries) table->add(entry.key, entry.info);
  shape->table = table;
}

bool lookup(Shape* shape, PropertyKey key, SlotInfo& info) {
  if (shape->table == nullptr) {
    if (shape->property_count <= kShortWalk) {
      for (const Shape* s = shape; s->parent != nullptr; s = s->parent) {
        if (s->key != key) continue;
        info = s->last;
        return true;
      }
      return false;
    }
    build_table(shape);
  }
  const PropertyTable::Entry* entry = shape->table->find(key);
  if (entry == nullptr) return false;
  info = entry->info;
  return true;
}

// --- Making shapes ---

static Shape* new_shape(Isolate& isolate, const Shape* like) {
  auto* shape = isolate.heap().allocate<Shape>(CellKind::Shape, abi::kNoShape, sizeof(Shape));
  shape->prototype = Value::null();
  if (like != nullptr) {
    shape->prototype = like->prototype;
    shape->object_class = like->object_class;
    shape->builtin = like->builtin;
    shape->property_count = like->property_count;
    shape->slot_count = like->slot_count;
    shape->inline_slots = like->inline_slots;
    shape->object_kind = like->object_kind;
    shape->flags = like->flags;
  }
  isolate.part<Objects>().add_shape(shape);
  return shape;
}

Shape* root_shape(Isolate& isolate, Value prototype, const ObjectClass* object_class, CellKind kind,
                  uint32_t inline_slots) {
  std::vector<Shape*>* roots = &isolate.part<Objects>().roots_without_prototype;
  if (prototype.is_object()) {
    auto* object = prototype.as<Object>();
    if (!shape_of(object)->has(kShapePrototype)) become_prototype(isolate, object);
    Shape* own = shape_of(object);
    if (own->roots == nullptr) own->roots = new std::vector<Shape*>;
    roots = own->roots;
  }
  for (Shape* root : *roots) {
    if (root->object_class == object_class && root->object_kind == kind &&
        root->inline_slots == inline_slots) {
      return root;
    }
  }
  Shape* shape = new_shape(isolate, nullptr);
  shape->prototype = prototype;
  shape->object_class = object_class;
  shape->object_kind = kind;
  shape->inline_slots = static_cast<uint16_t>(inline_slots);
  roots->push_back(shape);
  if (prototype.is_object()) {
    Shape* own = shape_of(prototype.as_cell());
    isolate.heap().write_barrier(own, own);
  }
  return shape;
}

Shape* builtin_shape(Isolate& isolate, Value prototype, const BuiltinTable* table) {
  if (prototype.is_object() && !shape_of(prototype.as_cell())->has(kShapePrototype)) {
    become_prototype(isolate, prototype.as<Object>());
  }
  Shape* shape = new_shape(isolate, nullptr);
  shape->prototype = prototype;
  shape->object_class = table->object_class;
  shape->object_kind = table->kind;
  shape->builtin = table;
  shape->flags = kShapeOwned | kShapeUnfilled;
  shape->table = new PropertyTable;
  return shape;
}

Shape* lazy_function_shape(Isolate& isolate, Value prototype) {
  if (!shape_of(prototype.as_cell())->has(kShapePrototype)) {
    become_prototype(isolate, prototype.as<Object>());
  }
  Shape* shape = new_shape(isolate, nullptr);
  shape->prototype = prototype;
  shape->object_class = &kFunctionClass;
  shape->object_kind = CellKind::Function;
  shape->flags = kShapeLazyFunction;
  return shape;
}

Shape* find_transition(Shape* shape, PropertyKey key, uint8_t attributes) {
  if (shape->transitions == nullptr) return nullptr;
  for (Shape* next : *shape->transitions) {
    if (next->key == key && next->last.attributes == attributes) return next;
  }
  return nullptr;
}

Shape* add_transition(Isolate& isolate, Shape* shape, PropertyKey key, uint8_t attributes) {
  PERRY_ASSERT(!shape->is_owned());
  if (Shape* next = find_transition(shape, key, attributes)) return next;
  Shape* next = new_shape(isolate, shape);
  next->parent = shape;
  next->key = key;
  next->last = {shape->slot_count, attributes};
  ++next->slot_count;
  ++next->property_count;
  if (shape->table != nullptr) {
    next->table = shape->table;
    shape->table = nullptr;
    next->table->add(key, next->last);
  }
  if (shape->transitions == nullptr) shape->transitions = new std::vector<Shape*>;
  shape->transitions->push_back(next);
  return next;
}

Shape* owned_copy(Isolate& isolate, Shape* shape) {
  Shape* copy = new_shape(isolate, shape);
  copy->flags |= kShapeOwned;
  if (shape->is_owned()) {
    std::swap(copy->table, shape->table);
    std::swap(copy->roots, shape->roots);
  } else {
    const auto entries = properties_of(shape);
    copy->table = new PropertyTable;
    copy->table->reserve(entries.size());
    for (const auto& entry : entries) copy->table->add(entry.key, entry.info);
  }
  return copy;
}

void shape_changed(const Shape* shape) {
  if (shape->has(kShapePrototype)) ++perry_rt_thread.epoch;
}

}  // namespace perry::runtime
