#include "runtime/object/typed_array.h"

#include <cmath>

#include "runtime/numeric/number_to_string.h"
#include "runtime/numeric/string_to_number.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// Typed arrays as exotic objects (10.4.5), and the list of a buffer's views.
//
// A view copies where its elements are and how many, so that generated code checks an index and no
// more. The price is paid by those who detach or resize a buffer, which is rare: they walk over the
// views. The list holds its members weakly: a view that dies takes itself out, in a finaliser,
// which runs while all that died with it is still there to be read.
namespace perry::runtime {

// --- Bounds ---

void TypedArray::refresh() {
  const ArrayBuffer* memory = buffer();
  const size_t bytes = memory->byte_length();
  const uint32_t shift = element_shift(type());
  const bool is_out = memory->is_detached() || own_byte_offset > bytes ||
                      (!is_length_tracking() && (own_length << shift) > bytes - own_byte_offset);
  if (is_out) {
    known_length = 0;
    flags |= abi::kTypedArrayOutOfBounds;
    return;
  }
  flags &= ~uint32_t{abi::kTypedArrayOutOfBounds};
  elements = memory->data + own_byte_offset;
  known_length = is_length_tracking() ? (bytes - own_byte_offset) >> shift : own_length;
}

static void add_to_views(Isolate& isolate, ArrayBuffer* buffer, TypedArray* view) {
  view->next_view = buffer->views;
  if (buffer->views != nullptr) buffer->views->previous_view = view;
  buffer->views = view;
  isolate.heap().add_finalizer(view);
}

static void remove_from_views(Object* object) {
  auto* view = object->as<TypedArray>();
  if (view->previous_view != nullptr) {
    view->previous_view->next_view = view->next_view;
  } else {
    view->buffer()->views = view->next_view;
  }
  if (view->next_view != nullptr) view->next_view->previous_view = view->previous_view;
}

bool is_valid_index(TypedArray* array, double index) {
  if (!(index >= 0) || index != std::trunc(index) || std::signbit(index)) return false;
  return index < static_cast<double>(array->length());
}

// --- Keys ---

std::optional<double> canonical_numeric_index(PropertyKey key) {
  if (key.is_index()) return key.index();
  if (!key.is_atom()) return std::nullopt;
  const StringView text = key.atom()->view();
  if (text.is_empty() || text.is_two_byte() || text.length() > 32) return std::nullopt;
  // What such a text can begin with: a digit, "-", "Infinity", "NaN".
  const char16_t first = text[0];
  if (!(first >= '0' && first <= '9') && first != '-' && first != 'I' && first != 'N') {
    return std::nullopt;
  }
  const auto units = text.latin1();
  const std::string_view spelled(reinterpret_cast<const char*>(units.data()), units.size());
  if (spelled == "-0") return -0.0;
  const double number = string_to_number(units);
  if (NumberText(number).view() != spelled) return std::nullopt;
  return number;
}

// --- Elements ---

// 23.2.3.21
Value typed_array_length(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = try_typed_array(arguments.receiver());
  if (array == nullptr) {
    throw_type_error(isolate,
                     "Method get TypedArray.prototype.length called on incompatible receiver " +
                         describe_plain(isolate, arguments.receiver()));
  }
  return Value::number(static_cast<double>(array->length()));
}

void set_typed_element(Isolate& isolate, TypedArray* array, double index, Value value) {
  const uint64_t bits = element_bits(isolate, array->type(), value);
  if (!is_valid_index(array, index)) return;
  store_element(array->place(static_cast<size_t>(index)), array->type(), bits);
}

namespace {

bool get_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  const auto index = canonical_numeric_index(key);
  if (!index) return ordinary_get_own_property(isolate, object, key, result);
  auto* array = object->as<TypedArray>();
  if (!is_valid_index(array, *index)) return false;
  result = PropertyDescriptor::data(typed_element(isolate, array, static_cast<size_t>(*index)),
                                    kAllAttributes);
  return true;
}

bool define_own(Isolate& isolate, Object* object, PropertyKey key,
                const PropertyDescriptor& descriptor) {
  using D = PropertyDescriptor;
  const auto index = canonical_numeric_index(key);
  if (!index) return ordinary_define_own_property(isolate, object, key, descriptor);
  auto* array = object->as<TypedArray>();
  if (!is_valid_index(array, *index)) return false;
  if (descriptor.has(D::kHasConfigurable) && !descriptor.is_configurable()) return false;
  if (descriptor.has(D::kHasEnumerable) && !descriptor.is_enumerable()) return false;
  if (descriptor.is_accessor()) return false;
  if (descriptor.has(D::kHasWritable) && !descriptor.is_writable()) return false;
  if (descriptor.has(D::kHasValue)) set_typed_element(isolate, array, *index, descriptor.value);
  return true;
}

bool has(Isolate& isolate, Object* object, PropertyKey key) {
  if (const auto index = canonical_numeric_index(key)) {
    return is_valid_index(object->as<TypedArray>(), *index);
  }
  return ordinary_has(isolate, object, key);
}

Value get_value(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  const auto index = canonical_numeric_index(key);
  if (!index) return ordinary_get(isolate, object, key, receiver);
  auto* array = object->as<TypedArray>();
  if (!is_valid_index(array, *index)) return Value::undefined();
  return typed_element(isolate, array, static_cast<size_t>(*index));
}

bool set_value(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver) {
  if (const auto index = canonical_numeric_index(key)) {
    auto* array = object->as<TypedArray>();
    if (receiver == Value::cell(object)) {
      set_typed_element(isolate, array, *index, value);
      return true;
    }
    if (!is_valid_index(array, *index)) return true;
  }
  return ordinary_set(isolate, object, key, value, receiver);
}

bool remove(Isolate& isolate, Object* object, PropertyKey key) {
  if (const auto index = canonical_numeric_index(key)) {
    return !is_valid_index(object->as<TypedArray>(), *index);
  }
  return ordinary_delete(isolate, object, key);
}

void own_keys(Isolate& isolate, Object* object, ValueList& keys) {
  const size_t length = object->as<TypedArray>()->length();
  for (size_t i = 0; i < length; ++i) {
    keys.push(key_to_value(isolate, key_from_index(isolate, static_cast<double>(i))));
  }
  ordinary_own_keys(isolate, object, keys);
}

// A view whose length may change can't promise anything about its properties.
bool prevent_extensions(Isolate& isolate, Object* object) {
  const auto* array = object->as<TypedArray>();
  const ArrayBuffer* buffer = array->buffer();
  const bool is_fixed =
      !array->is_length_tracking() && (!buffer->is_resizable() || buffer->is_shared());
  return is_fixed && ordinary_prevent_extensions(isolate, object);
}

constexpr ExoticMethods kMethods = {
    .get_own = get_own,
    .define_own = define_own,
    .has = has,
    .get = get_value,
    .set = set_value,
    .remove = remove,
    .own_keys = own_keys,
    .prevent_extensions = prevent_extensions,
    .numeric_keys_only = true,
};

const ObjectClass kClasses[kElementTypeCount] = {
#define ELEMENT_TYPE(type, storage, shift) \
  {.name = #type "Array", .methods = &kMethods, .finalize = remove_from_views},
#include "runtime/object/element_types.def"
};

}  // namespace

// --- Making them ---

Intrinsic typed_array_constructor(ElementType type) {
  static constexpr Intrinsic kIntrinsics[kElementTypeCount] = {
#define ELEMENT_TYPE(name, storage, shift) Intrinsic::name##Array,
#include "runtime/object/element_types.def"
  };
  return kIntrinsics[static_cast<size_t>(type)];
}

Intrinsic typed_array_prototype(ElementType type) {
  static constexpr Intrinsic kIntrinsics[kElementTypeCount] = {
#define ELEMENT_TYPE(name, storage, shift) Intrinsic::name##ArrayPrototype,
#include "runtime/object/element_types.def"
  };
  return kIntrinsics[static_cast<size_t>(type)];
}

TypedArray* new_typed_array(Isolate& isolate, ElementType type, Value prototype,
                            ArrayBuffer* buffer, size_t byte_offset, std::optional<size_t> length) {
  Shape* shape =
      root_shape(isolate, prototype, &kClasses[static_cast<size_t>(type)], CellKind::TypedArray, 0);
  auto* view = isolate.heap().allocate<TypedArray>(CellKind::TypedArray, shape->number);
  view->buffer_cell = Value::cell(buffer);
  view->type_word = static_cast<uint32_t>(type);
  view->own_byte_offset = byte_offset;
  if (length) {
    view->own_length = *length;
  } else {
    view->flags = abi::kTypedArrayTracking;
    if (buffer->is_shared() && buffer->is_resizable()) view->flags |= abi::kTypedArrayBehind;
  }
  view->refresh();
  // Shared memory is neither detached nor made shorter.
  if (!buffer->is_shared()) add_to_views(isolate, buffer, view);
  return view;
}

TypedArray* new_typed_array(Isolate& isolate, ElementType type, double length) {
  ArrayBuffer* buffer =
      new_array_buffer(isolate, intrinsic(isolate, Intrinsic::ArrayBufferPrototype),
                       {.byte_length = length * static_cast<double>(element_size(type))});
  return new_typed_array(isolate, type, intrinsic(isolate, typed_array_prototype(type)), buffer, 0,
                         static_cast<size_t>(length));
}

}  // namespace perry::runtime
