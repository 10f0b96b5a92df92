#include "runtime/object/data_view.h"

#include <string>

#include "runtime/builtins/array_buffer/buffers.h"
#include "runtime/object/element_types.h"

// DataView (25.3).
namespace perry::runtime::builtins {
namespace {

[[noreturn]] void throw_bad_offset(Isolate& isolate, Value offset) {
  throw_range_error(isolate, "Start offset " + describe_plain(isolate, offset) +
                                 " is outside the bounds of the buffer");
}
[[noreturn]] void throw_bad_length(Isolate& isolate, Value length) {
  throw_range_error(isolate, "Invalid DataView length " + describe_plain(isolate, length));
}

// ToIndex; empty where it would throw a RangeError.
constexpr double kNoIndex = -1;
double index_or_none(Isolate& isolate, Value value) {
  const double index = to_integer_or_infinity(isolate, value);
  return index >= 0 && index <= 9007199254740991.0 ? index : kNoIndex;
}

// 25.3.2.1
Value construct_view(Isolate& isolate, const Arguments& arguments) {
  constexpr const char* kMethod = "DataView constructor";
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Constructor DataView requires 'new'");
  }
  ArrayBuffer* buffer = try_any_buffer(arguments[0]);
  if (buffer == nullptr) {
    throw_type_error(isolate, "First argument to DataView constructor must be an ArrayBuffer");
  }
  const double offset = index_or_none(isolate, arguments[1]);
  if (offset == kNoIndex) throw_bad_offset(isolate, arguments[1]);
  if (buffer->is_detached()) throw_detached(isolate, kMethod);
  const auto available = static_cast<double>(buffer->byte_length());
  if (offset > available) throw_bad_offset(isolate, arguments[1]);
  const bool has_length = !arguments[2].is_undefined();
  double length = available - offset;
  if (has_length) {
    length = index_or_none(isolate, arguments[2]);
    if (length == kNoIndex || offset + length > available) throw_bad_length(isolate, arguments[2]);
  }
  const Value prototype =
      get_prototype_from_constructor(isolate, arguments.new_target(), Intrinsic::DataViewPrototype);
  // The prototype's getter may have done anything to the buffer.
  if (buffer->is_detached()) throw_detached(isolate, kMethod);
  const auto now = static_cast<double>(buffer->byte_length());
  if (offset > now) throw_bad_offset(isolate, arguments[1]);
  if (has_length && offset + length > now) throw_bad_length(isolate, arguments[2]);
  auto* view = new_exotic<DataView>(isolate, prototype);
  view->buffer_cell = Value::cell(buffer);
  view->byte_offset = static_cast<uint64_t>(offset);
  view->is_length_tracking = !has_length && buffer->is_resizable();
  view->own_length = static_cast<uint64_t>(has_length ? length : now - offset);
  return Value::cell(view);
}

DataView* this_view(Isolate& isolate, const Arguments& arguments, const char* method) {
  auto* view = try_object<DataView>(arguments.receiver());
  if (view == nullptr) throw_incompatible(isolate, method, arguments.receiver());
  return view;
}
DataView* this_view_within_bounds(Isolate& isolate, const Arguments& arguments,
                                  const char* method) {
  DataView* view = this_view(isolate, arguments, method);
  if (view->is_out_of_bounds()) throw_detached(isolate, method);
  return view;
}

// 25.3.4.1
Value view_buffer(Isolate& isolate, const Arguments& arguments) {
  return this_view(isolate, arguments, "get DataView.prototype.buffer")->buffer_cell;
}
// 25.3.4.2
Value view_byte_length(Isolate& isolate, const Arguments& arguments) {
  const DataView* view =
      this_view_within_bounds(isolate, arguments, "get DataView.prototype.byteLength");
  return Value::number(static_cast<double>(view->byte_length()));
}
// 25.3.4.3
Value view_byte_offset(Isolate& isolate, const Arguments& arguments) {
  const DataView* view =
      this_view_within_bounds(isolate, arguments, "get DataView.prototype.byteOffset");
  return Value::number(static_cast<double>(view->byte_offset));
}

// --- Elements ---

enum class Access : uint8_t { Get, Set };

// "DataView.prototype.getInt8".
std::string method_name(ElementType type, Access access) {
  std::string_view name = typed_array_name(type);
  name.remove_suffix(std::string_view("Array").size());
  return std::string("DataView.prototype.") + (access == Access::Get ? "get" : "set") +
         std::string(name);
}

DataView* element_holder(Isolate& isolate, const Arguments& arguments, ElementType type,
                         Access access) {
  if (auto* view = try_object<DataView>(arguments.receiver())) return view;
  throw_incompatible(isolate, method_name(type, access).c_str(), arguments.receiver());
}

[[noreturn]] void throw_out_of_view(Isolate& isolate) {
  throw_range_error(isolate, "Offset is outside the bounds of the DataView");
}

double element_index(Isolate& isolate, const Arguments& arguments) {
  const double index = index_or_none(isolate, arguments[0]);
  if (index == kNoIndex) throw_out_of_view(isolate);
  return index;
}

// Where the bytes are. Nothing may run between this and their use.
uint8_t* element_place(Isolate& isolate, const DataView* view, double index, ElementType type,
                       Access access) {
  if (view->is_out_of_bounds()) throw_detached(isolate, method_name(type, access));
  const size_t size = element_size(type);
  const size_t length = view->byte_length();
  if (length < size || index > static_cast<double>(length - size)) throw_out_of_view(isolate);
  return view->buffer()->data + view->byte_offset + static_cast<size_t>(index);
}

constexpr uint64_t in_order(uint64_t bits, ElementType type, bool little_endian) {
  return little_endian ? bits : std::byteswap(bits) >> (64 - 8 * element_size(type));
}

// GetViewValue (25.3.1.5).
template <ElementType kType>
Value get_element(Isolate& isolate, const Arguments& arguments) {
  const DataView* view = element_holder(isolate, arguments, kType, Access::Get);
  const double index = element_index(isolate, arguments);
  const bool little_endian = to_boolean(arguments[1]);
  const uint8_t* place = element_place(isolate, view, index, kType, Access::Get);
  return element_value(isolate, kType, in_order(load_element(place, kType), kType, little_endian));
}

// SetViewValue (25.3.1.6).
template <ElementType kType>
Value set_element(Isolate& isolate, const Arguments& arguments) {
  const DataView* view = element_holder(isolate, arguments, kType, Access::Set);
  const double index = element_index(isolate, arguments);
  const uint64_t bits = element_bits(isolate, kType, arguments[1]);
  const bool little_endian = to_boolean(arguments[2]);
  uint8_t* place = element_place(isolate, view, index, kType, Access::Set);
  store_element(place, kType, in_order(bits, kType, little_endian));
  return Value::undefined();
}

constexpr NativeInfo kConstructor = builtin::constructor(names::DataView, 1, construct_view);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/data_view/data_view.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/data_view/data_view_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kDataView;
constexpr BuiltinTable kDataView = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kDataViewPrototype;
constexpr BuiltinTable kDataViewPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
