#include "runtime/builtins/regexp/regexp_object.h"

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

namespace perry::runtime::builtins {

namespace {

void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<RegExpObject*>(object)->pattern_cell);
}

}  // namespace

const ObjectClass RegExpObject::kClass = {.name = "RegExp", .trace = trace};

RegExpObject* allocate_regexp(Isolate& isolate, Value prototype) {
  auto* regexp = new_exotic<RegExpObject>(isolate, prototype);
  add_property(isolate, regexp, names::lastIndex, Value::undefined(), kWritable);
  return regexp;
}

RegExpObject* new_regexp(Isolate& isolate, CompiledPattern* pattern) {
  const Shape* shape = regexp_state(isolate).plain_shape(isolate);
  Slots* slots = new_slots(isolate, 1);
  slots->values()[0] = Value::number(0);
  auto* regexp = static_cast<RegExpObject*>(
      isolate.heap().allocate(CellKind::Exotic, shape->number, sizeof(RegExpObject)));
  regexp->slots = Value::cell(slots);
  regexp->pattern_cell = Value::cell(pattern);
  return regexp;
}

void initialize_regexp(Isolate& isolate, RegExpObject* regexp, Value pattern, Value flags) {
  String* source = pattern.is_undefined() ? empty_string() : to_string(isolate, pattern);
  String* letters = flags.is_undefined() ? empty_string() : to_string(isolate, flags);
  CompiledPattern* compiled = compile_pattern(isolate, source, letters);
  store(isolate.heap(), regexp, &regexp->pattern_cell, Value::cell(compiled));
  set_last_index(isolate, regexp, 0);
}

bool is_regexp(Isolate& isolate, Value value) {
  if (!value.is_object()) return false;
  const Value matcher = get(isolate, value.as<Object>(), well_known(isolate, WellKnown::Match));
  if (!matcher.is_undefined()) return to_boolean(matcher);
  return try_object<RegExpObject>(value) != nullptr;
}

}  // namespace perry::runtime::builtins
