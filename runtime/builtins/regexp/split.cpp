#include <algorithm>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

// RegExp.prototype [@@split] (22.2.6.14).
namespace perry::runtime::builtins {

namespace {

// A sticky match at q, or at the next position, and so on, is a match at q or behind. One that is
// empty where the last piece ended does not count.
Value split_pristine(Isolate& isolate, const CompiledPattern* pattern, String* string,
                     uint32_t limit) {
  RegExpState& state = regexp_state(isolate);
  Array* result = new_array(isolate);
  if (limit == 0) return Value::cell(result);
  const StringView text = string->flatten(isolate);
  const size_t size = text.length();
  if (size == 0) {
    if (find_match(isolate, pattern, string, 0, true)) {
      state.remember(string, state.memory.registers.data(), pattern->capture_count());
    } else {
      append_element(isolate, result, Value::cell(string));
    }
    return Value::cell(result);
  }
  size_t piece = 0;
  for (size_t from = 0; from < size;) {
    if (!find_match(isolate, pattern, string, from, false)) break;
    const int32_t* registers = state.memory.registers.data();
    const auto begin = static_cast<size_t>(registers[0]);
    const auto end = static_cast<size_t>(registers[1]);
    if (begin >= size) break;
    state.remember(string, registers, pattern->capture_count());
    if (end == piece) {
      from = advance_index(text, std::max(begin, from), pattern->is_unicode());
      continue;
    }
    append_element(isolate, result, Value::cell(substring(isolate, string, piece, begin)));
    if (result->length() == limit) return Value::cell(result);
    for (uint32_t i = 1; i < pattern->capture_count(); ++i) {
      append_element(isolate, result, capture_string(isolate, string, registers, i));
      if (result->length() == limit) return Value::cell(result);
    }
    piece = end;
    from = end == begin ? advance_index(text, end, pattern->is_unicode()) : end;
  }
  append_element(isolate, result, Value::cell(substring(isolate, string, piece, size)));
  return Value::cell(result);
}

uint32_t limit_of(Isolate& isolate, Value limit) {
  return limit.is_undefined() ? 0xffff'ffff : to_uint32(isolate, limit);
}

}  // namespace

Value regexp_split(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.@@split");
  String* string = to_string(isolate, arguments[0]);
  if (!arguments[1].is_object()) {
    if (RegExpObject* regexp = try_pristine(isolate, object)) {
      const CompiledPattern* pattern = regexp->pattern();
      return split_pristine(isolate, pattern, string, limit_of(isolate, arguments[1]));
    }
  }
  const Value constructor =
      species_constructor(isolate, object, intrinsic(isolate, Intrinsic::RegExp));
  String* flags = flags_text(isolate, object);
  const bool unicode = contains_unit(isolate, flags, 'u') || contains_unit(isolate, flags, 'v');
  if (!contains_unit(isolate, flags, 'y')) {
    flags = concat_or_throw(isolate, flags, single_unit_string(isolate, 'y'));
  }
  const Value made = construct(isolate, constructor, {Value::cell(object), Value::cell(flags)});
  auto* splitter = made.as<Object>();
  Array* result = new_array(isolate);
  const uint32_t limit = limit_of(isolate, arguments[1]);
  if (limit == 0) return Value::cell(result);
  const size_t size = string->length();
  if (size == 0) {
    if (regexp_exec_like(isolate, splitter, string).is_null()) {
      append_element(isolate, result, Value::cell(string));
    }
    return Value::cell(result);
  }
  size_t piece = 0;
  for (size_t from = 0; from < size;) {
    set_last_index(isolate, splitter, static_cast<double>(from));
    const Value match = regexp_exec_like(isolate, splitter, string);
    const size_t end = match.is_null()
                           ? piece
                           : static_cast<size_t>(std::min(get_last_index(isolate, splitter),
                                                          static_cast<double>(size)));
    if (match.is_null() || end == piece) {
      from = advance_index(string->flatten(isolate), from, unicode);
      continue;
    }
    append_element(isolate, result, Value::cell(substring(isolate, string, piece, from)));
    if (result->length() == limit) return Value::cell(result);
    piece = end;
    const double length = to_length(isolate, get(isolate, match.as<Object>(), names::length));
    for (uint32_t i = 1; i < length; ++i) {
      append_element(isolate, result, get(isolate, match.as<Object>(), PropertyKey::from_index(i)));
      if (result->length() == limit) return Value::cell(result);
    }
    from = piece;
  }
  append_element(isolate, result, Value::cell(substring(isolate, string, piece, size)));
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
