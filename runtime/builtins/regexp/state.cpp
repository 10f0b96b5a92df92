#include "runtime/builtins/regexp/state.h"

#include <algorithm>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/property.h"

namespace perry::runtime::builtins {

RegExpState::RegExpState(Isolate& isolate) : isolate_(isolate) {
  isolate.heap().roots().add_tracer(trace, this);
}

RegExpState::~RegExpState() { isolate_.heap().roots().remove(this); }

void RegExpState::trace(void* self, Tracer& tracer) {
  auto* state = static_cast<RegExpState*>(self);
  tracer.visit(state->cache.data(), state->cache.size());
  tracer.visit(state->last.subject);
  tracer.visit(state->last.input);
  tracer.visit(state->exec_);
  tracer.visit(state->constructor_);
}

void RegExpState::remember(String* subject, const int32_t* registers, uint32_t capture_count) {
  last.subject = Value::cell(subject);
  last.input = last.subject;
  last.capture_count = std::min(capture_count, kLegacyCaptures);
  std::copy_n(registers, size_t{last.capture_count} * 2, last.registers.begin());
  const size_t final = (size_t{capture_count} - 1) * 2;
  last.last_begin = capture_count > 1 ? registers[final] : -1;
  last.last_end = registers[final + 1];
}

Shape* RegExpState::plain_shape(Isolate& isolate) {
  if (plain_shape_ == nullptr) {
    Shape* root = root_shape(isolate, intrinsic(isolate, Intrinsic::RegExpPrototype),
                             &RegExpObject::kClass, CellKind::Exotic, 0);
    plain_shape_ = add_transition(isolate, root, names::lastIndex, kWritable);
    isolate.part<Objects>().pin(plain_shape_);
  }
  return plain_shape_;
}

Shape* RegExpState::result_shape(Isolate& isolate, bool with_indices) {
  Shape*& shape = result_shapes_[with_indices ? 1 : 0];
  if (shape == nullptr) {
    shape = isolate.part<Objects>().shape(abi::kArrayShape);
    shape = add_transition(isolate, shape, names::index, kAllAttributes);
    shape = add_transition(isolate, shape, names::input, kAllAttributes);
    shape = add_transition(isolate, shape, names::groups, kAllAttributes);
    if (with_indices) shape = add_transition(isolate, shape, names::indices, kAllAttributes);
    isolate.part<Objects>().pin(shape);
  }
  return shape;
}

bool RegExpState::is_guard_current() const {
  return epoch_ == perry_rt_thread.epoch && *exec_slot_ == exec_ &&
         *constructor_slot_ == constructor_ &&
         constructor_.as_cell()->shape() == constructor_shape_;
}

bool RegExpState::renew_guard(Isolate& isolate) {
  if (epoch_ == perry_rt_thread.epoch && !exec_.is_empty()) return false;  // a value was assigned
  Object* prototype = intrinsic(isolate, Intrinsic::RegExpPrototype).as<Object>();
  Object* constructor = intrinsic(isolate, Intrinsic::RegExp).as<Object>();
  const auto is_getter = [&](Object* holder, PropertyKey key, NativeFunction getter) {
    OwnProperty found;
    return find_own(isolate, holder, key, found) && (found.attributes & kAccessor) != 0 &&
           is_native(static_cast<AccessorPair*>(found.value.as_cell())->getter, getter);
  };
  for (const RegExpGetter& row : kRegExpGetters) {
    if (!is_getter(prototype, *row.name, row.getter)) return false;
  }
  if (!is_getter(constructor, well_known(isolate, WellKnown::Species), regexp_species)) {
    return false;
  }
  OwnProperty exec;
  OwnProperty made_by;
  if (!find_own(isolate, prototype, names::exec, exec) || !is_native(exec.value, regexp_exec) ||
      !find_own(isolate, prototype, names::constructor, made_by) ||
      made_by.value != Value::cell(constructor)) {
    return false;
  }
  const Shape* shape = shape_of(prototype);
  exec_slot_ = slot_address(prototype, shape, exec.slot);
  constructor_slot_ = slot_address(prototype, shape, made_by.slot);
  exec_ = exec.value;
  constructor_ = made_by.value;
  constructor_shape_ = constructor->shape();
  epoch_ = perry_rt_thread.epoch;
  return true;
}

}  // namespace perry::runtime::builtins
