#include <algorithm>
#include <vector>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/replacement.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/builtins/string/substitution.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// RegExp.prototype [@@replace] (22.2.6.11).
namespace perry::runtime::builtins {

namespace {

Value finish(Isolate& isolate, StringBuilder& out) {
  String* result = out.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

// Calls visit(registers) for the matches that a pristine object would go through, and leaves its
// lastIndex as it would.
template <typename Visit>
void for_each_match(Isolate& isolate, RegExpObject* regexp, String* string, Visit&& visit) {
  const CompiledPattern* pattern = regexp->pattern();
  const bool global = pattern->has(regexp::kGlobal);
  const bool sticky = pattern->has(regexp::kSticky);
  RegExpState& state = regexp_state(isolate);
  const StringView text = string->flatten(isolate);
  double start = global || !sticky ? 0 : get_last_index(isolate, regexp);
  bool found = false;
  while (start <= static_cast<double>(text.length())) {
    found = find_match(isolate, pattern, string, static_cast<size_t>(start), sticky);
    if (!found) break;
    const int32_t* registers = state.memory.registers.data();
    state.remember(string, registers, pattern->capture_count());
    visit(registers);
    const auto end = static_cast<size_t>(registers[1]);
    if (!global) {
      if (sticky) set_last_index(isolate, regexp, registers[1]);
      return;
    }
    start = static_cast<double>(
        registers[0] == registers[1] ? advance_index(text, end, pattern->is_unicode()) : end);
  }
  if (global || sticky) set_last_index(isolate, regexp, 0);
}

// What is left of a subject in which matches are replaced with nothing: while that is one piece, no
// text is copied.
class RemainingPieces {
 public:
  explicit RemainingPieces(StringView text) : text_(text) {}

  void add(size_t from, size_t to) {
    if (from == to) return;
    if (to_ == 0) {
      from_ = from;
      to_ = to;
      return;
    }
    if (out_.length() == 0) out_.append(text_.substring(from_, to_));
    out_.append(text_.substring(from, to));
  }
  Value finish(Isolate& isolate, String* string) {
    if (out_.length() != 0) return builtins::finish(isolate, out_);
    return Value::cell(substring(isolate, string, from_, to_));
  }

 private:
  StringView text_;
  size_t from_ = 0;
  size_t to_ = 0;  // 0: no piece yet
  StringBuilder out_;
};

Value remove_matches(Isolate& isolate, RegExpObject* regexp, String* string) {
  const StringView text = string->flatten(isolate);
  RemainingPieces pieces(text);
  size_t done = 0;
  for_each_match(isolate, regexp, string, [&](const int32_t* registers) {
    pieces.add(done, static_cast<size_t>(registers[0]));
    done = static_cast<size_t>(registers[1]);
  });
  pieces.add(done, text.length());
  return pieces.finish(isolate, string);
}

Value replace_with_text(Isolate& isolate, RegExpObject* regexp, String* string,
                        String* replacement) {
  if (replacement->length() == 0) return remove_matches(isolate, regexp, string);
  const StringView text = string->flatten(isolate);
  const Replacement parts(isolate, regexp->pattern(), replacement);
  StringBuilder out;
  size_t done = 0;
  bool any = false;
  for_each_match(isolate, regexp, string, [&](const int32_t* registers) {
    any = true;
    out.append(text.substring(done, static_cast<size_t>(registers[0])));
    parts.append(out, text, registers);
    if (out.is_too_long()) throw_string_too_long(isolate);
    done = static_cast<size_t>(registers[1]);
  });
  if (!any) return Value::cell(string);
  out.append(text.substring(done, text.length()));
  return finish(isolate, out);
}

// All matches are found before the first call.
Value replace_with_function(Isolate& isolate, RegExpObject* regexp, String* string,
                            Value function) {
  const CompiledPattern* pattern = regexp->pattern();
  const size_t stride = size_t{pattern->capture_count()} * 2;
  std::vector<int32_t> matches;
  for_each_match(isolate, regexp, string, [&](const int32_t* registers) {
    matches.insert(matches.end(), registers, registers + stride);
  });
  if (matches.empty()) return Value::cell(string);
  const StringView text = string->flatten(isolate);
  StringBuilder out;
  size_t done = 0;
  ValueList arguments(isolate);
  for (size_t at = 0; at < matches.size(); at += stride) {
    const int32_t* registers = matches.data() + at;
    arguments.resize(0);
    for (uint32_t i = 0; i < pattern->capture_count(); ++i) {
      arguments.push(capture_string(isolate, string, registers, i));
    }
    arguments.push(Value::number(registers[0]));
    arguments.push(Value::cell(string));
    if (!pattern->names.is_empty()) {
      arguments.push(
          Value::cell(groups_object(isolate, pattern, [&](uint32_t i) { return arguments[i]; })));
    }
    const Value result =
        call(isolate, function, Value::undefined(), arguments.data(), arguments.size());
    out.append(text.substring(done, static_cast<size_t>(registers[0])));
    out.append(to_string(isolate, result));
    if (out.is_too_long()) throw_string_too_long(isolate);
    done = static_cast<size_t>(registers[1]);
  }
  out.append(text.substring(done, text.length()));
  return finish(isolate, out);
}

// --- As specified ---

// The results of RegExpExec.
void collect_results(Isolate& isolate, Object* object, String* string, ValueList& results) {
  String* flags = flags_text(isolate, object);
  const bool global = contains_unit(isolate, flags, 'g');
  const bool unicode = contains_unit(isolate, flags, 'u') || contains_unit(isolate, flags, 'v');
  if (global) set_last_index(isolate, object, 0);
  for (;;) {
    const Value result = regexp_exec_like(isolate, object, string);
    if (result.is_null()) return;
    results.push(result);
    if (!global) return;
    const String* text =
        to_string(isolate, get(isolate, result.as<Object>(), PropertyKey::from_index(0)));
    if (text->length() == 0) {
      const double index = get_last_index(isolate, object);
      set_last_index(isolate, object, advance_index(isolate, string, index, unicode));
    }
  }
}

// One result's place in the subject, and what stands for it.
struct ReplacedMatch {
  double position;
  String* matched;
  String* text;
};

ReplacedMatch replace_result(Isolate& isolate, Object* result, String* string, Value replacement) {
  const double count = std::max(to_length(isolate, get(isolate, result, names::length)) - 1, 0.0);
  String* matched = to_string(isolate, get(isolate, result, PropertyKey::from_index(0)));
  double position = to_integer_or_infinity(isolate, get(isolate, result, names::index));
  position = std::clamp(position, 0.0, static_cast<double>(string->length()));
  ValueList captures(isolate);
  for (uint32_t i = 1; i <= count; ++i) {
    Value capture = get(isolate, result, PropertyKey::from_index(i));
    if (!capture.is_undefined()) capture = Value::cell(to_string(isolate, capture));
    captures.push(capture);
  }
  Value groups = get(isolate, result, names::groups);
  if (is_callable(replacement)) {
    ValueList arguments(isolate);
    arguments.push(Value::cell(matched));
    for (const Value capture : captures) arguments.push(capture);
    arguments.push(Value::number(position));
    arguments.push(Value::cell(string));
    if (!groups.is_undefined()) arguments.push(groups);
    const Value value =
        call(isolate, replacement, Value::undefined(), arguments.data(), arguments.size());
    return {position, matched, to_string(isolate, value)};
  }
  if (!groups.is_undefined()) groups = Value::cell(to_object(isolate, groups));
  StringBuilder out;
  append_substitution(isolate, out, matched->flatten(isolate), string,
                      static_cast<size_t>(position), captures, groups, replacement.as<String>());
  return {position, matched, finish(isolate, out).as<String>()};
}

}  // namespace

Value regexp_replace(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_regexp_like(isolate, arguments, "RegExp.prototype.@@replace");
  String* string = to_string(isolate, arguments[0]);
  Value replacement = arguments[1];
  if (!is_callable(replacement)) replacement = Value::cell(to_string(isolate, replacement));
  if (RegExpObject* regexp = try_pristine(isolate, object)) {
    return is_callable(replacement)
               ? replace_with_function(isolate, regexp, string, replacement)
               : replace_with_text(isolate, regexp, string, replacement.as<String>());
  }
  ValueList results(isolate);
  collect_results(isolate, object, string, results);
  StringBuilder out;
  size_t done = 0;
  for (const Value result : results) {
    const ReplacedMatch match = replace_result(isolate, result.as<Object>(), string, replacement);
    const auto position = static_cast<size_t>(match.position);
    if (position < done) continue;
    out.append(string->flatten(isolate).substring(done, position));
    out.append(match.text);
    if (out.is_too_long()) throw_string_too_long(isolate);
    done = position + match.matched->length();
  }
  if (done < string->length()) {
    out.append(string->flatten(isolate).substring(done, string->length()));
  }
  return finish(isolate, out);
}

}  // namespace perry::runtime::builtins
