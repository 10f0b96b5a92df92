#include <algorithm>
#include <string>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// RegExpExec, RegExpBuiltinExec (22.2.7), and exec and test.
namespace perry::runtime::builtins {

Object* this_regexp_like(Isolate& isolate, const Arguments& arguments, const char* method) {
  if (arguments.receiver().is_object()) return arguments.receiver().as<Object>();
  throw_type_error(isolate, std::string("Method ") + method + " called on incompatible receiver " +
                                describe_plain(isolate, arguments.receiver()));
}

bool contains_unit(Isolate& isolate, String* text, char16_t unit) {
  const StringView units = text->flatten(isolate);
  for (size_t i = 0; i < units.length(); ++i) {
    if (units[i] == unit) return true;
  }
  return false;
}

String* flags_text(Isolate& isolate, Object* regexp) {
  return to_string(isolate, get(isolate, regexp, names::flags));
}

size_t advance_index(StringView string, size_t index, bool unicode) {
  const bool is_pair = unicode && index + 1 < string.length() &&
                       (string[index] & 0xfc00) == 0xd800 && (string[index + 1] & 0xfc00) == 0xdc00;
  return index + (is_pair ? 2 : 1);
}

double advance_index(Isolate& isolate, String* string, double index, bool unicode) {
  if (index >= string->length()) return index + 1;
  return static_cast<double>(
      advance_index(string->flatten(isolate), static_cast<size_t>(index), unicode));
}

void set_last_index(Isolate& isolate, Object* regexp, double index) {
  const Shape* plain = regexp_state(isolate).plain_shape(isolate);
  if (regexp->shape() == plain->number) {
    pristine_last_index(static_cast<RegExpObject*>(regexp)) = Value::number(index);
    return;
  }
  set_or_throw(isolate, regexp, names::lastIndex, Value::number(index));
}

double get_last_index(Isolate& isolate, Object* regexp) {
  if (regexp->shape() == regexp_state(isolate).plain_shape(isolate)->number) {
    return to_length(isolate, pristine_last_index(static_cast<RegExpObject*>(regexp)));
  }
  return to_length(isolate, get(isolate, regexp, names::lastIndex));
}

RegExpObject* try_pristine(Isolate& isolate, Object* value) {
  auto* regexp = try_object<RegExpObject>(Value::cell(value));
  if (regexp == nullptr || !regexp_state(isolate).is_pristine(isolate, regexp)) return nullptr;
  return pristine_last_index(regexp).is_number() ? regexp : nullptr;
}

// --- Matching ---

bool find_match(Isolate& isolate, const CompiledPattern* pattern, String* string, size_t start,
                bool sticky) {
  RegExpState& state = regexp_state(isolate);
  const regexp::MatchResult result = string->flatten(isolate).visit([&](auto units) {
    return regexp::match(pattern->program(), units, start, sticky, state.memory);
  });
  if (result == regexp::MatchResult::OutOfMemory) {
    throw_range_error(isolate, "Maximum call stack size exceeded");
  }
  return result == regexp::MatchResult::Match;
}

Value capture_string(Isolate& isolate, String* string, const int32_t* registers, uint32_t number) {
  const int32_t begin = registers[size_t{number} * 2];
  const int32_t end = registers[size_t{number} * 2 + 1];
  if (begin < 0 || end < 0) return Value::undefined();
  return Value::cell(
      substring(isolate, string, static_cast<size_t>(begin), static_cast<size_t>(end)));
}

namespace {

Value index_pair(Isolate& isolate, const int32_t* registers, uint32_t number) {
  const int32_t begin = registers[size_t{number} * 2];
  if (begin < 0) return Value::undefined();
  const Value pair[] = {Value::number(begin), Value::number(registers[size_t{number} * 2 + 1])};
  return Value::cell(new_array(isolate, pair, 2));
}

// MakeMatchIndicesIndexPairArray.
Value match_indices(Isolate& isolate, const CompiledPattern* pattern, const int32_t* registers) {
  ValueList pairs(isolate);
  for (uint32_t i = 0; i < pattern->capture_count(); ++i) {
    pairs.push(index_pair(isolate, registers, i));
  }
  Array* indices = new_array(isolate, pairs);
  const Value groups =
      pattern->names.is_empty()
          ? Value::undefined()
          : Value::cell(groups_object(isolate, pattern, [&](uint32_t i) { return pairs[i]; }));
  add_property(isolate, indices, names::groups, groups, kAllAttributes);
  return Value::cell(indices);
}

}  // namespace

Value match_result(Isolate& isolate, const CompiledPattern* pattern, String* string,
                   const int32_t* registers) {
  ValueList captures(isolate);
  for (uint32_t i = 0; i < pattern->capture_count(); ++i) {
    // Often the whole match is one capture.
    const bool is_whole = i > 0 && registers[size_t{i} * 2] == registers[0] &&
                          registers[size_t{i} * 2 + 1] == registers[1];
    captures.push(is_whole ? captures[0] : capture_string(isolate, string, registers, i));
  }
  const bool with_indices = pattern->has(regexp::kHasIndices);
  Array* result = new_array(isolate, captures);
  Value groups = Value::undefined();
  if (!pattern->names.is_empty()) {
    groups = Value::cell(groups_object(isolate, pattern, [&](uint32_t i) { return captures[i]; }));
  }
  const Value indices =
      with_indices ? match_indices(isolate, pattern, registers) : Value::undefined();
  const Shape* shape = regexp_state(isolate).result_shape(isolate, with_indices);
  Slots* slots = new_slots(isolate, with_indices ? 4 : 3);
  slots->values()[0] = Value::number(registers[0]);
  slots->values()[1] = Value::cell(string);
  slots->values()[2] = groups;
  if (with_indices) slots->values()[3] = indices;
  store(isolate.heap(), result, &result->slots, Value::cell(slots));
  result->set_shape(shape->number);
  return Value::cell(result);
}

namespace {

// RegExpBuiltinExec without its result: whether there is a match, which is in the registers then.
bool builtin_find(Isolate& isolate, RegExpObject* regexp, String* string) {
  const double last_index = get_last_index(isolate, regexp);
  const CompiledPattern* pattern = regexp->pattern();
  const bool keeps_position = pattern->keeps_position();
  const double start = keeps_position ? last_index : 0;
  if (start > string->length() || !find_match(isolate, pattern, string, static_cast<size_t>(start),
                                              pattern->has(regexp::kSticky))) {
    if (keeps_position) set_last_index(isolate, regexp, 0);
    return false;
  }
  RegExpState& state = regexp_state(isolate);
  const std::vector<int32_t>& registers = state.memory.registers;
  state.remember(string, registers.data(), pattern->capture_count());
  if (keeps_position) set_last_index(isolate, regexp, registers[1]);
  return true;
}

Value exec_method(Isolate& isolate, Object* regexp) { return get(isolate, regexp, names::exec); }

// The result of an `exec` that is not the built-in one.
Value check_result(Isolate& isolate, Value result) {
  if (result.is_object() || result.is_null()) return result;
  throw_type_error(isolate, "RegExp exec method returned something other than an Object or null");
}

[[noreturn]] void throw_not_regexp(Isolate& isolate, Value value, const char* method) {
  throw_type_error(isolate, std::string("Method ") + method + " called on incompatible receiver " +
                                describe_plain(isolate, value));
}

}  // namespace

Value regexp_builtin_exec(Isolate& isolate, RegExpObject* regexp, String* string) {
  string->flatten(isolate);
  if (!builtin_find(isolate, regexp, string)) return Value::null();
  const std::vector<int32_t>& registers = regexp_state(isolate).memory.registers;
  return match_result(isolate, regexp->pattern(), string, registers.data());
}

Value regexp_exec_like(Isolate& isolate, Object* object, String* string) {
  auto* regexp = try_object<RegExpObject>(Value::cell(object));
  if (regexp != nullptr && regexp_state(isolate).is_pristine(isolate, regexp)) {
    return regexp_builtin_exec(isolate, regexp, string);
  }
  const Value exec = exec_method(isolate, object);
  if (is_callable(exec) && !(regexp != nullptr && is_native(exec, regexp_exec))) {
    return check_result(isolate, call(isolate, exec, Value::cell(object), {Value::cell(string)}));
  }
  if (regexp == nullptr) throw_not_regexp(isolate, Value::cell(object), "RegExp.prototype.exec");
  return regexp_builtin_exec(isolate, regexp, string);
}

// 22.2.6.2
Value regexp_exec(Isolate& isolate, const Arguments& arguments) {
  auto* regexp = try_object<RegExpObject>(arguments.receiver());
  if (regexp == nullptr) {
    throw_not_regexp(isolate, arguments.receiver(), "RegExp.prototype.exec");
  }
  return regexp_builtin_exec(isolate, regexp, to_string(isolate, arguments[0]));
}

// 22.2.6.16
Value regexp_test(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.test");
  String* string = to_string(isolate, arguments[0]);
  if (RegExpObject* regexp = try_pristine(isolate, object)) {
    return Value::boolean(builtin_find(isolate, regexp, string));
  }
  return Value::boolean(!regexp_exec_like(isolate, object, string).is_null());
}

}  // namespace perry::runtime::builtins
