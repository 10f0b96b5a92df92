#pragma once

#include <cmath>
#include <deque>
#include <initializer_list>
#include <string>

#include "runtime/object/builtin.h"
#include "tests/unit/runtime_object/realm.h"

// A realm with short ways to write the values that a test calls built-ins with.
namespace perry::runtime::test {

class Values : public Realm {
 public:
  using Realm::Realm;

  Value n(double number) { return Value::number(number); }
  Value s(std::string_view utf8) { return text(utf8); }
  Value list(std::initializer_list<Value> values) {
    return Value::cell(new_array(isolate(), values.begin(), values.size()));
  }
  Value numbers(std::initializer_list<double> values) {
    ValueList list(isolate());
    for (const double value : values) list.push(Value::number(value));
    return Value::cell(new_array(isolate(), list));
  }
  Value object(std::initializer_list<std::pair<std::string_view, Value>> properties) {
    Object* result = new_object(isolate());
    for (const auto& [name, value] : properties) {
      create_data_property(isolate(), result, to_property_key(isolate(), text(name)), value);
    }
    return Value::cell(result);
  }
  Value function(NativeFunction native) {
    // Functions refer to their info, and are finalised after these helpers.
    static std::deque<NativeInfo> infos;
    infos.push_back(builtin::native(nullptr, -1, 0, 0, native));
    return Value::cell(new_native_function(isolate(), &infos.back()));
  }
  Value property(Value value, std::string_view name) {
    return get_v(isolate(), value, to_property_key(isolate(), text(name)));
  }
  // A method of a constructor's prototype, on any receiver.
  Value on(std::string_view constructor, std::string_view method, Value receiver,
           std::initializer_list<Value> arguments = {}) {
    return call(isolate(), property(property(global(constructor), "prototype"), method), receiver,
                arguments);
  }
  // Array elements, or a value, as a program would write them.
  std::string shown(Value value) {
    if (value.is_kind(CellKind::Array)) {
      std::string out = "[";
      const double length = length_of_array_like(isolate(), value.as<Object>());
      for (double i = 0; i < length; ++i) {
        if (i > 0) out += ",";
        const PropertyKey key = key_from_index(isolate(), i);
        if (has_own_property(isolate(), value.as<Object>(), key)) {
          out += shown(get(isolate(), value.as<Object>(), key));
        }
      }
      return out + "]";
    }
    if (value.is_number() && value.as_number() == 0 && std::signbit(value.as_number())) {
      return "-0";
    }
    if (value.is_string()) return '\'' + show(value) + '\'';
    if (value.is_bigint()) return show(value) + 'n';
    return value.is_object() ? describe(isolate(), value) : show(value);
  }
};

}  // namespace perry::runtime::test
