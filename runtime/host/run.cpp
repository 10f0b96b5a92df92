#include "runtime/host/run.h"

#include <cstdlib>

#include "runtime/host/console/console.h"
#include "runtime/host/entries.h"
#include "runtime/host/process.h"
#include "runtime/host/start.h"
#include "runtime/host/timers.h"
#include "runtime/host/uncaught.h"
#include "runtime/modules/modules.h"
#include "runtime/object/error.h"

namespace perry::runtime {

namespace {

void die_of(Isolate& isolate, const Failure& failure) {
  switch (failure.kind) {
    case Failure::Kind::None:
      return;
    case Failure::Kind::Thrown:
      die_of_uncaught(isolate, failure.value);
    case Failure::Kind::Rejected:
      die_of_unhandled(isolate, failure.value);
    case Failure::Kind::Module:
      die_of_failed_module(isolate, failure.value);
  }
}

bool drain(Isolate& isolate) {
  die_of(isolate, isolate.part<Entries>().drain());
  return true;
}

// Node's code for a module that still waits when nothing is left to happen.
int final_code(Isolate& isolate) {
  constexpr int kUnsettled = 13;
  const int code = exit_code(isolate);
  if (code != 0 || isolate.part<Entries>().is_settled()) return code;
  warn_of_unsettled(isolate, isolate.part<Modules>().main()->info);
  return kUnsettled;
}

}  // namespace

int run_program(const abi::Program* program, int argc, char** argv) {
  Isolate isolate(heap_options());
  start_isolate(isolate, program, {argc, argv});
  die_of(isolate, isolate.part<Entries>().run());
  Value error;
  try {
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
