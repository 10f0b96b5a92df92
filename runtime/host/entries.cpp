#include "runtime/host/entries.h"

#include "runtime/jobs/jobs.h"
#include "runtime/modules/modules.h"
#include "runtime/object/error.h"

namespace perry::runtime {

Failure Entries::run() {
  auto& modules = isolate_.part<Modules>();
  for (uint32_t i = 0; i < modules.entry_count(); ++i)
    if (const Failure failure = run_entry(modules.entry(i))) return failure;
  return {};
}

Failure Entries::run_entry(const abi::ModuleRecord* entry) {
  Value error;
  try {
    if (entry->info->kind == abi::ModuleKind::Esm) {
      Promise* promise = evaluate_module(isolate_, entry);
      isolate_.part<Jobs>().remove_unhandled(Value::cell(promise));
      promise->is_handled = 1;
      promises_.push_back(promise);
    } else {
      execute_module(isolate_, entry);
    }
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) return {Failure::Kind::Thrown, error};
  return drain();
}

Failure Entries::find_failed_entry() {
  for (const Promise* promise : promises_) {
    if (promise->state != PromiseState::Rejected) continue;
    const Value reason = promise->result;
    std::erase(promises_, promise);
    return {Failure::Kind::Module, reason};
  }
  return {};
}

Failure Entries::drain() {
  auto& jobs = isolate_.part<Jobs>();
  do {
    Value error;
    try {
      jobs.run();
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    if (!error.is_empty()) return {Failure::Kind::Thrown, error};
    if (const Failure failure = find_failed_entry()) return failure;
    const Value promise = jobs.take_unhandled();
    if (!promise.is_empty())
      return {Failure::Kind::Rejected, static_cast<Promise*>(promise.as_cell())->result};
  } while (!jobs.empty());
  return {};
}

bool Entries::is_settled() const {
  return promises_.empty() || promises_.back()->state != PromiseState::Pending;
}

}  // namespace perry::runtime
