#pragma once

#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// The natives of string_prototype.def that are not beside it, and what all of them begin with.
namespace perry::runtime::builtins {

// RequireObjectCoercible(this), ToString(this).
inline String* this_string(Isolate& isolate, const Arguments& arguments, const char* method) {
  const Value receiver = arguments.receiver();
  if (receiver.is_string()) return receiver.as<String>();
  return to_string(isolate, require_object_coercible(isolate, receiver, method));
}

Value string_iterator(Isolate& isolate, const Arguments& arguments);

Value string_match(Isolate& isolate, const Arguments& arguments);
Value string_match_all(Isolate& isolate, const Arguments& arguments);
Value string_replace(Isolate& isolate, const Arguments& arguments);
Value string_replace_all(Isolate& isolate, const Arguments& arguments);
Value string_search(Isolate& isolate, const Arguments& arguments);
Value string_split(Isolate& isolate, const Arguments& arguments);

Value locale_compare(Isolate& isolate, const Arguments& arguments);
Value string_normalize(Isolate& isolate, const Arguments& arguments);
Value string_to_locale_lower_case(Isolate& isolate, const Arguments& arguments);
Value string_to_locale_upper_case(Isolate& isolate, const Arguments& arguments);
Value string_to_lower_case(Isolate& isolate, const Arguments& arguments);
Value string_to_upper_case(Isolate& isolate, const Arguments& arguments);

Value string_anchor(Isolate& isolate, const Arguments& arguments);
Value string_big(Isolate& isolate, const Arguments& arguments);
Value string_blink(Isolate& isolate, const Arguments& arguments);
Value string_bold(Isolate& isolate, const Arguments& arguments);
Value string_fixed(Isolate& isolate, const Arguments& arguments);
Value string_fontcolor(Isolate& isolate, const Arguments& arguments);
Value string_fontsize(Isolate& isolate, const Arguments& arguments);
Value string_italics(Isolate& isolate, const Arguments& arguments);
Value string_link(Isolate& isolate, const Arguments& arguments);
Value string_small(Isolate& isolate, const Arguments& arguments);
Value string_strike(Isolate& isolate, const Arguments& arguments);
Value string_sub(Isolate& isolate, const Arguments& arguments);
Value string_sup(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
