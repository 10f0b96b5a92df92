#include "runtime/object/kinds.h"

#include "runtime/object/index_store.h"
#include "runtime/object/object.h"
#include "runtime/object/shape.h"

namespace perry::runtime {

namespace {

void trace_shape(Cell* cell, Tracer& tracer) {
  auto* shape = cell->as<Shape>();
  tracer.visit(shape->prototype);
  tracer.visit(shape->parent);
  tracer.visit(shape->key.raw());
  // Generated code holds numbers of these, and keeps their prototype alive.
  if (shape->roots != nullptr) {
    for (const Shape* root : *shape->roots) tracer.visit(root);
  }
  if (shape->table == nullptr) return;
  for (const auto& entry : shape->table->entries()) tracer.visit(entry.key.raw());
}

void trace_internal(Cell* cell, Tracer& tracer) {
  auto* internal = cell->as<Internal>();
  switch (internal->type()) {
    case InternalType::AccessorPair: {
      auto* pair = static_cast<AccessorPair*>(internal);
      tracer.visit(pair->getter);
      tracer.visit(pair->setter);
      return;
    }
    case InternalType::IndexStore:
      tracer.visit(static_cast<IndexStore*>(internal)->table);
      return;
    case InternalType::Environment: {
      auto* values = reinterpret_cast<Value*>(cell + 1);
      tracer.visit(values, Heap::size_of(cell) / sizeof(Value) - 1);
      return;
    }
    case InternalType::Native: {
      auto* native = static_cast<NativeCell*>(internal);
      if (native->trace != nullptr) native->trace(native, tracer);
      return;
    }
    case InternalType::Weak: {
      auto* weak = static_cast<WeakCell*>(internal);
      if (weak->methods != nullptr) weak->methods->trace(weak, tracer);
      return;
    }
  }
}

// Only cells of InternalType::Weak defer themselves.
void trace_ephemerons(Cell* cell, Tracer& tracer) {
  auto* weak = static_cast<WeakCell*>(cell);
  weak->methods->trace_ephemerons(weak, tracer);
}
void clear_weak(Cell* cell, const Liveness& liveness) {
  auto* weak = static_cast<WeakCell*>(cell);
  weak->methods->clear_weak(weak, liveness);
}

void trace_exotic(Cell* cell, Tracer& tracer) {
  const ObjectClass* object_class = class_of(cell);
  if (object_class->trace != nullptr) {
    object_class->trace(static_cast<Object*>(cell), tracer);
  }
}

void trace_frame(Cell* cell, Tracer& tracer) {
  auto* frame = reinterpret_cast<abi::FrameLayout*>(cell);
  tracer.visit(Value::from_bits(frame->owner));
  if (frame->info == nullptr) return;
  const auto* slots = reinterpret_cast<const Value*>(frame + 1);
  for (uint32_t i = 0; i < frame->info->slot_count; ++i) {
    if ((frame->info->holds_values[i / 64] >> (i % 64) & 1) != 0) tracer.visit(slots[i]);
  }
}

void finalize_exotic(Cell* cell) {
  // The shape may have died with the object, but is forgotten later.
  const ObjectClass* object_class = class_of(cell);
  if (object_class->finalize != nullptr) object_class->finalize(static_cast<Object*>(cell));
}

}  // namespace

const KindTable kRuntimeKinds = [] {
  KindTable kinds = basic_kinds();
  info_of(kinds, CellKind::Shape).trace = trace_shape;
  KindInfo& internal = info_of(kinds, CellKind::Internal);
  internal.trace = trace_internal;
  internal.trace_ephemerons = trace_ephemerons;
  internal.clear_weak = clear_weak;
  info_of(kinds, CellKind::Frame).trace = trace_frame;
  KindInfo& exotic = info_of(kinds, CellKind::Exotic);
  exotic.fixed_begin = 1;
  exotic.fixed_end = 2;
  exotic.trace = trace_exotic;
  exotic.finalize = finalize_exotic;
  info_of(kinds, CellKind::TypedArray).finalize = finalize_exotic;
  return kinds;
}();

}  // namespace perry::runtime
