#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

// RegExp.prototype [@@match], [@@matchAll] and [@@search] (22.2.6.8, .9, .12).
namespace perry::runtime::builtins {

namespace {

// All matches of a pristine global object.
Value match_all_texts(Isolate& isolate, RegExpObject* regexp, String* string) {
  const CompiledPattern* pattern = regexp->pattern();
  const bool sticky = pattern->has(regexp::kSticky);
  RegExpState& state = regexp_state(isolate);
  set_last_index(isolate, regexp, 0);
  Array* result = nullptr;
  string->flatten(isolate);
  for (size_t start = 0; start <= string->length();) {
    if (!find_match(isolate, pattern, string, start, sticky)) break;
    const int32_t* registers = state.memory.registers.data();
    state.remember(string, registers, pattern->capture_count());
    const auto begin = static_cast<size_t>(registers[0]);
    const auto end = static_cast<size_t>(registers[1]);
    if (result == nullptr) result = new_array(isolate);
    append_element(isolate, result, Value::cell(substring(isolate, string, begin, end)));
    start = end == begin ? advance_index(string->view(), end, pattern->is_unicode()) : end;
  }
  return result == nullptr ? Value::null() : Value::cell(result);
}

}  // namespace

Value regexp_match(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.@@match");
  String* string = to_string(isolate, arguments[0]);
  if (RegExpObject* regexp = try_pristine(isolate, object)) {
    return regexp->pattern()->has(regexp::kGlobal) ? match_all_texts(isolate, regexp, string)
                                                   : regexp_builtin_exec(isolate, regexp, string);
  }
  String* flags = flags_text(isolate, object);
  if (!contains_unit(isolate, flags, 'g')) return regexp_exec_like(isolate, object, string);
  const bool unicode = contains_unit(isolate, flags, 'u') || contains_unit(isolate, flags, 'v');
  set_last_index(isolate, object, 0);
  Array* result = nullptr;
  for (;;) {
    const Value match = regexp_exec_like(isolate, object, string);
    if (match.is_null()) return result == nullptr ? Value::null() : Value::cell(result);
    String* text = to_string(isolate, get(isolate, match.as<Object>(), PropertyKey::from_index(0)));
    if (result == nullptr) result = new_array(isolate);
    append_element(isolate, result, Value::cell(text));
    if (text->length() == 0) {
      const double index = get_last_index(isolate, object);
      set_last_index(isolate, object, advance_index(isolate, string, index, unicode));
    }
  }
}

Value regexp_match_all(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.@@matchAll");
  String* string = to_string(isolate, arguments[0]);
  if (RegExpObject* regexp = try_pristine(isolate, object)) {
    CompiledPattern* pattern = regexp->pattern();
    RegExpObject* copy = new_regexp(isolate, pattern);
    set_last_index(isolate, copy, get_last_index(isolate, regexp));
    return new_regexp_string_iterator(isolate, Value::cell(copy), string,
                                      pattern->has(regexp::kGlobal), pattern->is_unicode());
  }
  const Value constructor =
      species_constructor(isolate, object, intrinsic(isolate, Intrinsic::RegExp));
  String* flags = flags_text(isolate, object);
  const Value matcher = construct(isolate, constructor, {Value::cell(object), Value::cell(flags)});
  set_last_index(isolate, matcher.as<Object>(), get_last_index(isolate, object));
  const bool global = contains_unit(isolate, flags, 'g');
  const bool unicode = contains_unit(isolate, flags, 'u') || contains_unit(isolate, flags, 'v');
  return new_regexp_string_iterator(isolate, matcher, string, global, unicode);
}

Value regexp_search(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.@@search");
  String* string = to_string(isolate, arguments[0]);
  if (RegExpObject* regexp = try_pristine(isolate, object)) {
    const CompiledPattern* pattern = regexp->pattern();
    if (!find_match(isolate, pattern, string, 0, pattern->has(regexp::kSticky))) {
      return Value::number(-1);
    }
    RegExpState& state = regexp_state(isolate);
    state.remember(string, state.memory.registers.data(), pattern->capture_count());
    return Value::number(state.memory.registers[0]);
  }
  const Value previous = get(isolate, object, names::lastIndex);
  if (!same_value(previous, Value::number(0))) set_last_index(isolate, object, 0);
  const Value match = regexp_exec_like(isolate, object, string);
  const Value current = get(isolate, object, names::lastIndex);
  if (!same_value(current, previous)) {
    set_or_throw(isolate, object, names::lastIndex, previous);
  }
  return match.is_null() ? Value::number(-1) : get(isolate, match.as<Object>(), names::index);
}

}  // namespace perry::runtime::builtins
