#include "runtime/host/start.h"

#include <cstdlib>

#include "runtime/exec/generator.h"
#include "runtime/exec/globals.h"
#include "runtime/host/console/console.h"
#include "runtime/host/process.h"
#include "runtime/host/timers.h"
#include "runtime/modules/modules.h"
#include "runtime/object/builtin.h"
#include "runtime/object/kinds.h"
#include "runtime/object/property.h"
#include "runtime/object/stack_trace.h"

namespace perry::runtime {

namespace {

// `console` and `process` are made when somebody asks for them.
Value new_host_object(Isolate& isolate, bool is_console) {
  if (is_console) return new_console(isolate);
  const CommandLine& words = isolate.part<Entries>().command_line;
  return new_process(isolate, words.argc, words.argv);
}

Value get_host_object(Isolate& isolate, const Arguments& arguments) {
  const bool is_console = arguments.capture(0).is_true();
  const PropertyKey key = is_console ? PropertyKey(names::console) : PropertyKey(names::process);
  const Value value = new_host_object(isolate, is_console);
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
  define_own_property(isolate, global, names::global,
                      PropertyDescriptor::data(Value::cell(global), kAllAttributes));
  const Value tag = Value::cell(intern(isolate, "global"));
  define_own_property(isolate, global, well_known(isolate, WellKnown::ToStringTag),
                      PropertyDescriptor::data(tag, kConfigurable));
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

void start_isolate(Isolate& isolate, const abi::Program* program, const CommandLine& words,
                   char* variables) {
  isolate.part<Entries>().command_line = words;
  start_objects(isolate);
  install_host(isolate);
  isolate.part<StackTraces>().start(program, add_waiting, generator_function);
  isolate.part<Modules>().start(program, variables);
}

}  // namespace perry::runtime
