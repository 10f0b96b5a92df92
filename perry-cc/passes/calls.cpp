#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Names the target of calls where the callee is a closure made here, or a binding of the module
// that always holds the same function. A class's constructor stays: a call of it throws.
namespace perry::passes {

namespace {

// The function whose closure `id` is.
FunctionId target_of(const Module& module, const Function& f, ValueId id) {
  // The ends of a chain that hand their operand on.
  while (f[id].op == Op::UnboxObject || f[id].op == Op::CheckInitialized ||
         f[id].op == Op::CheckCallable)
    id = f.operand(id, 0);
  const Instruction& i = f[id];
  if (i.op == Op::NewFunction) return i.immediate().as<FunctionId>();
  if (i.op != Op::LoadModule) return FunctionId();
  const Binding& binding = module.bindings[i.immediate().as<BindingId>()];
  return has(binding.flags, BindingFlag::Const) ? binding.function : FunctionId();
}

}  // namespace

bool resolve_calls(Module& module, Function& body) {
  bool changed = false;
  for (const BlockId block : body.blocks()) {
    for (ValueId v = body.first_instruction(block); v; v = body[v].next) {
      if (body[v].op != Op::Call) continue;
      const FunctionId target = target_of(module, body, body.operand(v, 0));
      if (target.is_none()) continue;
      if (has(module.function(target).info.flags, FunctionFlag::Class)) continue;
      // The operands are the same.
      body[v].op = Op::CallDirect;
      body[v].first = target.index;
      changed = true;
    }
  }
  return changed;
}

}  // namespace perry::passes
