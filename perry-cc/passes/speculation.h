#pragma once

#include <cstdint>
#include <vector>

#include "perry-cc/ir/ir.h"
#include "perry-cc/ir/loops.h"

// What the speculation of types is made of; speculate.cpp says how it works.
namespace perry::passes {

// One assumption about a value, and where it is checked.
struct Assumption {
  enum class Check : uint8_t {
    Result,   // behind the operation, on what it made
    Attempt,  // the operation is replaced by an attempt that leaves all but the usual case alone
  };
  enum class Kind : uint8_t { Any, Number, Int32 };
  ir::ValueId value;
  Check check = Check::Result;
  Kind kind = Kind::Any;
  uint32_t known = 0;  // of a call: the row of known.def
  // Of a property: what the object most likely has as its fields, and which of them this is.
  ir::LiteralId fields = {};
  uint32_t slot = 0;
  bool is_length = false;      // the property is called so
  bool takes_numbers = false;  // the known function, and gives one
  // Of a call: the function, if its body takes the place of the call (arithmetic.h).
  const ir::Function* callee = nullptr;
};

struct SpeculationPlan {
  // In the order of the function.
  std::vector<Assumption> assumptions;
  // By value: in the version that assumes it is a number, or an int32. Both are more than what is
  // known without assumptions.
  std::vector<bool> numbers;
  std::vector<bool> int32s;
  std::vector<bool> known_numbers;  // without assumptions
};

// What would pay to assume; nothing where speculation doesn't pay.
SpeculationPlan plan_speculation(ir::Module& module, const ir::Function& function);

// Splits the function into a version that assumes what the plan says and one that does not.
void make_versions(ir::Function& function, const SpeculationPlan& plan);

// By loop: whether it has a fast version of its own that the generic one leads back to. Only loops
// with checks can have one.
std::vector<bool> loops_to_repeat(const ir::Function& function, const ir::Loops& loops,
                                  const std::vector<bool>& has_check, const SpeculationPlan& plan);

// Operations that leave all arrays of the program as views describe them, and all objects the
// fields that they have.
bool is_quiet(ir::Op op);

}  // namespace perry::passes
