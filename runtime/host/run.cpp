#include "runtime/host/run.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "runtime/exec/generator.h"
#include "runtime/exec/globals.h"
#include "runtime/host/console/console.h"
#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "runtime/host/process.h"
#include "runtime/host/timers.h"
#include "runtime/host/uncaught.h"
#include "runtime/jobs/jobs.h"
#include "runtime/modules/modules.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/kinds.h"
#include "runtime/object/property.h"
#include "runtime/object/stack_trace.h"

namespace perry::runtime {

namespace {

struct CommandLine {
  int argc;
  char** argv;
};
CommandLine command_line;

Value process_object(Isolate& isolate) {
  return new_process(isolate, command_line.argc, command_line.argv);
}

// `console` and `process` are made when somebody asks for them.
Value get_host_object(Isolate& isolate, const Arguments& arguments) {
  const bool is_console = arguments.capture(0).is_true();
  const PropertyKey key = is_console ? PropertyKey(names::console) : PropertyKey(names::process);
  const Value value = is_console ? new_console(isolate) : process_object(isolate);
  define_own_property(isolate, intrinsic(isolate, Intrinsic::Global).as<Object>(), key,
                      PropertyDescriptor::data(value, kHidden));
  return value;
}
Value set_host_object(Isolate& isolate, const Arguments& arguments) {
  const bool is_console = arguments.capture(0).is_true();
  define_own_property(isolate, intrinsic(isolate, Intrinsic::Global).as<Object>(),
                      is_console ? PropertyKey(names::console) : PropertyKey(names::process),
                      PropertyDescriptor::data(arguments[0], kHidden));
  return Value::undefined();
}
constexpr NativeInfo kGetHostObject = builtin::native(nullptr, -1, 0, 0, get_host_object);
constexpr NativeInfo kSetHostObject = builtin::native(nullptr, -1, 1, 0, set_host_object);

void install_host(Isolate& isolate) {
  Object* global = isolate.part<Globals>().object();
  for (const bool is_console : {true, false}) {
    const Value which = Value::boolean(is_console);
    const Value getter = Value::cell(new_native_function(isolate, &kGetHostObject, {which}));
    const Value setter = Value::cell(new_native_function(isolate, &kSetHostObject, {which}));
    define_own_property(isolate, global,
                        is_console ? PropertyKey(names::console) : PropertyKey(names::process),
                        PropertyDescriptor::accessor(getter, setter, kConfigurable));
  }
  isolate.part<Timers>().install(global);
}

// Of the modules that the program consists in; they may wait for ever.
std::vector<const Promise*> entry_promises;

void check_entries(Isolate& isolate) {
  for (const Promise* promise : entry_promises)
    if (promise->state == PromiseState::Rejected) die_of_failed_module(isolate, promise->result);
}

// Jobs, then what was rejected meanwhile and found no handler.
void drain(Isolate& isolate) {
  auto& jobs = isolate.part<Jobs>();
  do {
    Value error;
    try {
      jobs.run();
    } catch (const JsException& thrown) {
      error = thrown.value;
    }
    if (!error.is_empty()) die_of_uncaught(isolate, error);
    check_entries(isolate);
    const Value promise = jobs.take_unhandled();
    if (!promise.is_empty())
      die_of_unhandled(isolate, static_cast<Promise*>(promise.as_cell())->result);
  } while (!jobs.empty());
}

void run_entry(Isolate& isolate, const abi::ModuleRecord* entry) {
  if (entry->info->kind == abi::ModuleKind::Esm) {
    Promise* promise = evaluate_module(isolate, entry);
    isolate.part<Jobs>().remove_unhandled(Value::cell(promise));
    promise->is_handled = 1;
    entry_promises.push_back(promise);
    drain(isolate);
    return;
  }
  execute_module(isolate, entry);
  drain(isolate);
}

// Node's code for a module that still waits when nothing is left to happen.
int final_code(Isolate& isolate) {
  constexpr int kUnsettled = 13;
  const int code = exit_code(isolate);
  const bool is_settled =
      entry_promises.empty() || entry_promises.back()->state != PromiseState::Pending;
  if (code != 0 || is_settled) return code;
  warn_of_unsettled(isolate, isolate.part<Modules>().main()->info);
  return kUnsettled;
}

}  // namespace

HeapOptions heap_options() {
  HeapOptions options;
  options.kinds = &kRuntimeKinds;
  if (const char* period = std::getenv("PERRY_GC_STRESS")) {
    options.stress_period = static_cast<uint32_t>(std::strtoul(period, nullptr, 10));
    options.verify = true;
  }
  return options;
}

int run_program(const abi::Program* program, int argc, char** argv) {
  command_line = {argc, argv};
  Isolate isolate(heap_options());
  start_objects(isolate);
  install_host(isolate);
  isolate.part<StackTraces>().start(program, add_waiting, generator_function);
  isolate.part<Modules>().start(program);
  Value error;
  try {
    auto& modules = isolate.part<Modules>();
    for (uint32_t i = 0; i < modules.entry_count(); ++i) run_entry(isolate, modules.entry(i));
    isolate.part<Timers>().run(drain);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) die_of_uncaught(isolate, error);
  flush_output();
  // The heap is not taken apart: the process ends.
  std::_Exit(final_code(isolate));
}

}  // namespace perry::runtime
