#pragma once

#include "runtime/builtins/regexp/regexp_object.h"
#include "runtime/object/function.h"
#include "runtime/object/names.h"

// The natives of the tables, and what they share.
namespace perry::runtime::builtins {

Value regexp_construct(Isolate& isolate, const Arguments& arguments);
Value regexp_escape(Isolate& isolate, const Arguments& arguments);
Value regexp_species(Isolate& isolate, const Arguments& arguments);

Value regexp_exec(Isolate& isolate, const Arguments& arguments);
Value regexp_test(Isolate& isolate, const Arguments& arguments);
Value regexp_compile(Isolate& isolate, const Arguments& arguments);
Value regexp_to_string(Isolate& isolate, const Arguments& arguments);
Value regexp_match(Isolate& isolate, const Arguments& arguments);
Value regexp_match_all(Isolate& isolate, const Arguments& arguments);
Value regexp_replace(Isolate& isolate, const Arguments& arguments);
Value regexp_search(Isolate& isolate, const Arguments& arguments);
Value regexp_split(Isolate& isolate, const Arguments& arguments);

// The getters that matching consults, directly or by `flags`.
struct RegExpGetter {
  const Name* name;
  NativeFunction getter;
};
inline constexpr size_t kRegExpGetterCount = 9;
extern const RegExpGetter kRegExpGetters[kRegExpGetterCount];

// `this` as an object, or the TypeError that names the method.
Object* this_regexp_like(Isolate& isolate, const Arguments& arguments, const char* method);

// --- Matching ---

// RegExpExec (22.2.7.1): an object or null.
Value regexp_exec_like(Isolate& isolate, Object* object, String* string);
// RegExpBuiltinExec.
Value regexp_builtin_exec(Isolate& isolate, RegExpObject* regexp, String* string);
// Finds a match at `start` or behind; what it captured is in the state's registers.
bool find_match(Isolate& isolate, const CompiledPattern* pattern, String* string, size_t start,
                bool sticky);
// What exec returns for the match that `registers` describe.
Value match_result(Isolate& isolate, const CompiledPattern* pattern, String* string,
                   const int32_t* registers);
// The object with the values of the named groups; `value(i)` is that of capture i.
template <typename CaptureValue>
Object* groups_object(Isolate& isolate, const CompiledPattern* pattern, CaptureValue&& value);
Value capture_string(Isolate& isolate, String* string, const int32_t* registers, uint32_t number);

// AdvanceStringIndex.
double advance_index(Isolate& isolate, String* string, double index, bool unicode);
size_t advance_index(StringView string, size_t index, bool unicode);
// Set(regexp, "lastIndex", index, true).
void set_last_index(Isolate& isolate, Object* regexp, double index);
// ToLength(Get(regexp, "lastIndex")).
double get_last_index(Isolate& isolate, Object* regexp);
// ToString(Get(regexp, "flags")).
String* flags_text(Isolate& isolate, Object* regexp);
bool contains_unit(Isolate& isolate, String* text, char16_t unit);
// `value` as a RegExpObject on which the steps of the specification can't be told from a short cut,
// or null; see RegExpState::is_pristine. Its lastIndex is a number.
RegExpObject* try_pristine(Isolate& isolate, Object* value);

// %RegExpStringIteratorPrototype%: CreateRegExpStringIterator.
Value new_regexp_string_iterator(Isolate& isolate, Value regexp, String* string, bool global,
                                 bool unicode);

template <typename CaptureValue>
Object* groups_object(Isolate& isolate, const CompiledPattern* pattern, CaptureValue&& value) {
  regexp::NameReader reader(pattern->program());
  Object* groups = new_object(isolate, Value::null(), reader.next() ? 4 : 0);
  reader = regexp::NameReader(pattern->program());
  for (uint32_t i = 0; reader.next(); ++i) {
    Value found = Value::undefined();
    for (uint32_t k = 0; k < reader.group_count && found.is_undefined(); ++k) {
      found = value(reader.groups[k]);
    }
    String* name = pattern->names.as<Slots>()->values()[i].as<String>();
    add_property(isolate, groups, PropertyKey::from_atom(name), found, kAllAttributes);
  }
  return groups;
}

}  // namespace perry::runtime::builtins
