#include <algorithm>
#include <string>

#include "runtime/builtins/iterator/helper.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"

// Iterator.zip and Iterator.zipKeyed (27.1.3.2.3 and 4).
namespace perry::runtime::builtins {
namespace {

enum class Mode : uint32_t { Shortest, Longest, Strict };

// What is zipped. An iterator that ended or threw is empty: it is not closed any more.
class Zip : public NativeCell {
 public:
  Value iterators;  // Slots of IteratorRecords
  Value padding;    // Slots
  Value keys;       // Slots of zipKeyed, or empty
  uint32_t count;
  Mode mode;

  Value& iterator(uint32_t i) { return iterators.as<Slots>()->values()[i]; }
  IteratorRecord* record(uint32_t i) { return static_cast<IteratorRecord*>(iterator(i).as_cell()); }
};

void trace(NativeCell* cell, Tracer& tracer) {
  tracer.visit(&static_cast<Zip*>(cell)->iterators, 3);
}

Slots* slots_of(Isolate& isolate, const ValueList& list) {
  Slots* slots = new_slots(isolate, std::max<size_t>(list.size(), 1));
  std::copy_n(list.data(), list.size(), slots->values());
  return slots;
}

// --- Closing ---

void close_silent(Isolate& isolate, const ValueList& records) {
  for (size_t i = records.size(); i-- > 0;) {
    iterator_close_silent(isolate, static_cast<IteratorRecord*>(records[i].as_cell()));
  }
}

// IfAbruptCloseIterators around body().
template <typename Body>
auto or_close_all(Isolate& isolate, const ValueList& records, Body&& body) {
  Value error;
  try {
    return body();
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  close_silent(isolate, records);
  throw_value(error);
}

// IteratorCloseAll of those that are open, for a completion that is no throw.
void close_open(Isolate& isolate, Zip* zip) {
  Value error;
  for (uint32_t i = zip->count; i-- > 0;) {
    if (zip->iterator(i).is_empty()) continue;
    IteratorRecord* record = zip->record(i);
    if (!error.is_empty()) {
      iterator_close_silent(isolate, record);
      continue;
    }
    try {
      iterator_close(isolate, record);
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
  }
  if (!error.is_empty()) throw_value(error);
}

[[noreturn]] void close_and_throw(Isolate& isolate, Zip* zip, Value error) {
  for (uint32_t i = zip->count; i-- > 0;) {
    if (!zip->iterator(i).is_empty()) iterator_close_silent(isolate, zip->record(i));
  }
  throw_value(error);
}

[[noreturn]] void throw_lengths_differ(Isolate& isolate, Zip* zip) {
  close_and_throw(isolate, zip,
                  Value::cell(new_error(isolate, ErrorType::TypeError,
                                        "Iterators to zip strictly have different lengths")));
}

// --- Stepping ---

// A step of one iterator, which is not open any more when it throws or is done.
template <typename Step>
auto step_or_close(Isolate& isolate, Zip* zip, uint32_t i, Step&& step) {
  Value error;
  try {
    const auto result = step(zip->record(i));
    return result;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  zip->iterator(i) = Value();
  close_and_throw(isolate, zip, error);
}

// The first iterator ended: all others must end now.
void require_all_done(Isolate& isolate, Zip* zip) {
  for (uint32_t i = 1; i < zip->count; ++i) {
    const bool has_more = step_or_close(
        isolate, zip, i, [&](IteratorRecord* record) { return iterator_advance(isolate, record); });
    if (has_more) throw_lengths_differ(isolate, zip);
    zip->iterator(i) = Value();
  }
}

bool has_open(Zip* zip) {
  for (uint32_t i = 0; i < zip->count; ++i) {
    if (!zip->iterator(i).is_empty()) return true;
  }
  return false;
}

// False: the zip is at its end.
bool take_results(Isolate& isolate, Zip* zip, ValueList& results) {
  for (uint32_t i = 0; i < zip->count; ++i) {
    if (zip->iterator(i).is_empty()) {
      results.push(zip->padding.as<Slots>()->values()[i]);
      continue;
    }
    const Value value = step_or_close(
        isolate, zip, i, [&](IteratorRecord* record) { return iterator_step(isolate, record); });
    if (!value.is_empty()) {
      results.push(value);
      continue;
    }
    zip->iterator(i) = Value();
    switch (zip->mode) {
      case Mode::Shortest:
        close_open(isolate, zip);
        return false;
      case Mode::Strict:
        if (i != 0) throw_lengths_differ(isolate, zip);
        require_all_done(isolate, zip);
        return false;
      case Mode::Longest:
        if (!has_open(zip)) return false;
        results.push(zip->padding.as<Slots>()->values()[i]);
    }
  }
  return true;
}

// --- Arguments ---

struct Options {
  Mode mode = Mode::Shortest;
  Value padding = Value::undefined();
};

Options read_options(Isolate& isolate, Value value) {
  Options options;
  if (value.is_undefined()) return options;
  if (!value.is_object()) {
    throw_type_error(isolate, describe_plain(isolate, value) + " is not an object");
  }
  const Value mode = get(isolate, value.as<Object>(), names::mode);
  if (!mode.is_undefined()) {
    const std::string text = mode.is_string() ? to_utf8(mode.as<String>()) : "";
    if (text != "shortest" && text != "longest" && text != "strict") {
      throw_type_error(isolate, describe_plain(isolate, mode) +
                                    " is none of \"shortest\", \"longest\" and \"strict\"");
    }
    options.mode = text == "longest"  ? Mode::Longest
                   : text == "strict" ? Mode::Strict
                                      : Mode::Shortest;
  }
  if (options.mode != Mode::Longest) return options;
  options.padding = get(isolate, value.as<Object>(), names::padding);
  if (!options.padding.is_undefined() && !options.padding.is_object()) {
    throw_type_error(isolate, describe_plain(isolate, options.padding) + " is not an object");
  }
  return options;
}

void read_iterables(Isolate& isolate, Value iterables, ValueList& records) {
  IteratorRecord* input = get_iterator(isolate, iterables);
  for (;;) {
    const Value next =
        or_close_all(isolate, records, [&] { return iterator_step(isolate, input); });
    if (next.is_empty()) return;
    Value error;
    try {
      records.push(Value::cell(get_iterator_flattenable(isolate, next, StringHandling::Reject)));
      continue;
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    close_silent(isolate, records);
    iterator_close_silent(isolate, input);
    throw_value(error);
  }
}

void read_keyed_iterables(Isolate& isolate, Object* iterables, ValueList& keys,
                          ValueList& records) {
  ValueList all_keys(isolate);
  own_property_keys(isolate, iterables, all_keys);
  for (const Value key_value : all_keys) {
    or_close_all(isolate, records, [&] {
      const PropertyKey key = to_property_key(isolate, key_value);
      PropertyDescriptor descriptor;
      if (!get_own_property(isolate, iterables, key, descriptor)) return;
      if (!descriptor.is_enumerable()) return;
      const Value value = get(isolate, iterables, key);
      if (value.is_undefined()) return;
      keys.push(key_value);
      records.push(Value::cell(get_iterator_flattenable(isolate, value, StringHandling::Reject)));
    });
  }
}

void read_padding(Isolate& isolate, Value option, const ValueList& records, ValueList& padding) {
  if (!option.is_undefined()) {
    or_close_all(isolate, records, [&] {
      IteratorRecord* record = get_iterator(isolate, option);
      while (padding.size() < records.size()) {
        const Value value = iterator_step(isolate, record);
        if (value.is_empty()) break;
        padding.push(value);
      }
      iterator_close(isolate, record);
    });
  }
  while (padding.size() < records.size()) padding.push(Value::undefined());
}

void read_keyed_padding(Isolate& isolate, Value option, const ValueList& keys,
                        const ValueList& records, ValueList& padding) {
  for (size_t i = 0; i < keys.size(); ++i) {
    padding.push(option.is_undefined() ? option : or_close_all(isolate, records, [&] {
      return get(isolate, option.as<Object>(), to_property_key(isolate, keys[i]));
    }));
  }
}

Value make(Isolate& isolate, Mode mode, const ValueList& records, const ValueList& padding,
           Slots* keys) {
  Slots* iterators = slots_of(isolate, records);
  Slots* fillers = slots_of(isolate, padding);
  auto* zip = static_cast<Zip*>(isolate.heap().allocate(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native), sizeof(Zip)));
  zip->trace = trace;
  zip->iterators = Value::cell(iterators);
  zip->padding = Value::cell(fillers);
  zip->keys = keys == nullptr ? Value() : Value::cell(keys);
  zip->count = static_cast<uint32_t>(records.size());
  zip->mode = mode;
  return Value::cell(new_helper(isolate, HelperKind::Zip, Value::cell(zip), Value::undefined(), 0));
}

Object* iterables_argument(Isolate& isolate, const Arguments& arguments) {
  if (arguments[0].is_object()) return arguments[0].as<Object>();
  throw_type_error(isolate, describe_plain(isolate, arguments[0]) + " is not an object");
}

}  // namespace

Value iterator_zip(Isolate& isolate, const Arguments& arguments) {
  Object* iterables = iterables_argument(isolate, arguments);
  const Options options = read_options(isolate, arguments[1]);
  ValueList records(isolate);
  ValueList padding(isolate);
  read_iterables(isolate, Value::cell(iterables), records);
  read_padding(isolate, options.padding, records, padding);
  return make(isolate, options.mode, records, padding, nullptr);
}

Value iterator_zip_keyed(Isolate& isolate, const Arguments& arguments) {
  Object* iterables = iterables_argument(isolate, arguments);
  const Options options = read_options(isolate, arguments[1]);
  ValueList keys(isolate);
  ValueList records(isolate);
  ValueList padding(isolate);
  read_keyed_iterables(isolate, iterables, keys, records);
  read_keyed_padding(isolate, options.padding, keys, records, padding);
  return make(isolate, options.mode, records, padding, slots_of(isolate, keys));
}

Value step_zip(Isolate& isolate, IteratorHelper* helper) {
  auto* zip = static_cast<Zip*>(helper->source.as_cell());
  ValueList results(isolate);
  if (zip->count == 0 || !take_results(isolate, zip, results)) return {};
  if (zip->keys.is_empty()) return Value::cell(new_array(isolate, results));
  Object* object = new_object(isolate, Value::null());
  for (uint32_t i = 0; i < zip->count; ++i) {
    const PropertyKey key = to_property_key(isolate, zip->keys.as<Slots>()->values()[i]);
    create_data_property_or_throw(isolate, object, key, results[i]);
  }
  return Value::cell(object);
}

void close_zip(Isolate& isolate, IteratorHelper* helper) {
  close_open(isolate, static_cast<Zip*>(helper->source.as_cell()));
}

}  // namespace perry::runtime::builtins
