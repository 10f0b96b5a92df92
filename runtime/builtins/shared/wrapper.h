#pragma once

#include <string>

#include "runtime/object/builtin.h"
#include "runtime/object/error.h"
#include "runtime/object/primitive_object.h"

// For the globals whose objects wrap a primitive value.
namespace perry::runtime::builtins {

// ThisNumberValue and its like: the primitive of `this`, if `test` accepts it.
template <typename Test>
Value this_primitive(Isolate& isolate, const Arguments& arguments, const char* method,
                     const char* type, Test&& test) {
  Value value = arguments.receiver();
  if (const PrimitiveObject* wrapper = try_primitive_object(value)) value = wrapper->primitive;
  if (!test(value)) {
    throw_type_error(isolate, std::string(method) + " requires that 'this' be a " + type);
  }
  return value;
}

// The table of a prototype that is a wrapper itself.
template <size_t N>
constexpr BuiltinTable wrapper_prototype(const BuiltinRow (&rows)[N],
                                         const ObjectClass& object_class, Value (*primitive)()) {
  BuiltinTable table = builtin::object(rows);
  table.kind = CellKind::Exotic;
  table.object_class = &object_class;
  table.primitive = primitive;
  return table;
}

}  // namespace perry::runtime::builtins
