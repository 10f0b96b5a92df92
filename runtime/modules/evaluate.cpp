#include <algorithm>

#include "runtime/builtins/json/json.h"
#include "runtime/modules/modules.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// Evaluation of cyclic modules (16.2.1.5.3), step by step as specified. The linker has resolved all
// names, so linking only makes hoisted functions exist before any module runs.
namespace perry::runtime {

namespace {

using abi::ModuleRecord;

// What a module imports, in order.
template <typename Visit>
void for_each_import(const ModuleRecord* record, Visit&& visit) {
  for (uint32_t i = 0; i < record->request_count; ++i) {
    const abi::ModuleRequest& request = record->requests[i];
    if (request.module != nullptr)
      visit(request.module, static_cast<abi::ModulePhase>(request.phase));
  }
}

bool is_cyclic(const ModuleRecord* record) { return record->info->kind == abi::ModuleKind::Esm; }

// IsModuleSCCEvaluated: with all that is in a cycle with it.
bool is_evaluated(Modules& modules, const ModuleRecord* record) {
  const ModuleState& state = modules.state(record);
  return state.status == ModuleStatus::Evaluated &&
         modules.state(state.cycle_root).status == ModuleStatus::Evaluated;
}

void gather(Modules& modules, const ModuleRecord* record, std::vector<bool>& seen,
            std::vector<const ModuleRecord*>& found) {
  if (seen[record->index]) return;
  seen[record->index] = true;
  const ModuleStatus status = modules.state(record).status;
  if (!is_cyclic(record) || status == ModuleStatus::Evaluating || is_evaluated(modules, record))
    return;
  if (record->info->is_async != 0) {
    found.push_back(record);
    return;
  }
  for_each_import(record, [&](const ModuleRecord* next, abi::ModulePhase) {
    gather(modules, next, seen, found);
  });
}

// ReadyForSyncExecution.
bool is_ready(Modules& modules, const ModuleRecord* record, std::vector<bool>& seen) {
  if (!is_cyclic(record) || seen[record->index]) return true;
  seen[record->index] = true;
  if (is_evaluated(modules, record)) return true;
  const ModuleStatus status = modules.state(record).status;
  if (status > ModuleStatus::Linked || record->info->is_async != 0) return false;
  bool all = true;
  for_each_import(record, [&](const ModuleRecord* next, abi::ModulePhase) {
    all = all && is_ready(modules, next, seen);
  });
  return all;
}

}  // namespace

std::vector<const ModuleRecord*> asynchronous_dependencies(Isolate& isolate,
                                                           const ModuleRecord* record) {
  auto& modules = isolate.part<Modules>();
  std::vector<bool> seen(modules.count());
  std::vector<const ModuleRecord*> found;
  gather(modules, record, seen, found);
  return found;
}

void evaluate_deferred(Isolate& isolate, const ModuleRecord* record) {
  auto& modules = isolate.part<Modules>();
  std::vector<bool> seen(modules.count());
  if (!is_ready(modules, record, seen)) {
    throw_type_error(isolate, "The deferred module is being evaluated, or waits for another one");
  }
  Promise* promise = evaluate_module(isolate, record);
  if (promise->state != PromiseState::Rejected) return;
  promise->is_handled = 1;
  throw_value(promise->result);
}

void link_module(Isolate& isolate, const ModuleRecord* root) {
  auto& modules = isolate.part<Modules>();
  std::vector<const ModuleRecord*> stack = {root};
  while (!stack.empty()) {
    const ModuleRecord* record = stack.back();
    stack.pop_back();
    ModuleState& state = modules.state(record);
    if (state.status != ModuleStatus::New) continue;
    state.status = ModuleStatus::Linked;
    if (const abi::FunctionInfo* declare = record->info->declare) {
      const Value function = Value::cell(new_function(isolate, declare, nullptr, 0));
      call(isolate, function, Value::undefined());
    }
    for_each_import(record,
                    [&](const ModuleRecord* next, abi::ModulePhase) { stack.push_back(next); });
  }
}

namespace {

class Evaluation {
 public:
  explicit Evaluation(Isolate& isolate) : isolate_(isolate), modules_(isolate.part<Modules>()) {}

  void run(const ModuleRecord* record) { visit(record); }
  // Ends what an exception interrupted.
  void fail(Value error) {
    for (const uint32_t index : stack_) {
      ModuleState& state = modules_.state(index);
      state.status = ModuleStatus::Evaluated;
      state.has_error = true;
      state.error = error;
      state.cycle_root = index;
    }
  }

 private:
  void visit(const ModuleRecord* record);
  void visit_imports(const ModuleRecord* record);
  void execute(const ModuleRecord* record);
  void pop_component(const ModuleRecord* record);

  Isolate& isolate_;
  Modules& modules_;
  std::vector<uint32_t> stack_;
  uint32_t next_index_ = 0;
};

void async_settled(Isolate& isolate, Value context, bool rejected, Value value);

void execute_async(Isolate& isolate, const ModuleRecord* record) {
  const Value promise = execute_module(isolate, record);
  await_promise(isolate, static_cast<Promise*>(promise.as_cell()), async_settled,
                Value::number(record->index));
}

// InnerModuleEvaluation.
void Evaluation::visit(const ModuleRecord* record) {
  check_stack(isolate_);
  ModuleState& state = modules_.state(record);
  if (state.status == ModuleStatus::EvaluatingAsync || state.status == ModuleStatus::Evaluated) {
    if (state.has_error) throw_value(state.error);
    return;
  }
  if (state.status == ModuleStatus::Evaluating) return;
  if (!is_cyclic(record)) {
    execute_module(isolate_, record);
    state.status = ModuleStatus::Evaluated;
    state.cycle_root = record->index;
    return;
  }
  state.status = ModuleStatus::Evaluating;
  state.index = state.ancestor = next_index_++;
  state.pending = 0;
  stack_.push_back(record->index);
  visit_imports(record);
  execute(record);
  if (state.ancestor == state.index) pop_component(record);
}

void Evaluation::visit_imports(const ModuleRecord* record) {
  ModuleState& state = modules_.state(record);
  std::vector<const ModuleRecord*> list;
  for_each_import(record, [&](const ModuleRecord* import, abi::ModulePhase phase) {
    if (phase != abi::ModulePhase::Defer) return list.push_back(import);
    const auto first = asynchronous_dependencies(isolate_, import);
    list.insert(list.end(), first.begin(), first.end());
  });
  for (const ModuleRecord* import : list) {
    visit(import);
    ModuleState* required = &modules_.state(import);
    if (!is_cyclic(import)) continue;
    if (required->status == ModuleStatus::Evaluating) {
      state.ancestor = std::min(state.ancestor, required->ancestor);
    } else {
      required = &modules_.state(required->cycle_root);
      if (required->has_error) throw_value(required->error);
    }
    if (required->async_order != 0 && required->status != ModuleStatus::Evaluated) {
      ++state.pending;
      required->parents.push_back(record->index);
    }
  }
}

void Evaluation::execute(const ModuleRecord* record) {
  ModuleState& state = modules_.state(record);
  if (state.pending == 0 && record->info->is_async == 0) {
    execute_module(isolate_, record);
    return;
  }
  state.async_order = modules_.next_async_order();
  if (state.pending == 0) execute_async(isolate_, record);
}

void Evaluation::pop_component(const ModuleRecord* record) {
  for (;;) {
    const uint32_t index = stack_.back();
    stack_.pop_back();
    ModuleState& state = modules_.state(index);
    state.status = state.async_order == 0 ? ModuleStatus::Evaluated : ModuleStatus::EvaluatingAsync;
    state.cycle_root = record->index;
    if (index == record->index) return;
  }
}

// --- Async modules ---

// GatherAvailableAncestors.
void gather_ancestors(Modules& modules, uint32_t index, std::vector<uint32_t>& ready) {
  for (const uint32_t parent : modules.state(index).parents) {
    ModuleState& state = modules.state(parent);
    if (std::ranges::find(ready, parent) != ready.end() ||
        modules.state(state.cycle_root).has_error) {
      continue;
    }
    if (--state.pending != 0) continue;
    ready.push_back(parent);
    if (modules.record(parent)->info->is_async == 0) gather_ancestors(modules, parent, ready);
  }
}

void settle_root(Isolate& isolate, ModuleState& state, bool rejected, Value value) {
  if (state.promise.is_empty()) return;
  auto* promise = static_cast<Promise*>(state.promise.as_cell());
  if (rejected) {
    reject_promise(isolate, promise, value);
  } else {
    resolve_promise(isolate, promise, Value::undefined());
  }
}

// AsyncModuleExecutionRejected.
void reject_async(Isolate& isolate, uint32_t index, Value error) {
  auto& modules = isolate.part<Modules>();
  ModuleState& state = modules.state(index);
  if (state.status == ModuleStatus::Evaluated) return;
  state.has_error = true;
  state.error = error;
  state.status = ModuleStatus::Evaluated;
  settle_root(isolate, state, true, error);
  for (const uint32_t parent : state.parents) reject_async(isolate, parent, error);
}

// AsyncModuleExecutionFulfilled.
void fulfill_async(Isolate& isolate, uint32_t index) {
  auto& modules = isolate.part<Modules>();
  ModuleState& state = modules.state(index);
  if (state.status == ModuleStatus::Evaluated) return;
  state.status = ModuleStatus::Evaluated;
  settle_root(isolate, state, false, Value::undefined());
  std::vector<uint32_t> ready;
  gather_ancestors(modules, index, ready);
  std::ranges::sort(ready, {}, [&](uint32_t i) { return modules.state(i).async_order; });
  for (const uint32_t next : ready) {
    ModuleState& ancestor = modules.state(next);
    const ModuleRecord* record = modules.record(next);
    if (ancestor.status == ModuleStatus::Evaluated) continue;
    if (record->info->is_async != 0) {
      execute_async(isolate, record);
      continue;
    }
    Value error;
    try {
      execute_module(isolate, record);
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    if (!error.is_empty()) {
      reject_async(isolate, next, error);
      continue;
    }
    ancestor.status = ModuleStatus::Evaluated;
    settle_root(isolate, ancestor, false, Value::undefined());
  }
}

void async_settled(Isolate& isolate, Value context, bool rejected, Value value) {
  const auto index = static_cast<uint32_t>(context.as_number());
  if (rejected) {
    reject_async(isolate, index, value);
  } else {
    fulfill_async(isolate, index);
  }
}

}  // namespace

Value execute_module(Isolate& isolate, const ModuleRecord* record) {
  if (record->info->kind == abi::ModuleKind::CommonJs) {
    require_module(isolate, record);
    return Value::undefined();
  }
  if (record->info->evaluate == nullptr) return Value::undefined();
  const Value function = Value::cell(new_function(isolate, record->info->evaluate, nullptr, 0));
  const Value receiver = record->info->kind == abi::ModuleKind::Script
                             ? intrinsic(isolate, Intrinsic::Global)
                             : Value::undefined();
  const Value result = call(isolate, function, receiver);
  if (record->info->kind == abi::ModuleKind::Json) {
    uint64_t* const value = record->info->export_cell(0);
    auto* text = Value::from_bits(*value).as<String>();
    *value = builtins::parse_json(isolate, text, nullptr, nullptr).bits();
  }
  return result;
}

Promise* evaluate_module(Isolate& isolate, const ModuleRecord* given) {
  auto& modules = isolate.part<Modules>();
  const ModuleRecord* record = given;
  link_module(isolate, record);
  const ModuleStatus status = modules.state(record).status;
  if (status == ModuleStatus::EvaluatingAsync || status == ModuleStatus::Evaluated) {
    record = modules.record(modules.state(record).cycle_root);
  }
  ModuleState& state = modules.state(record);
  if (!state.promise.is_empty()) return static_cast<Promise*>(state.promise.as_cell());
  Promise* promise = new_promise(isolate);
  state.promise = Value::cell(promise);
  if (state.has_error) {
    reject_promise(isolate, promise, state.error);
    return promise;
  }
  Evaluation evaluation(isolate);
  Value error;
  try {
    evaluation.run(record);
    if (state.async_order == 0 || state.status == ModuleStatus::Evaluated) {
      if (promise->state == PromiseState::Pending) {
        resolve_promise(isolate, promise, Value::undefined());
      }
    }
    return promise;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  evaluation.fail(error);
  state.has_error = true;
  state.error = error;
  state.cycle_root = record->index;
  reject_promise(isolate, promise, error);
  return promise;
}

}  // namespace perry::runtime
