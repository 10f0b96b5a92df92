#include "runtime/exec/eval.h"

#include "runtime/object/error.h"

namespace perry::runtime {

Value global_eval(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_string()) return arguments[0];
  throw_error(isolate, ErrorType::EvalError,
              "eval: a compiled program does not turn text that it makes at run time into code");
}

bool is_eval(Value value) {
  if (!value.is_kind(CellKind::Function)) return false;
  const auto* function = value.as<Function>();
  return function->has(abi::kFunctionNative) &&
         reinterpret_cast<const NativeInfo*>(function->info)->function == global_eval;
}

}  // namespace perry::runtime
