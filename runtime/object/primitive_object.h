#pragma once

#include "runtime/object/object.h"

namespace perry::runtime {

// A wrapper of a primitive value: Number, Boolean, String, Symbol and BigInt objects, one class
// each.
class PrimitiveObject : public Object {
 public:
  static constexpr bool is(CellKind kind) { return kind == CellKind::Exotic; }
  Value primitive;
};

extern const ObjectClass kNumberObjectClass;
extern const ObjectClass kBooleanObjectClass;
extern const ObjectClass kStringObjectClass;
extern const ObjectClass kSymbolObjectClass;
extern const ObjectClass kBigIntObjectClass;

PrimitiveObject* new_primitive_object(Isolate& isolate, Value primitive, Value prototype);
// Null unless it is one of these.
PrimitiveObject* try_primitive_object(Value value);
// The prototype that properties of a primitive value come from; empty for undefined and null.
Value prototype_of_primitive(Isolate& isolate, Value value);

}  // namespace perry::runtime
