#include <algorithm>
#include <limits>

#include "runtime/builtins/array/array.h"
#include "runtime/builtins/array/elements.h"
#include "runtime/builtins/object/to_string.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/quick_entry.h"
#include "runtime/string/builder.h"

// %Array.prototype%: its table, and the methods that read or copy without calling back (23.1.3).
namespace perry::runtime::builtins {

// 23.1.3.1
Value array_at(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  double index = to_integer_or_infinity(isolate, arguments[0]);
  if (index < 0) index += length;
  if (!(index >= 0 && index < length)) return Value::undefined();
  return element_at(isolate, object, index);
}

// --- concat ---

static bool is_concat_spreadable(Isolate& isolate, Value value) {
  if (!value.is_object()) return false;
  const Value spreadable =
      get(isolate, value.as<Object>(), well_known(isolate, WellKnown::IsConcatSpreadable));
  return spreadable.is_undefined() ? is_array(isolate, value) : to_boolean(spreadable);
}

// 23.1.3.2
Value array_concat(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments, "Array.prototype.concat");
  Object* result = array_species_create(isolate, object, 0).object;
  double to = 0;
  for (size_t n = 0; n <= arguments.count(); ++n) {
    const Value item = n == 0 ? Value::cell(object) : arguments[n - 1];
    if (!is_concat_spreadable(isolate, item)) {
      if (to >= kMaxSafeInteger) throw_type_error(isolate, "Invalid array length");
      create_element(isolate, result, to++, item);
      continue;
    }
    auto* source = item.as<Object>();
    const double length = length_of_array_like(isolate, source);
    if (to + length > kMaxSafeInteger) throw_type_error(isolate, "Invalid array length");
    for (double i = 0; i < length; ++i) {
      const Value value = element_if_present(isolate, source, i);
      if (!value.is_empty()) create_element(isolate, result, to + i, value);
    }
    to += length;
  }
  set_length(isolate, result, to);
  return Value::cell(result);
}

// 23.1.3.28
Value array_slice(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const double from = relative_index(isolate, arguments[0], length, 0);
  const double end = relative_index(isolate, arguments[1], length, length);
  const double count = std::max(end - from, 0.0);
  Object* result = array_species_create(isolate, object, count).object;
  for (double i = 0; i < count; ++i) {
    const Value value = element_if_present(isolate, object, from + i);
    if (!value.is_empty()) create_element(isolate, result, i, value);
  }
  set_length(isolate, result, count);
  return Value::cell(result);
}

// 23.1.3.33
Value array_to_reversed(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  Array* result = new_array(isolate);
  for (double i = length; i > 0; --i) {
    append_element(isolate, result, element_at(isolate, object, i - 1));
  }
  return Value::cell(result);
}

// 23.1.3.39
Value array_with(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  const double relative = to_integer_or_infinity(isolate, arguments[0]);
  const double index = relative < 0 ? relative + length : relative;
  if (!(index >= 0 && index < length)) {
    throw_range_error(isolate, "Invalid index : " + to_utf8(number_to_string(isolate, relative)));
  }
  if (length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  Array* result = new_array(isolate);
  for (double i = 0; i < length; ++i) {
    append_element(isolate, result, i == index ? arguments[1] : element_at(isolate, object, i));
  }
  return Value::cell(result);
}

// --- Text ---

namespace {

// The arrays that are being joined: one that contains itself gives the empty string.
struct Joining {
  explicit Joining(Object* object) : object(object), outer(innermost) { innermost = this; }
  ~Joining() { innermost = outer; }
  Joining(const Joining&) = delete;
  Joining& operator=(const Joining&) = delete;
  static bool contains(const Object* object) {
    for (const Joining* j = innermost; j != nullptr; j = j->outer) {
      if (j->object == object) return true;
    }
    return false;
  }

  Object* object;
  Joining* outer;
  static thread_local constinit Joining* innermost;
};
thread_local constinit Joining* Joining::innermost = nullptr;

enum class JoinKind : uint8_t { Plain, Locale };

Value join_elements(Isolate& isolate, Object* object, double length, String* separator,
                    JoinKind kind) {
  if (Joining::contains(object)) return Value::cell(empty_string());
  const Joining joining(object);
  StringBuilder text;
  for (double i = 0; i < length; ++i) {
    if (i > 0) text.append(separator);
    const Value value = element_at(isolate, object, i);
    if (!value.is_nullish()) {
      if (kind == JoinKind::Plain) {
        text.append(to_string(isolate, value));
      } else {
        text.append(to_string(isolate, invoke(isolate, value, names::toLocaleString)));
      }
    }
    if (text.is_too_long()) throw_string_too_long(isolate);
  }
  String* result = text.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

}  // namespace

// 23.1.3.18
Value array_join(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  String* separator = arguments[0].is_undefined() ? single_unit_string(isolate, ',')
                                                  : to_string(isolate, arguments[0]);
  return join_elements(isolate, object, length, separator, JoinKind::Plain);
}

// 23.1.3.32
Value array_to_locale_string(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  return join_elements(isolate, object, length, single_unit_string(isolate, ','), JoinKind::Locale);
}

// 23.1.3.36
Value array_to_string(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  const Value join = get(isolate, object, names::join);
  if (is_callable(join)) return call(isolate, join, Value::cell(object));
  return object_to_string(isolate, object);
}

// --- Iterators; `values` is in runtime/exec ---

Value array_keys(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  return new_array_iterator(isolate, Value::cell(object), ArrayIterationKind::Keys);
}
Value array_entries(Isolate& isolate, const Arguments& arguments) {
  Object* object = this_object(isolate, arguments);
  return new_array_iterator(isolate, Value::cell(object), ArrayIterationKind::Entries);
}

// --- The table ---

static Value values_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::ArrayPrototype).as<Object>(), names::values);
}

// 23.1.3.41
static Value unscopables(Isolate& isolate) {
  static constexpr const Name* kNames[] = {
      &names::at,         &names::copyWithin, &names::entries,   &names::fill,
      &names::find,       &names::findIndex,  &names::findLast,  &names::findLastIndex,
      &names::flat,       &names::flatMap,    &names::includes,  &names::keys,
      &names::toReversed, &names::toSorted,   &names::toSpliced, &names::values};
  Object* list = new_object(isolate, Value::null(), std::size(kNames));
  for (const Name* name : kNames) {
    add_property(isolate, list, *name, Value::boolean(true), kAllAttributes);
  }
  return Value::cell(list);
}

#include "runtime/object/builtin_rows.inc.h"
static constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/array/array_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"
static constexpr QuickEntry kKnown[] = {{&names::push, native_entry, abi::KnownFunction::Push}};
static constexpr auto kKnownRows = with_quick_entries(kRows, kKnown);
static constexpr BuiltinTable array_prototype_table() {
  BuiltinTable table = builtin::object(kKnownRows.rows);
  table.kind = CellKind::Array;
  table.object_class = &kArrayClass;
  return table;
}
extern const BuiltinTable kArrayPrototype;
const BuiltinTable kArrayPrototype = array_prototype_table();

}  // namespace perry::runtime::builtins
