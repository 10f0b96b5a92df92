#pragma once

#include "runtime/fast/elements.h"

// What the functions of known.def do in their usual case, which throws nothing and runs nothing;
// Empty where it is another case or another function.
namespace perry::abi::fast {

inline bool is_known(uint64_t callee, KnownFunction which) {
  return is_kind(callee, CellKind::Function) &&
         at<FunctionLayout>(callee)->info->number == kFirstKnown + static_cast<uint32_t>(which);
}

// --- Math ---

inline double round_half_up(double x) {
  if (!(__builtin_fabs(x) < 0x1p52)) return x;
  const double floor = __builtin_elementwise_floor(x);
  return __builtin_copysign(x - floor >= 0.5 ? floor + 1 : floor, x);
}

// The larger of two zeros is the positive one.
inline double max_of(double a, double b) {
  if (a > b) return a;
  if (b > a) return b;
  if (a == b) return __builtin_signbit(a) ? b : a;
  return __builtin_nan("");
}
inline double min_of(double a, double b) {
  if (a < b) return a;
  if (b < a) return b;
  if (a == b) return __builtin_signbit(a) ? a : b;
  return __builtin_nan("");
}

inline bool is_int32(double d) {
  return d >= -2147483648.0 && d <= 2147483647.0 &&
         static_cast<double>(static_cast<int32_t>(d)) == d;
}

// --- strings ---

inline uint64_t char_code_at(uint64_t text, uint64_t key) {
  const int32_t index = index_of(key);
  if (index < 0 || !is_cell(text) || text == kEmpty || !is_string_cell(text)) return kEmpty;
  const auto* string = at<StringLayout>(text);
  if (static_cast<uint32_t>(index) >= string->length_and_flags >> kStringLengthShift) return kEmpty;
  auto place = static_cast<uint64_t>(static_cast<uint32_t>(index));
  if (string->header.kind != CellKind::String) {
    if (string->header.kind != CellKind::Slice) return kEmpty;
    const auto* const slice = at<RopeLayout>(text);
    place += slice->right;
    string = at<StringLayout>(slice->left);
  }
  const uint64_t characters = reinterpret_cast<uint64_t>(string) + kStringCharsOffset;
  const uint32_t unit = (string->length_and_flags & kTwoByte) != 0
                            ? *at<uint16_t>(characters + 2 * place)
                            : *at<uint8_t>(characters + place);
  return box(static_cast<double>(unit));
}

// --- arrays ---

// Adds an element behind the last one, in place, where that is all it takes.
inline bool append(uint64_t object, uint32_t index, uint64_t value, const PropertySite* site) {
  auto* const array = at<ArrayLayout>(object);
  if (index != array->length || array->object.header.shape != site->holder_shape ||
      site->epoch != perry_rt_thread.epoch ||
      (array->flags & (kArrayFrozenLength | kArrayNotExtensible)) != 0) {
    return false;
  }
  auto* const elements = at<ElementsLayout>(array->elements);
  if (index >= elements->capacity || elements->initialized != index) return false;
  const ElementsKind kind = kind_of(array);
  uint64_t* const slot = values_of(array->elements) + index;
  if (kind == ElementsKind::Packed || kind == ElementsKind::Holey) {
    *slot = value;
    barrier(array->elements, slot, value);
  } else if (kind != ElementsKind::Sparse && is_number(value) &&
             elements->header.kind == CellKind::Doubles) {
    *slot = value - kDoubleOffset;
  } else {
    return false;
  }
  elements->initialized = index + 1;
  array->length = index + 1;
  return true;
}

}  // namespace perry::abi::fast
