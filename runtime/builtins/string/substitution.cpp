#include "runtime/builtins/string/substitution.h"

#include <algorithm>

#include "runtime/builtins/string/find.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

namespace perry::runtime::builtins {

namespace {

bool is_digit(char16_t unit) { return unit >= '0' && unit <= '9'; }

// The number of a capture behind `$`: two digits if there is such a capture, else one.
size_t capture_number(StringView text, size_t at, size_t count, size_t& digits) {
  const size_t one = text[at] - u'0';
  if (at + 1 < text.length() && is_digit(text[at + 1])) {
    const size_t two = one * 10 + (text[at + 1] - u'0');
    if (two >= 1 && two <= count) {
      digits = 2;
      return two;
    }
  }
  digits = 1;
  return one >= 1 && one <= count ? one : 0;
}

}  // namespace

void append_substitution(Isolate& isolate, StringBuilder& out, StringView matched, String* string,
                         size_t position, const ValueList& captures, Value named_captures,
                         String* replacement) {
  const StringView text = replacement->flatten(isolate);
  const StringView dollar(reinterpret_cast<const uint8_t*>("$"), size_t{1});
  const StringView subject = string->flatten(isolate);
  size_t i = 0;
  for (;;) {
    const size_t next = i < text.length() ? find_first(text, dollar, i) : kNotFound;
    if (next == kNotFound || next + 1 >= text.length()) break;
    out.append(text.substring(i, next));
    i = next + 2;
    const char16_t unit = text[next + 1];
    if (unit == '$') {
      out.append(u'$');
    } else if (unit == '&') {
      out.append(matched);
    } else if (unit == '`') {
      out.append(subject.substring(0, position));
    } else if (unit == '\'') {
      out.append(subject.substring(std::min(position + matched.length(), subject.length()),
                                   subject.length()));
    } else if (is_digit(unit)) {
      size_t digits = 1;
      const size_t number = capture_number(text, next + 1, captures.size(), digits);
      i = next + 1 + digits;
      if (number == 0) {
        out.append(text.substring(next, i));
      } else if (!captures[number - 1].is_undefined()) {
        out.append(captures[number - 1].as<String>());
      }
    } else if (unit == '<' && !named_captures.is_undefined()) {
      const StringView close(reinterpret_cast<const uint8_t*>(">"), size_t{1});
      const size_t end = find_first(text, close, next + 2);
      if (end == kNotFound) {
        out.append(text.substring(next, next + 2));
        continue;
      }
      const Value name = Value::cell(substring(isolate, replacement, next + 2, end));
      const Value capture =
          get(isolate, named_captures.as<Object>(), to_property_key(isolate, name));
      if (!capture.is_undefined()) out.append(to_string(isolate, capture));
      i = end + 1;
    } else {
      out.append(text.substring(next, next + 1));
      i = next + 1;
    }
  }
  if (i < text.length()) out.append(text.substring(i, text.length()));
}

}  // namespace perry::runtime::builtins
