#include <string>

#include "runtime/builtins/regexp/legacy.h"
#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/string/builder.h"

// The RegExp constructor (22.2.4, 22.2.5).
namespace perry::runtime::builtins {

// 22.2.4.1
Value regexp_construct(Isolate& isolate, const Arguments& arguments) {
  const Value pattern = arguments[0];
  const Value flags = arguments[1];
  const bool pattern_is_regexp = is_regexp(isolate, pattern);
  Value new_target = arguments.new_target();
  if (new_target.is_undefined()) {
    new_target = Value::cell(arguments.callee());
    if (pattern_is_regexp && flags.is_undefined() &&
        same_value(new_target, get(isolate, pattern.as<Object>(), names::constructor))) {
      return pattern;
    }
  }
  Value source = pattern;
  Value letters = flags;
  if (const auto* regexp = try_object<RegExpObject>(pattern)) {
    source = regexp->pattern()->source;
    if (flags.is_undefined()) {
      std::string text;
      for (uint32_t i = 0; regexp::kFlagLetters[i] != 0; ++i) {
        if ((regexp->pattern()->flags() >> i & 1) != 0) text += regexp::kFlagLetters[i];
      }
      letters = string_value(isolate, text);
    }
  } else if (pattern_is_regexp) {
    source = get(isolate, pattern.as<Object>(), names::source);
    if (flags.is_undefined()) letters = get(isolate, pattern.as<Object>(), names::flags);
  }
  RegExpObject* regexp = allocate_regexp(
      isolate, get_prototype_from_constructor(isolate, new_target, Intrinsic::RegExpPrototype));
  initialize_regexp(isolate, regexp, source, letters);
  return Value::cell(regexp);
}

Value regexp_species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

namespace {

bool is_ascii_alphanumeric(char32_t c) { return c - '0' < 10 || (c | 0x20) - 'a' < 26; }

void append_hex(StringBuilder& out, uint32_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out.append(static_cast<char16_t>("0123456789abcdef"[value >> shift & 15]));
  }
}

// EncodeForRegExpEscape of one code unit; `is_lone`: of a surrogate that is no pair's.
void append_escaped(StringBuilder& out, char16_t unit, bool is_lone) {
  constexpr std::u16string_view kSyntax = u"^$\\.*+?()[]{}|/";
  constexpr std::u16string_view kControls = u"\t\n\v\f\r";
  constexpr std::u16string_view kPunctuators = u",-=<>#&!%:;@~'`\"";
  const size_t control = kControls.find(unit);
  const bool is_space = unit == 0x20 || unit == 0xa0 || unit == 0xfeff || unit == 0x1680 ||
                        (unit >= 0x2000 && unit <= 0x200a) || unit == 0x202f || unit == 0x205f ||
                        unit == 0x3000 || unit == 0x2028 || unit == 0x2029;
  if (kSyntax.contains(unit)) {
    out.append(u'\\');
    out.append(unit);
  } else if (control != kControls.npos) {
    out.append(u'\\');
    out.append(u"tnvfr"[control]);
  } else if (kPunctuators.contains(unit) || is_space || is_lone) {
    out.append(std::string_view(unit <= 0xff ? "\\x" : "\\u"));
    append_hex(out, unit, unit <= 0xff ? 2 : 4);
  } else {
    out.append(unit);
  }
}

}  // namespace

// 22.2.5.1
Value regexp_escape(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_string()) {
    throw_type_error(isolate, "input argument must be a string");
  }
  const StringView text = arguments[0].as<String>()->flatten(isolate);
  StringBuilder out;
  for (size_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (i == 0 && is_ascii_alphanumeric(unit)) {
      out.append(std::string_view("\\x"));
      append_hex(out, unit, 2);
      continue;
    }
    const bool is_pair =
        (unit & 0xfc00) == 0xd800 && i + 1 < text.length() && (text[i + 1] & 0xfc00) == 0xdc00;
    if (is_pair) {
      out.append(unit);
      out.append(text[++i]);
    } else {
      append_escaped(out, unit, (unit & 0xf800) == 0xd800);
    }
  }
  String* result = out.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

namespace {

constexpr NativeInfo kConstructor = builtin::constructor(names::RegExp, 2, regexp_construct);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/regexp/regexp.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kRegExp;
constexpr BuiltinTable kRegExp = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
