#include "runtime/builtins/regexp/legacy.h"

#include "runtime/builtins/regexp/state.h"
#include "runtime/object/convert.h"

namespace perry::runtime::builtins {

namespace {

Value piece(Isolate& isolate, int32_t from, int32_t to) {
  const Value subject = regexp_state(isolate).last.subject;
  if (subject.is_empty() || from < 0 || to < 0) return Value::cell(empty_string());
  return Value::cell(
      substring(isolate, subject.as<String>(), static_cast<size_t>(from), static_cast<size_t>(to)));
}

}  // namespace

Value legacy_capture_text(Isolate& isolate, uint32_t number) {
  const RegExpState::LastMatch& last = regexp_state(isolate).last;
  if (number >= last.capture_count) return Value::cell(empty_string());
  return piece(isolate, last.registers[size_t{number} * 2], last.registers[size_t{number} * 2 + 1]);
}

Value legacy_last_paren(Isolate& isolate, const Arguments&) {
  const RegExpState::LastMatch& last = regexp_state(isolate).last;
  return piece(isolate, last.last_begin, last.last_end);
}

Value legacy_left_context(Isolate& isolate, const Arguments&) {
  return piece(isolate, 0, regexp_state(isolate).last.registers[0]);
}

Value legacy_right_context(Isolate& isolate, const Arguments&) {
  const RegExpState::LastMatch& last = regexp_state(isolate).last;
  if (last.subject.is_empty()) return Value::cell(empty_string());
  return piece(isolate, last.registers[1],
               static_cast<int32_t>(last.subject.as<String>()->length()));
}

Value legacy_input(Isolate& isolate, const Arguments&) {
  const Value input = regexp_state(isolate).last.input;
  return input.is_empty() ? Value::cell(empty_string()) : input;
}

Value legacy_set_input(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  regexp_state(isolate).last.input = Value::cell(text);
  return Value::undefined();
}

Value legacy_ignore(Isolate&, const Arguments&) { return Value::undefined(); }

}  // namespace perry::runtime::builtins
