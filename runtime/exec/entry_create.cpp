#include <algorithm>

#include "runtime/abi/codes.h"
#include "runtime/exec/arguments_object.h"
#include "runtime/exec/entry.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/property_storage.h"

// Objects, arrays, functions and classes that generated code makes.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

namespace abi = perry::abi;

Shape* literal_shape(Isolate& isolate, const abi::LiteralInfo* info) {
  const uint32_t slots = info->count == 0 ? abi::kEmptyLiteralSlots : info->count;
  Shape* shape = root_shape(isolate, intrinsic(isolate, Intrinsic::ObjectPrototype), &kPlainClass,
                            CellKind::Object, slots);
  for (uint32_t i = 0; i < info->count; ++i) {
    auto* atom = static_cast<String*>(const_cast<void*>(info->keys[i]));
    shape = add_transition(isolate, shape, PropertyKey::from_atom(atom), kAllAttributes);
  }
  return shape;
}

Value copy_data(Isolate& isolate, const abi::DataInfo* info) {
  check_stack(isolate);
  const auto value_at = [&](uint32_t i) {
    const Value value = Value::from_bits(info->values[i]);
    // A nested literal is tagged by 1; no constant looks like that.
    if ((value.bits() & 7) == 1 && !value.is_number()) {
      return copy_data(isolate, reinterpret_cast<const abi::DataInfo*>(value.bits() - 1));
    }
    return value;
  };
  ValueList values(isolate);
  for (uint32_t i = 0; i < info->count; ++i) values.push(value_at(i));
  if (info->is_array != 0) return Value::cell(new_array(isolate, values));
  Object* object = new_object_with_shape(isolate, literal_shape(isolate, info->keys));
  std::copy(values.begin(), values.end(), object->inline_slots());
  isolate.heap().write_barrier(object, object);
  return Value::cell(object);
}

String* text_or_null(const void* text) { return static_cast<String*>(const_cast<void*>(text)); }

Value new_template(Isolate& isolate, const abi::TemplateInfo* info) {
  ValueList cooked(isolate);
  ValueList raw(isolate);
  for (uint32_t i = 0; i < info->count; ++i) {
    const String* text = text_or_null(info->pieces[i].cooked);
    cooked.push(text == nullptr ? Value::undefined() : Value::cell(text));
    raw.push(Value::cell(text_or_null(info->pieces[i].raw)));
  }
  Array* raw_array = new_array(isolate, raw);
  set_integrity_level(isolate, raw_array, IntegrityLevel::Frozen);
  Array* object = new_array(isolate, cooked);
  ordinary_define_own_property(isolate, object, names::raw,
                               PropertyDescriptor::data(Value::cell(raw_array), kNoAttributes));
  set_integrity_level(isolate, object, IntegrityLevel::Frozen);
  return Value::cell(object);
}

// The prototypes of a class's prototype object and of its constructor.
struct Heritage {
  Value prototype;
  Value constructor;
};

Heritage heritage_of(Isolate& isolate, Value heritage) {
  if (heritage.is_empty()) {
    return {intrinsic(isolate, Intrinsic::ObjectPrototype),
            intrinsic(isolate, Intrinsic::FunctionPrototype)};
  }
  if (heritage.is_null()) {
    return {Value::null(), intrinsic(isolate, Intrinsic::FunctionPrototype)};
  }
  if (!is_constructor(heritage)) {
    throw_type_error(isolate, "Class extends value " + describe_plain(isolate, heritage) +
                                  " is not a constructor or null");
  }
  const Value prototype = get(isolate, heritage.as<Object>(), names::prototype);
  if (!prototype.is_object() && !prototype.is_null()) {
    throw_type_error(isolate, "Class extends value does not have valid prototype property " +
                                  describe_plain(isolate, prototype));
  }
  return {prototype, heritage};
}

}  // namespace

extern "C" {

uint64_t perry_rt_literal_shape(void* info, void* place) {
  Isolate& isolate = Isolate::current();
  const auto* literal = static_cast<const abi::LiteralInfo*>(info);
  Shape* shape = literal_shape(isolate, literal);
  isolate.part<Objects>().pin(shape);
  const uint64_t header = abi::header_word(
      CellKind::Object, shape->number, abi::kInlineSlotsOffset + size_t{shape->inline_slots} * 8);
  static_cast<abi::LiteralSite*>(place)->header = header;
  return header;
}

uint64_t perry_rt_new_array(uint64_t count, void* values) {
  return word_of(new_array(Isolate::current(), values_of(values), count));
}

uint64_t perry_rt_new_from_data(void* info, void*) {
  return copy_data(Isolate::current(), static_cast<const abi::DataInfo*>(info)).bits();
}

void perry_rt_append_element(uint64_t array, uint64_t value) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(array).as<Array>();
  if (value == abi::kEmpty) {
    set_array_length(isolate, target, target->length() + 1);
  } else {
    append_element(isolate, target, value_of(value));
  }
}

void perry_rt_append_spread(uint64_t array, uint64_t iterable) {
  Isolate& isolate = Isolate::current();
  auto* target = value_of(array).as<Array>();
  IteratorRecord* record = get_iterator_of_source(isolate, value_of(iterable));
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    append_element(isolate, target, value);
  }
}

uint64_t perry_rt_new_function(void* info, uint64_t count, void* captures) {
  return word_of(new_function(Isolate::current(), static_cast<const abi::FunctionInfo*>(info),
                              values_of(captures), count));
}

void perry_rt_set_function_name(uint64_t function, uint64_t key, uint32_t flags) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(function);
  if (!is_callable(target)) return;
  const uint32_t kind = flags & abi::kMethodKindMask;
  const char* prefix = kind == abi::kGetter ? "get" : kind == abi::kSetter ? "set" : "";
  set_function_name(isolate, target.as<Function>(), to_property_key(isolate, value_of(key)),
                    prefix);
}

uint64_t perry_rt_new_class(void* info_word, uint64_t heritage, uint64_t count, void* captures) {
  Isolate& isolate = Isolate::current();
  const auto* info = static_cast<const abi::FunctionInfo*>(info_word);
  const Heritage parents = heritage_of(isolate, value_of(heritage));
  Object* prototype = new_object(isolate, parents.prototype, 0);
  Function* function = new_function(isolate, info, values_of(captures), count);
  function->set_shape(
      root_shape(isolate, parents.constructor, &kFunctionClass, CellKind::Function, 0)->number);
  store(isolate.heap(), function, &function->home_object, Value::cell(prototype));
  add_property(isolate, function, names::length, Value::number(info->length), kConfigurable);
  add_property(isolate, function, names::name, Value::cell(function_name_from_info(isolate, info)),
               kConfigurable);
  add_property(isolate, function, names::prototype, Value::cell(prototype), kNoAttributes);
  add_property(isolate, prototype, names::constructor, Value::cell(function), kHidden);
  return word_of(function);
}

uint64_t perry_rt_class_prototype(uint64_t function) {
  OwnProperty found;
  find_own(Isolate::current(), value_of(function).as<Object>(), names::prototype, found);
  return found.value.bits();
}

uint64_t perry_rt_template_object(void* info, void* place) {
  auto* site = static_cast<abi::ValueSite*>(place);
  if (site->value == 0) {
    site->value =
        new_template(Isolate::current(), static_cast<const abi::TemplateInfo*>(info)).bits();
  }
  return site->value;
}

uint64_t perry_rt_rest_array(uint64_t first, uint64_t count, void* values) {
  const uint64_t from = std::min(first, count);
  return word_of(new_array(Isolate::current(), values_of(values) + from, count - from));
}

uint64_t perry_rt_arguments_unmapped(uint64_t count, void* values) {
  return new_unmapped_arguments(Isolate::current(), values_of(values), count).bits();
}

uint64_t perry_rt_arguments_mapped(uint64_t callee, uint64_t count, void* values,
                                   uint64_t box_count, void* boxes) {
  return new_mapped_arguments(Isolate::current(), value_of(callee), values_of(values), count,
                              values_of(boxes), box_count)
      .bits();
}

}  // extern "C"
