#include "runtime/object/array.h"

#include <algorithm>
#include <cstring>

#include "runtime/object/objects.h"

// Dense arrays keep raw doubles while all of their elements are numbers, and values otherwise. What
// has attributes, gaps or no right to grow is a table of indices.
namespace perry::runtime {

namespace {

// A gap of more than this makes an array sparse.
constexpr uint32_t kLongestGap = 4096;
// `new Array(n)` up to this is dense.
constexpr uint32_t kLongestDense = 1u << 25;
constexpr uint32_t kFirstCapacity = 4;

struct EmptyElements {
  abi::ElementsLayout layout;
};
constinit EmptyElements empty_elements{
    {{abi::kNoShape, abi::CellKind::Doubles, abi::kStatic, 2}, 0, 0}};

Elements* no_elements() { return reinterpret_cast<Elements*>(&empty_elements); }

void set_kind(Array* array, ElementsKind kind) {
  array->flags = (array->flags & ~uint32_t{abi::kArrayKindMask}) | static_cast<uint32_t>(kind);
}

bool is_holey(ElementsKind kind) {
  return kind == ElementsKind::HoleyDouble || kind == ElementsKind::Holey;
}

void fill_holes(Array* array, uint32_t from, uint32_t to) {
  uint64_t* bits = array->elements()->bits();
  std::fill(bits + from, bits + to, array->has_doubles() ? abi::kHoleDouble : abi::kEmpty);
}

Elements* new_elements(Isolate& isolate, CellKind kind, uint32_t capacity) {
  const size_t bytes = Heap::good_size(sizeof(Elements) + size_t{capacity} * 8);
  auto* elements = isolate.heap().allocate<Elements>(kind, abi::kNoShape, bytes);
  elements->capacity = static_cast<uint32_t>((bytes - sizeof(Elements)) / 8);
  return elements;
}

// Copies into a new cell with at least this room, as boxed values or as they are.
void reallocate(Isolate& isolate, Array* array, uint32_t capacity, bool doubles) {
  Elements* fresh =
      new_elements(isolate, doubles ? CellKind::Doubles : CellKind::Elements, capacity);
  const uint32_t length = array->dense_length;
  if (doubles == array->has_doubles()) {
    if (length != 0) std::memcpy(fresh->bits(), array->elements()->bits(), size_t{length} * 8);
  } else {
    for (uint32_t i = 0; i < length; ++i) fresh->values()[i] = dense_element(array, i);
    set_kind(array, is_holey(array->elements_kind()) ? ElementsKind::Holey : ElementsKind::Packed);
  }
  fresh->initialized = length;
  isolate.heap().write_barrier(fresh, fresh);
  store(isolate.heap(), array, &array->elements_cell, Value::cell(fresh));
}

uint32_t grown(uint32_t needed, uint32_t capacity) {
  return std::max({kFirstCapacity, needed, capacity + capacity / 2 + 8});
}

}  // namespace

static Array* new_empty_array(Isolate& isolate) {
  auto* array = isolate.heap().allocate<Array>(CellKind::Array, abi::kArrayShape, sizeof(Array));
  array->elements_cell = Value::cell(no_elements());
  return array;
}

Array* new_array(Isolate& isolate, uint32_t length) {
  Array* array = new_empty_array(isolate);
  if (length == 0) return array;
  if (length > kLongestDense) {
    make_sparse(isolate, array);
    array->sparse()->length = length;
    return array;
  }
  reallocate(isolate, array, length, true);
  set_kind(array, ElementsKind::HoleyDouble);
  array->dense_length = length;
  array->elements()->initialized = length;
  fill_holes(array, 0, length);
  return array;
}

Array* new_array(Isolate& isolate, const Value* values, size_t count) {
  Array* array = new_empty_array(isolate);
  if (count == 0) return array;
  bool numbers = true;
  bool holes = false;
  for (size_t i = 0; i < count; ++i) {
    if (values[i].is_empty()) {
      holes = true;
    } else if (!values[i].is_number()) {
      numbers = false;
    }
  }
  const auto length = static_cast<uint32_t>(count);
  set_kind(array, numbers ? (holes ? ElementsKind::HoleyDouble : ElementsKind::PackedDouble)
                          : (holes ? ElementsKind::Holey : ElementsKind::Packed));
  Elements* elements =
      new_elements(isolate, numbers ? CellKind::Doubles : CellKind::Elements, length);
  for (size_t i = 0; i < count; ++i) {
    if (numbers) {
      elements->bits()[i] =
          values[i].is_empty() ? abi::kHoleDouble : values[i].bits() - abi::kDoubleOffset;
    } else {
      elements->values()[i] = values[i];
    }
  }
  elements->initialized = length;
  isolate.heap().write_barrier(elements, elements);
  store(isolate.heap(), array, &array->elements_cell, Value::cell(elements));
  array->dense_length = length;
  return array;
}

void reserve_elements(Isolate& isolate, Array* array, uint32_t capacity) {
  if (array->is_sparse() || capacity <= array->elements()->capacity) return;
  reallocate(isolate, array, capacity, array->has_doubles());
}

void put_element(Isolate& isolate, Array* array, uint32_t index, Value value) {
  if (!array->is_sparse() && index >= array->dense_length &&
      index - array->dense_length > kLongestGap && index >= array->elements()->capacity) {
    make_sparse(isolate, array);
  }
  if (array->is_sparse()) {
    IndexStore* table = array->sparse();
    IndexStore::Entry* entry = table->find(index);
    table->set(isolate, index, value, entry == nullptr ? kAllAttributes : entry->attribute_bits());
    table->length = std::max(table->length, index + 1);
    return;
  }
  if (array->has_doubles() && !value.is_number()) {
    reallocate(isolate, array, std::max(array->elements()->capacity, kFirstCapacity), false);
  }
  if (index >= array->elements()->capacity) {
    reallocate(isolate, array, grown(index + 1, array->elements()->capacity), array->has_doubles());
  }
  Elements* elements = array->elements();
  if (index >= array->dense_length) {
    if (index > array->dense_length) {
      fill_holes(array, array->dense_length, index);
      set_kind(array, array->has_doubles() ? ElementsKind::HoleyDouble : ElementsKind::Holey);
    }
    array->dense_length = index + 1;
    elements->initialized = index + 1;
  }
  if (array->has_doubles()) {
    elements->bits()[index] = value.bits() - abi::kDoubleOffset;
  } else {
    store(isolate.heap(), elements, &elements->values()[index], value);
  }
}

void remove_element(Isolate& isolate, Array* array, uint32_t index) {
  (void)isolate;
  if (array->is_sparse()) {
    if (IndexStore::Entry* entry = array->sparse()->find(index)) array->sparse()->remove(entry);
    return;
  }
  if (index >= array->dense_length) return;
  fill_holes(array, index, index + 1);
  set_kind(array, array->has_doubles() ? ElementsKind::HoleyDouble : ElementsKind::Holey);
}

void make_sparse(Isolate& isolate, Array* array) {
  if (array->is_sparse()) return;
  IndexStore* table = new_index_store(isolate);
  for (uint32_t i = 0; i < array->dense_length; ++i) {
    const Value value = dense_element(array, i);
    if (!value.is_empty()) table->set(isolate, i, value, kAllAttributes);
  }
  table->length = array->dense_length;
  set_kind(array, ElementsKind::Sparse);
  array->dense_length = 0;
  store(isolate.heap(), array, &array->elements_cell, Value::cell(table));
}

static bool shorten_sparse(IndexStore* table, uint32_t length) {
  // From the end, down to the first that must stay.
  uint32_t shortest = length;
  table->for_each([&](const IndexStore::Entry& entry) {
    const auto index = static_cast<uint32_t>(entry.index.as_number());
    if (index >= length && (entry.attribute_bits() & kConfigurable) == 0) {
      shortest = std::max(shortest, index + 1);
    }
  });
  table->for_each([&](IndexStore::Entry& entry) {
    if (entry.index.as_number() >= shortest) table->remove(&entry);
  });
  table->length = shortest;
  return shortest == length;
}

bool set_array_length(Isolate& isolate, Array* array, uint32_t length) {
  const uint32_t old = array->length();
  if (length == old) return true;
  if (!array->is_length_writable()) return false;
  if (!array->is_sparse() && length > old && length - old > kLongestGap &&
      length > array->elements()->capacity) {
    make_sparse(isolate, array);
  }
  if (array->is_sparse()) {
    if (length < old) return shorten_sparse(array->sparse(), length);
    array->sparse()->length = length;
    return true;
  }
  if (length > old) {
    reserve_elements(isolate, array, length);
    fill_holes(array, old, length);
    set_kind(array, array->has_doubles() ? ElementsKind::HoleyDouble : ElementsKind::Holey);
    array->elements()->initialized = length;
  } else if (length == 0) {
    // A packed array of anything begins anew.
    set_kind(array, ElementsKind::PackedDouble);
    array->elements_cell = Value::cell(no_elements());
    array->dense_length = 0;
    return true;
  } else {
    uint64_t* bits = array->elements()->bits();
    std::fill(bits + length, bits + old, uint64_t{0});
    array->elements()->initialized = length;
  }
  array->dense_length = length;
  return true;
}

bool holes_are_undefined(Isolate& isolate, const Array* array) {
  const Object* object = array;
  const auto& objects = isolate.part<Objects>();
  const Value prototype = shape_of(object)->prototype;
  if (!objects.has_intrinsic(Intrinsic::ArrayPrototype) ||
      prototype != isolate.part<Objects>().intrinsic(Intrinsic::ArrayPrototype)) {
    return false;
  }
  const auto* array_prototype = prototype.as<Array>();
  if (array_prototype->length() != 0) return false;
  const Value root = shape_of(array_prototype)->prototype;
  return root == isolate.part<Objects>().intrinsic(Intrinsic::ObjectPrototype) &&
         !shape_of(root.as_cell())->has(kShapeIndexed);
}

}  // namespace perry::runtime
