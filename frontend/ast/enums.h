#pragma once

#include <cstdint>

namespace perry::frontend {

enum class PropertyKind : uint32_t { Init, Get, Set };
enum class MethodKind : uint32_t { Method, Get, Set, Constructor };
enum class VariableKind : uint32_t { Var, Let, Const, Using, AwaitUsing };
enum class ImportPhase : uint32_t { Evaluation, Source, Defer };
enum class UnaryOperator : uint32_t { Minus, Plus, Not, BitNot, Typeof, Void, Delete };
enum class UpdateOperator : uint32_t { Increment, Decrement };

// In the order of the tokens, so that one subtraction converts.
enum class AssignmentOperator : uint32_t {
  Assign,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Power,
  ShiftLeft,
  ShiftRight,
  ShiftRightUnsigned,
  BitAnd,
  BitOr,
  BitXor,
  And,
  Or,
  Coalesce,
};
enum class BinaryOperator : uint32_t {
  Coalesce,
  Or,
  And,
  BitOr,
  BitXor,
  BitAnd,
  Equal,
  NotEqual,
  StrictEqual,
  StrictNotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  ShiftLeft,
  ShiftRight,
  ShiftRightUnsigned,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Power,
  In,
  Instanceof,
};

enum class TypeKeyword : uint32_t {
  Any,
  BigInt,
  Boolean,
  Intrinsic,
  Never,
  Null,
  Number,
  Object,
  String,
  Symbol,
  Undefined,
  Unknown,
  Void,
};
enum class TypeOperator : uint32_t { Keyof, Unique, Readonly };
enum class MappedModifier : uint32_t { None, Present, Plus, Minus };
enum class ModuleKeyword : uint32_t { Namespace, Module, Global };

}  // namespace perry::frontend
