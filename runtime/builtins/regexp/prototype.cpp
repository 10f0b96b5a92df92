#include <string>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/string/builder.h"

// The properties of RegExp.prototype that don't match (22.2.6, B.2.4).
namespace perry::runtime::builtins {
namespace {

[[noreturn]] void throw_not_regexp(Isolate& isolate, const Name& name) {
  throw_type_error(
      isolate, "RegExp.prototype." + to_utf8(name.get()) + " getter called on non-RegExp object");
}

// RegExpHasFlag.
template <regexp::Flag flag, const Name& name>
Value has_flag(Isolate& isolate, const Arguments& arguments) {
  if (const auto* regexp = try_object<RegExpObject>(arguments.receiver())) {
    return Value::boolean(regexp->pattern()->has(flag));
  }
  if (arguments.receiver() == intrinsic(isolate, Intrinsic::RegExpPrototype)) {
    return Value::undefined();
  }
  throw_not_regexp(isolate, name);
}

// 22.2.6.4
Value flags(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.receiver().is_object()) {
    throw_type_error(isolate, "RegExp.prototype.flags getter called on non-object " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  Object* regexp = arguments.receiver().as<Object>();
  static constexpr const Name* kNames[] = {&names::hasIndices,  &names::global, &names::ignoreCase,
                                           &names::multiline,   &names::dotAll, &names::unicode,
                                           &names::unicodeSets, &names::sticky};
  StringBuilder text;
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (to_boolean(get(isolate, regexp, *kNames[i]))) {
      text.append(static_cast<char16_t>(regexp::kFlagLetters[i]));
    }
  }
  return Value::cell(text.finish(isolate));
}

std::string_view escaped_line_end(char16_t unit) {
  switch (unit) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case 0x2028:
      return "\\u2028";
    case 0x2029:
      return "\\u2029";
    default:
      return {};
  }
}

// EscapeRegExpPattern: the text between the slashes of a literal.
Value escaped_source(Isolate& isolate, String* source) {
  const StringView text = source->flatten(isolate);
  if (text.is_empty()) return string_value(isolate, "(?:)");
  StringBuilder out;
  bool in_class = false;
  bool behind_backslash = false;
  for (size_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    const std::string_view line_end = escaped_line_end(unit);
    if (behind_backslash) {
      line_end.empty() ? out.append(unit) : out.append(line_end.substr(1));
      behind_backslash = false;
      continue;
    }
    behind_backslash = unit == '\\';
    if (unit == '[') in_class = true;
    if (unit == ']') in_class = false;
    if (unit == '/' && !in_class) out.append(u'\\');
    line_end.empty() ? out.append(unit) : out.append(line_end);
  }
  return Value::cell(out.finish(isolate));
}

// 22.2.6.13
Value source(Isolate& isolate, const Arguments& arguments) {
  if (const auto* regexp = try_object<RegExpObject>(arguments.receiver())) {
    return escaped_source(isolate, regexp->pattern()->source.as<String>());
  }
  if (arguments.receiver() == intrinsic(isolate, Intrinsic::RegExpPrototype)) {
    return string_value(isolate, "(?:)");
  }
  throw_not_regexp(isolate, names::source);
}

constexpr NativeFunction kDotAllGetter = has_flag<regexp::kDotAll, names::dotAll>;
constexpr NativeFunction kGlobalGetter = has_flag<regexp::kGlobal, names::global>;
constexpr NativeFunction kHasIndicesGetter = has_flag<regexp::kHasIndices, names::hasIndices>;
constexpr NativeFunction kIgnoreCaseGetter = has_flag<regexp::kIgnoreCase, names::ignoreCase>;
constexpr NativeFunction kMultilineGetter = has_flag<regexp::kMultiline, names::multiline>;
constexpr NativeFunction kStickyGetter = has_flag<regexp::kSticky, names::sticky>;
constexpr NativeFunction kUnicodeGetter = has_flag<regexp::kUnicode, names::unicode>;
constexpr NativeFunction kUnicodeSetsGetter = has_flag<regexp::kUnicodeSets, names::unicodeSets>;

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/regexp/regexp_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

const RegExpGetter kRegExpGetters[kRegExpGetterCount] = {
    {&names::flags, flags},
    {&names::dotAll, kDotAllGetter},
    {&names::global, kGlobalGetter},
    {&names::hasIndices, kHasIndicesGetter},
    {&names::ignoreCase, kIgnoreCaseGetter},
    {&names::multiline, kMultilineGetter},
    {&names::sticky, kStickyGetter},
    {&names::unicode, kUnicodeGetter},
    {&names::unicodeSets, kUnicodeSetsGetter},
};

// 22.2.6.17
Value regexp_to_string(Isolate& isolate, const Arguments& arguments) {
  Object* regexp = this_regexp_like(isolate, arguments, "RegExp.prototype.toString");
  StringBuilder text;
  text.append(u'/');
  text.append(to_string(isolate, get(isolate, regexp, names::source)));
  text.append(u'/');
  text.append(flags_text(isolate, regexp));
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

// B.2.4.1
Value regexp_compile(Isolate& isolate, const Arguments& arguments) {
  auto* regexp = try_object<RegExpObject>(arguments.receiver());
  if (regexp == nullptr) {
    throw_type_error(isolate, "Method RegExp.prototype.compile called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  const auto* other = try_object<RegExpObject>(arguments[0]);
  if (other == nullptr) {
    initialize_regexp(isolate, regexp, arguments[0], arguments[1]);
    return Value::cell(regexp);
  }
  if (!arguments[1].is_undefined()) {
    throw_type_error(isolate, "Cannot supply flags when constructing one RegExp from another");
  }
  store(isolate.heap(), regexp, &regexp->pattern_cell, other->pattern_cell);
  set_last_index(isolate, regexp, 0);
  return Value::cell(regexp);
}

extern const BuiltinTable kRegExpPrototype;
constexpr BuiltinTable kRegExpPrototype = builtin::object(kRows);

}  // namespace perry::runtime::builtins
