#pragma once

#include <array>
#include <cstdint>

#include "runtime/builtins/regexp/regexp_object.h"
#include "runtime/gc/isolate.h"
#include "runtime/regexp/match.h"

namespace perry::runtime::builtins {

// What regular expressions keep between calls.
class RegExpState : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::RegExp;
  explicit RegExpState(Isolate& isolate);
  ~RegExpState() override;

  regexp::MatchMemory memory;

  // The last patterns that were compiled, by the hash of text and flags.
  static constexpr size_t kCacheSize = 64;
  std::array<Value, kCacheSize> cache{};

  // What the legacy properties of the constructor tell: the subject of the last match, and where
  // its first ten captures and the last one were.
  static constexpr uint32_t kLegacyCaptures = 10;
  struct LastMatch {
    Value subject;  // empty: none yet
    Value input;    // what `RegExp.input` says
    std::array<int32_t, size_t{kLegacyCaptures} * 2> registers{};
    uint32_t capture_count = 0;
    int32_t last_begin = 0;
    int32_t last_end = 0;
  };
  LastMatch last;
  // Remembers the match that `registers` describe.
  void remember(String* subject, const int32_t* registers, uint32_t capture_count);

  // Objects of %RegExp% to which nothing was added.
  Shape* plain_shape(Isolate& isolate);
  // The arrays that exec gives, without and with `indices`.
  Shape* result_shape(Isolate& isolate, bool with_indices);

  // Whether this object, and what its prototype and constructor do for it, is as it was at the
  // start, so that no program can tell whether the specification's steps are taken one by one. Its
  // `lastIndex` is writable, and in the first slot.
  bool is_pristine(Isolate& isolate, const RegExpObject* regexp) {
    return plain_shape_ != nullptr && regexp->shape() == plain_shape_->number &&
           (is_guard_current() || renew_guard(isolate));
  }

 private:
  bool is_guard_current() const;
  bool renew_guard(Isolate& isolate);
  static void trace(void* self, Tracer& tracer);

  Isolate& isolate_;
  Shape* plain_shape_ = nullptr;
  std::array<Shape*, 2> result_shapes_{};
  // While the thread's epoch is this, the prototype has the properties it had; the values of those
  // that may be assigned are compared each time.
  uint64_t epoch_ = 0;
  const Value* exec_slot_ = nullptr;
  const Value* constructor_slot_ = nullptr;
  Value exec_;
  Value constructor_;
  uint32_t constructor_shape_ = 0;
};

inline RegExpState& regexp_state(Isolate& isolate) { return isolate.part<RegExpState>(); }

// The `lastIndex` of an object with the plain shape.
inline Value& pristine_last_index(RegExpObject* regexp) {
  return regexp->slots.as<Slots>()->values()[0];
}

}  // namespace perry::runtime::builtins
