#include "runtime/builtins/finalization_registry/registrations.h"

#include <algorithm>

#include "runtime/builtins/collection/hash.h"
#include "runtime/jobs/tasks.h"

namespace perry::runtime::builtins {

const WeakMethods Registrations::kMethods = {.trace = trace, .clear_weak = clear_weak};

void Registrations::trace(WeakCell* cell, Tracer& tracer) {
  auto* list = static_cast<Registrations*>(cell);
  tracer.visit(list->owner_);
  for (uint32_t i = 1; i <= list->used_; ++i) tracer.visit(list->entry(i).held);
  tracer.defer_weak(cell);
}

void Registrations::clear_weak(WeakCell* cell, const Liveness& liveness) {
  auto* list = static_cast<Registrations*>(cell);
  bool tokens_died = false;
  for (uint32_t i = 1; i <= list->used_; ++i) {
    Entry& entry = list->entry(i);
    if (!liveness.is_live(entry.token)) {
      entry.token = Value();
      tokens_died = true;
    }
    if (liveness.is_live(entry.target)) continue;
    entry.target = Value();
    entry.next_in_chain = list->ready_;
    list->ready_ = i;
  }
  if (tokens_died) list->fill_buckets();
  if (!list->has_ready() || list->is_announced) return;
  list->is_announced = true;
  Isolate::current().part<Tasks>().post(run_cleanup, list->owner_);
}

Registrations* Registrations::make(Isolate& isolate, Object* owner, uint32_t capacity) {
  const size_t bytes =
      sizeof(Registrations) + size_t{capacity} * (sizeof(Entry) + sizeof(uint32_t));
  auto* list = static_cast<Registrations*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Weak), bytes));
  list->methods = &kMethods;
  list->owner_ = Value::cell(owner);
  list->capacity_ = capacity;
  return list;
}

uint32_t& Registrations::bucket_of(Value token) {
  return buckets()[hash_of(token) & (capacity_ - 1)];
}

void Registrations::link_token(uint32_t number) {
  Entry& added = entry(number);
  uint32_t& bucket = bucket_of(added.token);
  added.previous_in_bucket = 0;
  added.next_in_bucket = bucket;
  if (bucket != 0) entry(bucket).previous_in_bucket = number;
  bucket = number;
}

void Registrations::unlink_token(uint32_t number) {
  Entry& removed = entry(number);
  if (removed.token.is_empty()) return;
  const uint32_t next = removed.next_in_bucket;
  const uint32_t previous = removed.previous_in_bucket;
  (previous != 0 ? entry(previous).next_in_bucket : bucket_of(removed.token)) = next;
  if (next != 0) entry(next).previous_in_bucket = previous;
  removed.token = Value();
}

void Registrations::fill_buckets() {
  std::fill_n(buckets(), capacity_, 0);
  for (uint32_t i = 1; i <= used_; ++i) {
    if (!entry(i).token.is_empty()) link_token(i);
  }
}

Registrations* Registrations::grown(Isolate& isolate) {
  Registrations* list = make(isolate, owner_.as<Object>(), capacity_ * 2);
  std::copy_n(&entry(1), used_, &list->entry(1));
  list->used_ = used_;
  list->ready_ = ready_;
  list->is_announced = is_announced;
  list->fill_buckets();
  // The collector may still see this list, which has nothing to say any more.
  used_ = ready_ = 0;
  return list;
}

Registrations* Registrations::add(Isolate& isolate, Value target, Value held, Value token) {
  if (free_ == 0 && used_ == capacity_) return grown(isolate)->add(isolate, target, held, token);
  const uint32_t number = free_ != 0 ? free_ : ++used_;
  Entry& added = entry(number);
  if (free_ != 0) free_ = added.next_in_chain;
  added.next_in_chain = 0;
  store(isolate.heap(), this, &added.target, target);
  store(isolate.heap(), this, &added.held, held);
  if (!token.is_empty()) {
    store(isolate.heap(), this, &added.token, token);
    link_token(number);
  }
  return this;
}

void Registrations::release(uint32_t number) {
  unlink_token(number);
  entry(number) = Entry();
  entry(number).next_in_chain = free_;
  free_ = number;
}

bool Registrations::remove_all(Value token) {
  bool removed = false;
  for (uint32_t number = bucket_of(token); number != 0;) {
    Entry& current = entry(number);
    const uint32_t next = current.next_in_bucket;
    if (current.token == token) {
      removed = true;
      if (current.target.is_empty()) {
        // It is in the chain of those that are ready already, where it counts for nothing now.
        unlink_token(number);
        current.held = Value();
      } else {
        release(number);
      }
    }
    number = next;
  }
  return removed;
}

Value Registrations::take_ready() {
  while (ready_ != 0) {
    const uint32_t number = ready_;
    const Value held = entry(number).held;
    ready_ = entry(number).next_in_chain;
    release(number);
    if (!held.is_empty()) return held;
  }
  return {};
}

}  // namespace perry::runtime::builtins
