#include "runtime/object/builtin.h"

#include "runtime/object/property.h"

namespace perry::runtime {

static PropertyKey key_of(Isolate& isolate, const BuiltinRow& row) {
  if (row.name != nullptr) return *row.name;
  return well_known(isolate, static_cast<WellKnown>(row.symbol));
}

static Value value_of(Isolate& isolate, const BuiltinRow& row) {
  switch (row.kind) {
    case RowKind::Function:
      return Value::cell(new_native_function(isolate, &row.function));
    case RowKind::Accessor: {
      const Value getter = Value::cell(new_native_function(isolate, &row.function));
      const Value setter = row.has_setter ? Value::cell(new_native_function(isolate, &row.setter))
                                          : Value::undefined();
      auto* pair = isolate.heap().allocate<AccessorPair>(
          CellKind::Internal, static_cast<uint32_t>(InternalType::AccessorPair),
          sizeof(AccessorPair));
      pair->getter = getter;
      pair->setter = setter;
      return Value::cell(pair);
    }
    case RowKind::Value:
      return Value::from_bits(row.value);
    case RowKind::Intrinsic:
      return intrinsic(isolate, row.intrinsic);
    case RowKind::Lazy:
      return row.make(isolate);
  }
  return Value::undefined();
}

void fill_builtin(Isolate& isolate, Object* object) {
  const BuiltinTable* table = shape_of(object)->builtin;
  Shape* shape = shape_of(object);
  const size_t own = table->kind == CellKind::Function ? 2 : 0;
  shape->table->reserve(table->count + own);
  Slots* slots = new_slots(isolate, table->count + own);
  store(isolate.heap(), object, &object->slots, Value::cell(slots));
  const auto add = [&](PropertyKey key, Value value, uint8_t attributes) {
    slots->values()[shape->slot_count] = value;
    shape->table->add(key, {shape->slot_count, attributes});
    ++shape->slot_count;
    ++shape->property_count;
  };
  if (own != 0) {
    const abi::FunctionInfo& info = table->function->info;
    add(names::length, Value::number(info.length), kConfigurable);
    add(names::name,
        Value::cell(info.name == nullptr ? empty_string()
                                         : static_cast<const Name*>(info.name)->get()),
        kConfigurable);
  }
  for (size_t i = 0; i < table->count; ++i) {
    const BuiltinRow& row = table->rows[i];
    add(key_of(isolate, row),
        row.kind == RowKind::Value ? Value::from_bits(row.value)
                                   : lazy_value(static_cast<uint32_t>(i)),
        row.attributes);
  }
  isolate.heap().write_barrier(shape, shape);
  shape_changed(shape);
}

Value value_of_row(Isolate& isolate, Shape* shape, uint32_t row, Object*) {
  return value_of(isolate, shape->builtin->rows[row]);
}

void add_rows(Isolate& isolate, Object* object, const BuiltinRow* rows, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    add_property(isolate, object, key_of(isolate, rows[i]), value_of(isolate, rows[i]),
                 rows[i].attributes);
  }
}

}  // namespace perry::runtime
