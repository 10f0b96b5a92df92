#pragma once

#include <cstdint>

#include "runtime/object/object.h"

// What a FinalizationRegistry watches: a list of registrations, each a target and an optional
// token, both weak, and the value that its callback gets.
//
// The list grows by copying; entries that are free are chained. Entries with a token are also in
// the chain of a bucket that the token's address chooses, so that unregister() looks at few. When
// targets die, their entries go to the chain of those that are ready, and the jobs that the owner
// asked for are told once.
namespace perry::runtime::builtins {

class Registrations : public WeakCell {
 public:
  static Registrations* make(Isolate& isolate, Object* owner, uint32_t capacity = 4);

  // `token` is empty where there is none. The list that replaces this one when it is full, else
  // this one.
  Registrations* add(Isolate& isolate, Value target, Value held, Value token);
  bool remove_all(Value token);
  // Takes a dead target's value away: empty when there is none.
  Value take_ready();
  bool has_ready() const { return ready_ != 0; }

  // Set while a task for the owner waits in the queue.
  bool is_announced = false;

 private:
  // Numbers of entries are counted from 1; 0 ends a chain.
  struct Entry {
    Value target;  // empty: dead, or the entry is free
    Value held;
    Value token;
    uint32_t next_in_bucket;
    uint32_t previous_in_bucket;
    uint32_t next_in_chain;  // of the free ones, or of the ready ones
  };
  static const WeakMethods kMethods;
  static void trace(WeakCell* cell, Tracer& tracer);
  static void clear_weak(WeakCell* cell, const Liveness& liveness);

  Entry& entry(uint32_t number) { return reinterpret_cast<Entry*>(this + 1)[number - 1]; }
  uint32_t* buckets() { return reinterpret_cast<uint32_t*>(&entry(capacity_ + 1)); }
  uint32_t& bucket_of(Value token);
  void link_token(uint32_t number);
  void unlink_token(uint32_t number);
  void release(uint32_t number);
  void fill_buckets();
  Registrations* grown(Isolate& isolate);

  Value owner_;        // the registry
  uint32_t capacity_;  // a power of two; as many buckets
  uint32_t used_;      // entries ever taken
  uint32_t free_;
  uint32_t ready_;
};

// Runs the callback of a registry for what is ready: CleanupFinalizationRegistry, as a task.
void run_cleanup(Isolate& isolate, Value cell);

}  // namespace perry::runtime::builtins
