#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "perry-cc/ir/ir.h"

namespace perry::passes {

// A value known at compile time.
struct Constant {
  enum class Kind : uint8_t { Empty, Undefined, Null, Bool, Number, String };
  Kind kind = Kind::Undefined;
  bool boolean = false;
  double number = 0;
  ir::AtomId string;

  static Constant of(double value) { return {Kind::Number, false, value, {}}; }
  static Constant of(bool value) { return {Kind::Bool, value, 0, {}}; }
  static Constant of(ir::AtomId value) { return {Kind::String, false, 0, value}; }
  static Constant of(Kind kind) { return {kind, false, 0, {}}; }

  // The same value to every operation: -0 is not 0, NaN is NaN.
  friend bool operator==(const Constant& a, const Constant& b);
};

// What an operation of the const family stands for.
std::optional<Constant> constant_of(const ir::Function& function, ir::ValueId id);

// The result of an operation on constants, where it can be told, has no effect and throws nothing.
// New texts go to the module.
std::optional<Constant> evaluate(ir::Module& module, ir::Op op, ir::Immediate immediate,
                                 std::span<const Constant> operands);

// Puts an instruction for the constant before `place`, as a value of `type`.
ir::ValueId insert_constant(ir::Function& function, ir::ValueId place, const Constant& constant,
                            ir::Type type);
// Whether a value of `type` can be this constant.
bool fits(const Constant& constant, ir::Type type);

bool to_boolean(const ir::Module& module, const Constant& constant);

}  // namespace perry::passes
