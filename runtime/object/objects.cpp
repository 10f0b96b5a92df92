#include "runtime/object/objects.h"

#include <algorithm>

#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

constexpr const char* kWellKnownNames[kWellKnownCount] = {
    "Symbol.asyncIterator", "Symbol.hasInstance",  "Symbol.isConcatSpreadable",
    "Symbol.iterator",      "Symbol.match",        "Symbol.matchAll",
    "Symbol.replace",       "Symbol.search",       "Symbol.species",
    "Symbol.split",         "Symbol.toPrimitive",  "Symbol.toStringTag",
    "Symbol.unscopables",   "Symbol.asyncDispose", "Symbol.dispose"};

}  // namespace

Objects::Objects(Isolate& isolate) : isolate_(isolate) {
  perry_rt_thread.epoch = 1;
  cells_.reserve(1024);
  cells_.resize(abi::kFirstFreeShape);
  index_ = {cells_.data(), static_cast<uint32_t>(cells_.size())};
  perry_rt_shapes = cells_.data();
  isolate.heap().set_shape_index(&index_);
  isolate.heap().roots().add_tracer(trace, this);
  isolate.heap().add_weak_table(sweep, this);
}

Objects::~Objects() {
  for (Cell* cell : cells_) {
    if (cell == nullptr) continue;
    auto* shape = static_cast<Shape*>(cell);
    delete shape->table;
    delete shape->transitions;
    delete shape->roots;
  }
  isolate_.heap().set_shape_index(nullptr);
  isolate_.heap().roots().remove(this);
  isolate_.heap().remove_weak_table(this);
  perry_rt_shapes = nullptr;
}

void Objects::start() {
  for (size_t i = 0; i < kWellKnownCount; ++i) {
    const Value description =
        Value::cell(new_string(isolate_, reinterpret_cast<const uint8_t*>(kWellKnownNames[i]),
                               std::char_traits<char>::length(kWellKnownNames[i])));
    well_known_[i] = Value::cell(new_symbol(isolate_, description));
  }
  index_key_ = Value::cell(new_symbol(isolate_, Value::undefined(), Symbol::kInternal));
  stack_key_ = Value::cell(new_symbol(isolate_, Value::undefined(), Symbol::kInternal));
  make_fixed_shapes();
}

void Objects::add_shape(Shape* shape) {
  shape->number = static_cast<uint32_t>(cells_.size());
  cells_.push_back(shape);
  recent_.push_back(shape);
  index_ = {cells_.data(), static_cast<uint32_t>(cells_.size())};
  perry_rt_shapes = cells_.data();
}

void Objects::fix_number(Shape* shape, uint32_t number) {
  cells_[shape->number] = nullptr;
  cells_[number] = shape;
  shape->number = number;
}

void Objects::make_fixed_shapes() {
  const Value function_prototype = intrinsic(Intrinsic::FunctionPrototype);
  fix_number(root_shape(isolate_, intrinsic(Intrinsic::ObjectPrototype), &kPlainClass,
                        CellKind::Object, abi::kEmptyLiteralSlots),
             abi::kObjectShape);
  fix_number(
      root_shape(isolate_, intrinsic(Intrinsic::ArrayPrototype), &kArrayClass, CellKind::Array, 0),
      abi::kArrayShape);
  const auto lazy = [&](uint32_t number, Value prototype) {
    fix_number(lazy_function_shape(isolate_, prototype), number);
  };
  lazy(abi::kConstructorShape, function_prototype);
  lazy(abi::kFunctionShape, function_prototype);
  lazy(abi::kAsyncFunctionShape, intrinsic(Intrinsic::AsyncFunctionPrototype));
  lazy(abi::kGeneratorFunctionShape, intrinsic(Intrinsic::GeneratorFunctionPrototype));
  lazy(abi::kAsyncGeneratorFunctionShape, intrinsic(Intrinsic::AsyncGeneratorFunctionPrototype));
}

Object* Objects::symbol_registry() {
  if (symbol_registry_.is_empty()) {
    symbol_registry_ = Value::cell(new_object(isolate_, Value::null(), 0));
  }
  return symbol_registry_.as<Object>();
}

uint32_t Objects::next_symbol_hash() {
  symbol_seed_ += 0x9e37'79b9'7f4a'7c15;
  const uint64_t mixed = (symbol_seed_ ^ symbol_seed_ >> 29) * 0xbf58'476d'1ce4'e5b9;
  return static_cast<uint32_t>(mixed >> 32);
}

// --- Intrinsic objects ---

Value Objects::make_intrinsic(Intrinsic id) {
  const BuiltinTable* table = kBuiltinTables[static_cast<size_t>(id)];
  const Value prototype =
      table->prototype == Intrinsic::Count ? Value::null() : intrinsic(table->prototype);
  Shape* shape = builtin_shape(isolate_, prototype, table);
  Object* object = nullptr;
  switch (table->kind) {
    case CellKind::Function: {
      auto* function =
          isolate_.heap().allocate<Function>(CellKind::Function, shape->number, sizeof(Function));
      function->entry = table->function->info.entry;
      function->info = &table->function->info;
      object = function;
      break;
    }
    case CellKind::Array:
      object = new_array(isolate_);
      object->set_shape(shape->number);
      break;
    case CellKind::Exotic: {
      auto* wrapper = static_cast<PrimitiveObject*>(
          isolate_.heap().allocate(CellKind::Exotic, shape->number, sizeof(PrimitiveObject)));
      wrapper->primitive = table->primitive();
      object = wrapper;
      break;
    }
    default:
      object = static_cast<Object*>(
          isolate_.heap().allocate(CellKind::Object, shape->number, sizeof(Object)));
  }
  intrinsics_[static_cast<size_t>(id)] = Value::cell(object);
  // Anyone can get hold of it, so nobody may change it (10.2.4.1).
  if (id == Intrinsic::ThrowTypeError) {
    set_integrity_level(isolate_, object, IntegrityLevel::Frozen);
  }
  return Value::cell(object);
}

// --- The collector ---

void Objects::trace(void* self, Tracer& tracer) {
  auto& objects = *static_cast<Objects*>(self);
  for (uint32_t i = abi::kFirstObjectShape; i < abi::kFirstFreeShape; ++i) {
    tracer.visit(objects.cells_[i]);
  }
  for (const Shape* shape : objects.recent_) tracer.visit(shape);
  tracer.visit(objects.intrinsics_.data(), kIntrinsicCount);
  tracer.visit(objects.well_known_.data(), kWellKnownCount);
  tracer.visit(objects.index_key_);
  tracer.visit(objects.stack_key_);
  tracer.visit(objects.symbol_registry_);
  for (const Shape* shape : objects.roots_without_prototype) tracer.visit(shape);
  for (const Shape* shape : objects.pinned_) tracer.visit(shape);
}

// Dead shapes leave the index for ever.
void Objects::sweep(void* self, const Liveness& liveness) {
  auto& objects = *static_cast<Objects*>(self);
  objects.recent_.clear();
  objects.cache_.fill({});
  if (!liveness.is_full()) return;
  const auto drop_dead = [&](std::vector<Shape*>* list) {
    if (list == nullptr) return;
    std::erase_if(*list, [&](const Shape* shape) { return !liveness.is_live(shape); });
  };
  bool any_died = false;
  for (Cell*& cell : objects.cells_) {
    if (cell == nullptr) continue;
    auto* shape = static_cast<Shape*>(cell);
    if (liveness.is_live(shape)) {
      drop_dead(shape->transitions);
      continue;
    }
    delete shape->table;
    delete shape->transitions;
    delete shape->roots;
    cell = nullptr;
    any_died = true;
  }
  // Sites may hold the numbers of dead shapes, to give them to objects.
  if (any_died) ++perry_rt_thread.epoch;
}

void start_objects(Isolate& isolate) { isolate.part<Objects>().start(); }

}  // namespace perry::runtime
