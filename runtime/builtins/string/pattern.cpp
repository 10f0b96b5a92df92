#include <algorithm>
#include <string>

#include "runtime/builtins/string/find.h"
#include "runtime/builtins/string/string_natives.h"
#include "runtime/builtins/string/substitution.h"
#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/string/builder.h"

// The methods that hand over to a pattern by a well-known symbol (22.1.3).
namespace perry::runtime::builtins {
namespace {

// The argument's method, if it is an object that has one. ES2025: primitives are not asked.
Value pattern_method(Isolate& isolate, Value pattern, WellKnown symbol) {
  if (!pattern.is_object()) return Value::undefined();
  return get_method(isolate, pattern, well_known(isolate, symbol));
}

void check_receiver(Isolate& isolate, const Arguments& arguments, const char* method) {
  require_object_coercible(isolate, arguments.receiver(), method);
}

// RegExpCreate(pattern, flags).
Value create_regexp(Isolate& isolate, Value pattern, std::string_view flags) {
  const Value constructor = intrinsic(isolate, Intrinsic::RegExp);
  return construct(isolate, constructor, {pattern, string_value(isolate, flags)});
}

// A pattern object's `flags` must hold "g".
void require_global_flag(Isolate& isolate, Value pattern, const char* method) {
  const Value matcher = get(isolate, pattern.as<Object>(), well_known(isolate, WellKnown::Match));
  const bool is_regexp = matcher.is_undefined()
                             ? std::string_view(class_of(pattern.as_cell())->name) == "RegExp"
                             : to_boolean(matcher);
  if (!is_regexp) return;
  const Value flags = get(isolate, pattern.as<Object>(), names::flags);
  if (flags.is_nullish()) {
    throw_type_error(isolate, std::string(method) + " called with a non-global RegExp argument");
  }
  String* text = to_string(isolate, flags);
  const StringView units = text->flatten(isolate);
  for (size_t i = 0; i < units.length(); ++i) {
    if (units[i] == 'g') return;
  }
  throw_type_error(isolate, std::string(method) + " called with a non-global RegExp argument");
}

Value finish(Isolate& isolate, StringBuilder& text) {
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

}  // namespace

// 22.1.3.13
Value string_match(Isolate& isolate, const Arguments& arguments) {
  check_receiver(isolate, arguments, "String.prototype.match");
  const Value matcher = pattern_method(isolate, arguments[0], WellKnown::Match);
  if (!matcher.is_undefined()) {
    return call(isolate, matcher, arguments[0], {arguments.receiver()});
  }
  const Value string = Value::cell(to_string(isolate, arguments.receiver()));
  const Value regexp = create_regexp(isolate, arguments[0], "");
  return invoke(isolate, regexp, well_known(isolate, WellKnown::Match), {string});
}

// 22.1.3.14
Value string_match_all(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "String.prototype.matchAll";
  check_receiver(isolate, arguments, kMethod);
  if (arguments[0].is_object()) {
    require_global_flag(isolate, arguments[0], kMethod);
    const Value matcher = pattern_method(isolate, arguments[0], WellKnown::MatchAll);
    if (!matcher.is_undefined()) {
      return call(isolate, matcher, arguments[0], {arguments.receiver()});
    }
  }
  const Value string = Value::cell(to_string(isolate, arguments.receiver()));
  const Value regexp = create_regexp(isolate, arguments[0], "g");
  return invoke(isolate, regexp, well_known(isolate, WellKnown::MatchAll), {string});
}

// 22.1.3.21
Value string_search(Isolate& isolate, const Arguments& arguments) {
  check_receiver(isolate, arguments, "String.prototype.search");
  const Value searcher = pattern_method(isolate, arguments[0], WellKnown::Search);
  if (!searcher.is_undefined()) {
    return call(isolate, searcher, arguments[0], {arguments.receiver()});
  }
  const Value string = Value::cell(to_string(isolate, arguments.receiver()));
  const Value regexp = create_regexp(isolate, arguments[0], "");
  return invoke(isolate, regexp, well_known(isolate, WellKnown::Search), {string});
}

namespace {

// What stands for one match of a string in a string.
void append_replacement(Isolate& isolate, StringBuilder& out, String* string, String* wanted,
                        size_t position, Value replacement) {
  if (is_callable(replacement)) {
    const Value result = call(
        isolate, replacement, Value::undefined(),
        {Value::cell(wanted), Value::number(static_cast<double>(position)), Value::cell(string)});
    out.append(to_string(isolate, result));
  } else {
    const ValueList no_captures(isolate);
    append_substitution(isolate, out, wanted->flatten(isolate), string, position, no_captures,
                        Value::undefined(), replacement.as<String>());
  }
  if (out.is_too_long()) throw_string_too_long(isolate);
}

}  // namespace

// 22.1.3.19
Value string_replace(Isolate& isolate, const Arguments& arguments) {
  check_receiver(isolate, arguments, "String.prototype.replace");
  const Value replacer = pattern_method(isolate, arguments[0], WellKnown::Replace);
  if (!replacer.is_undefined()) {
    return call(isolate, replacer, arguments[0], {arguments.receiver(), arguments[1]});
  }
  String* string = to_string(isolate, arguments.receiver());
  String* wanted = to_string(isolate, arguments[0]);
  Value replacement = arguments[1];
  if (!is_callable(replacement)) replacement = Value::cell(to_string(isolate, replacement));
  const StringView pattern = wanted->flatten(isolate);
  const size_t position = find_first(string->flatten(isolate), pattern, 0);
  if (position == kNotFound) return Value::cell(string);
  StringBuilder out;
  out.append(string->view().substring(0, position));
  append_replacement(isolate, out, string, wanted, position, replacement);
  out.append(string->view().substring(position + wanted->length(), string->length()));
  return finish(isolate, out);
}

// 22.1.3.20
Value string_replace_all(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "String.prototype.replaceAll";
  check_receiver(isolate, arguments, kMethod);
  if (arguments[0].is_object()) {
    require_global_flag(isolate, arguments[0], kMethod);
    const Value replacer = pattern_method(isolate, arguments[0], WellKnown::Replace);
    if (!replacer.is_undefined()) {
      return call(isolate, replacer, arguments[0], {arguments.receiver(), arguments[1]});
    }
  }
  String* string = to_string(isolate, arguments.receiver());
  String* wanted = to_string(isolate, arguments[0]);
  Value replacement = arguments[1];
  if (!is_callable(replacement)) replacement = Value::cell(to_string(isolate, replacement));
  wanted->flatten(isolate);
  string->flatten(isolate);
  const size_t advance = std::max<size_t>(wanted->length(), 1);
  StringBuilder out;
  size_t end = 0;
  size_t position = find_first(string->view(), wanted->view(), 0);
  if (position == kNotFound) return Value::cell(string);
  while (position != kNotFound) {
    out.append(string->view().substring(end, position));
    append_replacement(isolate, out, string, wanted, position, replacement);
    end = position + wanted->length();
    position = position + advance > string->length()
                   ? kNotFound
                   : find_first(string->view(), wanted->view(), position + advance);
  }
  if (end < string->length()) out.append(string->view().substring(end, string->length()));
  return finish(isolate, out);
}

// 22.1.3.23
Value string_split(Isolate& isolate, const Arguments& arguments) {
  check_receiver(isolate, arguments, "String.prototype.split");
  const Value splitter = pattern_method(isolate, arguments[0], WellKnown::Split);
  if (!splitter.is_undefined()) {
    return call(isolate, splitter, arguments[0], {arguments.receiver(), arguments[1]});
  }
  String* string = to_string(isolate, arguments.receiver());
  const uint32_t limit =
      arguments[1].is_undefined() ? 0xffff'ffff : to_uint32(isolate, arguments[1]);
  String* separator = to_string(isolate, arguments[0]);
  Array* result = new_array(isolate);
  if (limit == 0) return Value::cell(result);
  if (arguments[0].is_undefined() || (string->length() == 0 && separator->length() != 0)) {
    append_element(isolate, result, Value::cell(string));
    return Value::cell(result);
  }
  separator->flatten(isolate);
  string->flatten(isolate);
  if (separator->length() == 0) {
    const auto count = std::min(string->length(), limit);
    for (uint32_t i = 0; i < count; ++i) {
      append_element(isolate, result, Value::cell(single_unit_string(isolate, string->view()[i])));
    }
    return Value::cell(result);
  }
  size_t from = 0;
  for (size_t at = find_first(string->view(), separator->view(), 0); at != kNotFound;
       at = find_first(string->view(), separator->view(), from)) {
    append_element(isolate, result, Value::cell(substring(isolate, string, from, at)));
    if (result->length() >= limit) return Value::cell(result);
    from = at + separator->length();
  }
  append_element(isolate, result, Value::cell(substring(isolate, string, from, string->length())));
  return Value::cell(result);
}

}  // namespace perry::runtime::builtins
