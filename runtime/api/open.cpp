#include <cstring>

#include "runtime/api/runtime.h"
#include "runtime/fast/abi_version.h"
#include "runtime/host/entries.h"
#include "runtime/host/start.h"
#include "runtime/modules/modules.h"
#include "runtime/object/convert.h"
#include "runtime/object/property.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

perry_runtime::perry_runtime(const HeapOptions& options) : isolate(options) {
  isolate.heap().roots().add_tracer(
      [](void* self, Tracer& tracer) {
        const auto* const runtime = static_cast<const perry_runtime*>(self);
        tracer.visit(runtime->error);
        for (const perry_root* root = runtime->roots.next; root != &runtime->roots;
             root = root->next)
          tracer.visit(root->value);
      },
      this);
}

perry_runtime::~perry_runtime() {
  isolate.heap().roots().remove(this);
  while (roots.next != &roots) delete std::exchange(roots.next, roots.next->next);
}

namespace {

using perry::abi::Library;
using perry::abi::ModuleKind;
using perry::abi::ModuleRecord;
using perry::abi::Program;

// The next runtime on this thread finds its modules' variables as a fresh thread would.
void clear_variables(const Library* library) {
  const Program& program = library->program;
  std::memset(library->variables() + program.first_variable, 0,
              static_cast<size_t>(program.end_variable - program.first_variable));
}

perry_status run_entries(perry_runtime* runtime) {
  return enter(runtime, [&](Isolate& isolate) {
    const Failure failure = isolate.part<Entries>().run();
    if (!failure) return PERRY_OK;
    runtime->error = failure.value;
    return PERRY_THROWN;
  });
}

// Empty: a script exports nothing.
Value exports_of(Isolate& isolate) {
  const ModuleRecord* const main = isolate.part<Modules>().main();
  switch (main->info->kind) {
    case ModuleKind::CommonJs:
      return require_module(isolate, main);
    case ModuleKind::Esm:
    case ModuleKind::Json:
    case ModuleKind::Text:
      return namespace_of(isolate, main);
    case ModuleKind::Script:
      break;
  }
  return {};
}

}  // namespace

extern "C" {

uint32_t perry_api_version(void) { return PERRY_API_VERSION; }

const char* perry_status_text(perry_status status) {
  switch (status) {
    case PERRY_OK:
      return "everything is fine";
    case PERRY_THROWN:
      return "JavaScript threw an error";
    case PERRY_BUSY:
      return "the thread has a runtime, or the runtime is running";
    case PERRY_WRONG_THREAD:
      return "the runtime belongs to another thread";
    case PERRY_OTHER_RUNTIME:
      return "the library was linked with another copy of the runtime";
    case PERRY_INVALID:
      return "an argument is not what it must be";
    case PERRY_NOT_FOUND:
      return "there is no such export";
    case PERRY_NO_MEMORY:
      return "there is not enough memory";
  }
  return "no status of this version";
}

perry_status perry_open(const perry_library* library, const perry_options* options,
                        perry_runtime** out) {
  if (library == nullptr || out == nullptr) return PERRY_INVALID;
  if (options != nullptr &&
      (options->api_version == 0 || options->argc < 0 || options->api_version > PERRY_API_VERSION))
    return PERRY_INVALID;
  const auto* const record = reinterpret_cast<const Library*>(library);
  if (record->program.runtime != &PERRY_ABI_SYMBOL) return PERRY_OTHER_RUNTIME;
  if (perry_rt_thread.isolate != nullptr) return PERRY_BUSY;
  HeapOptions heap = heap_options();
  if (options != nullptr) heap.limit_bytes = options->heap_limit;
  auto* const runtime = new (std::nothrow) perry_runtime(heap);
  if (runtime == nullptr) return PERRY_NO_MEMORY;
  runtime->library = record;
  CommandLine words;
  if (options != nullptr && options->argv != nullptr) words = {options->argc, options->argv};
  start_isolate(runtime->isolate, &record->program, words, record->variables());
  *out = runtime;
  return run_entries(runtime);
}

perry_status perry_close(perry_runtime* runtime) {
  if (runtime == nullptr) return PERRY_OK;
  if (!is_current(runtime)) return PERRY_WRONG_THREAD;
  if (runtime->depth != 0) return PERRY_BUSY;
  const Library* const library = runtime->library;
  delete runtime;
  clear_variables(library);
  return PERRY_OK;
}

perry_status perry_exports(perry_runtime* runtime, perry_value* value) {
  return enter(runtime, [&](Isolate& isolate) {
    const Value exports = exports_of(isolate);
    return exports.is_empty() ? PERRY_NOT_FOUND : give(value, to_host(exports));
  });
}

perry_status perry_export(perry_runtime* runtime, const char* name, perry_value* value) {
  if (name == nullptr) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    const Value exports = exports_of(isolate);
    if (!exports.is_object()) return PERRY_NOT_FOUND;
    const PropertyKey key = to_property_key(isolate, string_value(isolate, name));
    if (!has_property(isolate, exports.as<Object>(), key)) return PERRY_NOT_FOUND;
    return give(value, to_host(get(isolate, exports.as<Object>(), key)));
  });
}

}  // extern "C"
