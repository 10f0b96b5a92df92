#pragma once

#include <string>

#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/kinds.h"
#include "runtime/object/objects.h"
#include "runtime/object/property.h"

namespace perry::runtime::test {

// An isolate with objects, collecting at every `stress`-th allocation.
class Realm {
 public:
  explicit Realm(uint32_t stress = 0) : isolate_(options(stress)) { start_objects(isolate_); }

  Isolate& isolate() { return isolate_; }
  Value text(std::string_view utf8) { return string_value(isolate_, utf8); }
  PropertyKey key(std::string_view name) { return PropertyKey::from_atom(intern(isolate_, name)); }
  Value global(std::string_view name) {
    return get(isolate_, intrinsic(isolate_, Intrinsic::Global).as<Object>(), key(name));
  }
  // A method of a value, called.
  Value send(Value receiver, std::string_view name, std::initializer_list<Value> arguments = {}) {
    return invoke(isolate_, receiver, key(name), arguments);
  }
  std::string show(Value value) {
    if (value.is_symbol()) return describe(isolate_, value);
    return to_utf8(to_string(isolate_, value));
  }
  // The message of what `body` throws, or "".
  template <typename Body>
  std::string error_of(Body&& body) {
    try {
      body();
    } catch (const JsException& thrown) {
      const Value error = thrown.value;
      return show(error);
    }
    return {};
  }

 private:
  static HeapOptions options(uint32_t stress) {
    HeapOptions options;
    options.kinds = &kRuntimeKinds;
    options.reserve_bytes = size_t{4} << 30;
    options.stress_period = stress;
    options.verify = true;
    return options;
  }

  Isolate isolate_;
};

}  // namespace perry::runtime::test
