#include "runtime/builtins/typed_array/typed_arrays.h"

// %TypedArray%, its prototype and the constructors of each type: their tables, and what only reads
// the fields of a view (23.2).
namespace perry::runtime::builtins {

TypedArray* this_typed_array(Isolate& isolate, const Arguments& arguments, const char* method,
                             NotTypedArray message) {
  TypedArray* array = try_typed_array(arguments.receiver());
  if (array != nullptr && !array->is_out_of_bounds()) [[likely]]
    return array;
  return validate_typed_array(isolate, arguments.receiver(),
                              std::string("%TypedArray%.prototype.") + method, message);
}

Value element_or_undefined(Isolate& isolate, TypedArray* array, size_t index) {
  return index < array->length() ? typed_element(isolate, array, index) : Value::undefined();
}

namespace {

// 23.2.1.1
Value construct_abstract(Isolate& isolate, const Arguments&) {
  throw_type_error(isolate, "Abstract class TypedArray not directly constructable");
}

Value species(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

// --- Fields ---

TypedArray* any_view(Isolate& isolate, const Arguments& arguments, const char* method) {
  TypedArray* array = try_typed_array(arguments.receiver());
  if (array != nullptr) return array;
  throw_type_error(isolate, std::string("Method get ") + method +
                                " called on incompatible receiver " +
                                describe_plain(isolate, arguments.receiver()));
}
// 23.2.3.2
Value typed_array_buffer(Isolate& isolate, const Arguments& arguments) {
  return any_view(isolate, arguments, "%TypedArray%.prototype.buffer")->buffer_cell;
}
// 23.2.3.3
Value typed_array_byte_length(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = any_view(isolate, arguments, "TypedArray.prototype.byteLength");
  return Value::number(static_cast<double>(array->byte_length()));
}
// 23.2.3.4
Value typed_array_byte_offset(Isolate& isolate, const Arguments& arguments) {
  const TypedArray* array = any_view(isolate, arguments, "TypedArray.prototype.byteOffset");
  return Value::number(static_cast<double>(array->byte_offset()));
}
// 23.2.3.38
Value to_string_tag(Isolate& isolate, const Arguments& arguments) {
  const TypedArray* array = try_typed_array(arguments.receiver());
  if (array == nullptr) return Value::undefined();
  return Value::cell(intern(isolate, typed_array_name(array->type())));
}

// --- Iterators; `values` is in runtime/exec ---

Value typed_array_entries(Isolate& isolate, const Arguments& arguments) {
  return new_typed_array_iterator(isolate, arguments, ArrayIterationKind::Entries,
                                  "%TypedArray%.prototype.entries");
}
Value typed_array_keys(Isolate& isolate, const Arguments& arguments) {
  return new_typed_array_iterator(isolate, arguments, ArrayIterationKind::Keys,
                                  "%TypedArray%.prototype.keys");
}
Value values_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::TypedArrayPrototype).as<Object>(),
             names::values);
}
// The same function as that of arrays.
Value to_string_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::ArrayPrototype).as<Object>(), names::toString);
}

template <ElementType kType>
Value construct_type(Isolate& isolate, const Arguments& arguments) {
  return construct_typed_array(isolate, arguments, kType);
}

constexpr NativeInfo kAbstract = builtin::constructor(names::TypedArray, 0, construct_abstract);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/typed_array/typed_array.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/typed_array/typed_array_prototype.def"
};
constexpr BuiltinRow kBytesRows[] = {
#include "runtime/builtins/typed_array/uint8_array.def"
};
constexpr BuiltinRow kBytesPrototypeRows[] = {
#include "runtime/builtins/typed_array/uint8_array_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

// The rows of every type, and behind them those of Uint8Array alone.
template <size_t kExtra>
struct TypeRows {
  BuiltinRow rows[2 + kExtra];
};
template <size_t kExtra>
constexpr TypeRows<kExtra> rows_of_type(const BuiltinRow& first, ElementType type,
                                        const BuiltinRow* extra) {
  TypeRows<kExtra> result;
  result.rows[0] = first;
  result.rows[1] = builtin::number(names::BYTES_PER_ELEMENT,
                                   static_cast<double>(element_size(type)), kNoAttributes);
  for (size_t i = 0; i < kExtra; ++i) result.rows[2 + i] = extra[i];
  return result;
}
constexpr size_t extra_count(ElementType type, size_t count) {
  return type == ElementType::Uint8 ? count : 0;
}

}  // namespace

extern const BuiltinTable kTypedArray;
constexpr BuiltinTable kTypedArray = builtin::function_object(kAbstract, kRows);
extern const BuiltinTable kTypedArrayPrototype;
constexpr BuiltinTable kTypedArrayPrototype = builtin::object(kPrototypeRows);

#define ELEMENT_TYPE(type, storage, shift)                                                      \
  static constexpr NativeInfo k##type##Info =                                                   \
      builtin::constructor(names::type##Array, 3, construct_type<ElementType::type>);           \
  static constexpr auto k##type##Rows =                                                         \
      rows_of_type<extra_count(ElementType::type, std::size(kBytesRows))>(                      \
          builtin::intrinsic(names::prototype, Intrinsic::type##ArrayPrototype, kNoAttributes), \
          ElementType::type, kBytesRows);                                                       \
  static constexpr auto k##type##PrototypeRows =                                                \
      rows_of_type<extra_count(ElementType::type, std::size(kBytesPrototypeRows))>(             \
          builtin::intrinsic(names::constructor, Intrinsic::type##Array, kHidden),              \
          ElementType::type, kBytesPrototypeRows);                                              \
  extern const BuiltinTable k##type##Array;                                                     \
  constexpr BuiltinTable k##type##Array =                                                       \
      builtin::function_object(k##type##Info, k##type##Rows.rows, Intrinsic::TypedArray);       \
  extern const BuiltinTable k##type##ArrayPrototype;                                            \
  constexpr BuiltinTable k##type##ArrayPrototype =                                              \
      builtin::object(k##type##PrototypeRows.rows, Intrinsic::TypedArrayPrototype);
#include "runtime/object/element_types.def"

}  // namespace perry::runtime::builtins
