#include <cmath>

#include "runtime/builtins/set/set.h"

// The methods that take another set, or what behaves like one (24.2.1.2, 24.2.4).
namespace perry::runtime::builtins {
namespace {

// GetSetRecord.
struct SetRecord {
  SetRecord(Isolate& isolate, Value value) : object(value) {
    if (!value.is_object()) {
      throw_type_error(isolate, describe_plain(isolate, value) + " is not an object");
    }
    const Value raw = get(isolate, value.as<Object>(), names::size);
    const double number = to_number(isolate, raw);
    if (std::isnan(number)) {
      throw_type_error(isolate, "The 'size' property must be a number");
    }
    size = to_integer_or_infinity(number);
    if (size < 0) {
      throw_range_error(isolate,
                        "'" + to_utf8(number_to_string(isolate, size)) + "' is an invalid size");
    }
    has = method(isolate, names::has);
    keys = method(isolate, names::keys);
  }

  bool contains(Isolate& isolate, Value value) const {
    return to_boolean(call(isolate, has, object, {value}));
  }
  // GetIteratorFromMethod of `keys`.
  IteratorRecord* iterate(Isolate& isolate) const {
    const Value iterator = call(isolate, keys, object);
    if (!iterator.is_object()) {
      throw_type_error(isolate, describe_plain(isolate, iterator) + " is not an object");
    }
    return get_iterator_direct(isolate, iterator);
  }

  Value object;
  double size;
  Value has;
  Value keys;

 private:
  Value method(Isolate& isolate, const Name& name) const {
    const Value value = get(isolate, object.as<Object>(), name);
    if (!is_callable(value)) {
      throw_type_error(isolate, "The '" + to_utf8(name.get()) + "' property must be a function");
    }
    return value;
  }
};

// Visits what `keys` gives until visit() says false, which closes the iterator.
template <typename Visit>
void for_each_key(Isolate& isolate, const SetRecord& other, Visit&& visit) {
  IteratorRecord* record = other.iterate(isolate);
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    if (visit(OrderedTable::normalize(value))) continue;
    iterator_close(isolate, record);
    return;
  }
}

// Visits this set's values, also those that are added meanwhile.
template <typename Visit>
void for_each_own(Isolate& isolate, SetObject* set, Visit&& visit) {
  TableCursor cursor{set->table_cell};
  while (const Value* words = cursor.next(isolate, nullptr)) {
    if (!visit(*words)) return;
  }
}

}  // namespace

Value set_union(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.union");
  const SetRecord other(isolate, arguments[0]);
  IteratorRecord* record = other.iterate(isolate);
  SetObject* result = new_set(isolate, set->table());
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    result->insert(isolate, value, Value());
  }
  return Value::cell(result);
}

Value set_intersection(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.intersection");
  const SetRecord other(isolate, arguments[0]);
  SetObject* result = new_set(isolate);
  if (set->table()->size() <= other.size) {
    for_each_own(isolate, set, [&](Value value) {
      if (other.contains(isolate, value)) result->insert(isolate, value, Value());
      return true;
    });
  } else {
    for_each_key(isolate, other, [&](Value value) {
      if (set->table()->find(value) != nullptr) result->insert(isolate, value, Value());
      return true;
    });
  }
  return Value::cell(result);
}

Value set_difference(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.difference");
  const SetRecord other(isolate, arguments[0]);
  SetObject* result = nullptr;
  if (set->table()->size() <= other.size) {
    result = new_set(isolate, set->table());
    for_each_own(isolate, set, [&](Value value) {
      if (other.contains(isolate, value)) result->table()->remove(value);
      return true;
    });
  } else {
    result = new_set(isolate, set->table());
    for_each_key(isolate, other, [&](Value value) {
      result->table()->remove(value);
      return true;
    });
  }
  return Value::cell(result);
}

Value set_symmetric_difference(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.symmetricDifference");
  const SetRecord other(isolate, arguments[0]);
  IteratorRecord* record = other.iterate(isolate);
  SetObject* result = new_set(isolate, set->table());
  for (Value value = iterator_step(isolate, record); !value.is_empty();
       value = iterator_step(isolate, record)) {
    if (set->table()->find(value) != nullptr) {
      result->table()->remove(value);
    } else {
      result->insert(isolate, value, Value());
    }
  }
  return Value::cell(result);
}

Value set_is_subset_of(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.isSubsetOf");
  const SetRecord other(isolate, arguments[0]);
  if (set->table()->size() > other.size) return Value::boolean(false);
  bool result = true;
  for_each_own(isolate, set, [&](Value value) { return result = other.contains(isolate, value); });
  return Value::boolean(result);
}

Value set_is_superset_of(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.isSupersetOf");
  const SetRecord other(isolate, arguments[0]);
  if (set->table()->size() < other.size) return Value::boolean(false);
  bool result = true;
  for_each_key(isolate, other,
               [&](Value value) { return result = set->table()->find(value) != nullptr; });
  return Value::boolean(result);
}

Value set_is_disjoint_from(Isolate& isolate, const Arguments& arguments) {
  SetObject* set = this_set(isolate, arguments, "Set.prototype.isDisjointFrom");
  const SetRecord other(isolate, arguments[0]);
  bool result = true;
  if (set->table()->size() <= other.size) {
    for_each_own(isolate, set,
                 [&](Value value) { return result = !other.contains(isolate, value); });
  } else {
    for_each_key(isolate, other,
                 [&](Value value) { return result = set->table()->find(value) == nullptr; });
  }
  return Value::boolean(result);
}

}  // namespace perry::runtime::builtins
