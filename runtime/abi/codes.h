#pragma once

#include <cstdint>

// Small numbers that generated code passes to calls of calls.def. perry-cc's enumerations have the
// same values, which code generation asserts.
namespace perry::abi {

// define_method, define_private, set_function_name.
enum MethodFlag : uint32_t {
  kMethod = 0,
  kGetter = 1,
  kSetter = 2,
  kField = 3,
  kMethodKindMask = 0xff,
  kEnumerable = 1 << 8,
};

enum class ErrorCode : uint32_t {
  ConstAssignment,     // TypeError: the name
  Uninitialized,       // ReferenceError: the name
  DeleteSuper,         // ReferenceError
  MissingThrowMethod,  // TypeError
  InvalidAssignment,   // ReferenceError
  NotDefined,          // ReferenceError: the name
};

// What `typeof` may answer, for typeof_is.
enum class TypeofAnswer : uint32_t {
  Undefined,
  Boolean,
  Number,
  String,
  Symbol,
  BigInt,
  Object,
  Function,
};

enum class NotObject : uint32_t { IteratorResult, Receiver, Heritage };

}  // namespace perry::abi
