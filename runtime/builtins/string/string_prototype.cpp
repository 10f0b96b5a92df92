#include <algorithm>
#include <cmath>
#include <string>

#include "runtime/builtins/shared/wrapper.h"
#include "runtime/builtins/string/find.h"
#include "runtime/builtins/string/string_natives.h"
#include "runtime/object/quick_entry.h"
#include "runtime/string/builder.h"
#include "runtime/string/single_units.h"
#include "runtime/unicode/white_space.h"

// %String.prototype%: its table, and the methods that need neither patterns nor Unicode's tables
// (22.1.3).
namespace perry::runtime::builtins {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool is_lead(char16_t unit) { return (unit & 0xfc00) == 0xd800; }
bool is_trail(char16_t unit) { return (unit & 0xfc00) == 0xdc00; }

Value piece(Isolate& isolate, String* string, double from, double to) {
  if (from >= to) return Value::cell(empty_string());
  return Value::cell(
      substring(isolate, string, static_cast<size_t>(from), static_cast<size_t>(to)));
}

Value this_string_value(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_primitive(isolate, arguments, method, "String",
                        [](Value value) { return value.is_string(); });
}
// 22.1.3.29, 22.1.3.35
Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  return this_string_value(isolate, arguments, "String.prototype.toString");
}
Value value_of(Isolate& isolate, const Arguments& arguments) {
  return this_string_value(isolate, arguments, "String.prototype.valueOf");
}

// --- Units ---

// 22.1.3.1
Value at(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.at");
  double index = to_integer_or_infinity(isolate, arguments[0]);
  if (index < 0) index += string->length();
  if (!(index >= 0 && index < string->length())) return Value::undefined();
  return Value::cell(single_unit_string(isolate, string->at(isolate, static_cast<size_t>(index))));
}

// 22.1.3.2
Value char_at(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.charAt");
  const double index = to_integer_or_infinity(isolate, arguments[0]);
  if (!(index >= 0 && index < string->length())) return Value::cell(empty_string());
  return Value::cell(single_unit_string(isolate, string->at(isolate, static_cast<size_t>(index))));
}

// 22.1.3.3
Value char_code_at(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.charCodeAt");
  const double index = to_integer_or_infinity(isolate, arguments[0]);
  if (!(index >= 0 && index < string->length())) return Value::number(kNaN);
  return Value::number(int32_t{string->at(isolate, static_cast<size_t>(index))});
}

// 22.1.3.4
Value code_point_at(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.codePointAt");
  const double position = to_integer_or_infinity(isolate, arguments[0]);
  if (!(position >= 0 && position < string->length())) return Value::undefined();
  const StringView text = string->flatten(isolate);
  const auto i = static_cast<size_t>(position);
  const char16_t lead = text[i];
  if (!is_lead(lead) || i + 1 == text.length() || !is_trail(text[i + 1])) {
    return Value::number(int32_t{lead});
  }
  return Value::number(((lead - 0xd800) << 10) + (text[i + 1] - 0xdc00) + 0x10000);
}

// --- Pieces ---

// 22.1.3.5
Value concat_all(Isolate& isolate, const Arguments& arguments) {
  String* result = this_string(isolate, arguments, "String.prototype.concat");
  for (size_t i = 0; i < arguments.count(); ++i) {
    result = concat_or_throw(isolate, result, to_string(isolate, arguments[i]));
  }
  return Value::cell(result);
}

// 22.1.3.22
Value slice(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.slice");
  const double length = string->length();
  const double from = relative_index(isolate, arguments[0], length, 0);
  const double to = relative_index(isolate, arguments[1], length, length);
  return piece(isolate, string, from, to);
}

// 22.1.3.25
Value substring_method(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.substring");
  const double length = string->length();
  const double start = std::clamp(to_integer_or_infinity(isolate, arguments[0]), 0.0, length);
  const double end = arguments[1].is_undefined()
                         ? length
                         : std::clamp(to_integer_or_infinity(isolate, arguments[1]), 0.0, length);
  return piece(isolate, string, std::min(start, end), std::max(start, end));
}

// B.2.2.1
Value substr(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.substr");
  const double size = string->length();
  const double start = relative_index(isolate, arguments[0], size, 0);
  const double length = arguments[1].is_undefined()
                            ? size
                            : std::clamp(to_integer_or_infinity(isolate, arguments[1]), 0.0, size);
  return piece(isolate, string, start, std::min(start + length, size));
}

String* repeated(Isolate& isolate, String* string, size_t count) {
  if (string->length() == 0 || count == 0) return empty_string();
  if (count > abi::kLongestString / string->length()) throw_string_too_long(isolate);
  // By doubling, with ropes: the text is written when somebody looks at it.
  if (string->length() * count > 1024) {
    String* result = nullptr;
    for (String* power = string; count != 0;) {
      if ((count & 1) != 0) {
        result = result == nullptr ? power : concat_or_throw(isolate, result, power);
      }
      count >>= 1;
      if (count != 0) power = concat_or_throw(isolate, power, power);
    }
    return result;
  }
  StringBuilder text;
  for (size_t i = 0; i < count; ++i) text.append(string);
  return text.finish(isolate);
}

// 22.1.3.18
Value repeat(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.repeat");
  const double count = to_integer_or_infinity(isolate, arguments[0]);
  if (count < 0 || std::isinf(count)) {
    throw_range_error(isolate, "Invalid count value: " + describe_plain(isolate, arguments[0]));
  }
  if (string->length() == 0 || count == 0) return Value::cell(empty_string());
  if (count > abi::kLongestString) throw_string_too_long(isolate);
  return Value::cell(repeated(isolate, string, static_cast<size_t>(count)));
}

// 22.1.3.17.1
Value pad(Isolate& isolate, const Arguments& arguments, const char* method, bool at_start) {
  String* string = this_string(isolate, arguments, method);
  const double wanted = to_length(isolate, arguments[0]);
  if (wanted <= string->length()) return Value::cell(string);
  String* filler = arguments[1].is_undefined() ? static_single_unit_string(' ')
                                               : to_string(isolate, arguments[1]);
  if (filler->length() == 0) return Value::cell(string);
  if (wanted > abi::kLongestString) throw_string_too_long(isolate);
  const size_t missing = static_cast<size_t>(wanted) - string->length();
  String* padding = repeated(isolate, filler, missing / filler->length());
  const size_t rest = missing % filler->length();
  if (rest != 0) {
    padding = concat_or_throw(isolate, padding, substring(isolate, filler, 0, rest));
  }
  return Value::cell(at_start ? concat_or_throw(isolate, padding, string)
                              : concat_or_throw(isolate, string, padding));
}
// 22.1.3.16
Value pad_end(Isolate& isolate, const Arguments& arguments) {
  return pad(isolate, arguments, "String.prototype.padEnd", false);
}
// 22.1.3.17
Value pad_start(Isolate& isolate, const Arguments& arguments) {
  return pad(isolate, arguments, "String.prototype.padStart", true);
}

// 22.1.3.32.1
Value trimmed(Isolate& isolate, const Arguments& arguments, const char* method, bool at_start,
              bool at_end) {
  String* string = this_string(isolate, arguments, method);
  const StringView text = string->flatten(isolate);
  size_t from = 0;
  size_t to = text.length();
  while (at_start && from < to && is_white_space(text[from])) ++from;
  while (at_end && to > from && is_white_space(text[to - 1])) --to;
  if (from == 0 && to == text.length()) return Value::cell(string);
  return Value::cell(substring(isolate, string, from, to));
}
Value trim(Isolate& isolate, const Arguments& arguments) {
  return trimmed(isolate, arguments, "String.prototype.trim", true, true);
}
Value trim_start(Isolate& isolate, const Arguments& arguments) {
  return trimmed(isolate, arguments, "String.prototype.trimStart", true, false);
}
Value trim_end(Isolate& isolate, const Arguments& arguments) {
  return trimmed(isolate, arguments, "String.prototype.trimEnd", false, true);
}

// --- Searching ---

// IsRegExp (7.2.6).
bool is_regexp(Isolate& isolate, Value value) {
  if (!value.is_object()) return false;
  const Value matcher = get(isolate, value.as<Object>(), well_known(isolate, WellKnown::Match));
  if (!matcher.is_undefined()) return to_boolean(matcher);
  return std::string_view(class_of(value.as_cell())->name) == "RegExp";
}

String* search_text(Isolate& isolate, const Arguments& arguments, const char* method) {
  if (is_regexp(isolate, arguments[0])) {
    throw_type_error(
        isolate, std::string("First argument to ") + method + " must not be a regular expression");
  }
  return to_string(isolate, arguments[0]);
}

size_t clamped_position(Isolate& isolate, Value value, String* string) {
  const double position = to_integer_or_infinity(isolate, value);
  return static_cast<size_t>(std::clamp(position, 0.0, static_cast<double>(string->length())));
}

// 22.1.3.7
Value ends_with(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "String.prototype.endsWith";
  String* string = this_string(isolate, arguments, kMethod);
  String* wanted = search_text(isolate, arguments, kMethod);
  const size_t end = arguments[1].is_undefined() ? string->length()
                                                 : clamped_position(isolate, arguments[1], string);
  if (wanted->length() > end) return Value::boolean(false);
  const StringView pattern = wanted->flatten(isolate);
  return Value::boolean(stands_at(string->flatten(isolate), pattern, end - pattern.length()));
}

// 22.1.3.24
Value starts_with(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "String.prototype.startsWith";
  String* string = this_string(isolate, arguments, kMethod);
  String* wanted = search_text(isolate, arguments, kMethod);
  const size_t start = clamped_position(isolate, arguments[1], string);
  const StringView pattern = wanted->flatten(isolate);
  return Value::boolean(stands_at(string->flatten(isolate), pattern, start));
}

size_t first_index(Isolate& isolate, String* string, String* wanted, size_t from) {
  const StringView pattern = wanted->flatten(isolate);
  return find_first(string->flatten(isolate), pattern, from);
}

// 22.1.3.8
Value includes(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "String.prototype.includes";
  String* string = this_string(isolate, arguments, kMethod);
  String* wanted = search_text(isolate, arguments, kMethod);
  const size_t from = clamped_position(isolate, arguments[1], string);
  return Value::boolean(first_index(isolate, string, wanted, from) != kNotFound);
}

Value index_value(size_t index) {
  return Value::number(index == kNotFound ? -1.0 : static_cast<double>(index));
}

// 22.1.3.9
Value index_of(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.indexOf");
  String* wanted = to_string(isolate, arguments[0]);
  const size_t from = clamped_position(isolate, arguments[1], string);
  return index_value(first_index(isolate, string, wanted, from));
}

// 22.1.3.11
Value last_index_of(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.lastIndexOf");
  String* wanted = to_string(isolate, arguments[0]);
  const double number = to_number(isolate, arguments[1]);
  const double length = string->length();
  const double from = std::isnan(number) ? length : std::clamp(std::trunc(number), 0.0, length);
  const StringView pattern = wanted->flatten(isolate);
  return index_value(find_last(string->flatten(isolate), pattern, static_cast<size_t>(from)));
}

// --- Surrogates ---

size_t first_lone_surrogate(StringView text) {
  if (!text.is_two_byte()) return kNotFound;
  for (size_t i = 0; i < text.length(); ++i) {
    if ((text[i] & 0xf800) != 0xd800) continue;
    if (!is_lead(text[i]) || i + 1 == text.length() || !is_trail(text[i + 1])) return i;
    ++i;
  }
  return kNotFound;
}

// 22.1.3.10
Value is_well_formed(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.isWellFormed");
  return Value::boolean(first_lone_surrogate(string->flatten(isolate)) == kNotFound);
}

// 22.1.3.31
Value to_well_formed(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.toWellFormed");
  const StringView text = string->flatten(isolate);
  if (first_lone_surrogate(text) == kNotFound) return Value::cell(string);
  std::u16string units(text.utf16().begin(), text.utf16().end());
  for (size_t i = 0; i < units.size(); ++i) {
    if ((units[i] & 0xf800) != 0xd800) continue;
    if (is_lead(units[i]) && i + 1 < units.size() && is_trail(units[i + 1])) {
      ++i;
    } else {
      units[i] = 0xfffd;
    }
  }
  return Value::cell(new_string(isolate, units.data(), units.size()));
}

// --- The table ---

template <const Name* name>
Value alias(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::StringPrototype).as<Object>(), *name);
}

// Of a string that is no rope, at an index that it has.
uint64_t char_code_at_entry(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                            const uint64_t* argv) {
  const Value text = Value::from_bits(receiver);
  if (argc != 0 && text.is_string() && !text.as<String>()->is_rope() &&
      Value::from_bits(argv[0]).is_number()) [[likely]] {
    const double index = Value::from_bits(argv[0]).as_number();
    const StringView view = text.as<String>()->view();
    if (index >= 0 && index < static_cast<double>(view.length()))
      return Value::number(int32_t{view[static_cast<size_t>(index)]}).bits();
  }
  return native_entry(callee, receiver, new_target, argc, argv);
}

constexpr QuickEntry kQuickEntries[] = {
    {&names::charCodeAt, char_code_at_entry, abi::KnownFunction::CharCodeAt}};

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/string/string_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
constexpr auto kQuickRows = with_quick_entries(kRows, kQuickEntries);

}  // namespace

extern const BuiltinTable kStringPrototype;
constexpr BuiltinTable kStringPrototype = wrapper_prototype(
    kQuickRows.rows, kStringObjectClass, [] { return Value::cell(static_empty_string()); });

}  // namespace perry::runtime::builtins
